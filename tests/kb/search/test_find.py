"""Passages with all the words, then those with some, in pages that follow on each other."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb import languages
from kb.engines import IndexReader, open_engine
from kb.engines.protocol import Counts, Match, Matches, Request
from kb.engines.tree import Term
from kb.nouns import Answer, Document, IndexEntry, Passage, Query
from kb.search import search
from kb.search.merge import search as search_all

WORDS = ("cell", "doctor", "window", "garden", "visit", "letter", "guard", "kitchen")
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Two levels with two hundred passages of a few words each, by chance."""
    chance, held = random.Random(5), {}
    readers: list[IndexReader] = []
    for level in ("public", "internal"):
        writer = open_engine("tantivy").writer(folder := tmp_path_factory.mktemp(level))
        document, entries = Document(id=level, title=""), []
        for number in range(200):
            text = " ".join(chance.choices(WORDS, weights=range(1, 9), k=chance.randint(1, 7)))
            passage = Passage(document=level, anchor=str(number), label="", text=text, ordinal=number, language="en")
            held[passage.key] = (document, passage)
            exact, folded, stem = languages.terms(text, "en")
            entries.append(IndexEntry(key=passage.key, document=level, anchor=str(number), ordinal=number, exact=exact,
                                      folded=folded, stem=stem))  # fmt: skip
        writer.put(level, entries)
        writer.commit()
        writer.close()
        readers.append(open_engine("tantivy").reader(folder))

    def asked(text: str, **values: object) -> Answer:
        query = Query(text=text, **values)  # type: ignore[arg-type]
        return search(query, readers=readers, texts=lambda keys: {key: held[key] for key in keys}, facets=("kind",))

    yield asked
    for reader in readers:
        reader.close()


@pytest.mark.parametrize("text", ["cell doctor", "kitchen guard", "cell doctor window", "cell doctor window garden"])
@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_pages_put_together_are_every_passage_once(ask: Ask, text: str, sort: str) -> None:
    every = ask(text, limit=1000, sort=sort)
    paged = [hit for at in range(0, every.total, 7) for hit in ask(text, limit=7, offset=at, sort=sort).hits]
    assert len({(hit.document, hit.anchor) for hit in paged}) == len(paged) == every.total == len(every.hits)
    assert paged == list(every.hits)
    if sort == "relevance":
        scores = [hit.score for hit in paged]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["cell doctor", "cell doctor window", "cell doctor window garden"])
def test_what_has_all_the_words_comes_first_whatever_the_rest_scores(ask: Ask, text: str) -> None:
    asked = set(text.split())
    whole = [asked <= set(hit.snippet.text.split()) for hit in ask(text, limit=1000).hits]
    assert whole == sorted(whole, reverse=True)
    assert 0 < sum(whole) < 20 < len(whole), "few enough that others follow"


def test_enough_with_all_the_words_stand_alone(ask: Ask) -> None:
    answer = ask("kitchen guard", limit=1000)
    assert answer.total >= 20
    assert all({"kitchen", "guard"} <= set(hit.snippet.text.split()) for hit in answer.hits)
    assert answer.advice == ()


def test_a_page_without_counts_says_at_least_how_many_it_has(tmp_path: Path) -> None:
    readers = []
    for level in ("public", "internal"):
        writer = open_engine("tantivy").writer(tmp_path / level)
        writer.put(level, [IndexEntry(key=f"{level}#1", document=level, anchor="1", ordinal=0, exact="cell",
                                      folded="cell", stem="en:cell")])  # fmt: skip
        writer.commit()
        writer.close()
        readers.append(open_engine("tantivy").reader(tmp_path / level))
    for several in (readers, readers[:1]):
        found = search_all(several, Request(tree=Term("folded", "cell"), facets=("kind",), counts=False))
        assert found.total >= len(found.matches) == len(several)
        assert not found.facets.get("kind")


def test_no_page_is_a_count_of_the_same(ask: Ask) -> None:
    for text in ("cell doctor", "kitchen guard", "cell", "nothing-of-the-kind"):
        one, other = ask(text, limit=0), ask(text, limit=5)
        assert (one.total, one.facets) == (other.total, other.facets)
        assert one.hits == ()


class Slow:
    """A reader that says what was waited for."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader, self.waited = reader, list[str]()

    def __getattr__(self, name: str) -> object:
        return getattr(self.reader, name)

    def search(self, request: Request) -> Matches:
        found = self.reader.search(request)

        def paging() -> tuple[Match, ...]:
            self.waited.append("page")
            return found.matches

        def counting() -> Counts:
            self.waited.append("counts")
            return found.counting()

        return Matches(paging, counting)


def test_texts_are_read_before_the_counts_are_waited_for(tmp_path: Path) -> None:
    writer = open_engine("tantivy").writer(tmp_path / "index")
    writer.put("d", [IndexEntry(key="d#1", document="d", anchor="1", ordinal=0, exact="cell", folded="cell",
                                stem="en:cell")])  # fmt: skip
    writer.commit()
    writer.close()
    reader = Slow(open_engine("tantivy").reader(tmp_path / "index"))

    def texts(_keys: object) -> dict[str, tuple[Document, Passage]]:
        reader.waited.append("texts")
        passage = Passage(document="d", anchor="1", label="", text="cell", ordinal=0)
        return {"d#1": (Document(id="d", title=""), passage)}

    search(Query(text="cell"), readers=[reader], texts=texts)  # type: ignore[list-item]
    assert reader.waited.index("texts") < reader.waited.index("counts")
