"""Queries as people type them, and what is read in them."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import QueryError
from kb.search.guard import LONGEST
from kb.search.parse import _bare, _parser, _read, parse
from kb.search.syntax import Anything, Between, Both, Either, Near, Pattern, Quoted, Starts, Syntax, Without, Word


def words(*texts: str) -> Both:
    return Both(tuple(Word(text) for text in texts))


READ: list[tuple[str, Syntax]] = [
    ("torture", Word("torture")),
    ("police custody", words("police", "custody")),
    ("police AND custody", words("police", "custody")),
    ("police OR custody", Either((Word("police"), Word("custody")))),
    ("police NOT custody", Both((Word("police"), Without(Word("custody"))))),
    ("NOT custody", Without(Word("custody"))),
    ("(a OR b) c", Both((Either((Word("a"), Word("b"))), Word("c")))),
    ("a AND b OR c", Either((words("a", "b"), Word("c")))),
    ('"police custody"', Quoted("police custody")),
    ('"police custody"~3', Quoted("police custody", 2)),
    ("„policia e burgut“", Quoted("policia e burgut")),
    ("«mauvais traitements»", Quoted("mauvais traitements")),
    ("prison*", Starts("prison")),
    ("wom?n", Pattern("wom?n")),
    ("de*tion", Pattern("de*tion")),
    ("*tura", Pattern("*tura")),
    ("custdy~", Near("custdy", 1)),
    ("custdy~2", Near("custdy", 2)),
    ("custdy~9", Near("custdy", 2)),
    ("*", Anything()),
    ("", Anything()),
    ("   \t", Anything()),
    ("kind:report", Word("report", "kind")),
    ("KIND:report", Word("report", "kind")),
    ("lang:sq", Word("sq", "language")),
    ('institution:"Dubrava Prison"', Quoted("Dubrava Prison", 0, "institution")),
    ("kind:(report OR law)", Either((Word("report", "kind"), Word("law", "kind")))),
    ("title:prison", Word("prison", "title")),
    ("ref:opcat#article-19", Quoted("opcat#article-19", 0, "ref")),
    ("year:2019", Word("2019", "year")),
    ("year:[2015 TO 2019]", Between("year", "2015", "2019")),
    ("year:[2015 to 2019]", Between("year", "2015", "2019")),
    ("year:[2015-2019]", Between("year", "2015", "2019")),
    ("year:[2015 TO]", Between("year", "2015", None)),
    ("year:[TO 2019]", Between("year", None, "2019")),
    ("year:[* TO 2019]", Between("year", None, "2019")),
]

MENDED: list[tuple[str, Syntax]] = [
    ('"police custody', words("police", "custody")),
    ('police" custody', words("police", "custody")),
    ("(police custody", words("police", "custody")),
    ("police) custody", words("police", "custody")),
    (")police(", Word("police")),
    ("() police", Word("police")),
    ("Article 3 (a)", words("Article", "3", "a")),
    ("CPT/Inf (2019) 9", words("CPT/Inf", "2019", "9")),
    ("no. 30210/96", words("no.", "30210/96")),
    ("§ 92", Word("92")),
    ("AND", Word("and")),
    ("OR NOT", words("or", "not")),
    ("AND police", Word("police")),
    ("police OR", Word("police")),
    ("police AND OR custody", Either((Word("police"), Word("custody")))),
    ("police NOT", Word("police")),
    ("NOT NOT police", Without(Word("police"))),
    ("police (AND) custody", words("police", "custody")),
    ("a:b", Quoted("a:b")),
    ("see: police", words("see", "police")),
    ("kind: report", words("kind", "report")),
    ("kind:", Word("kind")),
    ("what is torture?", words("what", "is", "torture")),
    ("police ?", Word("police")),
    ("police - custody", words("police", "custody")),
    ("police ~ custody", words("police", "custody")),
    ("[police]", Word("police")),
    ("year:[a TO b]", Quoted("a TO b", 0, "year")),
    ("police^3", Quoted("police^3")),
    ("l'article 5", words("l'article", "5")),
    ("ECLI:CE:ECHR:2005", Quoted("ECLI:CE:ECHR:2005")),
    ("don't", Word("don't")),
    ("police\x00custody", words("police", "custody")),
    ("police\ud800", Word("police")),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_query_in_the_language_is_read(text: str, expected: Syntax) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_what_people_type_is_read_as_they_mean_it(text: str, expected: Syntax) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize("text", ["()", "???", '"..."', "§", "- – —", "( ) ( )", '""', "~~~", "::"])
def test_where_there_is_nothing_to_search_for_that_is_said(text: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert raised.value.where == "character 1"
    assert "quotation marks" in raised.value.advice


HOSTILE = {
    "brackets": "(" * 3046,
    "closed brackets": "(" * 500 + "a" + ")" * 500,
    "brackets and operators": "(a OR " * 30 + "b" + ")" * 30,
    "operators": "NOT " * 400 + "a",
    "words": "a " * 900,
    "stars": "a*b*c*d*e*f*g*h*i*j*k*l*m*n*",
    "tildes": "a~ " * 100,
    "a long word": "x" * (LONGEST + 1),
    "quotes": '"' * 489,
    "ranges": "year:[" * 81,
    "fields": "kind:" * 97,
    "slop": '"a b"~' + "9" * 400,
    "marks": "a" + "\u0301" * 1500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_query_is_read_or_refused_at_once(text: str) -> None:
    started = time.process_time()
    with suppress(QueryError):
        parse(text)
    assert time.process_time() - started < 0.5


def test_a_refusal_says_where_and_what_to_do() -> None:
    with pytest.raises(QueryError, match="2001 characters") as long:
        parse("a" * 2001)
    assert long.value.where == "character 2001"
    with pytest.raises(QueryError) as deep:
        parse("(" * 21 + "a" + ")" * 21)
    assert deep.value.where == "character 21"
    assert "brackets" in deep.value.advice
    with pytest.raises(QueryError, match="wildcards"):
        parse("a* " * 13)


signs = st.sampled_from([*"()\"*?~[]:^-+/\\&|!{}§. 	'", "AND ", "OR ", " NOT ", "year:[", " TO ", "kind:", "a", "ж"])


@settings(max_examples=400, deadline=None)
@given(st.lists(signs | st.text(max_size=3), max_size=40).map("".join))
def test_any_string_is_read_or_refused(text: str) -> None:
    started = time.process_time()
    with suppress(QueryError):
        parse(text)
    assert time.process_time() - started < 0.5


@settings(max_examples=150, deadline=None)
@given(st.lists(st.from_regex(r"[A-Za-zëçšđžћњА-я0-9]{1,12}(-[a-zë]{1,8})?", fullmatch=True), min_size=1, max_size=12))
def test_words_alone_are_read_as_the_parser_reads_them(typed: list[str]) -> None:
    text = " ".join(typed)
    assert (found := _bare(text)) is None or found == _read(_parser().parse(text, normalize=False))


@pytest.mark.parametrize(
    "text", ["a AND b", "OR b", "a NOT b", "prison*", "a:b", '"a b"', "(a b)", "a~", "a.b", "a  b"]
)
def test_what_is_more_than_words_is_left_to_the_parser(text: str) -> None:
    assert _bare(text) is None
