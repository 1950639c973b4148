"""Who cites a target: light rows without text, of what a reader may see; thousands of them in a few milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from kb.nouns import Access
from kb.store import schema
from kb.store.read import readable


class CitingRow(NamedTuple):
    """One citation without its text: what it aims at, and the facts by which it is sorted, grouped and counted."""

    document: str
    anchor: str
    start: int
    end: int
    target: str
    pinpoint: str
    kind: str
    date: str | None
    state: str | None
    role: str
    language: str | None
    ordinal: int

    @property
    def key(self) -> str:
        return f"{self.document}#{self.anchor}"


def _aimed(targets: Iterable[str], pinpoints: Sequence[str]) -> ColumnElement[bool]:
    """Citations of a target; with pinpoints those of any of them and of what is inside: 3 and 3.1, and not 30."""
    link = schema.link.c
    of_target = link.target.in_(sorted(targets))
    if not pinpoints:
        return of_target
    # Ranges, because LIKE knows no index here ("/" is the character after "."), and the target in each, because only
    # then SQLite looks into the index for each of them (seen in its query plans).
    inside = [and_(of_target, link.pinpoint > f"{each}.", link.pinpoint < f"{each}/") for each in pinpoints]
    return or_(and_(of_target, link.pinpoint.in_(pinpoints)), *inside)


def _shown() -> ColumnElement[bool]:
    """A text that is held several times cites once."""
    return schema.link.c.document.not_in(select(schema.variant.c.document))


def citing_rows(
    connection: Connection, targets: Iterable[str], pinpoints: Sequence[str], clearance: Access
) -> list[CitingRow]:
    """Every readable citation of the targets, newest document first, in the order of its text."""
    link, document, passage = schema.link.c, schema.document.c, schema.passage.c
    language = func.coalesce(passage.language, document.language)
    query = (
        select(
            link.document,
            link.anchor,
            link.start,
            link.end,
            link.target,
            link.pinpoint,
            document.kind,
            document.date,
            document.state,
            passage.role,
            language,
            passage.ordinal,
        )
        .select_from(
            schema.link.join(schema.document, document.id == link.document).join(
                schema.passage, and_(passage.document == link.document, passage.anchor == link.anchor)
            )
        )
        .where(_aimed(targets, pinpoints), readable(clearance), _shown())
    )
    rows = [CitingRow._make(row) for row in connection.execute(query)]
    rows.sort(key=lambda row: (row.document, row.ordinal, row.start))
    rows.sort(key=lambda row: row.date or "", reverse=True)
    return rows


def citing_count(
    connection: Connection,
    targets: Iterable[str],
    pinpoints: Sequence[str],
    clearance: Access,
    *,
    but: Sequence[str] = (),
) -> int:
    """How many readable passages, but for those of some documents, cite the targets."""
    link = schema.link.c
    source = schema.link.join(schema.document, schema.document.c.id == link.document)
    wanted = (_aimed(targets, pinpoints), readable(clearance), _shown(), link.document.not_in(but))
    inner: Select[tuple[str, str]] = select(link.document, link.anchor).select_from(source).where(*wanted).distinct()
    return int(connection.execute(select(func.count()).select_from(inner.subquery())).scalar() or 0)


def targets_of(connection: Connection, documents: Sequence[str]) -> dict[str, list[str]]:
    """Document → the canonical targets it answers to. Ask only for documents that the reader may see."""
    own = schema.document_target.c
    found: dict[str, list[str]] = {name: [] for name in documents}
    query = select(own.document, own.target).where(own.document.in_(documents)).order_by(own.document, own.target)
    for name, target in connection.execute(query):
        found[name].append(target)
    return found
