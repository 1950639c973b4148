"""The general words that ship: every sense in every language, and a broken file is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.concepts import LANGUAGES, ThesaurusError
from corpus.words import read_file, words

HEAD = "\t".join(LANGUAGES)
LAW = ("law", "ligj", "zakon", "закон", "kanun", "loi", "Gesetz")


def _file(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "one.tsv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def test_four_hundred_senses_have_terms_in_every_language() -> None:
    assert len(words()) >= 400
    assert all(sense[language] for sense in words() for language in LANGUAGES)


def test_no_term_is_there_twice_in_one_sense() -> None:
    twice = [terms for sense in words() for terms in sense.values() if len(set(terms)) < len(terms)]
    assert twice == []


def test_no_english_term_has_many_senses() -> None:
    senses = [term for sense in words() for term in sense["en"]]
    assert {term: senses.count(term) for term in senses if senses.count(term) > 3} == {}


def test_scripts_are_those_of_the_languages() -> None:
    def latin(term: str) -> bool:
        return any("a" <= char.lower() <= "z" for char in term)

    assert [term for sense in words() for term in sense["mk"] if latin(term)] == []
    others = [term for sense in words() for code in LANGUAGES if code != "mk" for term in sense[code]]
    assert [term for term in others if any("Ѐ" <= char <= "ӿ" for char in term)] == []


def test_a_sense_is_its_terms_by_language(tmp_path: Path) -> None:
    (sense,) = read_file(_file(tmp_path, "\t".join(("law|statute", *LAW[1:]))))
    assert sense["en"] == ("law", "statute")
    assert sense["sq"] == ("ligj",)


@pytest.mark.parametrize(
    "row", ["\t".join(LAW[:6]), "\t".join((*LAW[:6], "")), "\t".join(("law||act", *LAW[1:])), ""], ids=str
)
def test_a_line_that_lacks_a_term_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(ThesaurusError) as raised:
        read_file(_file(tmp_path, "\t".join(LAW), row))
    assert "one.tsv, line 3" in str(raised.value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ThesaurusError):
        read_file(_file(tmp_path, "\t".join(LAW), head="en\tsq"))
