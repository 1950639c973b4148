"""The nouns as JSON objects: one set of field names for the command line and for ``/api``."""

from __future__ import annotations

from typing import Any

from kb.index.variants.related import Kin
from kb.nouns import Answer, Copy, Document, Expansion, Hit, Link, PageToCheck, Passage, Recommendation
from kb.similar import Likes

Shape = dict[str, Any]


def document_shape(document: Document) -> Shape:
    """Everything known of a document."""
    return {
        "document": document.id,
        "title": document.title,
        "kind": str(document.kind),
        "language": document.language,
        "date": document.date,
        "reference": document.reference,
        "mechanism": document.mechanism,
        "state": document.state,
        "institutions": list(document.institutions),
        "themes": list(document.themes),
        "access": str(document.access),
        "work": document.work,
        "source_url": document.source_url,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "size": document.size,
        "pages": document.pages,
        "passages": document.passages,
        "url": f"/d/{document.id}",
    }


def original_shape(document: Document, name: str) -> Shape:
    """One original of a text: where it is downloaded, and its own permanent address."""
    return {
        "document": document.id,
        "name": name,
        "media_type": document.media_type,
        "size": document.size,
        "sha256": document.sha256,
        "access": str(document.access),
        "download": f"/original/{document.id}",
    }


def kin_shape(kin: Kin) -> Shape:
    """Another edition, or a likely version in another language, with the reason."""
    return {
        "document": kin.document.id,
        "title": kin.document.title,
        "language": kin.document.language,
        "date": kin.document.date,
        "score": round(kin.score, 3),
        "why": kin.why,
        "url": f"/d/{kin.document.id}",
    }


def page_shape(page: PageToCheck) -> Shape:
    """A page that should be looked at; ``url`` is of the first passage on it, else of the document."""
    facts = page.facts
    return {
        "document": page.document.id,
        "title": page.document.title,
        "page": facts.number,
        "state": str(facts.state),
        "repairs": list(facts.repairs),
        "confidence": facts.confidence,
        "score": facts.score,
        "characters": facts.characters,
        "note": facts.note,
        "anchor": page.anchor,
        "url": page.url,
        "picture": page.picture,
    }


def passage_shape(passage: Passage) -> Shape:
    """A passage; ``bold`` and ``italic`` are half-open offsets into ``text``, in characters; ``marks`` are its lines on
    the pages of the original, in fractions of the page from its top left."""
    return {
        "document": passage.document,
        "anchor": passage.anchor,
        "label": passage.label,
        "role": str(passage.role),
        "heading": list(passage.heading),
        "page": passage.page,
        "language": passage.language,
        "text": passage.text,
        "form": passage.form,
        "notes": list(passage.notes),
        "part": passage.part,
        "repeats": passage.repeats,
        "role_score": passage.role_score,
        "role_why": passage.role_why,
        "role_read": passage.role_read,
        "bold": [list(span) for span in passage.bold],
        "italic": [list(span) for span in passage.italic],
        "marks": [{"page": m.page, "x0": m.x0, "y0": m.y0, "x1": m.x1, "y1": m.y1} for m in passage.marks],
        "url": passage.url,
    }


def recommendation_shape(each: Recommendation) -> Shape:
    """A recommendation with its history, oldest first."""
    return {
        "passage": each.key,
        "document": each.document.id,
        "anchor": each.passage.anchor,
        "label": each.passage.label,
        "title": each.document.title,
        "date": each.document.date,
        "text": each.passage.text,
        "addressees": [str(one) for one in each.addressees],
        "themes": list(each.themes),
        "institutions": list(each.institutions),
        "standards": list(each.standards),
        "status": str(each.status),
        "said": str(each.said),
        "answered": each.answered,
        "seen": each.seen,
        "lost": each.lost,
        "versions": dict(each.versions),
        "history": [
            {
                "id": entry.id,
                "status": str(entry.status),
                "date": entry.date,
                "evidence": entry.evidence,
                "note": entry.note,
                "who": entry.who,
                "at": entry.at,
            }
            for entry in each.history
        ],
        "url": each.passage.url,
    }


def link_shape(link: Link) -> Shape:
    """A citation with where it leads, or why it leads nowhere."""
    return {
        "document": link.document,
        "anchor": link.anchor,
        "text": link.citation.text,
        "start": link.citation.start,
        "end": link.citation.end,
        "grammar": link.citation.grammar,
        "target": link.citation.target,
        "pinpoint": link.citation.pinpoint,
        "resolved": link.resolved,
        "why": link.why,
    }


def hit_shape(hit: Hit) -> Shape:
    """A hit; ``highlights`` are half-open offsets into ``snippet``, in characters."""
    return {
        "document": hit.document,
        "title": hit.title,
        "anchor": hit.anchor,
        "label": hit.label,
        "page": hit.page,
        "language": hit.language,
        "role": str(hit.role),
        "kind": str(hit.kind),
        "date": hit.date,
        "heading": list(hit.heading),
        "score": round(hit.score, 4),
        "snippet": hit.snippet.text,
        "highlights": [list(span) for span in hit.snippet.spans],
        "more": hit.more,
        "also": [_copy_shape(copy) for copy in hit.also],
        "url": hit.url,
    }


def _copy_shape(copy: Copy) -> Shape:
    return {
        "document": copy.document,
        "title": copy.title,
        "anchor": copy.anchor,
        "label": copy.label,
        "page": copy.page,
        "date": copy.date,
        "language": copy.language,
        "url": copy.url,
    }


def answer_shape(answer: Answer) -> Shape:
    """A page of hits with what surrounds it."""
    return {
        "query": answer.query,
        "took_ms": round(answer.took_ms, 2),
        "total": answer.total,
        "folded": answer.folded,
        "hits": [hit_shape(hit) for hit in answer.hits],
        "facets": answer.facets,
        "expanded": list(answer.expanded),
        "expansions": [expansion_shape(each) for each in answer.expansions],
        "advice": list(answer.advice),
        "direct": answer.direct,
    }


def expansion_shape(expansion: Expansion) -> Shape:
    """Words that were looked for besides those typed."""
    return {
        "id": expansion.id,
        "words": expansion.words,
        "name": expansion.name,
        "terms": {language: list(terms) for language, terms in expansion.terms.items()},
        "source": expansion.source,
    }


def likes_shape(found: Likes) -> Shape:
    """The passages most like one, with the words that were looked for."""
    return {
        "document": found.passage.document,
        "anchor": found.passage.anchor,
        "took_ms": round(found.took_ms, 2),
        "words": list(found.words),
        "expansions": [expansion_shape(each) for each in found.expansions],
        "hits": [hit_shape(hit) for hit in found.hits],
    }
