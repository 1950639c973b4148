"""Everything that changes the store. Each function is one transaction of the connection it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kb.nouns import Concept, Document, Instrument, Link, Reading
from kb.store import arrivals, schema
from kb.store.bulk import change_rows, put_rows
from kb.store.changes import count_change
from kb.store.rows import document_row, link_row, page_row, passage_row

_OF_READING = (schema.passage, schema.page, schema.link, schema.document_target)


def unsettle(connection: Connection, document: str) -> None:
    """What pointed at the document, or waits for a target it answers to, is to be looked up again."""
    link, target = schema.link, schema.document_target
    answers = select(target.c.target).where(target.c.document == document)
    connection.execute(
        update(link)
        .where((link.c.resolved_document == document) | link.c.target.in_(answers))
        .values(settled=0, resolved_document=None, resolved_anchor=None, why="")
    )


def put_reading(connection: Connection, reading: Reading, *, name: str, targets: Iterable[str]) -> None:
    """Replace the document with what was read; its links start unsettled, its index entries pending."""
    document = reading.document
    unsettle(connection, document.id)
    arrivals.unsettle(connection, document.id)
    held = connection.execute(select(schema.document.c.id).where(schema.document.c.id == document.id)).first()
    row = document_row(document, name)
    if held:  # updated in place: sources and what people add point at the row
        connection.execute(update(schema.document).where(schema.document.c.id == document.id).values(row))
        for table in (*_OF_READING, schema.register_mark):
            connection.execute(delete(table).where(table.c.document == document.id))
    else:
        connection.execute(insert(schema.document), [row])
    put_rows(connection, schema.passage, [passage_row(passage) for passage in reading.passages])
    put_rows(connection, schema.page, [page_row(document.id, page) for page in reading.pages])
    put_rows(connection, schema.link, [link_row(link) for link in reading.links])
    put_rows(
        connection,
        schema.document_target,
        [{"target": target, "document": document.id} for target in sorted(set(targets))],
    )
    unsettle(connection, document.id)
    mark_pending(connection, document.id)


def mark_pending(connection: Connection, document: str) -> None:
    count_change(connection)
    known = connection.execute(select(schema.pending.c.document).where(schema.pending.c.document == document)).first()
    if not known:
        connection.execute(insert(schema.pending), [{"document": document}])


def clear_pending(connection: Connection, documents: Iterable[str]) -> None:
    connection.execute(delete(schema.pending).where(schema.pending.c.document.in_(list(documents))))


def update_document(connection: Connection, document: Document, *, name: str, targets: Iterable[str]) -> None:
    """Change the facts of a document whose text is the same (access level, title from a manifest, name)."""
    unsettle(connection, document.id)
    connection.execute(
        update(schema.document).where(schema.document.c.id == document.id).values(document_row(document, name))
    )
    connection.execute(delete(schema.document_target).where(schema.document_target.c.document == document.id))
    put_rows(
        connection,
        schema.document_target,
        [{"target": target, "document": document.id} for target in sorted(set(targets))],
    )
    unsettle(connection, document.id)
    mark_pending(connection, document.id)


def remove_document(connection: Connection, document: str) -> None:
    """Forget the document; what cited it keeps its citation, unresolved again."""
    unsettle(connection, document)
    connection.execute(delete(schema.document).where(schema.document.c.id == document))
    mark_pending(connection, document)


def put_source(connection: Connection, row: Mapping[str, Any]) -> None:
    """Record how the reading of one file ended."""
    connection.execute(delete(schema.source).where(schema.source.c.path == row["path"]))
    connection.execute(insert(schema.source), [dict(row)])


def remove_source(connection: Connection, path: str) -> None:
    connection.execute(delete(schema.source).where(schema.source.c.path == path))


def put_container(connection: Connection, row: Mapping[str, Any]) -> None:
    """Record what was found in one archive, mailbox or message."""
    remove_container(connection, row["path"])
    connection.execute(insert(schema.container), [dict(row)])


def remove_container(connection: Connection, path: str) -> None:
    connection.execute(delete(schema.container).where(schema.container.c.path == path))


def settle_links(connection: Connection, links: Iterable[tuple[int, Link]]) -> None:
    """Write down where citations lead, or why they lead nowhere."""
    rows: list[dict[str, Any]] = []
    for row_id, link in links:
        document, _, anchor = (link.resolved or "").partition("#")
        found = {"resolved_document": document or None, "resolved_anchor": anchor or None, "why": link.why}
        rows.append({"settled": 1, **found, "id": row_id})
    change_rows(connection, schema.link, rows)


def _facts(noun: Concept | Instrument) -> dict[str, Any]:
    """Its fields as they are; ``dataclasses.asdict`` would copy each of thousands of terms first."""
    return {field.name: getattr(noun, field.name) for field in fields(noun)}


def put_instruments(connection: Connection, instruments: Iterable[Instrument]) -> None:
    """Keep a copy of the catalogue."""
    connection.execute(delete(schema.instrument))
    put_rows(connection, schema.instrument, [{"id": item.id, "facts": _facts(item)} for item in instruments])


def put_concepts(connection: Connection, concepts: Iterable[tuple[Concept, Any]], *, origin: str) -> None:
    """Keep concepts with the keys of their terms, in place of those of that origin that were there."""
    connection.execute(delete(schema.concept).where(schema.concept.c.origin == origin))
    rows = [{"id": each.id, "origin": origin, "facts": _facts(each), "term_keys": keys} for each, keys in concepts]
    put_rows(connection, schema.concept, rows)


def put_setting(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(schema.setting).where(schema.setting.c.key == key))
    connection.execute(insert(schema.setting), [{"key": key, "value": value}])
