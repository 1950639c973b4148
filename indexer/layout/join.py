"""The lines of a paragraph as one text: hyphens mended, bold runs kept as spans, rectangles of where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indexer.layout.lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_HEAD = re.compile(r"^[^\W\d_]+")


MAX_WORDS = 200_000  # of a document: some 20 MB; a language's hyphens are known long before


class Words:
    """The words of a document so far: whether ``non-governmental`` keeps its hyphen is asked of the document."""

    def __init__(self) -> None:
        self._whole: set[str] = set()
        self._hyphened: set[str] = set()

    def learn(self, texts: Iterable[str]) -> None:
        """Takes in the words that stand within lines."""
        if len(self._whole) > MAX_WORDS:
            return
        for text in texts:
            if "-" in text:
                self._hyphened.update(w.casefold() for w in _WORD.findall(text) if "-" in w)
            self._whole.update(word.casefold() for word in text.split())

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether a hyphen at a line's end between the two belongs to the word."""
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if head is None or tail is None or not head[0][0].islower():
            return True
        if f"{tail[0]}-{head[0]}".casefold() in self._hyphened:
            return f"{tail[0]}{head[0]}".casefold() not in self._whole
        return False


def join(lines: Sequence[Line], words: Words) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One text with single spaces, and the spans of it that are bold."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    hyphen = False
    for line in lines:
        text, bold = _single_spaced(line)
        if not text:
            continue
        if parts:
            glue = ("-" if words.keeps_hyphen(parts[-1], text) else "") if hyphen else " "
            parts.append(glue)
            length += len(glue)
        for start, end in bold:
            if spans and length + start - spans[-1][1] <= 1:
                spans[-1] = (spans[-1][0], length + end)
            else:
                spans.append((length + start, length + end))
        parts.append(text)
        length += len(text)
        hyphen = line.hyphen
    if hyphen:
        parts.append("-")
    return "".join(parts), tuple(spans)


def _single_spaced(line: Line) -> tuple[str, list[tuple[int, int]]]:
    text = line.text
    if "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text, line.bold
    kept = [i for i, char in enumerate(text) if char != " " or (i and text[i - 1] != " ")]
    while kept and text[kept[-1]] == " ":
        kept.pop()
    if kept and text[kept[0]] == " ":
        kept = kept[1:]
    place = {old: new for new, old in enumerate(kept)}
    spans = []
    for start, end in line.bold:
        inside = [place[i] for i in range(start, end) if i in place]
        if inside:
            spans.append((inside[0], inside[-1] + 1))
    return "".join(text[i] for i in kept), spans
