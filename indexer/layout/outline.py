"""What the document says of its own headings: the entries of its contents pages and its bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indexer.layout.beginnings import PROVISION
from indexer.layout.contents import Contents, Entry, contents_of, letters
from indexer.layout.furniture import row_text
from indexer.layout.pieces import Piece
from kb.originals.pdfium import Bookmark

DEEPEST = 6
FRONT = 30  # pages: further back, contents have a title that says so
FEW = 4  # bookmarks: fewer are left-overs of an editor, no outline
SHORTEST = 4  # letters and digits of a heading that is known without its number
LONGEST = 400  # characters of a heading
BESIDE = 6.0  # points: entries no further apart begin at one place
_LABEL = re.compile(
    r"^\s*\(?(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)|(?P<word>[A-Za-zА-Яа-я]{1,6}))(?:[.)]+|(?<=\d)\s|(?<=[IVX])\s(?=[A-ZА-Я]))\s*(?=\S)"
)
Rows = Sequence[Sequence[Piece]]
_ROMAN = frozenset("ivxlc")


class Outline:
    """Headings by their letters, with their depth from 1. Knows nothing until it is told."""

    def __init__(self, bookmarks: Iterable[Bookmark] = ()) -> None:
        self._levels: dict[str, int] = {}
        self._marked: dict[tuple[str, int], int] = {}
        marks = list(bookmarks)
        for mark in marks if len(marks) >= FEW else ():
            for key in _keys(mark.title):
                if mark.page:
                    self._marked.setdefault((key, mark.page), min(DEEPEST, mark.level))

    def take(self, contents: Sequence[Contents]) -> None:
        """Learns the entries of contents pages, in order."""
        depth = _Depth()
        for entry in (entry for part in contents for entry in part.entries):
            level = depth.of(entry)
            for text in entry.texts:
                for key in _keys(text):
                    self._levels.setdefault(key, level)

    def __bool__(self) -> bool:
        return bool(self._levels or self._marked)

    def level(self, text: str, page: int) -> int:
        """How deep the heading stands; 0 for a text that neither the contents nor a bookmark has."""
        if not self or len(text) > LONGEST:
            return 0
        for key in _keys(text):
            if level := self._levels.get(key) or self._marked.get((key, page)):
                return level
        return 0


def contents_in(pages: Sequence[Rows]) -> dict[int, Contents]:
    """The contents among pages that follow each other, by place: those whose entries the other pages print."""
    groups: list[dict[int, Contents]] = []
    for at, rows in enumerate(pages):
        before = groups[-1].get(at - 1) if groups else None
        runs_on = before is not None and before.end >= len(pages[at - 1]) - 1
        if found := contents_of(rows, open_before=runs_on, titled_only=at >= FRONT):
            if not runs_on or found.titled:
                groups.append({})
            groups[-1][at] = found
    known: dict[int, Contents] = {}
    for group in groups:
        others = (rows for at, rows in enumerate(pages) if at not in group)
        if _confirmed(list(group.values()), _known_by(text for rows in others for row in rows for text in _texts(row))):
            known |= group
    return known


def _texts(row: Sequence[Piece]) -> list[str]:
    """The row, and its pieces where columns may part it."""
    return [row_text(row), *(row_text([piece]) for piece in row if len(row) > 1)]


def _confirmed(contents: Sequence[Contents], printed: set[str]) -> bool:
    """Whether the entries are headings of the text: many of them stand as rows of other pages."""
    entries = [entry for part in contents for entry in part.entries]
    if any(part.titled for part in contents):
        keys = [letters(entry.texts[-1]) for entry in entries]
        rows = {row for row in printed if len(row) >= _PART}
        found = sum(key in printed or any(row in key for row in rows) for key in keys)
        return found >= max(1, 0.2 * len(entries))
    found = sum(any(_stands(letters(text), printed) for text in entry.texts) for entry in entries)
    return found >= max(3, 0.4 * len(entries))


def _known_by(texts: Iterable[str]) -> set[str]:
    """The rows of the other pages, and the beginnings of long ones."""
    keys = {key for text in texts if (key := letters(text))}
    return keys | {key[:_HEAD] for key in keys if len(key) > _HEAD}


_PART = 16  # letters of a row that are enough to know it in an entry of a list that calls itself contents
_HEAD = 24  # letters that a heading over two lines and its entry have in common


def _stands(key: str, printed: set[str]) -> bool:
    return len(key) >= SHORTEST and (key in printed or (len(key) > _HEAD and key[:_HEAD] in printed))


def _keys(text: str) -> list[str]:
    """The text's letters with its number, and without it where enough is left."""
    whole = letters(text)
    found = _LABEL.match(text)
    bare = letters(text[found.end() :]) if found else ""
    keys = [whole] if len(whole) >= SHORTEST else []
    return [*keys, bare] if len(bare) >= SHORTEST else keys


class _Depth:
    """How deep each entry stands: by the kind of its number, in the order in which kinds appear; else by its indent."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str, float]] = []  # kind, last label, where it begins

    def of(self, entry: Entry) -> int:
        text = entry.texts[-1] if len(entry.texts) > 1 and not _LABEL.match(entry.texts[0]) else entry.texts[0]
        text = text if _LABEL.match(text) or PROVISION.match(text) else entry.texts[0]
        kind, label = self._kind(text)
        if not kind:
            return min(DEEPEST, 1 + sum(x0 < entry.x0 - BESIDE for _, _, x0 in self._open))
        at = next((i for i, (known, _, _) in enumerate(self._open) if known == kind), len(self._open))
        del self._open[at:]
        self._open.append((kind, label, entry.x0))
        return min(DEEPEST, at + 1)

    def _kind(self, text: str) -> tuple[str, str]:
        if PROVISION.match(text):
            return text.split()[0].casefold(), ""
        found = _LABEL.match(text)
        if found is None:
            return "", ""
        if number := found["number"]:
            return f"number{number.count('.')}", number
        word = found["word"]
        case = "upper" if word.isupper() else "lower"
        if len(word) == 1 and any(
            known == f"letter-{case}" and label and ord(word) == ord(label) + 1 for known, label, _ in self._open
        ):
            return f"letter-{case}", word
        roman = set(word.lower()) <= _ROMAN and (len(word) > 1 or word.lower() in "ivx")
        if roman:
            return f"roman-{case}", word
        return (f"letter-{case}", word) if len(word) == 1 else ("", "")
