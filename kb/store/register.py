"""The register of recommendations in the store: what was made of passages, and the history that people write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, tuple_, update

from kb.nouns import Access, Progress, Role, StatusEntry
from kb.store import schema
from kb.store.bulk import put_rows
from kb.store.changes import SAID, count_change
from kb.store.fetching import BATCH


class Row(NamedTuple):
    """One recommendation without its text; ``date``, ``state``, ``mechanism``, ``language``, ``work`` are its
    document's."""

    document: str
    anchor: str
    ordinal: int
    addressees: list[str]
    themes: list[str]
    institutions: list[str]
    standards: list[str]
    stems: list[str]
    date: str
    mechanism: str
    state: str
    language: str
    work: str

    @property
    def key(self) -> str:
        return f"{self.document}#{self.anchor}"

    @property
    def text(self) -> tuple[str, str]:
        """What the same recommendation has in every language version of its report."""
        return self.work or self.document, self.anchor


class Registered(NamedTuple):
    """A passage that recommends or finds, with the addresses it cites."""

    anchor: str
    role: Role
    ordinal: int
    text: str
    headings: list[str]
    language: str | None
    cited: list[str]


class Said(NamedTuple):
    """One entry of a history, with the passage it was written on and the text that stood there."""

    document: str
    anchor: str
    quoted: str
    entry: StatusEntry


class Tie(NamedTuple):
    """What a person says of two passages (``kind``: repeats, answers); ``holds`` False where they deny it."""

    kind: str
    passage: str
    other: str
    holds: bool
    who: str
    at: str


def unmarked(connection: Connection, mark: str) -> list[str]:
    """The documents whose recommendations were made by other rules than these, or not yet."""
    made = select(schema.register_mark.c.document).where(schema.register_mark.c.mark == mark)
    query = select(schema.document.c.id).where(schema.document.c.id.not_in(made)).order_by(schema.document.c.id)
    return list(connection.execute(query).scalars())


def put_registered(connection: Connection, document: str, rows: Sequence[dict[str, Any]], *, mark: str) -> None:
    """Replace what was made of a document's passages."""
    for table in (schema.registered, schema.register_mark):
        connection.execute(delete(table).where(table.c.document == document))
    put_rows(connection, schema.registered, rows)
    connection.execute(insert(schema.register_mark), [{"document": document, "mark": mark}])
    count_change(connection)


def unmark(connection: Connection, document: str) -> None:
    """The roles of a document's passages have changed: its recommendations are to be made anew."""
    connection.execute(delete(schema.register_mark).where(schema.register_mark.c.document == document))


def registered(connection: Connection, document: str) -> list[Registered]:
    """The document's passages that recommend or find, in order."""
    passage, link = schema.passage.c, schema.link.c
    query = select(passage.anchor, passage.ordinal, passage.text, passage.heading, passage.language, passage.role)
    query = query.where(passage.document == document, passage.role.in_([Role.RECOMMENDATION, Role.FINDING]))
    rows = connection.execute(query.order_by(passage.ordinal)).all()
    cited: dict[str, dict[str, None]] = {}
    if rows:
        targets = select(link.anchor, link.target, link.pinpoint).where(link.document == document).order_by(link.id)
        for anchor, target, pinpoint in connection.execute(targets):
            cited.setdefault(anchor, {})[f"{target}#{pinpoint}" if pinpoint else target] = None
    return [
        Registered(row[0], Role(row[5]), row[1], row[2], list(row[3]), row[4], list(cited.get(row[0], ())))
        for row in rows
    ]


def rows(
    connection: Connection, clearance: Access, key: str | None = None, *, role: Role = Role.RECOMMENDATION
) -> list[Row]:
    """Every readable recommendation (or finding), newest document first, then in the order of the text; or the one of a
    passage, with its versions in other languages."""
    own, held = schema.registered.c, schema.document.c
    facts = (held.date, held.mechanism, held.state, held.language, held.work)
    query = select(
        own.document,
        own.anchor,
        own.ordinal,
        own.addressees,
        own.themes,
        own.institutions,
        own.standards,
        own.stems,
        *(func.coalesce(fact, "") for fact in facts),
    ).select_from(schema.registered.join(schema.document, held.id == own.document))
    query = query.where(
        held.access.in_([level.value for level in clearance.readable]),
        held.id.not_in(select(schema.variant.c.document)),
        own.role == role.value,
    )
    if key is not None:
        document, _, anchor = key.partition("#")
        work = select(schema.document.c.work).where(schema.document.c.id == document).scalar_subquery()
        query = query.where(own.anchor == anchor, (own.document == document) | (held.work == work))
    query = query.order_by(func.coalesce(held.date, "").desc(), own.document, own.ordinal)
    return [Row(*row) for row in connection.execute(query)]


def _to_said(row: Any) -> Said:
    entry = StatusEntry(
        status=Progress(row.status),
        date=row.date,
        evidence=row.evidence,
        note=row.note,
        who=row.who,
        at=row.at,
        id=row.id,
    )
    return Said(row.document, row.anchor, row.quoted, entry)


def history(connection: Connection, keys: Iterable[str]) -> list[Said]:
    """What was said of recommendations under these keys, as those of the language versions of one, oldest first."""
    own, wanted = schema.status_entry, sorted(set(keys))
    found: list[Said] = []
    for at in range(0, len(wanted), BATCH):
        places = [tuple(key.split("#", 1)) for key in wanted[at : at + BATCH]]
        query = select(own).where(tuple_(own.c.document, own.c.anchor).in_(places))
        found += [_to_said(row) for row in connection.execute(query)]
    return sorted(found, key=lambda each: each.entry.id)


def last_words(connection: Connection, *, after: int = 0) -> dict[str, StatusEntry]:
    """The last entry, by key, of every recommendation that has one newer than the entry ``after``."""
    own = schema.status_entry
    last = select(func.max(own.c.id)).where(own.c.id > after).group_by(own.c.document, own.c.anchor)
    said = [_to_said(row) for row in connection.execute(select(own).where(own.c.id.in_(last)))]
    return {f"{each.document}#{each.anchor}": each.entry for each in said}


def said_of(connection: Connection, document: str | None = None) -> list[Said]:
    """Every entry of a document's recommendations, or of all, oldest first."""
    own = schema.status_entry
    query = select(own).order_by(own.c.id)
    return [_to_said(row) for row in connection.execute(query.where(own.c.document == document) if document else query)]


def add_entry(
    connection: Connection, key: str, quoted: str, entry: StatusEntry, *, after: int | None = None, of: Iterable[str]
) -> bool:
    """Write one entry; whether it was written. Given ``after``, only where that is the id of the last one (0 for none)
    under the keys ``of`` the same recommendation.

    The count of changes is written first: on SQLite that takes the write lock, so that two writers come one after the
    other and the second sees what the first has written.
    """
    count_change(connection, SAID)
    said = history(connection, of)
    if after is not None and (said[-1].entry.id if said else 0) != after:
        return False
    document, _, anchor = key.partition("#")
    values = {"document": document, "anchor": anchor, "quoted": quoted, "status": entry.status.value}
    values |= {"date": entry.date, "evidence": entry.evidence, "note": entry.note, "who": entry.who, "at": entry.at}
    connection.execute(insert(schema.status_entry).values(values))
    return True


def move_said(connection: Connection, document: str, anchor: str, to: str) -> None:
    """The passage stands under another anchor now: its history and its ties go along."""
    own, tie = schema.status_entry, schema.tie
    connection.execute(update(own).where(own.c.document == document, own.c.anchor == anchor).values(anchor=to))
    connection.execute(update(tie).where(tie.c.document == document, tie.c.anchor == anchor).values(anchor=to))
    other = (tie.c.other_document == document) & (tie.c.other_anchor == anchor)
    connection.execute(update(tie).where(other).values(other_anchor=to))


def texts(connection: Connection, document: str) -> dict[str, tuple[str, str]]:
    """The text and the label of each passage of a document by its anchor."""
    passage = schema.passage.c
    query = select(passage.anchor, passage.text, passage.label).where(passage.document == document)
    return {row[0]: (row[1], row[2]) for row in connection.execute(query.order_by(passage.ordinal))}


def ties(connection: Connection, keys: Iterable[str]) -> list[Tie]:
    """What people said of these passages and others, the latest word of each pair."""
    own, wanted, found = schema.tie, sorted(set(keys)), {}
    for at in range(0, len(wanted), BATCH):
        batch = set(wanted[at : at + BATCH])
        names = [key.partition("#")[0] for key in batch]
        query = select(own).where(own.c.document.in_(names) | own.c.other_document.in_(names)).order_by(own.c.id)
        for row in connection.execute(query):
            one, other = f"{row.document}#{row.anchor}", f"{row.other_document}#{row.other_anchor}"
            if one in batch or other in batch:
                found[(row.kind, one, other)] = Tie(row.kind, one, other, bool(row.holds), row.who, row.at)
    return list(found.values())


def add_tie(connection: Connection, said: Tie) -> None:
    """Write down what a person says of two passages."""
    (document, _, anchor), (other, _, other_anchor) = said.passage.partition("#"), said.other.partition("#")
    values = {"kind": said.kind, "document": document, "anchor": anchor, "other_document": other}
    values |= {"other_anchor": other_anchor, "who": said.who, "at": said.at}
    connection.execute(insert(schema.tie).values({**values, "holds": int(said.holds)}))
    count_change(connection, SAID)
