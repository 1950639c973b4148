"""What is like a passage: through texts written here, in three languages and two access levels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.concepts import concepts
from kb import citations
from kb.engines import ENGINES, IndexReader, open_engine
from kb.index.entries import entries
from kb.nouns import Document, Link, Passage, Query
from kb.search import weights
from kb.similar import Likes, likes
from kb.store import Store
from kb.thesaurus import Thesaurus, keep, kept

Held = dict[str, tuple[Document, Passage]]
LANGUAGES = ["en", "sq", "sr-Cyrl"]
OPEN = {
    "report": ("en", [
        "Two prisoners had been held in solitary confinement in Lindorra for thirty-one days; see CPT/Inf (2019) 9.",
        "The kitchen of the prison was clean and the food was warm.",
        "In Lindorra the register of solitary confinement was empty.",
    ]),
    "appendix": ("en", [
        "Two prisoners had been held in solitary confinement in Lindorra for thirty-one days; see CPT/Inf (2019) 9.",
        "The library of the prison had four hundred books.",
        "What was said in CPT/Inf (2019) 9 was repeated.",
    ]),
    "raport": ("sq", ["Dy persona ishin mbajtur në izolim për një muaj.", "Kuzhina ishte e pastër."]),
    "izvestaj": ("sr-Cyrl", ["Лице је држано у самици.", "Кухиња је била чиста."]),
}  # fmt: skip
CLOSED = {"note": ("en", ["A source in Lindorra spoke of solitary confinement in the basement."])}


def fill(folder: Path, engine: str, texts: dict[str, tuple[str, list[str]]], held: Held) -> IndexReader:
    writer = open_engine(engine).writer(folder)
    for name, (language, rows) in texts.items():
        document = Document(id=name, title=name, language=language)
        passages = [
            Passage(document=name, anchor=str(n), label=str(n), text=text, ordinal=n, language=language)
            for n, text in enumerate(rows, start=1)
        ]
        held.update({passage.key: (document, passage) for passage in passages})
        writer.put(name, entries(document, passages, [link for passage in passages for link in links_of(passage)]))
    writer.commit()
    writer.close()
    return open_engine(engine).reader(folder)


def links_of(passage: Passage) -> list[Link]:
    return [
        Link(document=passage.document, anchor=passage.anchor, citation=each) for each in citations.find(passage.text)
    ]


@pytest.fixture(scope="module")
def thesaurus(tmp_path_factory: pytest.TempPathFactory) -> Thesaurus:
    store = Store(tmp_path_factory.mktemp("thesaurus") / "store.db")
    with store.write() as connection:
        keep(connection, concepts())
    with store.read() as connection:
        return kept(connection)


class Shelf:
    """Readers of one clearance, and what they hold."""

    def __init__(self, readers: Sequence[IndexReader], held: Held, thesaurus: Thesaurus) -> None:
        self.readers, self.held, self.thesaurus = readers, held, thesaurus

    def like(self, key: str, **values: object) -> Likes:
        passage = self.held[key][1]
        return likes(
            passage, links_of(passage), Query(**values), readers=self.readers, texts=self.texts, languages=LANGUAGES,  # type: ignore[arg-type]
            thesaurus=self.thesaurus,
        )  # fmt: skip

    def texts(self, keys: Sequence[str]) -> Held:
        return {key: self.held[key] for key in keys if key in self.held}

    def keys(self, key: str, **values: object) -> list[str]:
        return [f"{hit.document}#{hit.anchor}" for hit in self.like(key, **values).hits]


@pytest.fixture(scope="module", params=ENGINES)
def shelves(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, thesaurus: Thesaurus
) -> tuple[Shelf, Shelf]:
    folder, held = tmp_path_factory.mktemp("shelf"), Held()
    public = fill(folder / "public", request.param, OPEN, held)
    restricted = fill(folder / "restricted", request.param, CLOSED, held)
    return Shelf([public], held, thesaurus), Shelf([public, restricted], held, thesaurus)


def test_the_same_thing_is_found_in_other_languages(shelves: tuple[Shelf, Shelf]) -> None:
    found = shelves[0].keys("report#1")
    assert {"report#3", "raport#1", "izvestaj#1"} <= set(found)
    assert shelves[0].keys("raport#1", language=("sr",))[0] == "izvestaj#1"


def test_the_passage_and_its_copies_are_left_out(shelves: tuple[Shelf, Shelf]) -> None:
    found = shelves[0].keys("report#1")
    assert "report#1" not in found
    assert "appendix#1" not in found
    assert shelves[0].keys("report#1", limit=1) == found[:1]


def test_what_cites_the_same_is_like_it(shelves: tuple[Shelf, Shelf]) -> None:
    assert "appendix#3" in shelves[0].keys("report#1")


def test_filters_narrow_and_exact_means_its_own_words(shelves: tuple[Shelf, Shelf]) -> None:
    assert shelves[0].keys("report#1", document=("raport",)) == ["raport#1"]
    assert shelves[0].keys("report#1", document=("raport",), exact=True) == []


def test_what_was_looked_for_is_said_and_can_be_left_out(shelves: tuple[Shelf, Shelf]) -> None:
    found = shelves[0].like("report#1")
    assert {"solitary", "confinement", "Lindorra"} <= set(found.words)
    assert "the" not in found.words
    ids = tuple(each.id for each in found.expansions)
    assert ids
    less = shelves[0].like("report#1", without=ids)
    assert not set(ids) & {each.id for each in less.expansions}


def test_no_passage_beyond_the_clearance_is_found_or_counted(shelves: tuple[Shelf, Shelf]) -> None:
    public, all_levels = shelves
    assert "note#1" in all_levels.keys("report#1")
    assert "note#1" not in public.keys("report#1")


def test_a_passage_without_a_telling_word_is_like_none(shelves: tuple[Shelf, Shelf]) -> None:
    shelf = shelves[0]
    shelf.held["x#1"] = (
        Document(id="x", title=""),
        Passage(document="x", anchor="1", label="", text="— * 3 —", ordinal=0),
    )
    found = shelf.like("x#1")
    assert (found.words, found.hits) == ((), ())


def test_the_words_of_a_whole_chapter_are_bounded(shelves: tuple[Shelf, Shelf]) -> None:
    shelf = shelves[0]
    text = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(5_000))
    shelf.held["y#1"] = (
        Document(id="y", title=""),
        Passage(document="y", anchor="1", label="", text=text, ordinal=0, language="en"),
    )
    assert len(shelf.like("y#1").words) <= weights.TELLING_WORDS + weights.TELLING_CONCEPTS
