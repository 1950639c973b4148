"""What a mechanism asked of an authority, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.nouns.document import Document
from kb.nouns.passage import Passage


class Addressee(StrEnum):
    """The level of responsibility a recommendation is addressed to; names in each language are data (kb/register)."""

    INSTITUTION = "institution-director"
    CORRECTIONAL = "correctional-service"
    JUSTICE = "ministry-of-justice"
    HEALTH = "ministry-of-health"
    INTERIOR = "ministry-of-interior"
    SOCIAL = "ministry-of-social-affairs"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    COURTS = "courts"
    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    UNSAID = "unsaid"  # the text names nobody


class Progress(StrEnum):
    """What came of a recommendation, as far as is known."""

    NO_ANSWER = "no-answer"
    ANSWERED = "answered"  # a response is held and nobody has judged it: told by the collection, said by nobody
    ACCEPTED = "accepted"
    PARTLY = "partly-implemented"
    IMPLEMENTED = "implemented"
    REJECTED = "rejected"
    REPEATED = "repeated"  # made again since, because it was not done

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self not in (Progress.IMPLEMENTED, Progress.REJECTED)

    @property
    def is_said(self) -> bool:
        """Whether a person can say it."""
        return self is not Progress.ANSWERED


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    """One line of a recommendation's history, which only ever grows.

    ``date`` is the day the status is true of (ISO 8601); ``at`` the moment it was written down (UTC). ``evidence`` is
    ``document#anchor`` of a passage or "". ``id`` counts up over the whole register; 0 before it is kept.
    """

    status: Progress
    date: str
    evidence: str = ""
    note: str = ""
    who: str = ""
    at: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A Passage in that role with what is known of it: to whom, about what, where, and its history, oldest first.

    ``versions`` are the keys of the same recommendation in the language versions of its report, by language, its own
    among them; what is said of one is said of all. ``themes`` are ids of Concepts, ``institutions`` names or ids of
    Institutions, ``standards`` the addresses of the provisions it cites. ``answered`` is the day of the latest response
    that answers it, "" where that has no date, None where none does. ``lost`` is True where its history was written
    on a text that the document no longer has.
    """

    document: Document
    passage: Passage
    addressees: tuple[Addressee, ...] = (Addressee.UNSAID,)
    themes: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    history: tuple[StatusEntry, ...] = ()
    answered: str | None = None
    lost: bool = False
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        return self.passage.key

    @property
    def status(self) -> Progress:
        """How it stands: the last word of its history, or that it is answered where nobody has judged the answer."""
        return standing(self.history[-1] if self.history else None, self.answered)

    @property
    def said(self) -> Progress:
        """The last word of its history; ``no-answer`` where there is none."""
        return self.history[-1].status if self.history else Progress.NO_ANSWER

    @property
    def seen(self) -> int:
        """The id of the last entry of its history: who writes the next one says which they have seen. 0 for none."""
        return self.history[-1].id if self.history else 0


def standing(last: StatusEntry | None, answered: str | None) -> Progress:
    """What a last entry says, with the day of the latest response that answers: ``answered`` where nothing was said, or
    where it was said before the response that there is no answer."""
    unjudged = last is None or (last.status is Progress.NO_ANSWER and (answered or "") > last.date)
    return Progress.ANSWERED if answered is not None and unjudged else last.status if last else Progress.NO_ANSWER
