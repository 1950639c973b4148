"""A Query from an address, and an address from a Query: the two halves of every search link."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from kb.nouns import Kind, Query, Role
from kb.search.fields import field_word
from kb.wording import worded
from web.asked import Asked
from web.errors import BadRequest

MAX_QUERY = 1_000
MAX_LIMIT = 100
MAX_OFFSET = 10_000
PER_PAGE = 20

# The field of the query → its parameter, in the order of an address. The names are those of the command line's options.
FILTERS = {
    "kind": "kind",
    "role": "role",
    "language": "lang",
    "institution": "institution",
    "mechanism": "mechanism",
    "state": "state",
    "theme": "theme",
    "document": "document",
}
KNOWN = {"kind": frozenset(Kind), "role": frozenset(Role)}
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
CONCEPT = re.compile(r"[\w:.~-]{1,100}")
DOCUMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,199}")


def read_query(asked: Asked, *, limit: int = PER_PAGE) -> Query:
    """The Query an address holds. ``page`` counts pages from 1; without it ``offset`` counts hits from 0.

    Raises BadRequest for a value that can never be right, naming the field.
    """
    filters: dict[str, Any] = {field: asked.many(name) for field, name in FILTERS.items()}
    for field, values in filters.items():
        for value in values:
            _check(field, value)
    asked_limit = asked.whole("limit", low=0, high=MAX_LIMIT)
    size = limit if asked_limit is None else asked_limit
    page = asked.whole("page", low=1, high=MAX_OFFSET // max(size, 1))
    offset = asked.whole("offset", low=0, high=MAX_OFFSET) or 0
    sort = asked.one("sort") or "relevance"
    if sort not in ("relevance", "date"):
        raise BadRequest(worded("Hits are sorted by “relevance” or “date”."), where="sort")
    return Query(
        text=asked.one("q", longest=MAX_QUERY),
        year_from=asked.whole("from", low=1, high=9999),
        year_to=asked.whole("to", low=1, high=9999),
        exact=asked.flag("exact"),
        without=tuple(_concept(name) for name in asked.many("without")),
        group=asked.flag("group"),
        fold=not asked.flag("all"),
        sort=sort,
        limit=size,
        offset=(page - 1) * size if page else offset,
        **filters,
    )


def _concept(name: str) -> str:
    if not CONCEPT.fullmatch(name):
        raise BadRequest(worded("That is no concept."), where="without")
    return name


def _check(field: str, value: str) -> None:
    if field in KNOWN and value not in KNOWN[field]:
        known = ", ".join(sorted(KNOWN[field]))
        raise BadRequest(
            worded("There is no %(field)s “%(value)s”.", field=field_word(field), value=value),
            where=FILTERS[field],
            advice=worded("There are: %(known)s.", known=known),
        )
    if field == "language" and not LANGUAGE.fullmatch(value):
        raise BadRequest(
            worded("“%(value)s” is no language code.", value=value),
            where="lang",
            advice=worded("Codes look like “sq” or “sr-Cyrl”."),
        )
    if field == "document" and not DOCUMENT.fullmatch(value):
        raise BadRequest(worded("That is no document."), where="document")


def fields_of(query: Query) -> list[tuple[str, str]]:
    """What an address must hold to ask this again, without paging and without what goes without saying."""
    pairs = [("q", query.text)] if query.text else []
    pairs += [(name, value) for field, name in FILTERS.items() for value in getattr(query, field)]
    pairs += [
        (name, str(year)) for name, year in (("from", query.year_from), ("to", query.year_to)) if year is not None
    ]
    pairs += [("without", name) for name in query.without]
    pairs += [(name, "1") for name in ("exact", "group") if getattr(query, name)]
    pairs += [] if query.fold else [("all", "1")]
    return pairs + ([("sort", query.sort)] if query.sort != "relevance" else [])


def address_of(query: Query, *, page: int = 1) -> str:
    """The address of a page of its results."""
    pairs = fields_of(query)
    if query.limit != PER_PAGE:
        pairs.append(("limit", str(query.limit)))
    if page > 1:
        pairs.append(("page", str(page)))
    return "/search" + (f"?{urlencode(pairs)}" if pairs else "")


def is_asking(query: Query) -> bool:
    """False for an address that asks nothing: no words and no filter."""
    return bool(query.text or query.year_from or query.year_to or any(getattr(query, field) for field in FILTERS))
