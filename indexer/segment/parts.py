"""Which part of a document a passage stands in: its summary, an appendix, the list that gathers its recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from indexer.segment.draft import Draft
from indexer.segment.headings import division_of
from indexer.segment.words import GATHERED, RECOMMENDATIONS, SUMMARIES

_GATHERED = re.compile(rf"\W{{0,3}}(?:{GATHERED})", re.IGNORECASE)
_ENUMERATOR = re.compile(r"\A\s*(?:[IVXLC]{1,6}|[A-ZА-Я]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?=\S)")
_APPENDIX = re.compile(r"\A\s*\w+(?:\s+(?:[IVXLC]+|\d+|[A-ZА-Я]))?[\s.:)–—-]+(?=\S)")
_LATE = 0.5  # a chapter called "Recommendations" gathers them where it ends the document, not where it begins it


def mark(drafts: Sequence[Draft]) -> None:
    """Set each draft's ``part`` by its trail, the innermost heading that says something deciding."""
    last = _last_chapter(drafts)
    for at, draft in enumerate(drafts):
        draft.part = part_of(draft.trail)
        if draft.part == "chapter":
            draft.part = "recommendations" if at >= last else part_of(draft.trail[: _chapter(draft.trail)])


@lru_cache(maxsize=4096)  # a trail stands above many passages
def part_of(trail: tuple[str, ...]) -> str:
    """``appendix``, ``summary``, ``recommendations``, "" for the body; ``chapter`` for a chapter of recommendations
    that is a list of them only where it ends the document."""
    for heading in reversed(trail):
        if said := _said_by(heading):
            return said
    return ""


@lru_cache(maxsize=4096)
def _said_by(heading: str) -> str:
    if len(heading) > 160:
        return ""
    bare = _ENUMERATOR.sub("", heading, count=1)
    words = " ".join(re.findall(r"[^\W_]+", bare.casefold()))
    if division_of(heading) == 0:
        bare = _APPENDIX.sub("", heading, count=1)
    if _GATHERED.match(bare):
        return "recommendations"
    if words in SUMMARIES:
        return "summary"
    if words in RECOMMENDATIONS:
        return "chapter"
    return "appendix" if division_of(heading) == 0 else ""


def _chapter(trail: tuple[str, ...]) -> int:
    return max(at for at, heading in enumerate(trail) if _said_by(heading) == "chapter")


def _last_chapter(drafts: Sequence[Draft]) -> int:
    """Where the chapter of recommendations begins that ends the document but for its appendices; behind the end where
    there is none."""
    end = len(drafts)
    while end and (drafts[end - 1].form != "text" or part_of(drafts[end - 1].trail) == "appendix"):
        end -= 1
    if not end or part_of(drafts[end - 1].trail) != "chapter":
        return len(drafts)
    trail = drafts[end - 1].trail
    above = trail[: _chapter(trail) + 1]
    start = end - 1
    while start and (drafts[start - 1].trail[: len(above)] == above or drafts[start - 1].form != "text"):
        start -= 1
    return start if start >= _LATE * end or start == 0 or len(above) == 1 else len(drafts)
