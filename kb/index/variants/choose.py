"""Which of several originals with the same words is searched and shown, and for whom.

A document may be hidden only behind one that everyone who reads it may read, and what is chosen may depend only on
what they may read too: otherwise a hidden copy would show itself by what it does to the others. So each level is
settled with the levels below it and without those above: its documents join what they equal there. What comes out is a
function of the set, not of the order in which it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.nouns import Access, Document

# The look of the original first, then what keeps most of it; what only people's programs made of it last.
_TYPES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/msword",
    "application/rtf",
    "text/html",
    "application/xhtml+xml",
    "application/xml",
    "application/epub+zip",
    "text/markdown",
    "text/plain",
    "message/rfc822",
)

Key = tuple[int, int, int, int, int, str]


def key(document: Document, bad_pages: int) -> Key:
    """The smaller, the better: open to more readers, no page unread, its title known, pages to show, more passages."""
    kind = document.media_type.split(";")[0]
    place = _TYPES.index(kind) if kind in _TYPES else len(_TYPES)
    described = sum(bool(fact) for fact in (document.reference, document.date, document.work, document.mechanism))
    return list(Access).index(document.access), bool(bad_pages), place, -described, -document.passages, document.id


def shown(pairs: Iterable[tuple[str, str]], keys: Mapping[str, Key]) -> dict[str, str]:
    """Document → the document that is shown in its place; the shown ones themselves are not in it."""
    beside: dict[str, set[str]] = {}
    for first, second in pairs:
        beside.setdefault(first, set()).add(second)
        beside.setdefault(second, set()).add(first)
    chosen: dict[str, str] = {}
    for level in sorted({keys[document][0] for document in beside}):
        below = {document for document in beside if keys[document][0] <= level}
        for group in _groups(beside, below):
            best = min(group, key=keys.__getitem__)
            for document in group:
                if keys[document][0] == level and document != best:
                    chosen[document] = chosen.get(best, best)
    return chosen


def _groups(beside: Mapping[str, set[str]], among: set[str]) -> list[set[str]]:
    """Those that are joined by pairs, directly or through one another."""
    groups, waiting = [], sorted(among)
    seen: set[str] = set()
    for start in waiting:
        if start in seen:
            continue
        group, edge = {start}, [start]
        while edge:
            fresh = (beside[edge.pop()] & among) - group
            group |= fresh
            edge += sorted(fresh)
        seen |= group
        groups.append(group)
    return groups
