"""A Reading as bytes and back.

JSON, not pickle: the bytes come from a process that has just read a file nobody vouches for.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from kb.nouns import (
    Access,
    Citation,
    Document,
    IndexEntry,
    Kind,
    Link,
    Mark,
    PageFacts,
    PageState,
    Passage,
    Reading,
    Role,
    Sketch,
)

_DOCUMENT = [each.name for each in fields(Document)]
_PASSAGE = [each.name for each in fields(Passage) if each.name not in ("marks", "document")]
_CITATION = [each.name for each in fields(Citation)]
_ENTRY = [each.name for each in fields(IndexEntry) if each.name != "document"]
_PAGE = [each.name for each in fields(PageFacts)]
_SKETCH = [each.name for each in fields(Sketch)]


def _values(item: Any, names: list[str]) -> list[Any]:
    return [getattr(item, name) for name in names]


def pack(reading: Reading) -> bytes:
    """The reading as JSON in UTF-8; lone surrogates are escaped."""
    return json.dumps(
        {
            "document": _values(reading.document, _DOCUMENT),
            "passages": [_values(passage, _PASSAGE) for passage in reading.passages],
            "marks": [[_values(mark, ["page", "x0", "y0", "x1", "y1"]) for mark in p.marks] for p in reading.passages],
            "links": [[link.anchor, _values(link.citation, _CITATION)] for link in reading.links],
            "pages": [_values(page, _PAGE) for page in reading.pages],
            "entries": [_values(entry, _ENTRY) for entry in reading.entries],
            "warnings": reading.warnings,
            "sketch": _values(reading.sketch, _SKETCH),
        },
        separators=(",", ":"),
    ).encode()


def _tuples(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return values | {name: tuple(values[name]) for name in names}


def _page(values: list[Any]) -> PageFacts:
    facts = _tuples(dict(zip(_PAGE, values, strict=True)), "repairs")
    return PageFacts(**(facts | {"state": PageState(facts["state"])}))


def unpack(data: bytes) -> Reading:
    """The reading that was packed; ValueError, KeyError or TypeError if the bytes are anything else."""
    raw = json.loads(data)
    facts = _tuples(dict(zip(_DOCUMENT, raw["document"], strict=True)), "institutions", "themes")
    document = Document(**(facts | {"kind": Kind(facts["kind"]), "access": Access(facts["access"])}))
    passages = []
    for values, marks in zip(raw["passages"], raw["marks"], strict=True):
        fields_ = _tuples(dict(zip(_PASSAGE, values, strict=True)), "heading", "notes")
        fields_["role"] = Role(fields_["role"])
        for name in ("bold", "italic"):
            fields_[name] = tuple((start, end) for start, end in fields_[name])
        passages.append(Passage(document=document.id, marks=tuple(Mark(*mark) for mark in marks), **fields_))
    entries = [
        IndexEntry(document=document.id, **_tuples(dict(zip(_ENTRY, values, strict=True)), "institutions", "themes"))
        for values in raw["entries"]
    ]
    links = [
        Link(document=document.id, anchor=anchor, citation=Citation(**dict(zip(_CITATION, values, strict=True))))
        for anchor, values in raw["links"]
    ]
    return Reading(
        document=document,
        passages=tuple(passages),
        links=tuple(links),
        pages=tuple(_page(values) for values in raw["pages"]),
        entries=tuple(entries),
        warnings=tuple(raw["warnings"]),
        sketch=Sketch(
            **_tuples(dict(zip(_SKETCH, raw["sketch"], strict=True)), "keys", "anchors", "lengths", "numbers")
        ),
    )
