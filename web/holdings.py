"""What a collection holds, counted from the documents a reader may see and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.nouns import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Totals, and counts of documents by kind, language and access, the most frequent first."""

    documents: int
    passages: int
    pages: int
    kind: dict[str, int]
    language: dict[str, int]
    access: dict[str, int]
    mechanism: dict[str, int]
    first_year: int | None
    last_year: int | None


def holdings_of(documents: Iterable[Document]) -> Holdings:
    """The counts over these documents."""
    held = list(documents)
    years = [d.year for d in held if d.year]
    return Holdings(
        documents=len(held),
        passages=sum(d.passages for d in held),
        pages=sum(d.pages or 0 for d in held),
        kind=_counted(str(d.kind) for d in held),
        language=_counted(d.language or "" for d in held),
        access=_counted(str(d.access) for d in held),
        mechanism=_counted(d.mechanism for d in held if d.mechanism),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))
