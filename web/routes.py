"""Every address of the site and who answers it. ``<name>`` is one part of the path."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import NotHeld
from kb.wording import worded
from web.api import calls, citations, lists
from web.asked import Asked
from web.assets import asset
from web.pages import (
    about,
    authorities,
    basket,
    brief,
    citator,
    collection,
    document,
    export,
    home,
    institution,
    kept_brief,
    originals,
    pages,
    passage,
    questions,
    recommendation,
    register,
    register_files,
    saved,
    search,
    similar,
    theme,
)
from web.reply import Reply
from web.site import Handler, Site

DOCUMENT = "<document:re:[A-Za-z0-9][A-Za-z0-9._~-]{0,199}>"
INSTITUTION = "<institution:re:[a-z0-9][a-z0-9-]{0,99}>"
THEME = "<theme:re:[a-zA-Z0-9][a-zA-Z0-9:._-]{0,99}>"
SAVED = "<saved:re:[1-9][0-9]{0,8}>"
ANCHOR = "<anchor:re:[A-Za-z0-9][A-Za-z0-9._~-]{0,199}>"
NUMBER = "<number:re:[0-9]{1,9}>"
FORMAT = "<format:re:[a-z]{1,20}>"


@dataclass(frozen=True, slots=True)
class Route:
    """A pattern of Bottle's, its handler, and the methods it answers to."""

    pattern: str
    handler: Handler
    methods: tuple[str, ...] = ("GET",)


def static(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """A file of the interface."""
    found = asset(asked.args["name"])
    if found is None:
        raise NotHeld(worded("There is nothing at this address."))
    return found


def robots(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """No machine shall gather what is here."""
    return Reply(body=b"User-agent: *\nDisallow: /\n", media_type="text/plain; charset=utf-8")


ROUTES = (
    Route("/", home.home),
    Route("/search", search.results),
    Route(f"/d/{DOCUMENT}", document.document),
    Route(f"/d/{DOCUMENT}/p/{ANCHOR}", passage.passage),
    Route(f"/similar/{DOCUMENT}/{ANCHOR}", similar.similar),
    Route(f"/d/{DOCUMENT}/export/{FORMAT}", export.of_document),
    Route(f"/d/{DOCUMENT}/p/{ANCHOR}/export/{FORMAT}", export.of_passage),
    Route(f"/search/export/{FORMAT}", export.of_search),
    Route(f"/d/{DOCUMENT}/authorities", authorities.of_document),
    Route("/cite/<target:path>", citator.cite),
    Route("/authorities", authorities.authorities, ("GET", "POST")),
    Route(f"/original/{DOCUMENT}", originals.original),
    Route(f"/page/{DOCUMENT}/<number:re:[0-9]{{1,5}}>.png", originals.page_image),
    Route("/institutions", institution.institutions),
    Route(f"/institution/{INSTITUTION}", institution.institution),
    Route("/themes", theme.themes),
    Route(f"/theme/{THEME}", theme.theme),
    Route("/register", register.register),
    Route("/register", register.write, ("POST",)),
    Route("/register.csv", register_files.as_csv),
    Route("/register.xlsx", register_files.as_xlsx),
    Route("/register/import", register_files.take, ("POST",)),
    Route(f"/register/{DOCUMENT}/{ANCHOR}", recommendation.recommendation),
    Route(f"/register/{DOCUMENT}/{ANCHOR}", recommendation.write, ("POST",)),
    Route("/basket", basket.basket),
    Route("/basket/add", basket.add, ("POST",)),
    Route(f"/basket/{NUMBER}", basket.basket),
    Route(f"/basket/{NUMBER}", basket.write, ("POST",)),
    Route(f"/basket/{NUMBER}/file/{FORMAT}", basket.file),
    Route("/brief", brief.brief),
    Route("/brief", brief.keep, ("POST",)),
    Route("/brief/file", brief.file, ("POST",)),
    Route(f"/brief/file/{FORMAT}", brief.file),
    Route(f"/brief/{NUMBER}", kept_brief.kept_brief),
    Route(f"/brief/{NUMBER}", kept_brief.write, ("POST",)),
    Route(f"/brief/{NUMBER}/file/{FORMAT}", kept_brief.file),
    Route("/questions", questions.questions),
    Route("/questions", questions.ask, ("POST",)),
    Route("/saved", saved.saved),
    Route("/saved", saved.add, ("POST",)),
    Route(f"/saved/{SAVED}", saved.one),
    Route(f"/saved/{SAVED}", saved.write, ("POST",)),
    Route(f"/saved/{SAVED}.atom", saved.feed),
    Route("/collection", collection.collection),
    Route("/pages", pages.pages),
    Route("/about", about.about),
    Route("/static/<name:re:[a-z][a-z0-9.-]{0,40}>", static),
    Route("/robots.txt", robots),
    Route("/api/search", calls.search),
    Route("/api/documents", calls.documents),
    Route(f"/api/documents/{DOCUMENT}", calls.document),
    Route(f"/api/documents/{DOCUMENT}/passages", calls.passages),
    Route(f"/api/passages/{DOCUMENT}/{ANCHOR}", calls.passage),
    Route(f"/api/similar/{DOCUMENT}/{ANCHOR}", calls.similar),
    Route("/api/cite", calls.cite, ("GET", "POST")),
    Route("/api/citator/<target:path>", citations.cite),
    Route("/api/authorities", citations.authorities, ("GET", "POST")),
    Route(f"/api/documents/{DOCUMENT}/authorities", citations.of_document),
    Route("/api/questions", lists.questions, ("POST",)),
    Route("/api/saved", lists.saved),
    Route(f"/api/saved/{SAVED}/new", lists.new),
    Route("/api/complete", calls.complete),
    Route("/api/collection", calls.collection),
    Route("/api/pages", calls.pages),
    Route("/api/openapi.json", calls.openapi),
)
