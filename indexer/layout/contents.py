"""Contents pages: rows that end in page numbers that rise. They are the outline of the document, and no text of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.layout.furniture import row_text
from indexer.layout.pieces import Piece

TITLES = frozenset(
    {"contents", "tableofcontents", "tabledesmatières", "sommaire", "inhalt", "inhaltsverzeichnis", "inhoud"}
    | {"përmbajtja", "permbajtja", "tabelaepërmbajtjes", "pasqyraelëndës", "sadržaj", "садржај", "содржина"}
    | {"içindekiler", "índice", "indice", "sumário", "sommario", "содержание", "оглавление", "съдържание", "зміст"}
    | {"kazalo", "vsebina", "inhoudsopgave"}
)
_TITLE_ENDS = frozenset("".join(title[-1] + title[-1].upper() for title in TITLES) + ":")
MIN_TITLED, MIN_BARE = 2, 5  # entries under a title that says what they are, and without one
MIN_SHARE = 0.6  # of the rows between the first and the last entry, where no title says what they are
MAX_WRAP = 4  # rows between two entries: an entry over several lines, a heading within the list
FALLS = 0.1  # of the steps from page number to page number may go down: an annex counts anew
GAP = 2.0  # of the letter's size: a page number that stands so far off needs no dots
_LEADER = re.compile(
    r"\s*(?:[.…·_–—-]\s?){4,}\s*(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?\s+)?(?P<page>\d{1,4}|[ivxlc]{1,7})$", re.IGNORECASE
)
_LAST, _DOTS = frozenset("0123456789ivxlcIVXLC"), ("..", ". .", "…", "··", "__", "--", "––", "– –", "- -", "——")
_NUMBER = re.compile(r"^(?:\d{1,4}|[ivxlc]{1,7})$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s+\d{1,4}(?:\s?[-–]\s?\d{1,4})?$")  # the paragraphs before the page, as United Nations print


@dataclass(slots=True, frozen=True)
class Entry:
    """A line of the contents: its wordings (without and with the rows above it), its page, where it begins."""

    texts: tuple[str, ...]
    page: str
    x0: float


@dataclass(slots=True, frozen=True)
class Contents:
    """Rows ``start:end`` of a page that are contents; ``titled`` where a heading says so."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    titled: bool


def letters(text: str) -> str:
    """What two prints of a heading have in common: its letters and digits, in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def contents_of(
    rows: Sequence[Sequence[Piece]], *, open_before: bool = False, titled_only: bool = False
) -> Contents | None:
    """The contents on a page, None where it has none; ``open_before`` says that the page before ended in contents."""
    last = [row[-1].runs[-1].text[-1:] for row in rows]
    short = (i for i, row in enumerate(rows) if last[i] in _TITLE_ENDS and len(row) < 3 and row[0].weight < 40)
    title = next((i for i in short if letters(row_text(rows[i])) in TITLES), None)
    if title is None and not open_before and (titled_only or sum(char in _LAST for char in last) < MIN_BARE):
        return None
    numbered = {i: found for i, row in enumerate(rows) if last[i] in _LAST and (found := _entry(row, row_text(row)))}
    at = sorted(i for i in numbered if title is None or i > title)
    if title is not None:
        at = _unbroken(title, at)
    elif open_before:
        at = _unbroken(0, at)
    if len(at) < (1 if open_before and title is None else MIN_TITLED if title is not None else MIN_BARE):
        return None
    if title is None and not open_before and len(at) < MIN_SHARE * (at[-1] - at[0] + 1):
        return None
    pages = [int(page) for i in at if (page := numbered[i][1]).isdigit()]
    if sum(b < a for a, b in pairwise(pages)) > FALLS * len(pages):
        return None
    start = title if title is not None else 0 if open_before else at[0]
    texts = [row_text(row) for row in rows]
    return Contents(start, at[-1] + 1, tuple(_entries(rows, texts, numbered, at, start)), title is not None)


def _unbroken(start: int, at: Sequence[int]) -> list[int]:
    """The entries from ``start`` on, until more rows without a page number follow than an entry has lines."""
    kept: list[int] = []
    last = start
    for i in at:
        if i - last > MAX_WRAP + 1:
            break
        kept.append(i)
        last = i
    return kept


def _entry(row: Sequence[Piece], text: str) -> tuple[str, str] | None:
    """The wording and the page of a row that ends in a page number, led to by dots or far off."""
    if any(dots in text for dots in _DOTS) and (found := _LEADER.search(text)):
        return text[: found.start()].rstrip(" .…"), found["page"]
    last = row_text(row[-1:])
    if len(row) < 2 or not _NUMBER.match(last) or row[-1].x0 - row[-2].x1 < GAP * row[-1].size:
        return None
    wording = text[: len(text) - len(last)].rstrip()
    wording = _SEVERAL.sub("", wording) if len(row) > 2 else wording
    return (wording, last) if sum(char.isalpha() for char in wording) >= 3 else None


def _entries(
    rows: Sequence[Sequence[Piece]],
    texts: Sequence[str],
    numbered: dict[int, tuple[str, str]],
    at: Sequence[int],
    start: int,
) -> list[Entry]:
    """Each entry with the rows above it that may be its beginning."""
    found = []
    last = start
    for i in at:
        wording, page = numbered[i]
        wordings = [wording]
        for above in range(i - 1, max(last, i - MAX_WRAP + 1), -1):
            wordings.append(f"{texts[above]} {wordings[-1]}")
        first = i if letters(wording) else max(last + 1, i - 1)
        found.append(Entry(tuple(w for w in wordings if letters(w)), page, rows[first][0].x0))
        last = i
    return found
