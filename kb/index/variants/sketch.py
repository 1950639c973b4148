"""A text in a few hundred bytes, made while its words are at hand: what tells whether two texts may be the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from zlib import crc32

from kb import languages
from kb.nouns import Document, IndexEntry, Passage, Sketch

VERSION = 1  # raised when a sketch of the same text comes out differently: only equal versions are compared
KEYS = 64  # the share of keys in common is then within 0.06 of the share of runs, nine times in ten, near 0.9
# Runs of five words: shorter ones are shared by strangers, longer ones die of every misread letter. They begin at words
# in b, g, m (8 to 22 % of the words in the languages of the collection), so that a few are hashed, and the same ones
# whatever stands before. Every pattern begins with the space that parts two words: the search is then C's.
_RUN = re.compile(r" (?=([bgm]\S* \S+ \S+ \S+ \S+))")
# Numbers of two digits and more: dates, symbols, articles of other laws. The same in every language.
_NUMBER = re.compile(r" (\d\S+)")


def sketch(document: Document, passages: Sequence[Passage], entries: Sequence[IndexEntry]) -> Sketch:
    """The sketch of a document. ``entries`` parallel ``passages``: their folded terms are the words."""
    folded = [entry.folded for entry in entries]
    text = " ".join(_stream(document, zip(passages, folded, strict=True)))
    numbered = [(p, words) for p, words in zip(passages, folded, strict=True) if p.label and p.form == "text"]
    return Sketch(
        version=VERSION,
        words=text.count(" ") + 1 if text else 0,
        text=hashlib.blake2b(text.replace(" ", "").encode("utf-8", "replace"), digest_size=16).hexdigest(),
        keys=tuple(nsmallest(KEYS, {crc32(run.encode("utf-8", "replace")) for run in _RUN.findall(f" {text}")})),
        anchors=tuple(passage.anchor for passage, _ in numbered),
        lengths=tuple(len(words) - words.count(" ") for _, words in numbered),
        numbers=tuple(",".join(sorted(_NUMBER.findall(f" {words}"))) for _, words in numbered),
    )


def words_of(document: Document, passages: Sequence[Passage]) -> list[str]:
    """The folded words that a sketch is made of: headings where they are new, and the text of every passage."""
    folded = (languages.terms(passage.text, passage.language)[1] for passage in passages)
    return " ".join(_stream(document, zip(passages, folded, strict=True))).split()


def _stream(document: Document, texts: Iterable[tuple[Passage, str]]) -> Iterator[str]:
    """One reader makes a line a heading and another a passage, so headings are words like all others."""
    above: tuple[str, ...] = ()
    for passage, folded in texts:
        if passage.heading != above and passage.form != "footnote":
            same = next((n for n, (a, b) in enumerate(zip(above, passage.heading, strict=False)) if a != b), len(above))
            for heading in passage.heading[same:]:
                yield languages.terms(heading, document.language)[1]
            above = passage.heading
        if folded:
            yield folded
