"""Who cites a target, of what a reader may see: counted by the database, and light rows of the few that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select, true

from kb.nouns import Access
from kb.nouns.citation import LONGEST_RANGE
from kb.store import schema
from kb.store.read import readable


class Aimed(NamedTuple):
    """What is asked for: citations of any of the targets; with pinpoints those of any of them, of what is inside (3 and
    3.1, and not 30), and of a range that it lies in. ``loose`` targets count only where a citing document's date is
    among ``dates``, or, where that is None, are counted apart. ``but`` are documents whose own citations do not count.
    """

    targets: tuple[str, ...]
    pinpoints: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    dates: frozenset[str] | None = None
    but: tuple[str, ...] = ()


class CitingCell(NamedTuple):
    """How many passages of one document, with one role and language, cite: ``citations`` in all, and whether they name
    the target itself (``strict``, 1 or 0) or a loose one only; ``loosely`` counts the citations of that."""

    document: str
    kind: str
    date: str | None
    state: str | None
    role: str
    language: str | None
    strict: int
    passages: int
    citations: int
    loosely: int


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


def _wanted(aimed: Aimed) -> ColumnElement[bool]:
    link = schema.link.c
    of_target = link.target.in_(sorted({*aimed.targets, *aimed.loose}))
    aims: list[ColumnElement[bool]] = [of_target]
    if aimed.pinpoints:
        # Ranges, because LIKE knows no index here ("/" is the character after "."), and the target in each, because
        # only then SQLite looks into the index for each of them (seen in its query plans).
        aims = [and_(of_target, link.pinpoint.in_(aimed.pinpoints))]
        aims += [and_(of_target, link.pinpoint > f"{each}.", link.pinpoint < f"{each}/") for each in aimed.pinpoints]
        before, number = _before(aimed.pinpoints)
        if before:
            aims.append(and_(of_target, link.pinpoint.in_(before), link.through >= number))
    dated: ColumnElement[bool] = true()
    if aimed.loose and aimed.dates is not None:
        dated = or_(link.target.in_(aimed.targets), schema.document.c.date.in_(sorted(aimed.dates)))
    return and_(or_(*aims), dated, link.document.not_in(aimed.but), _shown())


def _before(pinpoints: Sequence[str]) -> tuple[list[str], int]:
    """The numbers at which a range that holds the pinpoint can begin, in all its spellings; and its own number."""
    numbers = {int(printed) for each in pinpoints if (printed := each.rpartition("-")[2]).isdigit()}
    if len(numbers) != 1:
        return [], 0
    number = numbers.pop()
    heads = [each[: -len(str(number))] for each in pinpoints if each.endswith(str(number))]
    return [f"{head}{n}" for head in heads for n in range(max(1, number - LONGEST_RANGE), number)], number


def _shown() -> ColumnElement[bool]:
    """A text that is held several times cites once."""
    return schema.link.c.document.not_in(select(schema.variant.c.document))


def citing_cells(connection: Connection, aimed: Aimed, clearance: Access) -> list[CitingCell]:
    """Every readable passage that cites, counted by document, role and language; newest document first."""
    link, document, passage = schema.link.c, schema.document.c, schema.passage.c
    loosely = func.sum(case((link.target.in_(aimed.targets), 0), else_=1)) if aimed.loose else func.sum(0)
    dated = aimed.loose and aimed.dates is not None
    source = schema.link.join(schema.document, document.id == link.document) if dated else schema.link
    each = (
        select(link.document, link.anchor, func.count().label("citations"), loosely.label("loosely"))
        .select_from(source)
        .where(_wanted(aimed))
        .group_by(link.document, link.anchor)
        .subquery()
    )
    language = func.coalesce(passage.language, document.language)
    strict = case((each.c.loosely < each.c.citations, 1), else_=0)
    query = (
        select(
            *(document.id, document.kind, document.date, document.state, passage.role, language, strict),
            *(func.count(), func.sum(each.c.citations), func.sum(each.c.loosely)),
        )
        .select_from(
            each.join(schema.document, document.id == each.c.document).join(
                schema.passage, and_(passage.document == each.c.document, passage.anchor == each.c.anchor)
            )
        )
        .where(readable(clearance))
        .group_by(document.id, document.kind, document.date, document.state, passage.role, language, strict)
    )
    cells = [CitingCell._make(row) for row in connection.execute(query)]
    cells.sort(key=lambda cell: cell.document)
    cells.sort(key=lambda cell: cell.date or "", reverse=True)
    return cells


def citing_rows(
    connection: Connection, aimed: Aimed, clearance: Access, *, documents: Sequence[str] | None = None
) -> list[CitingRow]:
    """Every readable citation, newest document first, in the order of its text; of some documents only if told so."""
    link, document, passage = schema.link.c, schema.document.c, schema.passage.c
    query = (
        select(
            *(link.document, link.anchor, link.start, link.end, link.target, link.pinpoint),
            *(document.kind, document.date, document.state, passage.role),
            *(func.coalesce(passage.language, document.language), passage.ordinal),
        )
        .select_from(
            schema.link.join(schema.document, document.id == link.document).join(
                schema.passage, and_(passage.document == link.document, passage.anchor == link.anchor)
            )
        )
        .where(_wanted(aimed), readable(clearance))
    )
    if documents is not None:
        query = query.where(link.document.in_(documents))
    rows = [CitingRow._make(row) for row in connection.execute(query)]
    rows.sort(key=lambda row: (row.document, row.ordinal, row.start))
    rows.sort(key=lambda row: row.date or "", reverse=True)
    return rows


def citing_parts(connection: Connection, aimed: Aimed, clearance: Access, *, most: int) -> list[tuple[str, int]]:
    """The pinpoints that readable passages cite most, with how many passages do."""
    link = schema.link.c
    source = schema.link.join(schema.document, schema.document.c.id == link.document)
    each = select(link.pinpoint, link.document, link.anchor).select_from(source).distinct()
    each = each.where(_wanted(aimed), link.pinpoint != "", readable(clearance))
    inner = each.subquery()
    query = select(inner.c.pinpoint, func.count()).group_by(inner.c.pinpoint)
    rows = connection.execute(query.order_by(func.count().desc(), inner.c.pinpoint).limit(most))
    return [(pinpoint, count) for pinpoint, count in rows]


def citing_count(connection: Connection, aimed: Aimed, clearance: Access) -> int:
    """How many readable passages cite."""
    link = schema.link.c
    source = schema.link.join(schema.document, schema.document.c.id == link.document)
    inner: Select[tuple[str, str]] = (
        select(link.document, link.anchor).select_from(source).where(_wanted(aimed), readable(clearance)).distinct()
    )
    return int(connection.execute(select(func.count()).select_from(inner.subquery())).scalar() or 0)


def targets_of(connection: Connection, documents: Sequence[str]) -> dict[str, list[str]]:
    """Document → the canonical targets it answers to. Ask only for documents that the reader may see."""
    own = schema.document_target.c
    found: dict[str, list[str]] = {name: [] for name in documents}
    query = select(own.document, own.target).where(own.document.in_(documents)).order_by(own.document, own.target)
    for name, target in connection.execute(query):
        found[name].append(target)
    return found
