"""Whether a hyphen at a line's end belongs to the word: asked of the document first, then of the language's list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.languages import fold
from kb.languages.scripts import script_of
from kb.languages.stems import is_known
from kb.languages.votes import vote

MAX_WORDS = 200_000  # of a document: some 20 MB; a language's hyphens are known long before
SHORTEST = 3  # letters of a part that is a word by itself: shorter ones are syllables too
_PREFIXES = {"en": ("non", "self", "vice"), "fr": ("non", "vice", "demi", "ci")}  # that keep their hyphen
_CONNECTED = ("hbs", "mk")  # compounds with a hyphen have an -o before it: kazneno-popravni
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_HEAD = re.compile(r"^[^\W\d_]+")


class Words:
    """The words of a document so far. Whether ``non-governmental`` keeps its hyphen is asked of the document; where
    it says nothing, the list of the language in which the two lines are written decides."""

    def __init__(self) -> None:
        self._whole: set[str] = set()
        self._hyphened: set[str] = set()

    def learn(self, texts: Iterable[str]) -> None:
        """Takes in the words that stand within lines."""
        if len(self._whole) > MAX_WORDS:
            return
        lines = list(texts)
        for line in lines:
            if "-" in line:
                self._hyphened.update(word.casefold() for word in _WORD.findall(line) if "-" in word)
        self._whole.update("\n".join(lines).casefold().split())

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether a hyphen at a line's end between the two belongs to the word."""
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if head is None or tail is None or not head[0][0].islower():
            return True
        whole = f"{tail[0]}{head[0]}".casefold()
        if whole in self._whole:
            return False
        if f"{tail[0]}-{head[0]}".casefold() in self._hyphened:
            return True
        last = tail[0].rpartition("-")[2]
        return _are_words(last, head[0], f"{before[-200:]}{head[0]} {after[len(head[0]) : 200]}")


def _are_words(tail: str, head: str, context: str) -> bool:
    """Whether the parts are words of the context's language and the two together are none."""
    group = _group_of(context.lower())
    if tail.lower() in _PREFIXES.get(group, ()):
        return len(head) >= SHORTEST
    if min(len(tail), len(head)) < SHORTEST or (group in _CONNECTED and tail[-1] not in "oо"):
        return False
    if group not in ("en", "fr", *_CONNECTED) or is_known(group, fold((tail + head).lower())):
        return False  # the other languages write such words in one
    return is_known(group, fold(tail.lower())) and is_known(group, fold(head.lower()))


def _group_of(lowered: str) -> str:
    """The group whose small words stand in the lines, "" where none do; a second opinion costs more than it mends."""
    votes = vote(lowered, script_of(lowered)).votes
    return max(sorted(votes), key=lambda group: votes[group], default="")
