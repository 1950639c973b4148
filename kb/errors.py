"""One error tree: what happened, where, what to do next. Translated for people in two places, kb.cli and web."""

from __future__ import annotations


class KBError(Exception):
    """Anything that a person can act on.

    ``kind`` is a stable word for programs ("encrypted", "not-held"), ``where`` a path, an address or a place in a
    query, ``advice`` the next step. ``str()`` is all of it in one line.
    """

    kind = "error"

    def __init__(self, message: str, *, where: str = "", advice: str = "", kind: str | None = None) -> None:
        self.message, self.where, self.advice = message, where, advice
        if kind is not None:
            self.kind = kind
        super().__init__(": ".join(filter(None, (where, message))) + (f". {advice}" if advice else ""))

    def as_dict(self) -> dict[str, str]:
        """The error as the command line's contract prints it: kind, message, advice, and where if known."""
        plain = {"kind": self.kind, "message": self.message, "advice": self.advice}
        return plain | {"where": self.where} if self.where else plain


class UnreadableOriginal(KBError):
    """An original that could not be read; the batch goes on. Its ``kind`` names the reason."""

    kind = "unreadable"


class QueryError(KBError):
    """A query that cannot be read; ``where`` points into it."""

    kind = "query"


class NotHeld(KBError):
    """What was asked for is not in the collection, or not for this reader: the two are never told apart."""

    kind = "not-held"


class HomeError(KBError):
    """The home folder cannot be used: missing, locked by another run, newer than this program."""

    kind = "home"


class EngineError(KBError):
    """The index cannot be opened or written; the store is untouched, ``kb rebuild`` makes it anew."""

    kind = "engine"
