"""From text to the terms that are indexed: one exact, one folded and one stem term for every position.

The fast path of the indexer: nearly every word of a text has been seen before, so a group's words are kept in a
table that is filled on the first sight of a word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kb.languages.folding import fold, strip_invisible
from kb.languages.language import group_of
from kb.languages.stems import Stemmer, stemmer
from kb.languages.tokens import TOKEN

_LONGEST = 100  # characters of one term; engines refuse monsters, and nobody searches for them
_REMEMBERED = 60_000  # words per group, about 15 MB for a full one

Terms = tuple[str, str, str]  # exact, folded, group:stem


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number: ``text == source[start:end]``, and its three terms. No term is empty or holds a space."""

    text: str
    start: int
    end: int
    exact: str
    folded: str
    stem: str


def _lowered(word: str, group: str) -> str:
    """Lower case by the language's rule. Turkish ``I`` is dotless; elsewhere ``ğ``, ``ı``, ``İ`` give it away."""
    if ("I" in word or "İ" in word) and (group == "tr" or not {"ğ", "Ğ", "ı", "İ"}.isdisjoint(word)):
        word = word.replace("I", "ı")
    return word.replace("İ", "i").lower()


def exact_form(word: str, group: str) -> str:
    """The exact term of one word: NFKC (ligatures of fonts apart), lower case, nothing invisible, one apostrophe."""
    if word.isascii():
        return _lowered(word, group)[:_LONGEST]
    # NFKC before and after: lowering can decompose, removing the invisible can bring together.
    plain = strip_invisible(_lowered(unicodedata.normalize("NFKC", word), group))
    plain = unicodedata.normalize("NFKC", plain).replace("’", "'").replace("ʼ", "'")
    return _solid(plain, word)


def folded_form(exact: str) -> str:
    """The folded term of an exact one."""
    return _solid(fold(exact), exact)


def _solid(term: str, source: str) -> str:
    """``term`` without white space and not empty: where normalising leaves nothing, the code points stand for it."""
    term = "".join(term.split())[:_LONGEST]
    return term or "".join(source.split())[:_LONGEST] or "-".join(f"u{ord(c):x}" for c in source[:8])


class _Group(dict[str, Terms]):
    """The words of one analysis group seen so far; a word not yet seen is analysed on access."""

    def __init__(self, group: str) -> None:
        self.group = group
        self._stem: Stemmer = stemmer(group)

    def __missing__(self, word: str) -> Terms:
        exact = exact_form(word, self.group)
        folded = folded_form(exact)
        stem = folded if folded[0].isdigit() else self._stem(exact, folded) or folded
        made = (exact, folded, f"{self.group}:{_solid(stem, folded)}")
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = made
        return made


_groups: dict[str, _Group] = {}


def group_terms(group: str) -> _Group:
    """The word table of an analysis group: ``group_terms("hbs")["mučenja"]`` → exact, folded, ``group:stem``."""
    found = _groups.get(group)
    if found is None:
        found = _groups.setdefault(group, _Group(group))
    return found


def terms(text: str, language: str | None) -> tuple[str, str, str]:
    """The exact, folded and stem terms of ``text``, each joined by single spaces, position for position the same.

    ``language`` is BCP 47, None where it is unknown. Never raises; a text without words gives three empty strings.
    """
    found = TOKEN.findall(text)
    if not found:
        return "", "", ""
    exact, folded, stems = zip(*map(group_terms(group_of(language)).__getitem__, found), strict=True)
    return " ".join(exact), " ".join(folded), " ".join(stems)


def analyse(text: str, language: str | None) -> list[Token]:
    """The tokens of ``text`` in order, with their places in it and their terms. ``language`` as for `terms`."""
    table = group_terms(group_of(language))
    return [Token(m.group(), m.start(), m.end(), *table[m.group()]) for m in TOKEN.finditer(text)]
