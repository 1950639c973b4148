"""The one place where an error of kb becomes an HTTP answer: a status, and words that reveal nothing of the machine."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import KBError, NotHeld, QueryError, UnreadableOriginal
from kb.wording import worded


class BadRequest(KBError):
    """What was sent cannot be read as a question; ``where`` names the field."""

    kind = "bad-request"


@dataclass(frozen=True, slots=True)
class Fault:
    """What the reader is told: an HTTP status, a stable word for programs, the message and the next step."""

    status: int
    kind: str
    message: str
    advice: str
    where: str = ""

    def as_dict(self) -> dict[str, str]:
        """The error object of the command line's contract."""
        plain = {"kind": self.kind, "message": self.message, "advice": self.advice}
        return plain | {"where": self.where} if self.where else plain


PLAIN: dict[int, Fault] = {
    400: Fault(
        400,
        "bad-request",
        worded("The address or what was sent with it cannot be read."),
        worded("Go back and try again."),
    ),
    403: Fault(403, "forbidden", worded("This is not for you."), ""),
    404: Fault(
        404, "not-held", worded("There is nothing at this address."), worded("Search for it, or look at what is held.")
    ),
    405: Fault(405, "method", worded("This address is for reading only."), worded("Use GET.")),
    413: Fault(413, "too-large", worded("What was sent is too long."), worded("Send less at a time.")),
    416: Fault(416, "range", worded("The original is shorter than the part asked for."), worded("Download it whole.")),
    421: Fault(
        421,
        "host",
        worded("This server does not answer for that name."),
        worded("Use the address it printed when it started."),
    ),
    500: Fault(
        500,
        "internal",
        worded("Something went wrong here, not with you."),
        worded("Try again; if it stays, tell your keeper."),
    ),
    503: Fault(
        503,
        "unavailable",
        worded("The collection cannot be read just now."),
        worded("Ask its keeper to run “kb check”."),
    ),
}


def plain_fault(status: int) -> Fault:
    """The words for a bare status; statuses without words of their own speak like 400 or 500."""
    return PLAIN.get(status) or PLAIN[400 if status < 500 else 500]


def fault_of(error: KBError) -> Fault:
    """What may be told of an error. Messages about the home folder or the engine name paths: they stay in the log."""
    if isinstance(error, NotHeld):
        # Its advice speaks of commands; pages and programs search, and look at what is held.
        return Fault(404, error.kind, error.message, PLAIN[404].advice)
    if isinstance(error, QueryError | BadRequest):
        return Fault(403 if error.kind == "forbidden" else 400, error.kind, error.message, error.advice, error.where)
    if error.kind == "conflict":
        return Fault(409, error.kind, error.message, error.advice)
    if error.kind == "misuse":  # of a form: what was sent is not what can be said
        return Fault(400, error.kind, error.message, error.advice, error.where)
    if isinstance(error, UnreadableOriginal):
        return Fault(
            422,
            error.kind,
            worded("The original of this page cannot be drawn."),
            worded("Download the original instead."),
        )
    return PLAIN[503]
