"""What each answer looks like, as JSON Schema. Objects are closed: a field that is not here is not sent."""

from __future__ import annotations

from typing import Any

from kb.nouns import Access, Kind, PageState, Role

Shape = dict[str, Any]

TEXT: Shape = {"type": "string"}
WHOLE: Shape = {"type": "integer"}
NUMBER: Shape = {"type": "number"}
TEXT_OR_NULL: Shape = {"type": ["string", "null"]}
WHOLE_OR_NULL: Shape = {"type": ["integer", "null"]}
NUMBER_OR_NULL: Shape = {"type": ["number", "null"]}
COUNTS: Shape = {"type": "object", "additionalProperties": WHOLE}


def _list(of: Shape) -> Shape:
    return {"type": "array", "items": of}


def _ref(name: str) -> Shape:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**properties: Shape) -> Shape:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _enum(values: type[Access] | type[Kind] | type[PageState] | type[Role]) -> Shape:
    return {"type": "string", "enum": [str(value) for value in values]}


DOCUMENT: dict[str, Shape] = {
    "document": TEXT,
    "title": TEXT,
    "kind": _enum(Kind),
    "language": TEXT_OR_NULL,
    "date": TEXT_OR_NULL,
    "reference": TEXT_OR_NULL,
    "mechanism": TEXT_OR_NULL,
    "state": TEXT_OR_NULL,
    "institutions": _list(TEXT),
    "themes": _list(TEXT),
    "access": _enum(Access),
    "work": TEXT_OR_NULL,
    "source_url": TEXT_OR_NULL,
    "sha256": TEXT,
    "media_type": TEXT,
    "size": WHOLE,
    "pages": WHOLE_OR_NULL,
    "passages": WHOLE,
    "url": TEXT,
}
PASSAGE: dict[str, Shape] = {
    "document": TEXT,
    "anchor": TEXT,
    "label": TEXT,
    "role": _enum(Role),
    "heading": _list(TEXT),
    "page": WHOLE_OR_NULL,
    "language": TEXT_OR_NULL,
    "text": TEXT,
    "form": TEXT,
    "notes": _list(TEXT),
    "part": TEXT,
    "repeats": TEXT,
    "role_score": NUMBER,
    "role_why": TEXT,
    "role_read": TEXT,
    "bold": _list(_list(WHOLE)),
    "italic": _list(_list(WHOLE)),
    "marks": _list(_object(page=WHOLE, x0=NUMBER, y0=NUMBER, x1=NUMBER, y1=NUMBER)),
    "url": TEXT,
}
LINK: dict[str, Shape] = {
    "document": TEXT,
    "anchor": TEXT,
    "text": TEXT,
    "start": WHOLE,
    "end": WHOLE,
    "grammar": TEXT,
    "target": TEXT,
    "pinpoint": TEXT,
    "resolved": TEXT_OR_NULL,
    "why": TEXT,
}
ERROR: Shape = {
    "type": "object",
    "properties": {"kind": TEXT, "message": TEXT, "advice": TEXT, "where": TEXT},
    "required": ["kind", "message"],
}

SCHEMAS: dict[str, Shape] = {
    "Document": _object(**DOCUMENT),
    "Original": _object(
        document=TEXT, name=TEXT, media_type=TEXT, size=WHOLE, sha256=TEXT, access=_enum(Access), download=TEXT
    ),
    "Kin": _object(
        document=TEXT, title=TEXT, language=TEXT_OR_NULL, date=TEXT_OR_NULL, score=NUMBER, why=TEXT, url=TEXT
    ),
    "DocumentListed": _object(**DOCUMENT, originals=_list(_ref("Original"))),
    "Documents": _object(total=WHOLE, documents=_list(_ref("DocumentListed"))),
    "PageFacts": _object(
        number=WHOLE,
        width=NUMBER,
        height=NUMBER,
        characters=WHOLE,
        note=TEXT,
        state=_enum(PageState),
        score=NUMBER,
        repairs=_list(TEXT),
        confidence=NUMBER_OR_NULL,
    ),
    "PageToCheck": _object(
        document=TEXT,
        title=TEXT,
        page=WHOLE,
        state=_enum(PageState),
        repairs=_list(TEXT),
        confidence=NUMBER_OR_NULL,
        score=NUMBER,
        characters=WHOLE,
        note=TEXT,
        anchor=TEXT_OR_NULL,
        url=TEXT,
        picture=TEXT_OR_NULL,
    ),
    "PagesToCheck": _object(total=WHOLE, states=COUNTS, pages=_list(_ref("PageToCheck"))),
    "DocumentWhole": _object(
        **DOCUMENT,
        same_text_as=TEXT_OR_NULL,
        originals=_list(_ref("Original")),
        editions=_list(_ref("Kin")),
        proposed_siblings=_list(_ref("Kin")),
        siblings=_list(_ref("Document")),
        page_facts=_list(_ref("PageFacts")),
    ),
    "Passage": _object(**PASSAGE),
    "Passages": _object(total=WHOLE, passages=_list(_ref("Passage"))),
    "PassageWhole": _object(**PASSAGE, citation=TEXT, links=_list(_ref("Link")), cited_by=_list(_ref("Link"))),
    "Link": _object(**LINK),
    "Citations": _object(citations=_list(_ref("Link"))),
    "Hit": _object(
        document=TEXT,
        title=TEXT,
        anchor=TEXT,
        label=TEXT,
        page=WHOLE_OR_NULL,
        language=TEXT_OR_NULL,
        role=_enum(Role),
        kind=_enum(Kind),
        date=TEXT_OR_NULL,
        heading=_list(TEXT),
        score=NUMBER,
        snippet=TEXT,
        highlights=_list(_list(WHOLE)),
        more=WHOLE,
        url=TEXT,
    ),
    "Answer": _object(
        query=TEXT,
        took_ms=NUMBER,
        total=WHOLE,
        hits=_list(_ref("Hit")),
        facets={"type": "object", "additionalProperties": COUNTS},
        expanded=_list(TEXT),
        expansions=_list(_ref("Expansion")),
        advice=_list(TEXT),
        direct=TEXT_OR_NULL,
    ),
    "Expansion": _object(
        id=TEXT,
        words=TEXT,
        name=TEXT,
        terms={"type": "object", "additionalProperties": _list(TEXT)},
        source=TEXT,
    ),
    "Likes": _object(
        document=TEXT,
        anchor=TEXT,
        took_ms=NUMBER,
        words=_list(TEXT),
        expansions=_list(_ref("Expansion")),
        hits=_list(_ref("Hit")),
    ),
    "Completions": _object(
        prefix=TEXT,
        completions=_list(TEXT),
        suggestions=_list(_object(text=TEXT, kind=TEXT, address=TEXT)),
    ),
    "Holdings": _object(
        documents=WHOLE,
        passages=WHOLE,
        pages=WHOLE,
        kind=COUNTS,
        language=COUNTS,
        access=COUNTS,
        mechanism=COUNTS,
        first_year=WHOLE_OR_NULL,
        last_year=WHOLE_OR_NULL,
        failed=_list(_object(source=TEXT, error={"anyOf": [ERROR, {"type": "null"}]})),
    ),
    "Failure": _object(error=ERROR),
    "Description": {"type": "object"},
}
