"""Institutions in the store: what is known of each, where texts name them, when they were visited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Integer, String, Table, delete, func, select

from kb.nouns import Access, Institution, Mention, Visit
from kb.store import schema
from kb.store.bulk import put_rows
from kb.store.read import readable, searched

# A copy, so that a search knows them without the corpus: ``origin`` is "shipped", else the name of the file it was in.
institution = Table(
    "institution",
    schema.METADATA,
    Column("id", String, primary_key=True),
    Column("origin", String, primary_key=True),
    Column("facts", JSON, nullable=False, server_default="{}"),
)

mention = Table(
    "mention",
    schema.METADATA,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("anchor", String, primary_key=True, server_default=""),  # "" for what the title names
    Column("found_in", String, primary_key=True, server_default="text"),
    Column("start", Integer, primary_key=True, server_default="0"),
    Column("institution", String, primary_key=True, index=True),
    Column("end", Integer, nullable=False, server_default="0"),
)

visit = Table(
    "visit",
    schema.METADATA,
    Column("document", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),  # in the order of the report
    Column("anchor", String, nullable=False, server_default=""),
    Column("institutions", JSON, nullable=False, server_default="[]"),
    Column("begins", String, nullable=False, server_default="", index=True),
    Column("ends", String, nullable=False, server_default=""),
    Column("kind", String, nullable=False, server_default=""),
    Column("mechanism", String),
)


def put(connection: Connection, institutions: Iterable[Institution], *, origin: str) -> None:
    """Keep the institutions of one origin in place of those before."""
    connection.execute(delete(institution).where(institution.c.origin == origin))
    put_rows(connection, institution, [{"id": one.id, "origin": origin, "facts": asdict(one)} for one in institutions])


def held(connection: Connection, *, without: str = "") -> list[Institution]:
    """Every institution, by id; one of a file takes the place of a shipped one. ``without`` leaves an origin out."""
    column = institution.c
    query = select(column.id, column.facts).where(column.origin != without)
    query = query.order_by(column.origin != "shipped", column.origin, column.id)
    found = {name: _to_institution(facts) for name, facts in connection.execute(query)}
    return [found[name] for name in sorted(found)]


def origins(connection: Connection) -> dict[str, str]:
    """Where each institution's facts are from, by id: "shipped" or the name of a file."""
    column = institution.c
    query = select(column.id, column.origin).order_by(column.origin != "shipped", column.origin, column.id)
    return {row.id: row.origin for row in connection.execute(query)}


def put_found(connection: Connection, document: str, mentions: Sequence[Mention], visits: Sequence[Visit]) -> None:
    """Keep where a document names institutions and of which visits it tells, in place of what was found before."""
    put_mentions(connection, document, mentions)
    connection.execute(delete(visit).where(visit.c.document == document))
    put_rows(connection, visit, [_visit_row(one, number) for number, one in enumerate(visits)])


def put_mentions(connection: Connection, document: str, mentions: Sequence[Mention]) -> None:
    """Keep where a document names institutions, in place of what was found before."""
    connection.execute(delete(mention).where(mention.c.document == document))
    put_rows(connection, mention, [_mention_row(one) for one in dict.fromkeys(mentions)])


def mentions(connection: Connection, document: str, anchor: str | None = None) -> list[Mention]:
    """Where a document, or one passage of it, names institutions; whether the reader may see it is asked before."""
    query = select(mention).where(mention.c.document == document)
    if anchor is not None:
        query = query.where(mention.c.anchor == anchor)
    query = query.order_by(mention.c.anchor, mention.c.found_in, mention.c.start, mention.c.institution)
    return [Mention(**row) for row in connection.execute(query).mappings()]


def visits(connection: Connection, clearance: Access, document: str | None = None) -> list[Visit]:
    """The visits that readable documents tell of, newest first; of texts that are the same, the one that is shown."""
    query = select(visit).join(schema.document, schema.document.c.id == visit.c.document)
    query = query.where(readable(clearance), searched())
    if document is not None:
        query = query.where(visit.c.document == document)
    query = query.order_by(visit.c.begins.desc(), visit.c.document, visit.c.number)
    return [_to_visit(dict(row)) for row in connection.execute(query).mappings()]


def counts(connection: Connection, clearance: Access) -> dict[str, dict[str, int]]:
    """For each institution that is named: in how many readable documents and passages."""
    query = select(mention.c.institution, mention.c.document, func.count(mention.c.anchor.distinct()))
    query = query.join(schema.document, schema.document.c.id == mention.c.document)
    query = query.where(readable(clearance), searched(), mention.c.anchor != "")
    found: dict[str, Counter[str]] = {}
    for name, _, passages in connection.execute(query.group_by(mention.c.institution, mention.c.document)):
        found.setdefault(name, Counter()).update(documents=1, passages=passages)
    return {name: dict(one) for name, one in found.items()}


def _to_institution(facts: dict[str, Any]) -> Institution:
    lists = {
        key: {language: tuple(some) for language, some in facts.get(key, {}).items()} for key in ("aliases", "places")
    }
    return Institution(**{**facts, **lists})


def _mention_row(one: Mention) -> dict[str, Any]:
    return {
        "document": one.document,
        "anchor": one.anchor,
        "found_in": one.found_in,
        "start": one.start,
        "institution": one.institution,
        "end": one.end,
    }


def _visit_row(one: Visit, number: int) -> dict[str, Any]:
    return {
        "document": one.document,
        "number": number,
        "anchor": one.anchor,
        "institutions": one.institutions,
        "begins": one.begins,
        "ends": one.ends,
        "kind": one.kind,
        "mechanism": one.mechanism,
    }


def _to_visit(row: dict[str, Any]) -> Visit:
    del row["number"]
    return Visit(**{**row, "institutions": tuple(row["institutions"])})


def titled(connection: Connection, name: str) -> set[str]:
    """The ids of the documents whose title names an institution; whether the reader may see them is asked after."""
    query = select(mention.c.document).where(mention.c.institution == name, mention.c.found_in == "title")
    return set(connection.execute(query).scalars())
