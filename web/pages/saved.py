"""Saved searches: the list with what is new in each, one with its new passages, and its feed."""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from kb.errors import KBError, NotHeld
from kb.nouns import Access, Query
from kb.saved import News, SavedSearch, feed_of
from kb.saved.feed import MEDIA_TYPE
from kb.wording import worded
from web.asked import Asked
from web.asking import address_of, fields_of, read_query
from web.errors import BadRequest, fault_of
from web.facets import chips_of
from web.i18n import gettext
from web.pages.register import refuse_readers
from web.reply import Reply, see_other
from web.site import Site
from web.templating import page

MOST_COUNTED = 100
MOST_SHOWN = 200
MOST_FED = 500


def saved(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """All of them."""
    return _listed(site)


def _listed(site: Site, *, status: int = 200, **more: Any) -> Reply:
    rows: list[tuple[SavedSearch, int, bool, str]] = []
    for each in site.saved.list():
        try:
            news = site.saved.news(each, most=MOST_COUNTED)
            rows.append((each, len(news.items), news.more, ""))
        except KBError as error:
            rows.append((each, 0, False, error.message))
    values = {
        "title": gettext("Saved searches"),
        "query": None,
        "listed": sorted(rows, key=lambda row: -row[1]),
        "words": lambda each: words_of(site, each.query),
        "address": lambda each: address_of(replace(each.query, fold=True)),
        "may_write": not site.everyone,
        "levels": site.collection.clearance.readable,
        "fault": None,
        "typed": None,
        "fields": (),
    }
    return page("saved.html", status=status, **(values | more))


def words_of(site: Site, query: Query) -> list[str]:
    """What is asked, in words: the question, then each filter."""
    chosen = chips_of(replace(query, fold=True), site.collection.thesaurus)
    chips = [": ".join(filter(None, (chip.field, chip.name))) for chip in chosen]
    return [*filter(None, (query.text,)), *chips]


def add(site: Site, asked: Asked) -> Reply:
    """Save what the form of a page of results holds."""
    refuse_readers(site)
    sent = asked.sent()
    query = read_query(sent)
    typed = {name: sent.one(name, longest=4_000) for name in ("name", "why", "who", "access")}
    level = typed["access"] or Access.INTERNAL.value
    try:
        if level not in tuple(Access):
            raise BadRequest(worded("There is no access level “%(level)s”.", level=level[:40]), where="access")
        made = site.saved.add(typed["name"], query, why=typed["why"], who=typed["who"], access=Access(level))
    except KBError as error:
        return _listed(site, status=400, fault=fault_of(error), typed=typed, fields=fields_of(query))
    return see_other(f"/saved/{made.id}")


def one(site: Site, asked: Asked) -> Reply:
    """One of them with what is new."""
    each = site.saved.by_id(int(asked.args["saved"]))
    news: News | None = None
    fault = None
    try:
        news = site.saved.news(each, most=MOST_SHOWN)
    except KBError as error:
        fault = fault_of(error)
    return page(
        "saved_one.html",
        title=each.name,
        query=None,
        each=each,
        news=news,
        fault=fault,
        words=words_of(site, each.query),
        search=address_of(replace(each.query, fold=True)),
        feed=f"/saved/{each.id}.atom" + (f"?key={quote(each.key)}" if each.key else ""),
        root=site.address,
        may_write=not site.everyone,
    )


def write(site: Site, asked: Asked) -> Reply:
    """Mark what was shown as seen, or remove the search."""
    refuse_readers(site)
    each, sent = site.saved.by_id(int(asked.args["saved"])), asked.sent()
    wanted, upto = sent.one("do"), sent.whole("upto", low=0, high=2**53)
    if wanted == "remove":
        site.saved.remove(each)
        return see_other("/saved")
    if wanted != "seen" or upto is None:
        raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
    site.saved.mark_seen(each, upto)
    return see_other(f"/saved/{each.id}")


def feed(site: Site, asked: Asked) -> Reply:
    """What came since it was saved, as Atom: with its key all that this server may show, else what everybody may see.

    A search that is not public is not there without its key.
    """
    number, key = int(asked.args["saved"]), asked.one("key")
    searches = site.saved_by_everyone
    if key:
        each = site.saved.by_id(number)
        if not each.key or not hmac.compare_digest(each.key.encode(), key.encode()):
            raise NotHeld(worded("There is nothing at this address."))
        searches = site.saved
    each = searches.by_id(number)
    here = f"{site.address}/saved/{each.id}"
    news = searches.since_saved(each, most=MOST_FED)
    body = feed_of(
        news.items,
        title=each.name,
        subtitle=each.why,
        address=here,
        own=f"{here}.atom" + (f"?key={quote(key)}" if key else ""),
        root=site.address,
        saved_at=each.at,
    )
    return Reply(body=body, media_type=MEDIA_TYPE)
