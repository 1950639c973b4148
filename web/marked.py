"""A text cut at its spans, so that templates escape every piece and add the marks themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.nouns import Link, Snippet

Span = tuple[int, int]
_ADDRESS = re.compile(r"(https://[^\s<>]+[^\s<>.,;:])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; ``marked`` where it matched, a citation has a ``link``, ``bold`` or ``italic`` as printed."""

    text: str
    marked: bool = False
    link: Link | None = None
    bold: bool = False
    italic: bool = False


def label_end(text: str, label: str) -> int:
    """Where the text goes on after its printed label (“41. ”, “(a) ”, “Neni 3 ”), 0 where it does not begin with it.

    Pages set the label apart, so the text is shown without it.
    """
    if not label or not text.startswith(label):
        return 0
    found = re.match(r"[.):]*(\s+[-–—]\s+|\s+)", text[len(label) :])
    end = len(label) + found.end() if found else 0
    return end if end < len(text) else 0


def table_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table (a line each row, “ | ” between cells); () where the text is not one."""
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines() if line.strip())
    return rows if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1 else ()


def marked_pieces(snippet: Snippet, label: str = "") -> tuple[Piece, ...]:
    """A snippet as pieces, without the label; spans that overlap or leave the text are cut to fit."""
    pieces: list[Piece] = []
    at = label_end(snippet.text, label)
    for start, end in sorted(snippet.spans):
        start, end = max(start, at), min(end, len(snippet.text))
        if start < end:
            pieces += [Piece(snippet.text[at:start]), Piece(snippet.text[start:end], marked=True)]
            at = end
    return tuple(p for p in (*pieces, Piece(snippet.text[at:])) if p.text)


def linked_pieces(
    text: str, links: Iterable[Link], label: str = "", *, bold: Sequence[Span] = (), italic: Sequence[Span] = ()
) -> tuple[Piece, ...]:
    """A passage's text without its label, citations as pieces of their own; of two that overlap the first wins. What
    is printed in bold or italics, spans of the text, is a piece of its own too."""
    pieces: list[Piece] = []
    at = label_end(text, label)

    def add(start: int, end: int, link: Link | None = None) -> None:
        cuts = {start, end, *(place for span in (*bold, *italic) for place in span if start < place < end)}
        for first, second in pairwise(sorted(cuts)):
            strong, slanted = (any(a <= first and second <= b for a, b in spans) for spans in (bold, italic))
            pieces.append(Piece(text[first:second], link=link, bold=strong, italic=slanted))

    for link in sorted(links, key=lambda link: (link.citation.start, -link.citation.end)):
        start, end = link.citation.start, link.citation.end
        if at <= start < end <= len(text):
            add(at, start)
            add(start, end, link)
            at = end
    add(at, len(text))
    return tuple(p for p in pieces if p.text)


def address_of_link(link: Link) -> str:
    """Where a resolved link leads on this site: ``/d/x/p/y`` or ``/d/x``; "" where it is unresolved."""
    return address_of_place(link.resolved) if link.resolved else ""


def address_of_place(place: str) -> str:
    """Where ``document#anchor``, or a document, is on this site."""
    document, _, anchor = place.partition("#")
    return f"/d/{document}/p/{anchor}" if anchor else f"/d/{document}"


def address_pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """A sentence as pieces, each with whether it is a web address that can be followed."""
    return tuple((piece, n % 2 == 1) for n, piece in enumerate(_ADDRESS.split(text)) if piece)


AROUND = 300  # characters of a query before and after the place where it cannot be read


def misread(query: str, where: str) -> tuple[str, str, str] | None:
    """A query that cannot be read, as before, at and after the place; None where ``where`` names no place in it.

    ``where`` counts from 1 and says “character 12”; a place behind the end is shown as a caret.
    """
    number = re.fullmatch(r"character ([0-9]{1,6})", where)
    if number is None or not 1 <= int(number[1]) <= len(query) + 1:
        return None
    at = int(number[1]) - 1
    before, after = query[:at], query[at + 1 :]
    before = before if len(before) <= AROUND else f"…{before[-AROUND:]}"
    after = after if len(after) <= AROUND else f"{after[:AROUND]}…"
    return before, query[at : at + 1] or "\u2038", after
