"""What is searched by signs of concepts is what is searched by their words, whatever happens to the thesaurus."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.concepts import concepts
from indexer.batch.run import Batch, Options
from kb.cli.main import kb
from kb.collection import Collection
from kb.engines import ENGINES
from kb.home import Home
from kb.index.rebuild import rebuild
from kb.index.repair import differs, lacks_signs
from kb.index.writing import SIGNS
from kb.nouns import Query
from kb.store import Store, upkeep, write

TEXTS = {
    "en": "1. The prisoner was held in solitary confinement for twenty days.\n\n2. The garden was green.\n",
    "sq": "1. I burgosuri u mbajt në izolim për njëzet ditë rresht dhe nuk u vizitua nga mjeku.\n",
    "sr": "1. Затвореник је држан у самици двадесет дана и није га посетио лекар.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signs")
    for language, text in TEXTS.items():
        (folder / f"{language}.txt").write_text(text)
    Batch(Home.at(folder / "home"), Options()).run([folder / f"{language}.txt" for language in TEXTS])
    return folder / "home"


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Home:
    shutil.copytree(made, tmp_path / "home")
    return Home.at(tmp_path / "home")


def asked(home: Home, text: str) -> tuple[bool, list[tuple[str, tuple[str, ...]]]]:
    """Whether it was searched by signs; the first letters of the documents found, with the words marked."""
    collection = Collection(home)
    answer = collection.search(Query(text=text))
    found = [
        (hit.document[:2], tuple(hit.snippet.text[start:end] for start, end in hit.snippet.spans))
        for hit in answer.hits
    ]
    signed = collection.signed
    collection.close()
    return signed, sorted(found)


SOLITARY = [("en", ("solitary confinement",)), ("sq", ("izolim",)), ("sr", ("самици",))]


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_a_concept_is_found_and_marked_in_every_language(home: Home, engine: str) -> None:
    with home.writing():
        rebuild(home, Store(home.store), engine=engine)
    for words in ("solitary confinement", "izolim", "самица", "samica"):
        signed, found = asked(home, words)
        assert signed
        assert found == SOLITARY, words


def test_signs_find_what_the_words_find(home: Home) -> None:
    collection = Collection(home)
    by_words = Collection(home)
    by_words.thesaurus.mark = "another"
    for concept in concepts():
        name = concept.terms["en"][0]
        one, other = ({hit.document for hit in each.search(Query(text=name, whole=True)).hits}
                      for each in (collection, by_words))  # fmt: skip
        assert one >= other, name
    assert collection.signed
    assert not by_words.signed


def test_new_concepts_are_searched_at_once_and_by_signs_after_a_rebuild(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("id,en,sq,sr\ngreenery,orchard|garden,pemishte,voćnjak\n")
    said = CliRunner().invoke(kb, ["--home", str(home.path), "thesaurus", "import", str(file)])
    assert said.exit_code == 0, said.output
    assert "kb rebuild" in said.stderr
    assert asked(home, "voćnjak") == (False, [("en", ("garden",))])
    assert asked(home, "izolim") == (False, SOLITARY)
    assert not differs(home, Store(home.store), thorough=True), "slower is not wrong"
    with home.writing():
        rebuild(home, Store(home.store))
    assert asked(home, "voćnjak") == (True, [("en", ("garden",))])
    assert asked(home, "izolim") == (True, SOLITARY)


def test_what_is_indexed_with_another_thesaurus_takes_the_signs_away_and_loses_nothing(
    home: Home, tmp_path: Path
) -> None:
    (tmp_path / "own.csv").write_text("id,en,sq\ngreenery,garden,pemishte\n")
    CliRunner().invoke(kb, ["--home", str(home.path), "thesaurus", "import", str(tmp_path / "own.csv")])
    (tmp_path / "de.txt").write_text("1. Der Gefangene war zwanzig Tage in Einzelhaft und sah niemanden im Garten.\n")
    Batch(home, Options()).run([tmp_path / "de.txt"])
    everywhere = (False, [("de", ("Einzelhaft",)), *SOLITARY])
    assert asked(home, "samica") == everywhere
    CliRunner().invoke(kb, ["--home", str(home.path), "thesaurus", "remove", "own"])
    assert asked(home, "samica") == everywhere, "the thesaurus is the old one again, what was indexed meanwhile is not"
    assert "word by word" in CliRunner().invoke(kb, ["--home", str(home.path), "check"]).output
    with home.writing():
        rebuild(home, Store(home.store))
    assert asked(home, "samica") == (True, everywhere[1])
    assert "concepts  indexed" in CliRunner().invoke(kb, ["--home", str(home.path), "check"]).output


def test_an_index_made_before_there_were_signs_is_made_anew(home: Home) -> None:
    store = Store(home.store)
    with store.write() as connection:
        connection.exec_driver_sql("DELETE FROM setting WHERE key = ?", (SIGNS,))
    assert lacks_signs(store)
    assert not differs(home, store, thorough=True), "slower is not wrong"
    home.lock.unlink(missing_ok=True)
    home.lock.mkdir()  # as where the collection may only be read
    assert asked(home, "samica") == (False, SOLITARY)
    home.lock.rmdir()
    assert asked(home, "samica") == (True, SOLITARY)
    assert not lacks_signs(store)


def test_a_rebuild_that_was_killed_is_not_taken_for_whole(home: Home) -> None:
    store = Store(home.store)
    with store.write() as connection:
        write.put_setting(connection, SIGNS, "")
    assert asked(home, "samica") == (False, SOLITARY)
    with store.read() as connection:
        assert upkeep.setting(connection, SIGNS) == ""
