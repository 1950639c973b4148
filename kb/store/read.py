"""Everything that is asked of the store on a reader's behalf: each query names the levels the reader may see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from kb.citations.law_names import ANY
from kb.citations.law_names import answers as answers_to_name
from kb.judgments import bears_own_numbers
from kb.nouns import Access, Document, Kind, Link, PageFacts, Passage
from kb.store import schema
from kb.store.rows import (
    to_document,
    to_link,
    to_page,
    to_passage,
)

BATCH = 500  # values in one IN (...): below every database's limit


def readable(clearance: Access) -> ColumnElement[bool]:
    """Whether a document is of a level that this clearance may see."""
    return schema.document.c.access.in_([level.value for level in clearance.readable])


def searched() -> ColumnElement[bool]:
    """Not one that another, which all its readers may read, stands for (kb/index/variants)."""
    return schema.document.c.id.not_in(select(schema.variant.c.document))


def documents(connection: Connection, clearance: Access) -> list[Document]:
    """Every readable document, by title; of those with the same text the one that is shown."""
    query = select(schema.document).where(readable(clearance), searched())
    query = query.order_by(schema.document.c.title, schema.document.c.id)
    return [to_document(row) for row in connection.execute(query).mappings()]


def document(connection: Connection, document_id: str, clearance: Access) -> tuple[Document, str] | None:
    """The document and its original's file name, or None if it is not held or not readable."""
    query = select(schema.document).where(schema.document.c.id == document_id, readable(clearance))
    row = connection.execute(query).mappings().first()
    return (to_document(row), row["name"]) if row else None


def siblings(connection: Connection, work: str, clearance: Access) -> list[Document]:
    """The readable documents of one work, by language; of those with the same text the one that is shown."""
    query = select(schema.document).where(schema.document.c.work == work, readable(clearance), searched())
    query = query.order_by(schema.document.c.language, schema.document.c.id)
    return [to_document(row) for row in connection.execute(query).mappings()]


def answering(connection: Connection, target: str, clearance: Access) -> list[Document]:
    """The readable documents that answer to a canonical target, by id; for one that is not searched, the one shown."""
    if target.startswith(ANY):
        laws = select(schema.document).where(schema.document.c.kind == Kind.LAW.value, readable(clearance), searched())
        rows = connection.execute(laws.order_by(schema.document.c.id)).mappings()
        return [law for law in map(to_document, rows) if answers_to_name(law, target)]
    answers, variant = schema.document_target, schema.variant
    held = select(func.coalesce(variant.c.shown, schema.document.c.id)).select_from(
        schema.document.join(answers, answers.c.document == schema.document.c.id).outerjoin(
            variant, variant.c.document == schema.document.c.id
        )
    )
    if target.startswith("doc/"):  # a document's own id, which no table of targets needs to hold
        held = (
            select(func.coalesce(variant.c.shown, schema.document.c.id))
            .select_from(schema.document.outerjoin(variant, variant.c.document == schema.document.c.id))
            .where(schema.document.c.id == target[4:], readable(clearance))
        )
    else:
        held = held.where(answers.c.target == target, readable(clearance))
    query = select(schema.document).where(schema.document.c.id.in_(held)).order_by(schema.document.c.id)
    return [to_document(row) for row in connection.execute(query).mappings()]


def _passages(clearance: Access) -> Select[Any]:
    query = select(schema.passage).join(schema.document, schema.document.c.id == schema.passage.c.document)
    return query.where(readable(clearance))


def passages(connection: Connection, document_id: str, clearance: Access) -> list[Passage]:
    """The passages of a readable document, in order."""
    query = _passages(clearance).where(schema.passage.c.document == document_id).order_by(schema.passage.c.ordinal)
    return [to_passage(row) for row in connection.execute(query).mappings()]


def passage(connection: Connection, document_id: str, anchor: str, clearance: Access) -> Passage | None:
    query = _passages(clearance).where(schema.passage.c.document == document_id, schema.passage.c.anchor == anchor)
    row = connection.execute(query).mappings().first()
    return to_passage(row) if row else None


def around(connection: Connection, at: Passage, clearance: Access, *, before: int, after: int) -> list[Passage]:
    """The passages next to one, itself included, in order."""
    ordinal = schema.passage.c.ordinal
    query = _passages(clearance).where(
        schema.passage.c.document == at.document, ordinal >= at.ordinal - before, ordinal <= at.ordinal + after
    )
    return [to_passage(row) for row in connection.execute(query.order_by(ordinal)).mappings()]


def repeating(connection: Connection, document_id: str, anchor: str, clearance: Access) -> list[Passage]:
    """The items of the document's lists of recommendations that repeat this paragraph, in order."""
    column = schema.passage.c
    query = _passages(clearance).where(column.document == document_id, column.repeats == anchor)
    return [to_passage(row) for row in connection.execute(query.order_by(column.ordinal)).mappings()]


def has_anchor(connection: Connection, document_id: str, anchor: str) -> bool:
    """Whether a citation of the document may lead to this anchor: it is there, and of a judgment it is a paragraph of
    the judgment itself. § 54 of a judgment of fifty-three paragraphs is not § 54 of the dissent annexed to it."""
    column, document = schema.passage.c, schema.document.c
    source = schema.passage.join(schema.document, column.document == document.id)
    query = select(column.heading, document.kind).select_from(source)
    row = connection.execute(query.where(column.document == document_id, column.anchor == anchor)).first()
    return row is not None and not bears_own_numbers(row.kind, tuple(row.heading))


def pages(connection: Connection, document_id: str, clearance: Access) -> list[PageFacts]:
    query = select(schema.page).join(schema.document, schema.document.c.id == schema.page.c.document)
    query = query.where(schema.page.c.document == document_id, readable(clearance)).order_by(schema.page.c.number)
    return [to_page(row) for row in connection.execute(query).mappings()]


def _links(clearance: Access) -> Select[Any]:
    query = select(schema.link).join(schema.document, schema.document.c.id == schema.link.c.document)
    return query.where(readable(clearance)).order_by(schema.link.c.document, schema.link.c.id)


def links(connection: Connection, document_id: str, anchor: str | None, clearance: Access) -> list[Link]:
    """What a document, or one passage of it, cites, in the order of the text."""
    query = _links(clearance).where(schema.link.c.document == document_id)
    if anchor is not None:
        query = query.where(schema.link.c.anchor == anchor)
    return [to_link(row) for row in connection.execute(query).mappings()]


def citing(connection: Connection, document_id: str, anchor: str | None, clearance: Access) -> list[Link]:
    """The readable links that lead to a document, or to one passage of it."""
    query = _links(clearance).where(schema.link.c.resolved_document == document_id, searched())
    if anchor is not None:
        query = query.where(schema.link.c.resolved_anchor == anchor)
    return [to_link(row) for row in connection.execute(query).mappings()]


def aimed_at(connection: Connection, document_id: str, clearance: Access) -> list[Link]:
    """The readable links whose target the document answers to, wherever they were resolved to; its references to its
    own paragraphs too."""
    answers = select(schema.document_target.c.target).where(schema.document_target.c.document == document_id)
    aimed = or_(schema.link.c.target.in_(answers), schema.link.c.target == f"doc/{document_id}")
    query = _links(clearance).where(aimed, searched())
    return [to_link(row) for row in connection.execute(query).mappings()]


def sources(connection: Connection, clearance: Access) -> Iterator[dict[str, Any]]:
    """How the reading of each file ended, by path, for the levels the reader may see."""
    levels = [level.value for level in clearance.readable]
    query = select(schema.source).where(schema.source.c.access.in_(levels)).order_by(schema.source.c.path)
    for row in connection.execute(query).mappings():
        yield dict(row)


def counts(connection: Connection, column: str, clearance: Access) -> dict[str, int]:
    """Readable documents by the values of one column of ``document``."""
    field = schema.document.c[column]
    query = select(field, func.count()).where(readable(clearance), searched()).group_by(field)
    rows = connection.execute(query.order_by(func.count().desc(), field)).all()
    return {str(value): count for value, count in rows if value is not None}


def totals(connection: Connection, clearance: Access) -> dict[str, int]:
    """How many documents, passages, pages and bytes of originals the reader may see."""
    column = schema.document.c
    query = select(func.count(), func.sum(column.passages), func.sum(column.pages)).where(readable(clearance))
    size = select(func.sum(column.size)).where(readable(clearance))  # originals of the same text are all kept
    row = (*connection.execute(query.where(searched())).one(), connection.execute(size).scalar())
    return dict(zip(("documents", "passages", "pages", "bytes"), (int(value or 0) for value in row), strict=True))


def statistics(connection: Connection, clearance: Access) -> dict[str, Any]:
    """Totals of what the reader may see, and documents by kind, language, access level, mechanism and state."""
    fields = ("kind", "language", "access", "mechanism", "state")
    by_field = {field: counts(connection, field, clearance) for field in fields}
    return {**totals(connection, clearance), **by_field}


def languages(connection: Connection, clearance: Access) -> list[str]:
    """The languages of the readable passages."""
    query = select(schema.document.c.language).where(readable(clearance)).distinct()
    found = set(connection.execute(query).scalars())
    if found & {None, "mul"}:  # only then is it worth walking the passages
        mixed = select(schema.document.c.id).where(
            readable(clearance), func.coalesce(schema.document.c.language, "mul") == "mul"
        )
        inner = select(schema.passage.c.language).where(schema.passage.c.document.in_(mixed)).distinct()
        found |= set(connection.execute(inner).scalars())
    return sorted(code for code in found if code and code != "mul")
