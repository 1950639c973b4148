"""States and repairs have names that people understand."""

from __future__ import annotations

import re
from pathlib import Path

import indexer.quality
from indexer.quality.repairs.codepages import PAIRS
from kb.nouns import PageState
from kb.pages import repair_words, repairs_words, state_words

NAMED = re.compile(r'(?:Repair\(\s*|names, |\+ \(|ways\.append\(\()"([a-z][a-z-]+)"')


def test_every_state_has_words() -> None:
    words = [state_words(state) for state in PageState]
    assert all(words)
    assert len(set(words)) == len(words)


def test_every_repair_that_the_indexer_knows_has_words() -> None:
    folder = Path(indexer.quality.__file__).parent
    names = {name for path in folder.rglob("*.py") for name in NAMED.findall(path.read_text("utf-8"))}
    assert {"yu-ascii", "look-alikes", "soft-hyphens", "lost-spaces"} <= names, "no longer knows how they are named"
    names |= {"letters", "ligatures", "utf-8-as-cp1252"} | {f"{written}-as-{read}" for read, written, _ in PAIRS}
    assert not sorted(name for name in names if repair_words(name) == name)


def test_kinds_are_said_once_and_unknown_names_as_they_are() -> None:
    said = repairs_words(["cp1250-as-cp1252", "cp1251-as-cp1252", "of-tomorrow"])
    assert said == ["letters that were read in another code page", "of-tomorrow"]
