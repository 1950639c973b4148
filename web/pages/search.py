"""The results of a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kb.errors import KBError, NotHeld, QueryError
from kb.nouns import Answer, Query
from kb.search.mend import repaired
from web.asked import Asked
from web.asking import MAX_OFFSET, address_of, fields_of, is_asking, read_query
from web.errors import fault_of
from web.facets import chips_of, facets_of, others_of, years_of
from web.marked import misread
from web.pages.box import led_elsewhere, named_page
from web.pages.export import FORMAT_NAMES
from web.reply import Reply
from web.site import Site
from web.templating import page

LONGEST_SHOWN = 1_000  # characters of a question: more than the box takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a page of hits stands among all; addresses are "" where there is no such page."""

    number: int
    last: int
    first_hit: int
    last_hit: int
    before: str
    after: str


def results(site: Site, asked: Asked) -> Reply:
    """The hits with facets, chips, paging; a question that cannot be read is shown with its place, status 400."""
    query = read_query(asked)
    if (elsewhere := led_elsewhere(site, asked)) is not None:
        return elsewhere
    if not is_asking(query):
        return page("search.html", **_nothing(site, query))
    try:
        answer = site.collection.search(query)
    except QueryError as error:
        shown = _nothing(site, replace(query, text=shortened(query.text)))
        shown |= {"fault": fault_of(error), "misread": misread(query.text, error.where)}
        return page("search.html", status=400, **shown)
    values = _nothing(site, query) | {
        "answer": answer,
        "facets": facets_of(query, answer, site.collection.thesaurus),
        "years": years_of(query, answer),
        "others": others_of(query, answer, site.collection.thesaurus),
        "paging": paging(query, answer),
        "direct": direct(site, answer),
        "named_page": named_page(site, query.text),
        "repaired": repaired(query.text),
        "without_filters": address_of(Query(text=query.text, fold=True)) if query.text else "",
        "in_document": lambda document: address_of(replace(query, document=(document,), group=False, offset=0)),
    }
    return page("search.html", **values)


def shortened(text: str) -> str:
    """A question as it is shown again: one that is far too long is not sent back whole."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _nothing(site: Site, query: Query) -> dict[str, Any]:
    other = "date" if query.sort == "relevance" else "relevance"
    return {
        "title": query.text,
        "query": query,
        "fields": fields_of(query),
        "chips": chips_of(query, site.collection.thesaurus),
        "answer": None,
        "facets": (),
        "years": (),
        "others": (),
        "paging": None,
        "direct": None,
        "named_page": "",
        "formats": FORMAT_NAMES,
        "fault": None,
        "misread": None,
        "repaired": "",
        "without_filters": "",
        "may_save": not site.everyone,
        "levels": site.collection.clearance.readable,
        "other_sort": (other, address_of(replace(query, sort=other, offset=0))),
        "other_fold": address_of(replace(query, fold=not query.fold, offset=0)),
        "other_group": address_of(replace(query, group=not query.group, offset=0)),
    }


def paging(query: Query, answer: Answer) -> Paging:
    """The place of this page; pages end where the offset's limit does."""
    size = max(query.limit, 1)
    number = query.offset // size + 1
    last = min((answer.total - answer.folded + size - 1) // size, MAX_OFFSET // size)
    return Paging(
        number=number,
        last=last,
        first_hit=query.offset + 1,
        last_hit=query.offset + len(answer.hits),
        before=address_of(query, page=number - 1) if number > 1 else "",
        after=address_of(query, page=number + 1) if number < last else "",
    )


def direct(site: Site, answer: Answer) -> tuple[str, str] | None:
    """The address and the name of the one passage or document that the query names; None where it names none."""
    if not answer.direct:
        return None
    document, _, anchor = answer.direct.removeprefix("/d/").partition("/p/")
    try:
        name = site.collection.document(document).title
        label = site.collection.passage(document, anchor).label if anchor else ""
    except NotHeld:
        return None
    except KBError:
        return answer.direct, answer.direct
    return answer.direct, ", ".join(filter(None, (name, label)))
