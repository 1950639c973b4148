"""From a question to an answer, over a small collection, with both engines."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.errors import QueryError
from kb.nouns import Query
from kb.search import complete, search
from tests.kb.search.conftest import Desk


def marked(desk: Desk, text: str, at: int = 0, **values: object) -> list[str]:
    snippet = desk.ask(text, **values).hits[at].snippet
    return [snippet.text[start:end] for start, end in snippet.spans]


def test_a_word_finds_its_other_forms_and_the_word_as_typed_comes_first(desk: Desk) -> None:
    assert desk.keys("prisoner") == ["visit-2019#43", "visit-2019#42"]
    assert desk.keys("prisoners") == ["visit-2019#42", "visit-2019#43"]


def test_exact_finds_the_word_as_typed_alone(desk: Desk) -> None:
    assert desk.keys("prisoners", exact=True) == ["visit-2019#42"]
    assert desk.keys("mucenju", exact=True) == []


@pytest.mark.parametrize("text", ["мучење", "mučenje", "mucenje", "MUČENJE"])
def test_script_and_diacritics_do_not_matter(desk: Desk, text: str) -> None:
    assert desk.keys(text) == ["rules-sr#article-3"]


def test_a_phrase_with_a_number_never_finds_another_number(desk: Desk) -> None:
    assert desk.keys('"Article 3"') == ["rules-en#article-3"]
    assert desk.keys('"Article 3"', exact=True) == ["rules-en#article-3"]


def test_a_label_finds_the_passages_that_carry_it_in_every_language(desk: Desk) -> None:
    found = desk.keys("Article 3")
    assert found[0] == "rules-en#article-3"
    assert set(found[:3]) == {"rules-en#article-3", "rules-sr#article-3", "rules-sq#article-3"}
    assert desk.keys("Neni 3")[0] == "rules-sq#article-3"
    assert desk.keys("Члан 3")[0] == "rules-sr#article-3"


def test_a_reference_finds_who_cites_it(desk: Desk) -> None:
    assert desk.keys("no. 30210/96")[0] == "visit-2019#43"
    assert desk.keys("30210/96")[0] == "visit-2019#43"
    assert desk.keys("§ 92")[0] == "visit-2019#43"


def test_a_query_that_is_a_reference_has_its_address(desk: Desk) -> None:
    asked: list[str] = []

    def address(text: str) -> str | None:
        asked.append(text)
        return "/d/rules-en/p/article-3"

    assert desk.ask(" Rule 3 ", references=address).direct == "/d/rules-en/p/article-3"
    assert asked == ["Rule 3"]
    assert desk.ask("", references=address).direct is None


def test_words_next_to_each_other_come_first(desk: Desk) -> None:
    assert desk.keys("police custody")[:2] == ["visit-2019#42", "visit-2019#44"]


def test_passages_with_all_words_come_first_then_those_with_some(desk: Desk) -> None:
    answer = desk.ask("torture questioning")
    assert [hit.anchor for hit in answer.hits] == ["42", "article-3"]
    assert answer.advice == ("1 has all the words, the others some of them",)
    assert desk.keys("torture AND questioning") == ["visit-2019#42"]
    assert desk.keys("torture questioning kind:cpt-report") == ["visit-2019#42"]
    answer = desk.ask("torture daylight")
    assert {hit.anchor for hit in answer.hits} == {"41", "42", "article-3"}
    assert answer.advice == ("No passage has all the words: these have some of them",)


def test_the_more_of_the_words_a_passage_has_the_higher_it_stands(desk: Desk) -> None:
    assert desk.keys("torture questioning handcuffs") == ["visit-2019#42", "rules-en#article-3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("torture OR daylight", {"visit-2019#41", "visit-2019#42", "rules-en#article-3"}),
        ("torture NOT prisoners", {"rules-en#article-3"}),
        ("NOT kind:law AND NOT torture", {"visit-2019#41", "visit-2019#43", "visit-2019#44"}),
        ("(daylight OR doctor) kind:cpt-report", {"visit-2019#41", "visit-2019#43"}),
        ("questio*", {"visit-2019#42"}),
        ("d?mp", {"visit-2019#41"}),
        ("tortrue~", {"visit-2019#42", "rules-en#article-3"}),
        ("kind:law lang:en", {"rules-en#article-3", "rules-en#article-5"}),
        ("lang:sr", {"rules-sr#article-3", "rules-sr#article-5"}),
        ("year:[2004 TO 2005]", {"rules-sr#article-3", "rules-sr#article-5", "rules-sq#article-3"}),
        ("year:2003 torture", {"rules-en#article-3"}),
        ("institution:lindorra daylight", {"visit-2019#41"}),
        ("mechanism:cpt daylight", {"visit-2019#41"}),
        ("state:xkx daylight", {"visit-2019#41"}),
        ("title:lindorra daylight", {"visit-2019#41"}),
        ("ref:article-5", {"rules-en#article-5", "rules-sr#article-5"}),
        ("document:rules-sq", {"rules-sq#article-3"}),
        ('"cold damp"', {"visit-2019#41"}),
        ('"police daylight"', set()),
        ('"station damp"~4', {"visit-2019#41"}),
    ],
)
def test_the_query_language_finds(desk: Desk, text: str, expected: set[str]) -> None:
    assert set(desk.keys(text)) == expected


def test_nothing_typed_is_everything_that_may_be_read(desk: Desk, inner: Desk) -> None:
    assert desk.ask("").total == 9
    assert inner.ask("").total == 10


def test_filters_of_the_query_narrow_and_values_are_alternatives(desk: Desk) -> None:
    assert desk.keys("torture", kind=("law",)) == ["rules-en#article-3"]
    assert desk.ask("", language=("sq", "sr")).total == 3
    assert desk.ask("", year_from=2004, year_to=2005).total == 3
    assert desk.ask("", institution=("lindorra",)).total == 4
    assert desk.ask("", kind=("law",), language=("en",), role=("provision",)).total == 2


def test_facets_count_what_was_found(desk: Desk) -> None:
    facets = desk.ask("torture").facets
    assert facets["kind"] == {"cpt-report": 1, "law": 1}
    assert facets["year"] == {"2003": 1, "2019": 1}
    assert facets["institution"] == {"Lindorra Prison": 1}
    assert set(facets) == {"kind", "role", "language", "institution", "mechanism", "state", "year", "theme"}


def test_the_newest_come_first_if_asked(desk: Desk) -> None:
    assert desk.keys("torture", sort="date") == ["visit-2019#42", "rules-en#article-3"]
    assert [key.split("#")[0] for key in desk.keys("", sort="date", limit=6)][4:] == ["rules-sq", "rules-sr"]


def test_pages_follow_on_each_other(desk: Desk) -> None:
    whole = desk.keys("", limit=100)
    assert [key for offset in range(0, 9, 2) for key in desk.keys("", limit=2, offset=offset)] == whole
    assert desk.ask("", limit=0).hits == ()
    assert desk.ask("", offset=50).hits == ()


def test_grouped_each_document_comes_once_and_says_how_many_more(desk: Desk) -> None:
    answer = desk.ask("", group=True)
    assert answer.total == 4
    assert {hit.document: hit.more for hit in answer.hits} == {
        "rules-en": 1, "rules-sq": 0, "rules-sr": 1, "visit-2019": 3
    }  # fmt: skip
    first, second = desk.ask("", group=True, limit=2), desk.ask("", group=True, limit=2, offset=2)
    assert [hit.document for hit in (*first.hits, *second.hits)] == [hit.document for hit in answer.hits]
    assert answer.facets == desk.ask("").facets


def test_several_indexes_answer_as_one(inner: Desk) -> None:
    answer = inner.ask("torture")
    assert answer.total == 3
    assert answer.facets["kind"] == {"cpt-report": 1, "law": 1, "other": 1}
    assert inner.ask("torture", sort="date").hits[0].document == "letter"
    pages = [key for offset in range(10) for key in inner.keys("", limit=1, offset=offset)]
    assert pages == inner.keys("", limit=100)


def test_scores_of_several_indexes_are_of_one_scale(inner: Desk) -> None:
    """A word is common in an index of one passage; over all that the reader sees it is rare."""
    found = {hit.document: hit.score for hit in inner.ask("whistleblower OR daylight").hits}
    assert found["letter"] > 0.5 * found["visit-2019"]


def test_what_may_not_be_read_betrays_itself_nowhere(desk: Desk, inner: Desk) -> None:
    assert inner.ask("whistleblower").total == 1
    answer = desk.ask("whistleblower")
    assert (answer.total, answer.hits) == (0, ())
    assert all(not counts for counts in answer.facets.values())
    assert desk.ask("whistleblowr").advice == ("“whistleblowr” is in no passage",)
    assert complete("whist", desk.readers) == []
    assert complete("whist", inner.readers) == ["whistleblower"]
    assert all("2021" not in values for values in desk.ask("").facets.values())
    assert desk.ask("torture year:2021").total == 0


def test_highlights_are_words_of_the_stored_text(desk: Desk) -> None:
    assert marked(desk, "prisoner") == ["prisoner"]
    assert marked(desk, "mucenje") == ["мучењу"]
    assert marked(desk, '"police custody"') == ["police custody"]
    assert marked(desk, "quest*") == ["questioning"]
    assert marked(desk, "dayligth~") == ["daylight"]
    assert marked(desk, "daylight NOT torture") == ["daylight"]


def test_a_hit_says_where_it_stands(desk: Desk) -> None:
    hit = desk.ask("daylight").hits[0]
    assert (hit.document, hit.anchor, hit.label, hit.page, hit.language) == ("visit-2019", "41", "41", 1, "en")
    assert (hit.title, hit.kind, hit.role, hit.date) == (
        "Visit to the prison of Lindorra", "cpt-report", "finding", "2019-05"
    )  # fmt: skip
    assert hit.url == "/d/visit-2019/p/41"
    assert hit.score > 0


def test_nothing_found_says_which_filter_is_in_the_way(desk: Desk) -> None:
    assert desk.ask("torture", kind=("protocol",)).advice == (
        "no passage has the kind “protocol”; there are: law, cpt-report",
        "Without the filter on kind: 2 passages",
    )
    assert desk.ask("torture lang:sq").advice == ("In other languages: 2 passages",)
    assert desk.ask("daylight", kind=("law",), language=("sq",)).advice == ("Without any filter: 1 passage",)


def test_nothing_found_says_how_the_word_is_spelt_here(desk: Desk) -> None:
    assert desk.ask("daylihgt").advice == ("“daylihgt” is in no passage; did you mean “daylight”?",)
    assert desk.ask("zzzzzz").advice == ("“zzzzzz” is in no passage",)
    assert desk.ask("zzzzzz NOT yyyyyy").advice == ("“zzzzzz” is in no passage",)
    assert desk.ask('"damp police"').advice[0].startswith("Every word is in the collection")


def test_languages_searched_are_told(desk: Desk) -> None:
    assert desk.ask("torture").expanded == ("en", "sr-Cyrl", "sr-Latn", "sq")
    assert desk.ask("torture", language=("sr",)).expanded == ("sr-Cyrl", "sr-Latn")
    assert desk.ask("torture", exact=True).expanded == ()
    assert desk.ask("").expanded == ()


def test_the_same_question_has_the_same_answer(desk: Desk) -> None:
    for text in ("torture", "police custody", "Article 3", "p*"):
        one, other = desk.ask(text), desk.ask(text)
        assert (one.hits, one.facets, one.total) == (other.hits, other.facets, other.total)
        assert one.took_ms > 0


def test_a_passage_the_store_no_longer_has_is_left_out(desk: Desk) -> None:
    answer = search(Query(text="daylight"), readers=desk.readers, texts=lambda keys: {})  # noqa: ARG005
    assert answer.hits == ()


def test_without_any_index_there_is_an_empty_answer() -> None:
    answer = search(Query(text="torture"), readers=(), texts=lambda keys: {})  # noqa: ARG005
    assert (answer.total, answer.hits) == (0, ())
    assert answer.facets["kind"] == {}


def test_completion_is_of_the_last_word_and_keeps_the_rest(desk: Desk) -> None:
    assert complete("police cus", desk.readers) == ["police custody"]
    assert complete("prison", desk.readers) == ["prisoner", "prisoners"]
    assert complete("muc", desk.readers) == ["mucenju"]
    assert complete("p", desk.readers) == []
    assert complete("", desk.readers) == []
    assert complete("custody ", desk.readers) == []


PIECES = ["torture", "Article 3", "NOT ", " OR ", "kind:", "year:[2003 TO 2005]", "мучење", "30210/96"]
pieces = st.sampled_from([*'()"*?~[]:/-§. ', *PIECES]) | st.text(max_size=4)
anything = st.lists(pieces, max_size=12).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=anything, exact=st.booleans(), group=st.booleans(), sort=st.sampled_from(["relevance", "date"]))
def test_any_string_has_an_answer_or_a_query_error(desk: Desk, text: str, exact: bool, group: bool, sort: str) -> None:
    started = time.process_time()
    with suppress(QueryError):
        answer = desk.ask(text, exact=exact, group=group, sort=sort)
        assert answer.total >= len(answer.hits)
        for hit in answer.hits:
            assert all(0 <= start < end <= len(hit.snippet.text) for start, end in hit.snippet.spans)
    assert time.process_time() - started < 2


def test_a_word_misspelt_is_mended_from_the_words_held(desk: Desk) -> None:
    for typo in ("custdoy", "custdy", "custoddy", "cuztody"):
        assert "did you mean “custody”" in desk.ask(typo).advice[0]
    assert "did you mean “questioning”" in desk.ask("qeustionnig").advice[0]


def test_only_the_facets_asked_for_are_counted(desk: Desk) -> None:
    answer = search(Query(text="torture"), readers=desk.readers, texts=desk.texts, facets=("kind", "year"))
    assert list(answer.facets) == ["kind", "year"]
    assert answer.facets["kind"] == {"law": 1, "cpt-report": 1}
