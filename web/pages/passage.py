"""A passage at its permanent address, with the page of the original beside it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.citator import Asking, aim_of_passage, citator, path_of
from kb.errors import NotHeld
from kb.nouns import Document, Link, Mark, PageFacts, Passage
from kb.repeated import repeated_in, repeats
from web.asked import Asked
from web.citation_text import cite_passage, pinpoint
from web.pages.document import place
from web.pages.export import FORMAT_NAMES, cited_as
from web.pages.notice import notice_of
from web.pages.originals import has_page_images
from web.pages.relations import cites_of
from web.reply import Reply
from web.site import Site
from web.templating import body, page

MOST_CITING = 50
MOST_SHEETS = 4
NEAR = 10  # passages to look through for a neighbour that is no footnote
A4 = (595.0, 842.0)  # points; the size of a page nothing is known of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of the original with the passage's lines on it; its size in whole points keeps its space."""

    number: int
    width: int
    height: int
    marks: tuple[Mark, ...]


def passage(site: Site, asked: Asked) -> Reply:
    """The passage's page."""
    held = site.collection.document(asked.args["document"])
    shown = site.collection.passage(held.id, asked.args["anchor"])
    links = site.collection.links(held.id, shown.anchor)
    aim = aim_of_passage(site.collection, held, shown.anchor)
    cited = citator(site.collection, aim, Asking(whole_list=True, limit=MOST_CITING))  # the number of its own page
    within = {
        place.key: place for _, other, place in site.collection.citing(held.id, shown.anchor) if other.id == held.id
    }
    before, after = neighbours(site.collection.around(shown, before=NEAR, after=NEAR), shown)
    citation = cite_passage(held, shown, address=site.address)
    pages = site.collection.pages(held.id)
    return page(
        "passage.html",
        title=", ".join(filter(None, (held.title, pinpoint(held, shown)))),
        query=None,
        document=held,
        passage=shown,
        pinpoint=pinpoint(held, shown),
        in_document=f"/d/{held.id}{place(shown.ordinal, shown.anchor)}",
        before=before,
        after=after,
        notes=[note for note in (_found(site, held.id, anchor) for anchor in shown.notes) if note],
        repeats=repeats(site.collection, shown),
        repeated=repeated_in(site.collection, shown),
        sheets=sheets_of(held, shown, pages) if has_page_images(held) else (),
        notice=notice_of(shown, pages),
        citation=citation,
        quotation=f"“{body(shown).strip()}” ({citation})",
        links=links,
        cites=cites_of(site, held, shown, [(link, _target(site, link)) for link in links]),
        citator_path=path_of(aim.address),
        styles=cited_as(site, held, shown),
        formats=FORMAT_NAMES,
        citing=cited.citing,
        citing_total=cited.total,
        within=sorted(within.values(), key=lambda place: place.ordinal)[:MOST_CITING],
        siblings=[(d, p) for d in site.collection.siblings(held) if (p := _found(site, d.id, shown.anchor))],
    )


def neighbours(passages: list[Passage], shown: Passage) -> tuple[Passage | None, Passage | None]:
    """The passages before and after it in the text; footnotes are met where they belong, not on the way."""
    line = [p for p in passages if p.form != "footnote" or p.anchor == shown.anchor]
    at = next((n for n, p in enumerate(line) if p.anchor == shown.anchor), None)
    if at is None:
        return None, None
    return (line[at - 1] if at else None), (line[at + 1] if at + 1 < len(line) else None)


def sheets_of(document: Document, passage: Passage, pages: list[PageFacts]) -> tuple[Sheet, ...]:
    """The pages that the passage stands on, at most four, each with its own marks."""
    numbers = sorted({mark.page for mark in passage.marks} or ({passage.page} if passage.page else set()))
    sizes = {facts.number: (facts.width, facts.height) for facts in pages}
    sheets = []
    for number in numbers[:MOST_SHEETS]:
        width, height = sizes.get(number, A4)
        if document.pages is not None and not 1 <= number <= document.pages:
            continue
        marks = tuple(mark for mark in passage.marks if mark.page == number)
        sheets.append(Sheet(number=number, width=round(width) or 595, height=round(height) or 842, marks=marks))
    return tuple(sheets)


def _found(site: Site, document: str, anchor: str) -> Passage | None:
    try:
        return site.collection.passage(document, anchor)
    except NotHeld:
        return None


def _target(site: Site, link: Link) -> Document | None:
    if not link.resolved:
        return None
    try:
        return site.collection.document(link.resolved.partition("#")[0])
    except NotHeld:
        return None
