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


def listed(of: Shape) -> Shape:
    """A list of such values."""
    return {"type": "array", "items": of}


def ref(name: str) -> Shape:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def closed(**properties: Shape) -> Shape:
    """An object with these fields, all of them, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def enum(values: type[Access] | type[Kind] | type[PageState] | type[Role]) -> Shape:
    """One of the values of a closed list."""
    return {"type": "string", "enum": [str(value) for value in values]}


DOCUMENT: dict[str, Shape] = {
    "document": TEXT,
    "title": TEXT,
    "kind": enum(Kind),
    "language": TEXT_OR_NULL,
    "date": TEXT_OR_NULL,
    "reference": TEXT_OR_NULL,
    "mechanism": TEXT_OR_NULL,
    "state": TEXT_OR_NULL,
    "institutions": listed(TEXT),
    "themes": listed(TEXT),
    "access": enum(Access),
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
    "role": enum(Role),
    "heading": listed(TEXT),
    "page": WHOLE_OR_NULL,
    "language": TEXT_OR_NULL,
    "text": TEXT,
    "form": TEXT,
    "notes": listed(TEXT),
    "part": TEXT,
    "repeats": TEXT,
    "role_score": NUMBER,
    "role_why": TEXT,
    "role_read": TEXT,
    "bold": listed(listed(WHOLE)),
    "italic": listed(listed(WHOLE)),
    "marks": listed(closed(page=WHOLE, x0=NUMBER, y0=NUMBER, x1=NUMBER, y1=NUMBER)),
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
    "Document": closed(**DOCUMENT),
    "Original": closed(
        document=TEXT, name=TEXT, media_type=TEXT, size=WHOLE, sha256=TEXT, access=enum(Access), download=TEXT
    ),
    "Kin": closed(
        document=TEXT, title=TEXT, language=TEXT_OR_NULL, date=TEXT_OR_NULL, score=NUMBER, why=TEXT, url=TEXT
    ),
    "DocumentListed": closed(**DOCUMENT, originals=listed(ref("Original"))),
    "Documents": closed(total=WHOLE, documents=listed(ref("DocumentListed"))),
    "PageFacts": closed(
        number=WHOLE,
        width=NUMBER,
        height=NUMBER,
        characters=WHOLE,
        note=TEXT,
        state=enum(PageState),
        score=NUMBER,
        repairs=listed(TEXT),
        confidence=NUMBER_OR_NULL,
    ),
    "PageToCheck": closed(
        document=TEXT,
        title=TEXT,
        page=WHOLE,
        state=enum(PageState),
        repairs=listed(TEXT),
        confidence=NUMBER_OR_NULL,
        score=NUMBER,
        characters=WHOLE,
        note=TEXT,
        anchor=TEXT_OR_NULL,
        url=TEXT,
        picture=TEXT_OR_NULL,
    ),
    "PagesToCheck": closed(total=WHOLE, states=COUNTS, pages=listed(ref("PageToCheck"))),
    "DocumentWhole": closed(
        **DOCUMENT,
        same_text_as=TEXT_OR_NULL,
        originals=listed(ref("Original")),
        editions=listed(ref("Kin")),
        proposed_siblings=listed(ref("Kin")),
        siblings=listed(ref("Document")),
        page_facts=listed(ref("PageFacts")),
    ),
    "Passage": closed(**PASSAGE),
    "Passages": closed(total=WHOLE, passages=listed(ref("Passage"))),
    "PassageWhole": closed(**PASSAGE, citation=TEXT, links=listed(ref("Link")), cited_by=listed(ref("Link"))),
    "Link": closed(**LINK),
    "Citations": closed(citations=listed(ref("Link"))),
    "Hit": closed(
        document=TEXT,
        title=TEXT,
        anchor=TEXT,
        label=TEXT,
        page=WHOLE_OR_NULL,
        language=TEXT_OR_NULL,
        role=enum(Role),
        kind=enum(Kind),
        date=TEXT_OR_NULL,
        heading=listed(TEXT),
        score=NUMBER,
        snippet=TEXT,
        highlights=listed(listed(WHOLE)),
        more=WHOLE,
        also=listed(ref("Copy")),
        url=TEXT,
    ),
    "Copy": closed(
        document=TEXT,
        title=TEXT,
        anchor=TEXT,
        label=TEXT,
        page=WHOLE_OR_NULL,
        date=TEXT_OR_NULL,
        language=TEXT_OR_NULL,
        url=TEXT,
    ),
    "Answer": closed(
        query=TEXT,
        took_ms=NUMBER,
        total=WHOLE,
        folded=WHOLE,
        hits=listed(ref("Hit")),
        facets={"type": "object", "additionalProperties": COUNTS},
        expanded=listed(TEXT),
        expansions=listed(ref("Expansion")),
        advice=listed(TEXT),
        direct=TEXT_OR_NULL,
    ),
    "Expansion": closed(
        id=TEXT,
        words=TEXT,
        name=TEXT,
        terms={"type": "object", "additionalProperties": listed(TEXT)},
        source=TEXT,
    ),
    "Likes": closed(
        document=TEXT,
        anchor=TEXT,
        took_ms=NUMBER,
        words=listed(TEXT),
        expansions=listed(ref("Expansion")),
        hits=listed(ref("Hit")),
    ),
    "Completions": closed(
        prefix=TEXT,
        completions=listed(TEXT),
        suggestions=listed(closed(text=TEXT, kind=TEXT, address=TEXT)),
    ),
    "Holdings": closed(
        documents=WHOLE,
        passages=WHOLE,
        pages=WHOLE,
        kind=COUNTS,
        language=COUNTS,
        access=COUNTS,
        mechanism=COUNTS,
        first_year=WHOLE_OR_NULL,
        last_year=WHOLE_OR_NULL,
        failed=listed(closed(source=TEXT, error={"anyOf": [ERROR, {"type": "null"}]})),
    ),
    "Failure": closed(error=ERROR),
    "Description": {"type": "object"},
}
