"""A document: its facts, its contents, its passages in order."""

from __future__ import annotations

from kb.citator import aim_of_passage, path_of
from web.asked import Asked
from web.citation_text import cite_document
from web.concepts import theme_name
from web.contents import contents_of, new_headings
from web.pages.export import FORMAT_NAMES, cited_as
from web.reply import Reply
from web.site import Site
from web.templating import page

PER_PAGE = 200


def document(site: Site, asked: Asked) -> Reply:
    """The document's page; long documents in parts of 200 passages, ``part`` counts from 1."""
    held = site.collection.document(asked.args["document"])
    passages = site.collection.passages(held.id)
    parts = max((len(passages) + PER_PAGE - 1) // PER_PAGE, 1)
    part = asked.whole("part", low=1, high=parts) or 1
    shown = passages[(part - 1) * PER_PAGE : part * PER_PAGE]
    rows, trail = [], passages[(part - 1) * PER_PAGE - 1].heading if part > 1 else ()
    for passage in shown:
        rows.append((new_headings(trail, passage), passage))
        trail = passage.heading if passage.form != "footnote" else trail
    return page(
        "document.html",
        title=held.title,
        query=None,
        document=held,
        rows=rows,
        contents=[(entry, place(entry.ordinal, entry.anchor, part)) for entry in contents_of(passages)],
        part=part,
        parts=parts,
        per_part=PER_PAGE,
        total=len(passages),
        siblings=site.collection.siblings(held),
        instead=site.collection.related.same_text_as(held.id),
        originals=site.collection.related.originals(held.id)[1:],
        editions=site.collection.related.editions(held),
        proposed=site.collection.related.proposed(held),
        pages=site.collection.pages(held.id),
        original_name=site.collection.original_name(held.id),
        themes=[theme_name(site.collection.thesaurus, theme) for theme in held.themes],
        citator_path=path_of(aim_of_passage(site.collection, held).address),
        styles=cited_as(site, held),
        formats=FORMAT_NAMES,
        citation=f"{cite_document(held)}, {site.address}/d/{held.id}",
    )


def place(ordinal: int, anchor: str, part: int = 1) -> str:
    """Where a passage stands on its document's page, seen from the part that is shown: ``?part=2#p-41``."""
    its = ordinal // PER_PAGE + 1
    return f"#p-{anchor}" if its == part else f"?part={its}#p-{anchor}"
