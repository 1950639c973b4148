"""A text cut at its spans, so that templates escape every piece and add the marks themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.nouns import Link, Snippet


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; ``marked`` where it matched, ``link`` where it is a citation."""

    text: str
    marked: bool = False
    link: Link | None = None


def marked_pieces(snippet: Snippet) -> tuple[Piece, ...]:
    """A snippet as pieces; spans that overlap or leave the text are cut to fit, no character is lost."""
    pieces, at = [], 0
    for start, end in sorted(snippet.spans):
        start, end = max(start, at), min(end, len(snippet.text))
        if start < end:
            pieces += [Piece(snippet.text[at:start]), Piece(snippet.text[start:end], marked=True)]
            at = end
    return tuple(p for p in (*pieces, Piece(snippet.text[at:])) if p.text)


def linked_pieces(text: str, links: Iterable[Link]) -> tuple[Piece, ...]:
    """A passage's text with its citations as pieces of their own; of two that overlap the first and longer wins."""
    pieces, at = [], 0
    for link in sorted(links, key=lambda link: (link.citation.start, -link.citation.end)):
        start, end = link.citation.start, link.citation.end
        if at <= start < end <= len(text):
            pieces += [Piece(text[at:start]), Piece(text[start:end], link=link)]
            at = end
    return tuple(p for p in (*pieces, Piece(text[at:])) if p.text)


def address_of_link(link: Link) -> str:
    """Where a resolved link leads on this site: ``/d/x/p/y`` or ``/d/x``; "" where it is unresolved."""
    if not link.resolved:
        return ""
    document, _, anchor = link.resolved.partition("#")
    return f"/d/{document}/p/{anchor}" if anchor else f"/d/{document}"


def misread(query: str, where: str) -> tuple[str, str, str] | None:
    """A query that cannot be read, as before, at and after the place; ``where`` is “12”, “12-15” or the words there."""
    numbers = [int(word) for word in where.replace("-", " ").replace("–", " ").split() if word.isdecimal()]
    if numbers and 0 <= numbers[0] <= len(query):
        start = numbers[0]
        end = min(max(numbers[1], start + 1), len(query)) if len(numbers) > 1 else start + 1
        return query[:start], query[start:end] or "\u2038", query[end:]
    if where and where != query and where in query:
        before, _, after = query.partition(where)
        return before, where, after
    return None
