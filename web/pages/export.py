"""Citations for other programs: of a document, a passage, or the hits of a search, as a file to download."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.citing import FORMATS, STYLES, Facts, facts_of
from kb.errors import NotHeld
from kb.nouns import Document, Passage
from kb.wording import worded
from web.asked import Asked
from web.asking import is_asking, read_query
from web.reply import Reply, disposition
from web.site import Site

MOST_HITS = 500  # of a search in one file

# The formats as people know them.
FORMAT_NAMES = {"bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON", "csv": "CSV"}


def of_document(site: Site, asked: Asked) -> Reply:
    """``/d/<document>/export/<format>``."""
    held = site.collection.document(asked.args["document"])
    return _file(asked, [facts_of(site.collection, held, root=site.address)], held.id)


def of_passage(site: Site, asked: Asked) -> Reply:
    """``/d/<document>/p/<anchor>/export/<format>``."""
    held = site.collection.document(asked.args["document"])
    shown = site.collection.passage(held.id, asked.args["anchor"])
    return _file(asked, [facts_of(site.collection, held, shown, root=site.address)], f"{held.id}-{shown.anchor}")


def of_search(site: Site, asked: Asked) -> Reply:
    """``/search/export/<format>`` with a search's fields: its hits, at most 500, in their order."""
    query = replace(read_query(asked), limit=MOST_HITS, offset=0)
    if not is_asking(query):
        raise NotHeld(worded("There is nothing at this address."))
    found = [(hit.document, hit.anchor) for hit in site.collection.search(query).hits]
    documents = {name: site.collection.document(name) for name in dict.fromkeys(name for name, _ in found)}
    entries = [
        facts_of(site.collection, documents[name], site.collection.passage(name, anchor), root=site.address)
        for name, anchor in found
    ]
    return _file(asked, entries, "search")


def _file(asked: Asked, entries: Sequence[Facts], name: str) -> Reply:
    chosen = FORMATS.get(asked.args["format"])
    if chosen is None:
        raise NotHeld(worded("There is nothing at this address."))
    mark = "\ufeff" if chosen.suffix == "csv" else ""  # spreadsheets know UTF-8 by it
    body = (mark + chosen.write(entries)).encode("utf-8", "replace")
    return Reply(
        body=body,
        media_type=chosen.media_type,
        headers={"Content-Disposition": disposition(f"{name}.{chosen.suffix}")},
    )


def cited_as(site: Site, document: Document, passage: Passage | None = None) -> list[tuple[str, str]]:
    """The citation in each style: its name and the words. The plain one is the page's own."""
    facts = facts_of(site.collection, document, passage, root=site.address)
    return [(name, style(facts)) for name, style in STYLES.items() if name != "plain"]
