"""From text to the terms that are indexed: one exact, one folded and one stem term for every position.

The fast path of the indexer: nearly all that stands between two blanks has been seen before, so it is looked up as it
is, with its commas and brackets, in a table that is filled on first sight. No token holds a blank.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kb.languages.folding import fold, strip_invisible
from kb.languages.language import group_of
from kb.languages.stems import Stemmer, stemmer
from kb.languages.tokens import TOKEN

_LONGEST = 100  # characters of one term; engines refuse monsters, and nobody searches for them
_REMEMBERED = 60_000  # words per group, and chunks: about 25 MB for a full one
_CHUNK = 60  # characters; a longer chunk is an address or worse, and will not come back

Terms = tuple[str, str, str]  # exact, folded, group:stem


class Token(NamedTuple):
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
    if term.isalnum() and len(term) <= _LONGEST:
        return term
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


class _Chunks(dict[str, "Terms | tuple[()]"]):
    """What stands between two blanks, to the terms of its words joined by spaces; () where it holds none."""

    def __init__(self, group: str) -> None:
        self._words = group_terms(group)

    def __missing__(self, chunk: str) -> Terms | tuple[()]:
        made: Terms | tuple[()] = ()
        if found := [self._words[word] for word in TOKEN.findall(chunk)]:
            exact, folded, stems = zip(*found, strict=True)
            made = found[0] if len(found) == 1 else (" ".join(exact), " ".join(folded), " ".join(stems))
        if len(chunk) <= _CHUNK:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[chunk] = made
        return made


_groups: dict[str, _Group] = {}
_chunks: dict[str, _Chunks] = {}


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
    group = group_of(language)
    chunks = _chunks.get(group)
    if chunks is None:
        chunks = _chunks.setdefault(group, _Chunks(group))
    found = filter(None, map(chunks.__getitem__, text.split()))
    try:
        exact, folded, stems = zip(*found, strict=True)
    except ValueError:  # no words
        return "", "", ""
    return " ".join(exact), " ".join(folded), " ".join(stems)


def analyse(text: str, language: str | None) -> list[Token]:
    """The tokens of ``text`` in order, with their places in it and their terms. ``language`` as for `terms`."""
    table = group_terms(group_of(language))
    return [Token(m.group(), m.start(), m.end(), *table[m.group()]) for m in TOKEN.finditer(text)]


def analysed(text: str, language: str | None) -> list[tuple[re.Match[str], Terms]]:
    """The words of ``text`` in order, as they were matched in it, with their terms: for what looks at every word."""
    table = group_terms(group_of(language))
    return [(found, table[found.group()]) for found in TOKEN.finditer(text)]
