"""One engine is the other's oracle: on random trees over random passages they match the same, and count the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.engines import ENGINES, IndexReader, Request, open_engine
from kb.engines.tree import (
    Alike,
    All,
    AnyOf,
    Best,
    Every,
    Fuzzy,
    Node,
    Nothing,
    Phrase,
    Prefer,
    Prefix,
    Range,
    Term,
    Wildcard,
)
from kb.nouns import IndexEntry

# Few words, all alike, so that random trees match something.
WORDS = ["a", "ab", "abc", "abd", "acb", "b", "ba", "bab", "cab", "çab", "3", "18.1", "мук", "муке"]
FACETS = ("kind", "language", "institution", "theme", "year", "document")


def entries(seed: int) -> dict[str, list[IndexEntry]]:
    chance = random.Random(seed)
    found = {}
    for number in range(12):
        document = f"d{chance.randrange(10**6)}"
        year = chance.choice([0, 2015, 2019, 2020])
        found[document] = [
            IndexEntry(
                key=f"{document}#{n}",
                document=document,
                anchor=str(n),
                ordinal=n,
                exact=(text := " ".join(chance.choices(WORDS, k=chance.randint(0, 9)))),
                folded=text,
                stem=" ".join(f"en:{word[:1]}" for word in text.split()),
                title=" ".join(chance.choices(WORDS, k=2)),
                refs=" ".join(chance.sample(["article-3", "41", "cites:echr#article-3"], k=chance.randint(0, 3))),
                kind=chance.choice(["law", "report"]),
                language=chance.choice(["en", "sq", ""]),
                institutions=tuple(chance.sample(["Prison, north", "Camp"], k=chance.randint(0, 2))),
                themes=("food",) if number % 2 else (),
                year=year,
                date=year * 10_000,
            )
            for n in range(chance.randint(1, 12))
        ]
    return found


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[IndexReader]]:
    """An index of each engine over the same passages, in several segments and with some removed."""
    folder: Path = tmp_path_factory.mktemp("agree")
    opened = []
    for name in ENGINES:
        engine = open_engine(name)
        writer = engine.writer(folder / name)
        for document, passages in entries(1).items():
            writer.put(document, passages)
            writer.commit()
        for document in list(entries(1))[:2]:
            writer.remove(document)
        for document, passages in entries(2).items():
            writer.put(document, passages)
        writer.commit()
        writer.close()
        opened.append(engine.reader(folder / name))
    yield opened
    for reader in opened:
        reader.close()


fields = st.sampled_from(["exact", "folded", "title"])
words = st.sampled_from(WORDS)
boosts = st.sampled_from([0.5, 1.0, 2.0])
leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Term, fields, words, boosts),
    st.builds(Term, st.just("refs"), st.sampled_from(["article-3", "41"])),
    st.builds(Term, st.just("institution"), st.sampled_from(["Camp", "Prison, north", "Prison"])),
    st.builds(Phrase, fields, st.lists(words, min_size=1, max_size=4).map(tuple), st.integers(0, 3), boosts),
    st.builds(Prefix, fields, st.sampled_from(["a", "ab", "c", "м", "1", "."]), boosts),
    st.builds(Wildcard, fields, st.text(alphabet="abc*?.м", min_size=1, max_size=4), boosts),
    st.builds(Fuzzy, fields, words, st.sampled_from([1, 2]), st.integers(0, 2), boosts),
    st.builds(
        Range,
        st.just("year"),
        st.none() | st.integers(2014, 2021),
        st.none() | st.integers(2014, 2021),
    ),
    st.just(Every()),
    st.just(Nothing()),
)


def combined(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several, st.lists(children, max_size=2).map(tuple)),
        st.builds(AnyOf, several),
        st.builds(Best, several),
        st.builds(Prefer, children, several),
        st.builds(Alike, children, boosts),
    )


trees = st.recursive(leaves, combined, max_leaves=8)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees, filters=st.none() | trees)
def test_both_engines_match_and_count_the_same(readers: list[IndexReader], tree: Node, filters: Node | None) -> None:
    one, other = (reader.search(Request(tree=tree, filters=filters, facets=FACETS, limit=1000)) for reader in readers)
    assert {match.key for match in one.matches} == {match.key for match in other.matches}
    assert one.total == other.total == len(one.matches)
    assert one.facets == other.facets


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees, offset=st.integers(0, 40), limit=st.integers(1, 30))
def test_both_engines_page_alike_by_date(readers: list[IndexReader], tree: Node, offset: int, limit: int) -> None:
    one, other = (
        reader.search(Request(tree=tree, sort="date", offset=offset, limit=limit)).matches for reader in readers
    )
    assert [match.key for match in one] == [match.key for match in other]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees, limit=st.integers(1, 9))
def test_pages_of_an_engine_follow_on_each_other(readers: list[IndexReader], tree: Node, limit: int) -> None:
    for reader in readers:
        whole = reader.search(Request(tree=tree, limit=1000)).matches
        pages = [
            match
            for offset in range(0, len(whole) + limit, limit)
            for match in reader.search(Request(tree=tree, limit=limit, offset=offset)).matches
        ]
        assert [match.key for match in pages] == [match.key for match in whole]


def test_both_engines_know_the_same_terms_and_documents(readers: list[IndexReader]) -> None:
    one, other = readers
    assert one.documents() == other.documents()
    assert one.count() == other.count()
    for field in ("exact", "folded", "stem", "title", "refs", "kind", "institution"):
        for prefix in ("", "a", "м"):
            assert one.terms(field, prefix) == other.terms(field, prefix)
        for word in WORDS:
            assert one.frequency(field, word) == other.frequency(field, word)
