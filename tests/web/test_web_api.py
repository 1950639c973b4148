"""The JSON interface, every answer held against its own description."""

from __future__ import annotations

from typing import Any

import pytest

from kb.nouns import Document


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any], place: str = "$") -> None:
    """Fails where a value is not what the schema says: the part of JSON Schema that the description uses."""
    if "$ref" in schema:
        fits(value, whole["components"]["schemas"][schema["$ref"].rpartition("/")[2]], whole, place)
        return
    if "anyOf" in schema:
        for option in schema["anyOf"]:
            try:
                fits(value, option, whole, place)
            except AssertionError:
                continue
            return
        pytest.fail(f"{place} fits no alternative: {value!r}")
    kinds = schema.get("type", [])
    named = {
        "string": isinstance(value, str),
        "integer": isinstance(value, int) and not isinstance(value, bool),
        "number": isinstance(value, int | float) and not isinstance(value, bool),
        "array": isinstance(value, list),
        "object": isinstance(value, dict),
        "null": value is None,
        "boolean": isinstance(value, bool),
    }
    assert any(named[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)), (place, value)
    if "enum" in schema:
        assert value in schema["enum"], place
    if isinstance(value, list):
        for number, item in enumerate(value):
            fits(item, schema["items"], whole, f"{place}[{number}]")
    if isinstance(value, dict) and schema.get("properties") is not None:
        assert set(schema.get("required", ())) <= set(value), (place, sorted(value))
        for name, item in value.items():
            if name in schema["properties"]:
                fits(item, schema["properties"][name], whole, f"{place}.{name}")
            else:
                assert schema.get("additionalProperties", True) is not False, (place, name)
    elif isinstance(value, dict) and isinstance(schema.get("additionalProperties"), dict):
        for name, item in value.items():
            fits(item, schema["additionalProperties"], whole, f"{place}.{name}")


def described(web: Any, path: str, got: Any, method: str = "get") -> Any:
    """The answer as JSON, after it was held against the description of that path."""
    whole = web.get("/api/openapi.json").json
    answers = whole["paths"][path][method]["responses"]
    assert got.headers["Content-Type"] == "application/json"
    fits(got.json, answers[str(got.status)]["content"]["application/json"]["schema"], whole)
    return got.json


def test_a_search_answers_with_the_fields_of_the_command_line(web: Any) -> None:
    found = described(web, "/api/search", web.get("/api/search?q=solitary+confinement&lang=en"))
    assert found["total"] == len(found["hits"]) > 0
    first = found["hits"][0]
    assert first["url"] == f"/d/{first['document']}/p/{first['anchor']}"
    for start, end in first["highlights"]:
        assert first["snippet"][start:end].lower() in ("solitary", "confinement", "solitary confinement")
    assert found["facets"]["language"] == {"en": found["total"]}


def test_limit_and_offset_cut_the_hits(web: Any) -> None:
    whole = web.get("/api/search?q=chronicle&limit=6").json["hits"]
    cut = web.get("/api/search?q=chronicle&limit=2&offset=3").json["hits"]
    assert [hit["anchor"] for hit in cut] == [hit["anchor"] for hit in whole[3:5]]
    assert web.get("/api/search?q=chronicle&limit=0").json["hits"] == []


def test_a_question_that_cannot_be_read_is_an_object_with_the_place(web: Any) -> None:
    got = web.get("/api/search?q=" + "(" * 30 + "x")
    assert got.status == 400
    assert described(web, "/api/search", got)["error"]["where"] == "character 21"


def test_the_documents_are_listed_and_each_can_be_had(web: Any) -> None:
    listed = described(web, "/api/documents", web.get("/api/documents"))
    assert listed["total"] == len(listed["documents"]) == 7
    for document in listed["documents"]:
        one = described(web, "/api/documents/{document}", web.get(f"/api/documents/{document['document']}"))
        assert one["title"] == document["title"]
    assert len(web.get("/api/documents?limit=2&offset=6").json["documents"]) == 1


def test_the_passages_of_a_document_come_in_order(web: Any, held: dict[str, Document]) -> None:
    path = "/api/documents/{document}/passages"
    got = described(web, path, web.get(f"/api/documents/{held['visit-en'].id}/passages"))
    assert [passage["label"] for passage in got["passages"] if passage["label"]] == ["1", "2", "3", "4", "5"]
    assert {mark["page"] for passage in got["passages"] for mark in passage["marks"]} == {1, 2}
    cut = web.get(f"/api/documents/{held['chronicle'].id}/passages?limit=3&offset=10").json
    assert (cut["total"], [p["label"] for p in cut["passages"]]) == (450, ["11", "12", "13"])


def test_a_passage_comes_with_its_citation_and_its_links(web: Any, held: dict[str, Document]) -> None:
    path = "/api/passages/{document}/{anchor}"
    got = described(web, path, web.get(f"/api/passages/{held['visit-en'].id}/3"))
    assert got["citation"].endswith(f"http://127.0.0.1:8080/d/{held['visit-en'].id}/p/3")
    resolved = {link["text"]: link["resolved"] for link in got["links"]}
    assert held["standards"].id in resolved.values()
    for link in got["links"]:
        assert got["text"][link["start"] : link["end"]] == link["text"]
        assert bool(link["resolved"]) != bool(link["why"])


def test_passages_like_one_come_with_the_words_that_were_looked_for(web: Any, held: dict[str, Document]) -> None:
    path = "/api/similar/{document}/{anchor}"
    got = described(web, path, web.get(f"/api/similar/{held['visit-en'].id}/2?lang=sq&lang=en&limit=3"))
    assert (got["document"], got["anchor"]) == (held["visit-en"].id, "2")
    assert {"solitary", "confinement"} <= {word.lower() for word in got["words"]}
    assert 0 < len(got["hits"]) <= 3
    assert {hit["language"] for hit in got["hits"]} == {"en", "sq"}
    gone = web.get(f"/api/similar/{held['visit-en'].id}/999")
    assert (gone.status, described(web, path, gone)["error"]["kind"]) == (404, "not-held")


def test_citations_are_found_in_text_that_is_sent(web: Any, held: dict[str, Document]) -> None:
    got = described(web, "/api/cite", web.get("/api/cite?text=see+CPT/Inf+(2019)+9"))
    assert [link["resolved"] for link in got["citations"]] == [held["standards"].id]
    text = "Ћирилица, CPT/Inf (2019) 9"
    posted = web.get("/api/cite", method="POST", body=text.encode())
    assert described(web, "/api/cite", posted, "post")["citations"][0]["start"] == 10
    body = b'{"text": "CPT/Inf (2019) 9"}'
    as_json = web.get(
        "/api/cite", method="POST", body=body, CONTENT_TYPE="application/json", CONTENT_LENGTH=str(len(body))
    )
    assert len(as_json.json["citations"]) == 1


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"a\x00b", b"{", b"[" * 5_000, b"x" * 200_000], ids=lambda b: repr(b[:4])
)
def test_a_body_that_is_no_text_is_refused(web: Any, body: bytes) -> None:
    kind = "application/json" if body[:1] in b"{[" else "text/plain"
    got = web.get("/api/cite", method="POST", body=body, CONTENT_TYPE=kind, CONTENT_LENGTH=str(len(body)))
    assert got.status == 400
    assert got.json["error"]["where"] == "body"


def test_a_body_beyond_the_limit_is_413(web: Any) -> None:
    got = web.get("/api/cite", method="POST", body=b"x" * 300_000, CONTENT_LENGTH="300000")
    assert got.status == 413


def test_the_beginning_of_a_word_is_completed(web: Any) -> None:
    got = described(web, "/api/complete", web.get("/api/complete?q=soli"))
    assert "solitary" in got["completions"]
    assert described(web, "/api/complete", web.get("/api/complete"))["completions"] == []


def test_the_holdings_name_the_files_that_failed(web: Any) -> None:
    got = described(web, "/api/collection", web.get("/api/collection"))
    assert got["documents"] == 7
    assert [failed["source"].rpartition("/")[2] for failed in got["failed"]] == ["broken.pdf"]
    assert got["failed"][0]["error"]["advice"]


def test_what_is_missing_is_an_object_too(web: Any) -> None:
    for address in ("/api/documents/none", "/api/passages/none/1", "/api/none"):
        got = web.get(address)
        assert got.status == 404
        assert got.headers["Content-Type"] == "application/json"
        assert got.json["error"]["kind"] == "not-held"


def test_every_call_is_described_and_every_description_is_served(web: Any) -> None:
    from web.routes import ROUTES

    served = {route.pattern.split("<")[0].rstrip("/") for route in ROUTES if route.pattern.startswith("/api/")}
    paths = web.get("/api/openapi.json").json["paths"]
    assert {path.split("{")[0].rstrip("/") for path in paths} == served


def test_the_citator_answers_for_what_is_held_and_what_is_not(web: Any) -> None:
    path = "/api/citator/{target}"
    found = described(web, path, web.get("/api/citator/cpt/inf/2019/9"))
    assert (found["total"], found["citing"][0]["anchor"]) == (1, "3")
    assert found["documents"][0]["title"] == "Standards on isolation"
    missing = described(web, path, web.get("/api/citator/app/12345/06"))
    assert missing["why"] == "not in the collection"
    assert missing["total"] == 1
    gone = web.get("/api/citator/nonsense")
    assert (gone.status, described(web, path, gone)["error"]["kind"]) == (404, "not-held")
    assert web.get("/api/citator/opcat?role=poem").status == 400


def test_a_list_of_references_and_a_document_have_their_tables_of_authorities(
    web: Any, held: dict[str, Document]
) -> None:
    got = described(web, "/api/authorities", web.get("/api/authorities?text=CPT/Inf+(2019)+9%0Anonsense"))
    assert [(each["line"], bool(each["resolved"]), each["why"]) for each in got["references"]] == [
        (1, True, ""),
        (2, False, "not read as a reference"),
    ]
    posted = web.get("/api/authorities", method="POST", body=b"OPCAT article 19")
    assert described(web, "/api/authorities", posted, "post")["references"][0]["address"] == "opcat#article-19"
    path = "/api/documents/{document}/authorities"
    table = described(web, path, web.get(f"/api/documents/{held['visit-en'].id}/authorities"))["authorities"]
    assert [(row["kind"], row["address"], row["held"]) for row in table] == [
        ("case-law", "app/12345/06", False),
        ("reports", "cpt/inf/2019/9", True),
    ]
