"""What the writer asks of the store: no reader, no clearance. Nothing here may reach a page or an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from kb.nouns import Access, Concept, Document, Instrument, Link, Passage
from kb.store import schema
from kb.store.rows import to_concept, to_document, to_instrument, to_link, to_passage


def all_sources(connection: Connection) -> dict[str, dict[str, Any]]:
    """Every file ever given, by path."""
    return {row["path"]: dict(row) for row in connection.execute(select(schema.source)).mappings()}


def containers(connection: Connection) -> dict[str, dict[str, Any]]:
    """Every container that was ever opened with its members, by path."""
    return {row["path"]: dict(row) for row in connection.execute(select(schema.container)).mappings()}


def source(connection: Connection, path: str) -> dict[str, Any] | None:
    """What is known of one file, or None."""
    row = connection.execute(select(schema.source).where(schema.source.c.path == path)).mappings().first()
    return dict(row) if row else None


def has_source(connection: Connection, document_id: str) -> bool:
    """Whether any file is on record as an original of the document."""
    query = select(schema.source.c.path).where(schema.source.c.document == document_id)
    return connection.execute(query).first() is not None


def whole(connection: Connection, document_id: str) -> tuple[Document, str, list[Passage], list[Link]] | None:
    """A document with its file name, passages and links; None if there is none."""
    row = connection.execute(select(schema.document).where(schema.document.c.id == document_id)).mappings().first()
    if row is None:
        return None
    passages = select(schema.passage).where(schema.passage.c.document == document_id).order_by(schema.passage.c.ordinal)
    links = select(schema.link).where(schema.link.c.document == document_id).order_by(schema.link.c.id)
    return (
        to_document(row),
        row["name"],
        [to_passage(each) for each in connection.execute(passages).mappings()],
        [to_link(each) for each in connection.execute(links).mappings()],
    )


def ids(connection: Connection) -> list[str]:
    return list(connection.execute(select(schema.document.c.id).order_by(schema.document.c.id)).scalars())


def id_of(connection: Connection, sha256: str) -> str | None:
    """The document whose original has that hash."""
    query = select(schema.document.c.id).where(schema.document.c.sha256 == sha256).order_by(schema.document.c.id)
    return connection.execute(query).scalars().first()


def works(connection: Connection) -> dict[str, list[tuple[str, str]]]:
    """Works that are held in several public documents: the id and hash of each, by work. Variants are left out.

    Of public ones only: what is learnt from them every reader is shown, and it must tell of nothing else.
    """
    column = schema.document.c
    public = column.access == Access.PUBLIC.value
    query = select(column.work, column.id, column.sha256).where(column.work.is_not(None), public, _searched())
    found: dict[str, list[tuple[str, str]]] = {}
    for work, document, sha256 in connection.execute(query.order_by(column.work, column.id)):
        found.setdefault(work, []).append((document, sha256))
    return {work: documents for work, documents in found.items() if len(documents) > 1}


def pending(connection: Connection) -> list[str]:
    return list(connection.execute(select(schema.pending.c.document).order_by(schema.pending.c.document)).scalars())


def unsettled(connection: Connection, limit: int) -> list[tuple[int, Link]]:
    """Citations not looked up since something they could mean came or went, with their row ids."""
    query = select(schema.link).where(schema.link.c.settled == 0).order_by(schema.link.c.id).limit(limit)
    return [(row["id"], to_link(row)) for row in connection.execute(query).mappings()]


def _searched() -> ColumnElement[bool]:
    return schema.document.c.id.not_in(select(schema.variant.c.document))


def passages_by_document(connection: Connection, level: Access) -> dict[str, int]:
    """Document id → number of passages, of one access level: what its index must hold."""
    query = select(schema.passage.c.document, func.count()).join(
        schema.document, schema.document.c.id == schema.passage.c.document
    )
    query = query.where(schema.document.c.access == level.value, _searched()).group_by(schema.passage.c.document)
    return {row[0]: row[1] for row in connection.execute(query)}


def passages_of_level(connection: Connection, level: Access) -> int:
    """How many passages the index of one access level must hold (from the documents' own counts: quick)."""
    query = select(func.sum(schema.document.c.passages)).where(schema.document.c.access == level.value, _searched())
    return int(connection.execute(query).scalar() or 0)


def instruments(connection: Connection) -> list[Instrument]:
    rows = connection.execute(select(schema.instrument.c.facts).order_by(schema.instrument.c.id)).scalars()
    return [to_instrument(facts) for facts in rows]


_IMPORTED_LAST = (schema.concept.c.origin != "shipped", schema.concept.c.origin, schema.concept.c.id)


def concepts(connection: Connection) -> list[tuple[Concept, list[list[list[str]]]]]:
    """The concepts a search knows, with the keys of their terms; an imported one takes the place of a shipped one."""
    column = schema.concept.c
    query = select(column.id, column.facts, column.term_keys).order_by(*_IMPORTED_LAST)
    found = {name: (to_concept(facts), keys) for name, facts, keys in connection.execute(query)}
    return list(found.values())


def term_keys(connection: Connection) -> dict[str, list[list[list[str]]]]:
    """The keys of the terms of the same concepts, by id."""
    column = schema.concept.c
    rows = connection.execute(select(column.id, column.term_keys).order_by(*_IMPORTED_LAST))
    return {row.id: row.term_keys for row in rows}


def setting(connection: Connection, key: str, default: str = "") -> str:
    found = connection.execute(select(schema.setting.c.value).where(schema.setting.c.key == key)).scalar()
    return default if found is None else str(found)


_SEVERAL = select(schema.setting.c.key, schema.setting.c.value).where(
    schema.setting.c.key.in_(bindparam("keys", expanding=True))
)


def settings(connection: Connection, keys: Sequence[str]) -> tuple[str, ...]:
    """Several settings, in this order; "" for one that was never made."""
    held = connection.execute(_SEVERAL, {"keys": keys})
    found: dict[str, str] = {key: str(value) for key, value in held}
    return tuple(found.get(key, "") for key in keys)


def settings_of(connection: Connection, start: str) -> dict[str, str]:
    """The settings whose names begin so and that are not empty."""
    column = schema.setting.c
    rows = connection.execute(select(column.key, column.value).where(column.key.startswith(start, autoescape=True)))
    return {key: str(value) for key, value in rows if value}


def dump(connection: Connection) -> Iterator[tuple[str, list[Any]]]:
    """Every fact of the store in an order that does not depend on the order of writing; row ids and times left out."""
    left_out = {"id": {"passage", "link"}, "seconds": {"source"}, "mtime_ns": {"source"}}
    for table in sorted(schema.METADATA.sorted_tables, key=lambda each: each.name):
        columns = [column for column in table.columns if table.name not in left_out.get(column.name, ())]
        query = select(*columns)
        if table.name == "setting":  # counts of changes tell of the way, not of the result
            query = query.where(table.c.key.not_like("changes.%"))
        rows = [[repr(value) for value in row] for row in connection.execute(query)]
        yield table.name, sorted(rows)


def originals(connection: Connection) -> list[dict[str, Any]]:
    """The hash and file name of every document's original."""
    column = schema.document.c
    query = select(column.id.label("document"), column.sha256, column.name).order_by(column.id)
    return [dict(row) for row in connection.execute(query).mappings()]
