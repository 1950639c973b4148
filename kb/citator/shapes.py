"""The citator's answers as JSON objects: one set of field names for the command line and for ``/api``."""

from __future__ import annotations

from typing import Any

from kb.citator.address import path_of
from kb.citator.answer import CitingPassage, Page
from kb.citator.authorities import Authority, Listed
from kb.citator.printed import printed
from kb.nouns import Document, Passage
from kb.shapes import link_shape

Shape = dict[str, Any]


def page_shape(page: Page) -> Shape:
    """All about one address; ``url`` is its permanent page."""
    return {
        "address": page.aim.address,
        "name": page.name,
        "url": path_of(page.aim.address),
        "same_as": list(page.aim.targets),
        "documents": [_document(document) for document in page.aim.documents],
        "texts": [_text(document, passage) for document, passage in page.texts],
        "total": page.total,
        "citations": page.citations,
        "groups": page.groups,
        "citing": [citing_shape(each) for each in page.citing],
        "facets": page.facets,
        "years": {str(year): groups for year, groups in page.years.items()},
        "parts": [
            {"address": part.address, "name": printed(part.address), "passages": part.passages} for part in page.parts
        ],
        "cites": [link_shape(link) for link in page.cites],
        "why": page.why,
        "advice": list(page.advice),
    }


def _document(document: Document) -> Shape:
    return {
        "document": document.id,
        "title": document.title,
        "language": document.language,
        "date": document.date,
        "url": f"/d/{document.id}",
    }


def _text(document: Document, passage: Passage) -> Shape:
    return {
        "document": document.id,
        "title": document.title,
        "anchor": passage.anchor,
        "label": passage.label,
        "language": passage.language or document.language,
        "text": passage.text,
        "url": passage.url,
    }


def citing_shape(each: CitingPassage) -> Shape:
    """A passage that cites; ``spans`` are half-open offsets into ``sentence``, in characters."""
    return {
        "group": each.group,
        "document": each.document.id,
        "title": each.document.title,
        "kind": str(each.document.kind),
        "date": each.document.date,
        "state": each.document.state,
        "anchor": each.passage.anchor,
        "label": each.passage.label,
        "role": str(each.passage.role),
        "language": each.passage.language or each.document.language,
        "sentence": each.sentence.text,
        "spans": [list(span) for span in each.sentence.spans],
        "cites": list(each.addresses),
        "portion": each.portion.kind if each.portion is not None else "",
        "portion_title": each.portion.title if each.portion is not None else "",
        "url": each.passage.url,
    }


def listed_shape(each: Listed) -> Shape:
    """A reference of a list."""
    return {
        "line": each.line,
        "text": each.text,
        "address": each.address,
        "name": each.name,
        "resolved": each.resolved or None,
        "title": each.title,
        "url": each.url,
        "why": each.why,
        "advice": " ".join(f"{line}." for line in each.advice),
        "candidates": [{"place": place, "title": title} for place, title in each.candidates],
    }


def authority_shape(each: Authority) -> Shape:
    """A row of a document's table of authorities."""
    return {
        "kind": each.kind,
        "address": each.address,
        "name": each.name,
        "url": each.url,
        "held": each.held,
        "why": each.why,
        "pinpoints": list(each.pinpoints),
        "cited_in": [one._asdict() for one in each.cited_in],
    }


def list_rows(listed: list[Listed]) -> list[list[str]]:
    """A list of references as a table, its heads first."""
    heads = ["line", "text", "address", "name", "title", "resolved", "url", "why", "advice"]
    rows = [listed_shape(each) for each in listed]
    return [heads, *([str(row[head] or "") for head in heads] for row in rows)]


def table_rows(table: list[Authority]) -> list[list[str]]:
    """A document's table of authorities as a table, its heads first."""
    heads = ["kind", "address", "name", "pinpoints", "cited_in", "held", "why", "url"]
    return [
        heads,
        *(
            [
                *(each.kind, each.address, each.name, " ".join(each.pinpoints)),
                *(" ".join(one.anchor for one in each.cited_in), "yes" if each.held else "no", each.why, each.url),
            ]
            for each in table
        ),
    ]
