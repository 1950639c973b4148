"""The interface described in OpenAPI 3.1. A test holds every answer against it."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from web.api.citation_schemas import CITATION_SCHEMAS
from web.api.list_schemas import LIST_SCHEMAS
from web.api.schemas import SCHEMAS

Shape = dict[str, Any]


def _field(name: str, description: str, **schema: Any) -> Shape:
    return {"name": name, "in": "query", "description": description, "schema": schema or {"type": "string"}}


def _many(name: str, description: str) -> Shape:
    field = _field(name, description, type="array", items={"type": "string"})
    return field | {"style": "form", "explode": True}


def _part(name: str) -> Shape:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


WINDOW = [
    _field("limit", "How many at most.", type="integer", minimum=0, maximum=1000, default=100),
    _field("offset", "How many to pass over.", type="integer", minimum=0, default=0),
]
SEARCH = [
    _field("q", "The question, in the query language of the help page."),
    *(_many(name, "Alternatives; filters add up.") for name in ("kind", "role", "lang", "institution", "mechanism")),
    *(_many(name, "Alternatives; filters add up.") for name in ("state", "theme", "document")),
    _field("from", "First year.", type="integer"),
    _field("to", "Last year.", type="integer"),
    _field("exact", "1: only the words as typed.", type="string"),
    _many("without", "Concepts whose other words are not searched for (their ids are in expansions)."),
    _field("group", "1: at most the best hit of each document.", type="string"),
    _field("all", "1: each passage by itself, also those that say the same words.", type="string"),
    _field("sort", "The order.", type="string", enum=["relevance", "date"], default="relevance"),
    _field("limit", "Hits of a page.", type="integer", minimum=0, maximum=100, default=10),
    _field("offset", "Hits to pass over.", type="integer", minimum=0, maximum=10000, default=0),
    _field("page", "The page of hits, from 1; instead of offset.", type="integer", minimum=1),
]

NOT_OF_LIKES = ("q", "group", "all", "sort")


def _get(summary: str, schema: str, parameters: list[Shape] | None = None, *, missing: bool = False) -> Shape:
    answers: Shape = {"200": _json("The answer.", schema), "400": _json("What was asked cannot be read.", "Failure")}
    if missing:
        answers["404"] = _json("Not held, or not for this reader.", "Failure")
    return {"summary": summary, "parameters": parameters or [], "responses": answers}


def _json(description: str, schema: str) -> Shape:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {"description": description, "content": {"application/json": {"schema": reference}}}


CITATOR = [
    _part("target") | {"description": "An address; ~ stands before a provision or paragraph (opcat~article-19)."},
    _field("group", "Only this group.", enum=["standards", "judgments", "findings", "recommendations", "other"]),
    *(_many(name, "Alternatives; filters add up.") for name in ("role", "kind", "lang", "state")),
    _field("from", "First year.", type="integer"),
    _field("to", "Last year.", type="integer"),
    _field("limit", "Citing passages of a page.", type="integer", minimum=1, maximum=100, default=25),
    _field("offset", "Citing passages to pass over.", type="integer", minimum=0, maximum=100000, default=0),
]

PATHS: Shape = {
    "/api/search": {"get": _get("Passages that answer a question", "Answer", SEARCH)},
    "/api/documents": {"get": _get("The documents held", "Documents", WINDOW)},
    "/api/documents/{document}": {
        "get": _get("One document with its language siblings", "DocumentWhole", [_part("document")], missing=True)
    },
    "/api/documents/{document}/passages": {
        "get": _get("Its passages in order", "Passages", [_part("document"), *WINDOW], missing=True)
    },
    "/api/passages/{document}/{anchor}": {
        "get": _get("One passage", "PassageWhole", [_part("document"), _part("anchor")], missing=True)
    },
    "/api/similar/{document}/{anchor}": {
        "get": _get(
            "Passages like one, in any language",
            "Likes",
            [_part("document"), _part("anchor"), *(field for field in SEARCH if field["name"] not in NOT_OF_LIKES)],
            missing=True,
        )
    },
    "/api/cite": {
        "get": _get("The citations in a text", "Citations", [_field("text", "The text.")]),
        "post": _get("The citations in a longer text", "Citations")
        | {
            "requestBody": {
                "content": {
                    "text/plain": {"schema": {"type": "string"}},
                    "application/json": {
                        "schema": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
                    },
                }
            }
        },
    },
    "/api/citator/{target}": {
        "get": _get(
            "All about an address: its texts, who cites it, what it cites", "CitatorPage", CITATOR, missing=True
        )
    },
    "/api/authorities": {
        "get": _get("Where each reference of a text leads", "References", [_field("text", "The text.")]),
        "post": _get("Where each reference of a longer text leads", "References")
        | {"requestBody": {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    },
    "/api/documents/{document}/authorities": {
        "get": _get("A document's table of authorities", "Authorities", [_part("document")], missing=True)
    },
    "/api/questions": {
        "post": _get(
            "The best passages for each question of a list",
            "Questions",
            [
                _field("best", "Passages for each.", type="integer", minimum=1, maximum=10, default=3),
                _many("lang", "Languages of the passages, for questions that name none."),
                _field("group", "1: one passage of each document for a question."),
            ],
        )
        | {
            "requestBody": {
                "content": {
                    "text/plain": {"schema": {"type": "string"}},
                    "text/csv": {"schema": {"type": "string"}},
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "required": ["questions"],
                            "properties": {"questions": {"type": "array", "items": {"type": "string"}}},
                        }
                    },
                }
            }
        }
    },
    "/api/saved": {"get": _get("The saved searches", "SavedSearches")},
    "/api/saved/{saved}/new": {
        "get": _get("What is new in one; looking moves nothing on", "SavedNew", [_part("saved")], missing=True)
    },
    "/api/complete": {
        "get": _get("Words of the collection that begin so", "Completions", [_field("q", "The beginning of a word.")])
    },
    "/api/collection": {"get": _get("What is held, and the files that failed", "Holdings")},
    "/api/pages": {
        "get": _get(
            "Pages that were repaired, read by OCR, or left",
            "PagesToCheck",
            [
                _many("state", "Alternatives: damaged, unreadable, needs-ocr, ocr, repaired."),
                _field("document", "Of one document."),
                *WINDOW,
            ],
            missing=True,
        )
    },
    "/api/openapi.json": {"get": _get("This description", "Description")},
}


def description(address: str) -> Shape:
    """The whole description; ``address`` is the root of the server."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Detention KB", "version": version("detention-kb"), "license": {"name": "Apache-2.0"}},
        "servers": [{"url": address}],
        "paths": PATHS,
        "components": {"schemas": SCHEMAS | CITATION_SCHEMAS | LIST_SCHEMAS},
    }
