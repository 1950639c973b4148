"""The general dictionary: kept in the store once, from the machine's cache or anew, and asked beside the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.store import Store, lexicon
from kb.store.lexicon import Lexeme
from kb.thesaurus import Dictionary, keep_general
from kb.thesaurus.dictionary import GENERAL

SENSES = [
    {"en": ("law", "statute"), "sq": ("ligj",), "sr": ("zakon", "zakoni"), "mk": ("закон",)},
    {"en": ("—",), "sq": ("e drejtë",)},
]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the machine."""
    monkeypatch.setenv("KB_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "words"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.db")
    yield opened
    opened.close()


def _kept(store: Store) -> dict[str, list[str]]:
    """The Serbian and Albanian words for law."""
    with store.write() as connection:
        assert keep_general(connection, SENSES)
        assert not keep_general(connection, SENSES), "they are there"
    (entry,) = Dictionary(store.read).entries(["laws"], ["hbs", "sq"])
    assert entry is not None
    assert entry.source == GENERAL
    return {language: [other.term for other in several] for language, several in entry.terms.items()}


def test_a_word_has_those_of_its_sense_and_forms_of_one_word_are_one(store: Store) -> None:
    assert _kept(store) == {"sr": ["zakon"], "sq": ["ligj"]}


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"{}", b"[1]", b'[["a", "en", "law", 1]]', b"\xff\xfe"])
def test_the_machines_cache_gives_the_same_and_a_damaged_one_is_made_anew(
    store: Store, tmp_path: Path, machine: Path, content: bytes | None
) -> None:
    first = _kept(store)
    (path,) = machine.iterdir()
    if content is not None:
        path.write_bytes(content)
    second = Store(tmp_path / "second.db")
    assert _kept(second) == first
    second.close()


def test_new_words_take_the_place_of_the_old_ones(store: Store) -> None:
    _kept(store)
    with store.write() as connection:
        assert keep_general(connection, [{"en": ("court",), "sq": ("gjykatë",)}])
    law, court = Dictionary(store.read).entries(["law", "court"], ["sq"])
    assert law is None
    assert court is not None


def test_the_many_senses_of_a_wordnet_do_not_weaken_a_general_word(store: Store) -> None:
    _kept(store)
    before = Dictionary(store.read).entries(["law"], ["sq"])[0]
    many = [Lexeme("many", f"{number}-n", "en", "law", "en:law", 1.0) for number in range(30)]
    with store.write() as connection:
        lexicon.put(connection, "many", {"name": "Many"}, many)
    after = Dictionary(store.read).entries(["law"], ["sq"])[0]
    assert before is not None
    assert after is not None
    assert after.terms == before.terms
