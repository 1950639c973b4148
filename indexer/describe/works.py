"""Which instrument a document is, by the names that its first lines print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from corpus.catalogue import instruments
from indexer.describe.head import Line
from kb.nouns import Instrument

_LINES = 12
_DECORATION = re.compile(r"\s*\(.{1,80}\)\s*$|^(?:un|united nations)\s")
_EDITION = re.compile(r"\b(?:19|20)\d\d\b")


def work_of(lines: Sequence[Line]) -> Instrument | None:
    """The instrument whose name is the whole of one of the first lines (a title, not a mention); None if none.

    Where editions share the name, the year printed in the first lines decides, else none is named.
    """
    names = _names()
    for line in lines[:_LINES]:
        for text in (_fold(line.text), _fold(_DECORATION.sub("", line.text))):
            if found := names.get(text):
                return found[0] if len(found) == 1 else _edition(found, lines)
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
                if " " in spelling and one not in names.setdefault(spelling, []):
                    names[spelling].append(one)
    return names


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in decomposed if not unicodedata.combining(c))))
