"""Which instrument a document is, by the names that its first lines print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.catalogue import instruments
from indexer.describe.head import Line
from kb.citations.names import fold
from kb.nouns import Instrument

_LINES = 12
_DECORATION = re.compile(r"\s*\(.{1,80}\)\s*$")
_ARTICLE = re.compile(r"(?:un|united nations|the|die|das|der|la|le) ")
_EDITION = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 300
_TAIL = 2  # words that a layout may have joined to a title: "Preamble", "Introduction", a year


def work_of(lines: Sequence[Line]) -> Instrument | None:
    """The instrument whose name is the whole of one of the first lines (a title, not a mention); None if none.

    A title broken over two or three lines counts. Where editions share the name, the reference or the year printed in
    the first lines decides, else none is named.
    """
    found = title_line(lines)
    if found is None:
        return None
    candidates = found[1]
    return candidates[0] if len(candidates) == 1 else _edition(candidates, lines)


def title_line(lines: Sequence[Line]) -> tuple[str, Sequence[Instrument]] | None:
    """The printed title and the instruments of that name."""
    for number, line in enumerate(lines[:_LINES]):
        if len(line.text) > _LONGEST or _ARTICLE.sub("", _fold(line.text[:40])).partition(" ")[0] not in _first_words():
            continue
        printed = line.text
        for following in (*lines[number + 1 : number + 3], None):
            if len(printed) > _LONGEST:
                break
            if some := _named(printed):
                return printed, some
            printed = f"{printed} {following.text}" if following else printed
    return None


def _named(printed: str) -> Sequence[Instrument] | None:
    names = _names()
    for text in dict.fromkeys((_fold(printed), _fold(_DECORATION.sub("", printed)))):
        for spelling in dict.fromkeys((text, _ARTICLE.sub("", text, count=1))):
            words = spelling.split()
            for tail in range(min(_TAIL, len(words) - 2) + 1):
                if some := names.get(" ".join(words[: len(words) - tail])):
                    return some
    return None


def _edition(found: Sequence[Instrument], lines: Sequence[Line]) -> Instrument | None:
    text = " ".join(line.text for line in lines[:_LINES])
    by_reference = [one for one in found if any(_whole(reference, text) for reference in one.references)]
    by_year = [one for one in found if one.edition in _EDITION.findall(text)]
    for some in (by_reference, by_year):
        if len(some) == 1:
            return some[0]
    return None


def _whole(reference: str, text: str) -> bool:
    return re.search(re.escape(reference).replace(r"\ ", r"\s?") + r"(?![\w-])", text) is not None


@cache
def _names() -> dict[str, list[Instrument]]:
    names: dict[str, list[Instrument]] = {}
    for one in instruments():
        for name in {*one.names.values(), *(alias for some in one.aliases.values() for alias in some)}:
            for spelling in {_fold(name), _fold(_DECORATION.sub("", name))}:
                if spelling.count(" ") and one not in names.setdefault(spelling, []):
                    names[spelling].append(one)
    return names


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", name).partition(" ")[0] for name in _names())


def _fold(text: str) -> str:
    return " ".join(map(fold, re.findall(r"[^\W_]+", text)))
