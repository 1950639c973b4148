"""What documents and readers write is text, never markup."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from kb.nouns import Document

HOSTILE = ("<script>alert", "<img src=x", "<b>bold", '"><svg onload', "49 seen in")


def test_a_hostile_document_is_text_on_every_page(web: Any, held: dict[str, Document]) -> None:
    document = held["hostile"].id
    addresses = ("/", "/collection", "/search?q=hostile", f"/d/{document}", f"/d/{document}/p/1", f"/d/{document}/p/2")
    for address in addresses:
        got = web.get(address)
        assert got.status == 200
        for words in HOSTILE:
            assert words not in got.text, (address, words)
    assert "&lt;script&gt;alert" in web.get(f"/d/{document}").text
    assert "{{ 7*7 }}" in web.get(f"/d/{document}/p/1").text


def test_a_hostile_question_is_text(web: Any) -> None:
    for words in ('"><svg onload=alert(1)>', "<script>alert(1)</script>", "((((((((((((((((((((((<script>alert(1)"):
        text = web.get("/search?" + urlencode({"q": words, "institution": words})).text
        assert "<svg onload" not in text
        assert "<script>alert" not in text


def test_an_address_that_runs_script_is_no_link(web: Any, held: dict[str, Document]) -> None:
    assert held["visit-sq"].source_url == "javascript:alert(1)"
    assert "javascript:" not in web.get(f"/d/{held['visit-sq'].id}").text


def test_a_passage_says_its_language(web: Any, held: dict[str, Document]) -> None:
    assert 'lang="sq" dir="auto"' in web.get(f"/d/{held['visit-sq'].id}/p/2").text
