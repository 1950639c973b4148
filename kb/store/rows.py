"""Rows to nouns and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping

from kb.nouns import (
    Access,
    Citation,
    Concept,
    Document,
    Instrument,
    Kind,
    Link,
    Mark,
    PageFacts,
    PageState,
    Passage,
    Role,
)

DOCUMENT_FIELDS = (
    "id",
    "title",
    "kind",
    "language",
    "date",
    "reference",
    "mechanism",
    "state",
    "institutions",
    "themes",
    "access",
    "work",
    "source_url",
    "sha256",
    "media_type",
    "size",
    "pages",
    "passages",
)
PASSAGE_FIELDS = (
    "document",
    "anchor",
    "label",
    "text",
    "ordinal",
    "role",
    "heading",
    "page",
    "language",
    "form",
    "notes",
    "marks",
    "bold",
    "italic",
    "part",
    "repeats",
    "role_score",
    "role_why",
    "role_read",
)
_ROLES = {role.value: role for role in Role}


def document_row(document: Document, name: str) -> dict[str, Any]:
    row: dict[str, Any] = {field: getattr(document, field) for field in DOCUMENT_FIELDS}
    return row | {
        "kind": document.kind.value,
        "access": document.access.value,
        "institutions": list(document.institutions),
        "themes": list(document.themes),
        "name": name,
    }


def to_document(row: RowMapping) -> Document:
    return document_of([row[field] for field in DOCUMENT_FIELDS])


def document_of(values: Sequence[Any]) -> Document:
    """The document whose values these are, in the order of DOCUMENT_FIELDS: a page of hits has dozens."""
    row: dict[str, Any] = dict(zip(DOCUMENT_FIELDS, values, strict=True))
    row["kind"], row["access"] = Kind(row["kind"]), Access(row["access"])
    row["institutions"], row["themes"] = tuple(row["institutions"]), tuple(row["themes"])
    return Document(**row)


def passage_row(passage: Passage) -> dict[str, Any]:
    return {
        "document": passage.document,
        "anchor": passage.anchor,
        "ordinal": passage.ordinal,
        "label": passage.label,
        "role": passage.role.value,
        "heading": passage.heading,
        "page": passage.page,
        "language": passage.language,
        "form": passage.form,
        "notes": passage.notes,
        "marks": tuple([(mark.page, mark.x0, mark.y0, mark.x1, mark.y1) for mark in passage.marks]),
        "bold": passage.bold,
        "italic": passage.italic,
        "part": passage.part,
        "repeats": passage.repeats,
        "role_score": passage.role_score,
        "role_why": passage.role_why,
        "role_read": passage.role_read,
        "text": passage.text,
    }


def to_passage(row: RowMapping) -> Passage:
    return passage_of([row[field] for field in PASSAGE_FIELDS])


def passage_of(values: Sequence[Any]) -> Passage:
    """The passage whose values these are, in the order of PASSAGE_FIELDS: a page of hits has dozens."""
    row: dict[str, Any] = dict(zip(PASSAGE_FIELDS, values, strict=True))
    row["role"], row["heading"], row["notes"] = _ROLES[row["role"]], tuple(row["heading"]), tuple(row["notes"])
    row["marks"] = tuple([Mark(int(page), *box) for page, *box in row["marks"]])
    row["bold"] = tuple([(start, end) for start, end in row["bold"]])
    row["italic"] = tuple([(start, end) for start, end in row["italic"]])
    return Passage(**row)


def page_row(document: str, page: PageFacts) -> dict[str, Any]:
    return {
        "document": document,
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "characters": page.characters,
        "note": page.note,
        "state": page.state.value,
        "score": page.score,
        "repairs": page.repairs,
        "confidence": page.confidence,
    }


def to_page(row: RowMapping) -> PageFacts:
    return PageFacts(
        row["number"],
        row["width"],
        row["height"],
        row["characters"],
        row["note"],
        PageState(row["state"]),
        row["score"],
        tuple(row["repairs"]),
        row["confidence"],
    )


def link_row(link: Link) -> dict[str, Any]:
    citation = link.citation
    return {
        "document": link.document,
        "anchor": link.anchor,
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
        "grammar": citation.grammar,
        "target": citation.target,
        "pinpoint": citation.pinpoint,
        "qualifier": citation.qualifier,
        "through": citation.through,
        "resolved_document": None,
        "resolved_anchor": None,
        "why": "",
        "settled": 0,
    }


def to_link(row: RowMapping) -> Link:
    resolved = row["resolved_document"]
    if resolved and row["resolved_anchor"]:
        resolved = f"{resolved}#{row['resolved_anchor']}"
    citation = Citation(
        text=row["text"],
        start=row["start"],
        end=row["end"],
        grammar=row["grammar"],
        target=row["target"],
        pinpoint=row["pinpoint"],
        qualifier=row["qualifier"],
        through=row["through"],
    )
    return Link(document=row["document"], anchor=row["anchor"], citation=citation, resolved=resolved, why=row["why"])


def to_instrument(facts: dict[str, Any]) -> Instrument:
    return Instrument(
        **{
            **facts,
            "aliases": {language: tuple(names) for language, names in facts["aliases"].items()},
            "references": tuple(facts["references"]),
        }
    )


def to_concept(facts: dict[str, Any]) -> Concept:
    return Concept(
        **{
            **facts,
            "terms": {language: tuple(terms) for language, terms in facts["terms"].items()},
            "related": tuple(facts["related"]),
            "standards": tuple(facts["standards"]),
        }
    )
