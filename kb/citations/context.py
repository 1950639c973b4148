"""What a text means by "the Convention", "this Law" and a bare "Article 8", given the document it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.nouns import Document, Kind

# What "the Convention" is in the texts of a body.
_CONVENTION = {"ECtHR": "echr", "CPT": "ecpt", "SPT": "cat", "CAT": "cat", "CRC": "crc", "CRPD": "crpd"}
_FACTS = ("the facts", "as to the facts", "en fait", "relevant domestic", "domestic law", "legal framework")
_OTHER_LAW = ("domestic law", "legal framework", "national legislation", "international law", "comparative law",
              "droit interne", "relevant law", "council of europe", "international instruments")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """``convention``: the id of "the Convention". ``state``: whose laws are meant, in small letters. ``document``: its
    id. ``court``: a judgment of the European Court, where a bare "Article 8" is the Convention's. ``own``: a law or an
    instrument, whose "this Law" is itself. ``elsewhere``: a part of a judgment that speaks of other law.
    """

    convention: str | None = None
    state: str = ""
    document: str = ""
    court: bool = False
    own: bool = False
    elsewhere: bool = False


NONE = Context()


def context_of(document: Document | None) -> str | None:
    """The catalogue id of what a document calls "the Convention", None where that is not known."""
    return _CONVENTION.get(document.mechanism or "") if document else None


def context(document: Document | None, heading: Sequence[str] = ()) -> Context:
    """What the words of a passage of the document mean, under its trail of headings."""
    if document is None:
        return NONE
    court = document.mechanism == "ECtHR" and document.kind is Kind.JUDGMENT
    trail = " > ".join(heading).lower() if court else ""
    return Context(
        convention=context_of(document),
        state=(document.state or "").lower(),
        document=document.id,
        court=court,
        own=document.kind in (Kind.LAW, Kind.INSTRUMENT),
        elsewhere=trail.startswith(_FACTS) or any(words in trail for words in _OTHER_LAW),
    )
