"""The same things as the pages, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from kb.shapes import (
    answer_shape,
    document_shape,
    kin_shape,
    likes_shape,
    link_shape,
    original_shape,
    page_shape,
    passage_shape,
)
from kb.similar import more_like
from web.api.openapi import description
from web.asked import MAX_BODY, Asked, is_clean
from web.asking import MAX_LIMIT, read_query
from web.citation_text import cite_passage
from web.errors import BadRequest
from web.holdings import holdings_of
from web.pages.collection import troubles
from web.pages.pages import asked_document, asked_states
from web.reply import Reply, as_json
from web.site import Site

MAX_TEXT = 100_000  # characters in which citations are looked for
LIST_LIMIT = 1_000


def search(site: Site, asked: Asked) -> Reply:
    """``q`` with filters → hits, facets, advice."""
    return as_json(answer_shape(site.collection.search(read_query(asked, limit=10))))


def documents(site: Site, asked: Asked) -> Reply:
    """The documents held, ``limit`` at a time."""
    held = site.collection.documents()
    offset, limit = _window(asked)
    related = site.collection.related
    shapes = [
        document_shape(document) | {"originals": [original_shape(*each) for each in related.originals(document.id)]}
        for document in held[offset : offset + limit]
    ]
    return as_json({"total": len(held), "documents": shapes})


def document(site: Site, asked: Asked) -> Reply:
    """One document with its language siblings and what may be wrong with its pages."""
    held = site.collection.document(asked.args["document"])
    siblings = [document_shape(sibling) for sibling in site.collection.siblings(held)]
    pages = [asdict(facts) for facts in site.collection.pages(held.id)]
    related, instead = site.collection.related, site.collection.related.same_text_as(held.id)
    kin = {
        "same_text_as": instead.id if instead else None,
        "originals": [original_shape(*each) for each in related.originals(held.id)],
        "editions": [kin_shape(each) for each in related.editions(held)],
        "proposed_siblings": [kin_shape(each) for each in related.proposed(held)],
    }
    return as_json(document_shape(held) | kin | {"siblings": siblings, "page_facts": pages})


def passages(site: Site, asked: Asked) -> Reply:
    """The passages of a document in order, ``limit`` at a time."""
    held = site.collection.passages(site.collection.document(asked.args["document"]).id)
    offset, limit = _window(asked)
    shapes = [passage_shape(passage) for passage in held[offset : offset + limit]]
    return as_json({"total": len(held), "passages": shapes})


def passage(site: Site, asked: Asked) -> Reply:
    """One passage with its citation, what it cites and who cites it."""
    held = site.collection.document(asked.args["document"])
    shown = site.collection.passage(held.id, asked.args["anchor"])
    citing = [link for link, *_ in site.collection.citing(held.id, shown.anchor)]
    # One for each citing passage and what it cites, as the citator counts.
    once = {(link.document, link.anchor, link.citation.address): link for link in reversed(citing)}
    return as_json(
        passage_shape(shown)
        | {
            "citation": cite_passage(held, shown, address=site.address),
            "links": [link_shape(link) for link in site.collection.links(held.id, shown.anchor)],
            "cited_by": [link_shape(link) for link in reversed(once.values())],
        }
    )


def similar(site: Site, asked: Asked) -> Reply:
    """The passages most like one, with the words that were looked for."""
    query = read_query(asked, limit=10)
    return as_json(likes_shape(more_like(site.collection, asked.args["document"], asked.args["anchor"], query)))


def cite(site: Site, asked: Asked) -> Reply:
    """The citations in ``text``, or in the body of a POST (plain, or ``{"text": …}``), resolved where they can be."""
    return as_json({"citations": [link_shape(link) for link in site.collection.cite(text_of(asked))]})


def complete(site: Site, asked: Asked) -> Reply:
    """What ``q`` may become: ``completions`` are words, ``suggestions`` also titles, references, themes …"""
    prefix = next(iter(asked.fields.get("q", ())), "")[:100]
    found = site.collection.suggest(prefix) if prefix.strip() else []
    words = [each.text for each in found if each.kind == "word"]
    return as_json({"prefix": prefix, "completions": words, "suggestions": [asdict(each) for each in found]})


def collection(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every call is called alike
    """What is held, and the files that failed."""
    held = asdict(holdings_of(site.collection.documents()))
    failed = troubles(site)[0]
    return as_json(
        held | {"failed": [{"source": state["path"], "error": state["error"]} for state in failed[:LIST_LIMIT]]}
    )


def pages(site: Site, asked: Asked) -> Reply:
    """The pages that were repaired, read by OCR, or left, ``limit`` at a time."""
    states, name = asked_states(asked), asked_document(asked)
    offset, limit = _window(asked)
    found = site.collection.pages_to_check(states, name, limit=limit, offset=offset)
    counts = {str(state): count for state, count in found.states.items()}
    return as_json({"total": found.total, "states": counts, "pages": [page_shape(page) for page in found.pages]})


def openapi(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every call is called alike
    """This interface described."""
    return as_json(description(site.address))


def _window(asked: Asked) -> tuple[int, int]:
    offset = asked.whole("offset", low=0, high=10_000_000) or 0
    limit = asked.whole("limit", low=0, high=LIST_LIMIT)
    return offset, MAX_LIMIT if limit is None else limit


def text_of(asked: Asked) -> str:
    """The text that was sent: ``text`` of the address, or the body, plain or ``{"text": …}``; BadRequest."""
    if not asked.body:
        return asked.one("text", longest=4_000)
    if len(asked.body) > MAX_BODY:
        raise BadRequest("The text is too long.", where="body", advice="Send less at a time.")
    try:
        text = asked.body.decode("utf-8")
        if asked.content_type.partition(";")[0].strip() == "application/json":
            sent = json.loads(text)
            text = sent["text"] if isinstance(sent, dict) and isinstance(sent.get("text"), str) else ""
    except (ValueError, RecursionError):
        raise BadRequest("The body is not what its type says.", where="body", advice="Send UTF-8 text.") from None
    if len(text) > MAX_TEXT or not is_clean(text):
        raise BadRequest(f"Send at most {MAX_TEXT} characters of plain text.", where="body")
    return text
