"""Are two documents one text in two languages? Told by their numbers, not their words.

A translation keeps the order and the numbers of articles and paragraphs, is long where the original is long, and names
the same years, symbols and sums. No language is known here, and nothing is decided: what comes out is a proposal.
"""

from __future__ import annotations

from math import log
from statistics import correlation

from kb.index.variants.sketch import VERSION
from kb.nouns import Document, Sketch
from kb.wording import worded

SIBLINGS = 0.75  # the score from which two documents are proposed
FEWEST = 6  # numbered passages in common: fewer are numbered alike by chance
_FULL = 12  # numbers told by both that make their agreement count in full


def may_be_siblings(document: Document, other: Document) -> bool:
    """Whether nothing known of them speaks against it: their languages differ, their works and States do not."""
    if not document.language or not other.language or (document.language == other.language != "mul"):
        return False
    return not any(
        ours and theirs and ours != theirs
        for ours, theirs in ((document.work, other.work), (document.state, other.state))
    )


def likeness(document: Document, mine: Sketch, other: Document, its: Sketch) -> tuple[float, str] | None:
    """The score, 0..1, and the reasons in words; None where there is too little to go by."""
    if mine.version != its.version or mine.version != VERSION:
        return None
    pairs = _paired(mine.anchors, its.anchors)
    if len(pairs) < FEWEST:
        return None
    order = 2 * len(pairs) / (len(mine.anchors) + len(its.anchors))
    lengths = _correlation([(mine.lengths[a], its.lengths[b]) for a, b in pairs])
    told, agreed = _numbers(mine, its, pairs)
    weight = min(told / _FULL, 1.0)
    numbers = agreed / told if told else 0.0
    symbol = bool(document.reference) and document.reference == other.reference
    score = order * (lengths * (1 - weight / 2) + numbers * weight / 2)
    score = min(1.0, score + 0.1) if symbol else score
    most = max(len(mine.anchors), len(its.anchors))
    reasons = worded("numbered passages with the same number: %(same)s of %(most)s", same=len(pairs), most=most)
    more = [worded("their lengths go together (%(measure)s)", measure=f"{lengths:.2f}")]
    if told:
        more.append(worded("dates, symbols and numbers that agree: %(same)s of %(most)s", same=agreed, most=told))
    if symbol:
        more.append(worded("both are %(reference)s", reference=document.reference))
    for reason in more:
        reasons = worded("%(reasons)s; %(reason)s", reasons=reasons, reason=reason)
    return score, reasons


def _paired(mine: tuple[str, ...], its: tuple[str, ...]) -> list[tuple[int, int]]:
    """Places of the same anchor in both, in the order of the first."""
    there = {anchor: place for place, anchor in enumerate(its)}
    return [(place, there[anchor]) for place, anchor in enumerate(mine) if anchor in there]


def _correlation(pairs: list[tuple[int, int]]) -> float:
    """How lengths go together, 0..1: of their logarithms, since a language is longer by a share, not by a sum."""
    ours, theirs = zip(*((log(1 + a), log(1 + b)) for a, b in pairs), strict=True)
    if len(set(ours)) == 1 or len(set(theirs)) == 1:
        return 0.0
    return max(correlation(ours, theirs), 0.0)


def _numbers(mine: Sketch, its: Sketch, pairs: list[tuple[int, int]]) -> tuple[int, int]:
    """How many numbers the passages of a pair tell, and how many of them both tell; the passage's own left out."""
    told = agreed = 0
    for a, b in pairs:
        own = set(mine.anchors[a].replace("-", ".").split("."))
        ours, theirs = (
            {number.strip(".,") for number in sketch.numbers[place].split(",") if number} - own
            for sketch, place in ((mine, a), (its, b))
        )
        told += len(ours | theirs)
        agreed += len(ours & theirs)
    return told, agreed
