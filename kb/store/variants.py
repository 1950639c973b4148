"""What the store knows of texts that are the same: sketches, pairs, and who stands for whom."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, func, insert, select, update

from kb.nouns import Access, Document, Sketch
from kb.store import schema
from kb.store.rows import to_document
from kb.store.write import mark_pending, unsettle

FIRST_KEYS = 8  # of a sketch: two texts that share half of their runs have one of these in common, 98 times in 100

Pair = tuple[str, str]


def put_sketch(connection: Connection, document: str, sketch: Sketch) -> None:
    """Replace what is known of a document's text; what was found of it before is to be found again."""
    for table in (schema.sketch, schema.sketch_key):
        connection.execute(delete(table).where(table.c.document == document))
    pair = schema.same_text
    connection.execute(delete(pair).where((pair.c.first == document) | (pair.c.second == document)))
    row = {
        "document": document,
        "version": sketch.version,
        "words": sketch.words,
        "text": sketch.text,
        "keys": list(sketch.keys),
        "anchors": list(sketch.anchors),
        "lengths": list(sketch.lengths),
        "numbers": list(sketch.numbers),
        "numbered": len(sketch.anchors),
        "settled": 0,
    }
    connection.execute(insert(schema.sketch), [row])
    keys = [{"key": key, "document": document} for key in sketch.keys[:FIRST_KEYS]]
    if keys:
        connection.execute(insert(schema.sketch_key), keys)


def part(connection: Connection, document: str) -> None:
    """Let everyone that stands for the document, or that it stands for, be searched again: something about it changes.

    Called in the transaction of the change, so that a kill leaves nothing unsearched.
    """
    table = schema.variant
    around = (table.c.document == document) | (table.c.shown == document)
    for other in connection.execute(select(table.c.document).where(around)).scalars().all():
        mark_pending(connection, other)
        unsettle(connection, other)
    connection.execute(delete(table).where(around))


def to_sketch(row: RowMapping) -> Sketch:
    return Sketch(
        version=row["version"],
        words=row["words"],
        text=row["text"],
        keys=tuple(row["keys"]),
        anchors=tuple(row["anchors"]),
        lengths=tuple(row["lengths"]),
        numbers=tuple(row["numbers"]),
    )


def sketch(connection: Connection, document: str) -> Sketch:
    """The sketch of a document's text; an empty one where none was made."""
    row = connection.execute(select(schema.sketch).where(schema.sketch.c.document == document)).mappings().first()
    return to_sketch(row) if row else Sketch()


def unsettled(connection: Connection) -> list[str]:
    """The documents whose text has not been compared since it was read, by id."""
    column = schema.sketch.c
    return list(
        connection.execute(select(column.document).where(column.settled == 0).order_by(column.document)).scalars()
    )


def settled(connection: Connection) -> None:
    connection.execute(update(schema.sketch).where(schema.sketch.c.settled == 0).values(settled=1))


def _alike(clearance: Access) -> Select[tuple[object, ...]]:
    """Readable documents with their sketches."""
    levels = [level.value for level in clearance.readable]
    query = select(schema.document, schema.sketch).join(schema.sketch, schema.sketch.c.document == schema.document.c.id)
    return query.where(schema.document.c.access.in_(levels)).order_by(schema.document.c.id)


def _pairs(connection: Connection, query: Select[tuple[object, ...]]) -> list[tuple[Document, Sketch]]:
    # Both tables have a column "text"-like name only in the sketch, so one mapping serves both.
    return [(to_document(row), to_sketch(row)) for row in connection.execute(query).mappings()]


def _may_share(document: str) -> ColumnElement[bool]:
    """Other documents that may share half of their words with it."""
    key, column, other = schema.sketch_key.c, schema.sketch.c, schema.document.c.id
    its = select(key.key).where(key.document == document)
    shares = select(key.document).where(key.key.in_(its))
    same = select(column.document).where(
        column.text == select(column.text).where(column.document == document).scalar_subquery()
    )
    return (other != document) & (other.in_(shares) | other.in_(same))


def alike(connection: Connection, document: str, clearance: Access) -> list[tuple[Document, Sketch]]:
    """Other readable documents that may share half of their words with it, by id."""
    return _pairs(connection, _alike(clearance).where(_may_share(document)))


def alike_ids(connection: Connection, document: str) -> list[str]:
    """The ids of all documents that may share half of their words with it, in order."""
    column = schema.document.c.id
    return list(connection.execute(select(column).where(_may_share(document)).order_by(column)).scalars())


def sketched(connection: Connection, document: str) -> tuple[Document, Sketch]:
    """A document with its sketch; LookupError where there is none."""
    found = _pairs(connection, _alike(Access.RESTRICTED).where(schema.document.c.id == document))
    if not found:
        raise LookupError(document)
    return found[0]


def as_numbered(
    connection: Connection, document: str, fewest: int, most: int, clearance: Access
) -> list[tuple[Document, Sketch]]:
    """Other readable documents with that many numbered passages, by id; those that another stands for left out."""
    query = _alike(clearance).where(
        schema.sketch.c.numbered.between(fewest, most),
        schema.document.c.id != document,
        schema.document.c.id.not_in(select(schema.variant.c.document)),
    )
    return _pairs(connection, query)


def put_pair(connection: Connection, first: str, second: str) -> None:
    """Write down that two documents say the same words."""
    connection.execute(insert(schema.same_text), [{"first": min(first, second), "second": max(first, second)}])


def pairs(connection: Connection) -> list[Pair]:
    column = schema.same_text.c
    return [
        (a, b) for a, b in connection.execute(select(column.first, column.second).order_by(column.first, column.second))
    ]


def all_shown(connection: Connection) -> dict[str, str]:
    """Document → the one that stands for it."""
    column = schema.variant.c
    return {row.document: row.shown for row in connection.execute(select(column.document, column.shown))}


def shown(connection: Connection, document: str) -> str | None:
    """The document that stands for one, or None where it is searched itself. Whoever reads the one reads the other."""
    column = schema.variant.c
    return connection.execute(select(column.shown).where(column.document == document)).scalar()


def put_shown(connection: Connection, document: str, other: str | None) -> None:
    """Let another document stand for one, or none; its index entries are pending, what cited it is looked up again."""
    connection.execute(delete(schema.variant).where(schema.variant.c.document == document))
    if other is not None:
        connection.execute(insert(schema.variant), [{"document": document, "shown": other}])
    mark_pending(connection, document)
    unsettle(connection, document)


def of(connection: Connection, documents: Iterable[str]) -> list[tuple[Document, int]]:
    """Documents by id, each with the number of its pages that could not be read as text."""
    column, page = schema.document.c, schema.page.c
    found = []
    for document in sorted(documents):
        row = connection.execute(select(schema.document).where(column.id == document)).mappings().one()
        bad = select(func.count()).where(page.document == document, page.state.not_in(("text", "repaired", "blank")))
        found.append((to_document(row), int(connection.execute(bad).scalar() or 0)))
    return found


def stood_for(
    connection: Connection, clearance: Access, document: str | None = None
) -> dict[str, list[tuple[Document, str]]]:
    """Shown document → the readable documents it stands for, each with its file name, by id; of all, or of one."""
    variant, levels = schema.variant, [level.value for level in clearance.readable]
    query = select(schema.document, variant.c.shown).join(variant, variant.c.document == schema.document.c.id)
    query = query.where(schema.document.c.access.in_(levels)).order_by(schema.document.c.id)
    if document is not None:
        query = query.where(variant.c.shown == document)
    found: dict[str, list[tuple[Document, str]]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["shown"], []).append((to_document(row), row["name"]))
    return found
