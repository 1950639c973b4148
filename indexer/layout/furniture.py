"""Running heads, footers and page numbers: known by coming back at the same height on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from indexer.layout.pieces import Piece

TOP_ROWS, BOTTOM_ROWS = 4, 4
MIN_NUMBERS = 4  # page numbers at one height: then a number there that does not count on, as in a preface, is one
FEW = 4  # pages: too few for a running head to come back often
MOSTLY = 0.6  # of the rows at one height: then all of them are heads
EDGE = 0.16  # of the page's height: beyond it a line is text, however often it comes back
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(
    r"^[\s\-–—|•·\[(./…]*(?:p(?:age|ág(?:ina)?|\.)|faqe|str(?:ana|\.)?|страна|стр\.?|страница|seite|sayfa|s\.)?\s*"
    r"(?:(\d{1,4})|([ivxlc]{1,7}))\s*(?:(?:/|of|od|од|nga|de|von|sur|из)\s*\d{1,4})?[\s\-–—|•·\])]*$",
    re.IGNORECASE,
)
# The number of a United Nations print job, at the foot of a first page.
_JOB = re.compile(r"^(?:GE|N|V|NY|HR)\.\d{2}-\d*(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,2}$")


def row_text(row: Sequence[Piece]) -> str:
    """The plain text of a row, pieces one space apart."""
    return " ".join(run.text for piece in row for run in piece.runs).strip()


class Furniture:
    """Learns from pages in the order of the file, then strips their edges."""

    def __init__(self) -> None:
        self.pages = 0
        self._seen: Counter[tuple[str, int]] = Counter()
        self._offsets: Counter[int] = Counter()
        self._heights: Counter[int] = Counter()  # where page numbers stand
        self._heads: dict[tuple[int, int], Counter[str]] = {}  # what the outermost rows say, by height and size
        self._printed: list[tuple[int, str]] = []  # the edges of the first pages, for what comes back only once

    def learn(self, number: int, height: float, rows: Sequence[Sequence[Piece]]) -> None:
        """Takes note of what stands at the edges of one page; of a page with nothing between them it learns nothing."""
        self.pages += 1
        if self.pages <= FEW:
            self._printed += [(number, _plain(row_text(row))) for row in self._edges(height, rows)]
        if all(self._near_edge(height, row) for row in rows):
            for outermost in (rows[0], rows[-1]) if len(rows) > 2 else ():
                self._count(row_text(outermost), outermost[0].y, number)
            return
        for row in {id(row): row for row in (rows[0], rows[-1]) if self._near_edge(height, row)}.values():
            self._heads.setdefault((round(row[0].y / 3), round(row[0].size)), Counter())[_wording(row)] += 1
        for row in self._edges(height, rows):
            self._note(row_text(row), row[0].y, number)
            for piece in row:
                text = row_text([piece])
                self._count(text, piece.y, number)
                if len(row) > 1:
                    self._note(text, piece.y, number)

    def _count(self, text: str, y: float, number: int) -> None:
        for offset in _offsets(text, number):
            self._offsets[offset] += 1
            self._heights[round(y / 3)] += 1

    def _note(self, text: str, y: float, number: int) -> None:
        for key in _keys(text, number):
            for place in {round(y / 6), round(y / 6 + 0.5)}:
                self._seen[key, place] += 1

    def strip(self, number: int, height: float, rows: Sequence[Sequence[Piece]]) -> set[int]:
        """The ``id`` of each piece that is furniture: from the edges inwards, until a row that is text."""
        gone: set[int] = set()
        for edge in (rows[:TOP_ROWS], list(reversed(rows[-BOTTOM_ROWS:]))):
            for row in edge:
                if not self._near_edge(height, row):
                    break
                bare = [piece for piece in row if id(piece) not in gone]
                if not bare:
                    continue
                furniture = [
                    p for p in bare if self._is_number(p, number) or self._comes_back(row_text([p]), p.y, number)
                ]
                heads = row is rows[0] and len(rows) > 1 and self._is_head(row, rows[1], number)
                heads = heads or (row in (rows[0], rows[-1]) and self._in_place_of_heads(row))
                if heads or self._comes_back(row_text(row), row[0].y, number) or len(furniture) == len(bare):
                    gone.update(id(piece) for piece in bare)
                    continue
                ends = (bare[0], bare[-1]) if len(bare) > 1 else ()
                gone.update(id(p) for p in ends if self._is_number(p, number) and self._apart(p, bare))
                break
        return gone

    def _in_place_of_heads(self, row: Sequence[Piece]) -> bool:
        """Whether the outermost rows of most pages at this height come back: a head that changes with the chapter."""
        y, size = round(row[0].y / 3), round(row[0].size)
        places = (self._heads.get((y + step, size)) for step in (-1, 0, 1))
        counts = [count for place in places if place for count in place.values()]
        return sum(counts) >= MIN_NUMBERS and sum(c for c in counts if c > 1) >= MOSTLY * sum(counts)

    def _is_head(self, row: Sequence[Piece], below: Sequence[Piece], number: int) -> bool:
        """Whether the first row of a page is a running head though no other page has it, because the first page has a
        title instead: small print, well apart, and a piece of it is printed on another page's edge."""
        if self.pages > FEW or row[0].size > 0.9 * below[0].size or below[0].y - row[0].y < 2.5 * below[0].size:
            return False
        keys = [key for piece in row if len(key := _plain(row_text([piece]))) >= 6]
        return any(key in text for page, text in self._printed if page != number for key in keys)

    def _edges(self, height: float, rows: Sequence[Sequence[Piece]]) -> list[Sequence[Piece]]:
        inner = rows[TOP_ROWS:] if len(rows) <= TOP_ROWS + BOTTOM_ROWS else rows[-BOTTOM_ROWS:]
        return [row for row in (*rows[:TOP_ROWS], *inner) if self._near_edge(height, row)]

    @staticmethod
    def _near_edge(height: float, row: Sequence[Piece]) -> bool:
        return not EDGE * height < row[0].y < (1 - EDGE) * height

    @staticmethod
    def _apart(piece: Piece, row: Sequence[Piece]) -> bool:
        """Whether a number in a row with other text stands well away from it, as the number of a paragraph does not."""
        return all(other is piece or max(other.x0 - piece.x1, piece.x0 - other.x1) > 4 * piece.size for other in row)

    def _comes_back(self, text: str, y: float, number: int) -> bool:
        least = 2 if self.pages <= FEW else 3
        return any(
            max(self._seen[key, round(y / 6)], self._seen[key, round(y / 6 + 0.5)]) >= least
            for key in _keys(text, number)
        )

    def _is_number(self, piece: Piece, number: int) -> bool:
        least = 1 if self.pages == 1 else 2
        text = row_text([piece])
        if _JOB.match(text):
            return True
        offsets = _offsets(text, number)
        return any(self._offsets[offset] >= least for offset in offsets) or (
            bool(offsets) and self._heights[round(piece.y / 3)] >= MIN_NUMBERS
        )


def _wording(row: Sequence[Piece]) -> str:
    """What a row says but for a page number in it."""
    return "".join(text for piece in row if not _PAGE.match(text := _plain(row_text([piece]))))


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


@lru_cache(maxsize=2048)  # what is learnt of the pages of a stretch is asked again when they are stripped
def _keys(text: str, number: int) -> tuple[str, ...]:
    """What must come back for a line to be furniture: its very letters and digits, or all of it but one number that
    counts with the pages. "Article 27." at the head of a page has a number of its own, and is text."""
    plain = _plain(text)
    if not plain.strip("0123456789.,-–—()[]"):
        return ()
    numbers = list(_DIGITS.finditer(plain))
    counting = [
        f"{plain[: found.start()]}#{int(found[0]) - number}#{plain[found.end() :]}"
        for found in numbers[:4]
        if len(found[0]) <= 5
    ]
    return (plain, *counting)


def _offsets(text: str, number: int) -> list[int]:
    """How far a printed page number is from the page's place in the file; [] for text that is no page number."""
    match = _PAGE.match(text) if len(text) < 30 else None
    if match is None:
        return []
    value = int(match[1]) if match[1] else _roman(match[2].lower())
    return [value - number] if value is not None else []


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _roman(text: str) -> int | None:
    values = [_ROMAN[char] for char in text]
    total = sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return total if total > 0 else None
