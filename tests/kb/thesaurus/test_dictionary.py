"""Dictionaries: wordnets that are imported, words that are learnt, and what they give a question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.store import Store, lexicon
from kb.thesaurus import Dictionary, wordnet
from kb.thesaurus.fault import ThesaurusFault
from kb.thesaurus.learning import linked, ratio
from kb.thesaurus.likeness import alike

ENGLISH = "# Ours\teng\thttps://example.org\tCC BY 4.0\n1-n\teng:lemma\tlawyer\n2-n\teng:lemma\tprison\n"
SERBIAN = (
    "# Naš\thrv\thttps://example.org\tCC BY 4.0\n1-n\thrv:lemma\tadvokat\n2-n\thrv:lemma\tzatvor\n2-n\thrv:def\tx\n"
)


def tab(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.db")
    with opened.write() as connection:
        for name, text in (("eng.tab", ENGLISH), ("hrv.tab", SERBIAN)):
            read = wordnet.read(tab(tmp_path, name, text))
            lexicon.put(connection, read.origin, read.facts, read.lexemes)
    yield opened
    opened.close()


def test_a_word_has_the_words_of_its_sense_in_any_form_and_script(store: Store) -> None:
    for word in ("advokata", "адвокату"):
        (entry,) = Dictionary(store.read).entries([word], ["en"])
        assert entry is not None
        assert (entry.source, [other.term for other in entry.terms["en"]]) == ("wordnet", ["lawyer"])


def test_what_no_dictionary_has_is_unknown(store: Store) -> None:
    assert Dictionary(store.read).entries(["qwertzu", "41"], ["en"]) == [None, None]


def test_the_licence_is_kept_and_a_dictionary_can_be_removed(store: Store) -> None:
    with store.write() as connection:
        assert lexicon.held(connection)["hrv"]["licence"] == "CC BY 4.0"
        assert lexicon.held(connection)["hrv"]["lexemes"] == 2
        assert lexicon.remove(connection, "hrv")
        assert not lexicon.remove(connection, "hrv")
    (entry,) = Dictionary(store.read).entries(["lawyer"], ["hbs"])
    assert entry is None or not entry.terms


def test_a_file_of_another_language_than_it_says_is_refused(tmp_path: Path) -> None:
    words = ["der Anwalt und die Zelle", "das Gefängnis für die Frauen", "nicht mit der Polizei"] * 30
    lines = "".join(f"{number}-n\tsqi:lemma\t{word}\n" for number, word in enumerate(words))
    path = tab(tmp_path, "x.tab", f"# X\tsqi\thttps://example.org\tCC0\n{lines}")
    with pytest.raises(ThesaurusFault) as refused:
        wordnet.read(path)
    assert "--language de" in refused.value.advice
    assert wordnet.read(path, language="de").language == "de"


@pytest.mark.parametrize("text", ["", "no wordnet at all\n", "# X\tzzz\ta\tb\n1-n\tzzz:lemma\tword\n"])
def test_what_is_no_wordnet_is_refused_with_advice(tmp_path: Path, text: str) -> None:
    with pytest.raises(ThesaurusFault) as refused:
        wordnet.read(tab(tmp_path, "x.tab", text))
    assert refused.value.advice


def test_words_that_keep_company_are_linked_and_frequent_ones_are_not() -> None:
    aligned = [
        (frozenset({"en:the", f"en:w{n % 12}"}), frozenset({"sq:te", f"sq:f{n % 12}", f"sq:r{n}"})) for n in range(72)
    ]
    found = {(one, other) for one, other, _ in linked(aligned)}
    assert found == {(f"en:w{n}", f"sq:f{n}") for n in range(12)}


def test_the_ratio_is_nothing_where_words_are_independent() -> None:
    assert ratio(25, 50, 50, 100) == pytest.approx(0.0, abs=1e-9)
    assert ratio(10, 10, 10, 100) > 60


def test_words_that_share_letters_are_alike() -> None:
    assert alike("universitet", "univerzitet") > alike("universitet", "zatvor") == 0.0
    assert alike("a", "a") == 1.0
