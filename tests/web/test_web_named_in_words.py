"""What is cited is named in the language of the reader: instruments, who publishes them, articles, numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kb.citator.bring import what_brings
from kb.citator.printed import within
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access, Document, Kind, Passage
from tests.kb.citator.conftest import citing_home  # noqa: F401 - a fixture
from web.citation_text import pinpoint
from web.i18n import Speech, said, speaking

TEXT = Document(id="t", title="A treaty", kind=Kind.INSTRUMENT, language="en")


def provision(anchor: str, label: str) -> Passage:
    return Passage(document="t", anchor=anchor, label=label, text=f"{label} Words.", ordinal=0)


@pytest.mark.parametrize(
    ("language", "anchor", "label", "words"),
    [
        ("en", "article-3", "Article 3", "Article 3"),
        ("sq", "article-3", "Article 3", "neni 3"),
        ("sr-Cyrl", "article-3", "Article 3", "члан 3"),
        ("fr", "article-3", "Article 3", "article 3"),
        ("en", "article-3", "Neni 3.", "Article 3"),
        ("sq", "article-3~2", "Article 3", "neni 3"),
        ("sq", "article-53a", "Article 53A", "neni 53A"),
        ("sq", "rule-18.4", "Rule 18.4", "rregulla 18.4"),
        # What the label does not say as the anchor does stays as it is printed.
        ("sq", "article-3", "Article three", "Article three"),
        ("sq", "article-3", "Article 4", "Article 4"),
        ("sq", "annex-3", "Annex 3", "Annex 3"),
        ("sq", "0_1", "", ""),
    ],
)
def test_a_provision_is_cited_by_the_readers_word(language: str, anchor: str, label: str, words: str) -> None:
    with speaking(Speech(language=language)):
        assert pinpoint(TEXT, provision(anchor, label)) == words


def test_a_law_is_cited_by_the_word_that_it_prints() -> None:
    law = Document(id="t", title="Ligji", kind=Kind.LAW, language="sq")
    with speaking(Speech(language="fr")):
        assert pinpoint(law, provision("article-3", "Neni 3")) == "Neni 3"


def test_a_numbered_paragraph_is_never_shown_as_its_address() -> None:
    assert within("paragraph-187") == "§ 187"
    with speaking(Speech(language="sq")):
        assert said(within("recommendation-4")) == "rekomandimi 4"


def test_what_would_bring_a_text_is_said_without_english(citing_home: Home) -> None:  # noqa: F811
    Collection(citing_home)  # which knows the instruments
    with speaking(Speech(language="sq")):
        lines = " ".join(map(said, what_brings("echr", language="sq")))
    assert "Konventa" in lines
    assert "Këshilli i Evropës" in lines
    assert "Convention" not in lines
    assert "Council" not in lines
    assert "Convention" in " ".join(map(said, what_brings("echr")))


@pytest.mark.parametrize(("language", "name"), [("sq", "Konventa"), ("sr-Cyrl", "Конвенција"), ("en", "Convention")])
def test_pages_name_instruments_in_the_language_of_the_reader(
    citing_home: Home,  # noqa: F811
    serve_home: Callable[..., Any],
    language: str,
    name: str,
) -> None:
    browser = serve_home(citing_home, Access.PUBLIC)
    assert name in browser.get(f"/cite/echr~article-3?ui={language}").text
    assert name in browser.get(f"/authorities?text=Article+3+ECHR&ui={language}").text
