"""The pages a person should look at, asked on a reader's behalf."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, case, func, select

from kb.nouns import TO_CHECK, Access, PageState, PagesToCheck, PageToCheck
from kb.store import schema
from kb.store.rows import to_document, to_page

MOST_DOCUMENTS = 100

_PAGES = schema.page.join(schema.document, schema.document.c.id == schema.page.c.document)


def pages_to_check(
    connection: Connection,
    clearance: Access,
    *,
    states: Sequence[PageState] = (),
    document: str = "",
    limit: int = 50,
    offset: int = 0,
) -> PagesToCheck:
    """The pages in these states (all of TO_CHECK where none is named), worst first, then by title and number.

    A document that another one stands for is left out unless it is named.
    """
    page, held = schema.page.c, schema.document.c
    readable = held.access.in_([level.value for level in clearance.readable])
    searched = held.id.not_in(select(schema.variant.c.document))
    of_document = held.id == document if document else searched
    in_state = page.state.in_(states or TO_CHECK)

    query = select(page.state, func.count()).select_from(_PAGES).group_by(page.state)
    rows = connection.execute(query.where(readable, of_document, page.state.in_(TO_CHECK)))
    counted = {str(row[0]): int(row[1]) for row in rows}
    by_state = {state: counted[state.value] for state in TO_CHECK if state.value in counted}
    return PagesToCheck(
        total=sum(count for state, count in by_state.items() if not states or state in states),
        pages=_pages(connection, readable & of_document & in_state, limit, offset),
        states=by_state,
        documents=_documents(connection, readable & searched & in_state),
    )


def _documents(connection: Connection, where: ColumnElement[bool]) -> tuple[tuple[str, str, int], ...]:
    held, count = schema.document.c, func.count()
    query = select(held.id, held.title, count).select_from(_PAGES).where(where).group_by(held.id, held.title)
    found = connection.execute(query.order_by(count.desc(), held.title, held.id).limit(MOST_DOCUMENTS))
    return tuple((row[0], row[1], row[2]) for row in found)


def _pages(connection: Connection, where: ColumnElement[bool], limit: int, offset: int) -> tuple[PageToCheck, ...]:
    page, held = schema.page.c, schema.document.c
    rank = case({state.value: place for place, state in enumerate(TO_CHECK)}, value=page.state)
    query = select(schema.page).select_from(_PAGES).where(where)
    query = query.order_by(rank, held.title, held.id, page.number).limit(limit).offset(offset)
    rows = connection.execute(query).mappings().all()
    names = {row["document"] for row in rows}
    found = connection.execute(select(schema.document).where(held.id.in_(names))).mappings()
    documents = {row["id"]: to_document(row) for row in found}
    first = _first_passages(connection, names, {row["number"] for row in rows})
    return tuple(
        PageToCheck(documents[row["document"]], to_page(row), first.get((row["document"], row["number"])))
        for row in rows
    )


def _first_passages(connection: Connection, documents: set[str], pages: set[int]) -> dict[tuple[str, int], str]:
    """(document, page) → the anchor of the first passage that begins there."""
    passage = schema.passage.c
    query = select(passage.document, passage.page, passage.anchor).where(
        passage.document.in_(documents), passage.page.in_(pages)
    )
    found: dict[tuple[str, int], str] = {}
    for document, page, anchor in connection.execute(query.order_by(passage.document, passage.ordinal)):
        found.setdefault((document, page), anchor)
    return found
