"""The languages of the passages of one document: what is short is read in the light of what stands around it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kb.languages.detection import Detection, Opinion, letters, opinion, settle
from kb.languages.south_slavic import hints, label

_SURE = 0.9  # a text of this confidence speaks for itself, and for its neighbours
_NEIGHBOUR = 1.5  # votes of the nearest sure text on either side
_DOCUMENT = 2.0  # votes of a language that holds the whole document, less for less
_CLEAR = 1.0  # margin of all votes together
_SHORT = 300  # letters; a longer text that nobody could name is in a language we do not know
_HINTS = 3  # words that must speak for a label against the document's


def detect_all(texts: Sequence[str]) -> list[Detection]:
    """The language of every text of one document, in order. Neighbours and the document decide for short texts.

    A text without letters has no language; nor has any where nothing in the document is known. Deterministic.
    """
    opinions = [opinion(text) for text in texts]
    opinions = _with_neighbours(opinions, texts)
    usual = _usual_label(opinions)
    return [_labelled(found, usual) for found in opinions]


def _with_neighbours(opinions: list[Opinion], texts: Sequence[str]) -> list[Opinion]:
    """The opinions again, with those in doubt decided by votes, neighbours and document together."""
    sure = [found.confidence >= _SURE for found in opinions]
    if all(sure):
        return opinions
    # Letters are counted only where they are to be weighed: of one language alone any number is all of them.
    alone = len({(found.script, found.group) for found, certain in zip(opinions, sure, strict=True) if certain}) == 1
    shares: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for found, text, certain in zip(opinions, texts, sure, strict=True):
        if certain and found.group is not None:
            size = 1 if alone else letters(text)
            shares[found.script, found.group] += size
            totals[found.script] += size
    before = _nearest(opinions, sure)
    after = _nearest(opinions[::-1], sure[::-1])[::-1]
    decided = list(opinions)
    for i, found in enumerate(opinions):
        if sure[i] or not found.script or not totals[found.script]:
            continue
        if found.group is None and len(texts[i]) > _SHORT and letters(texts[i]) > _SHORT:
            continue
        votes = dict(found.votes)
        for neighbour in (before[i].get(found.script), after[i].get(found.script)):
            if neighbour is not None:
                votes[neighbour] = votes.get(neighbour, 0.0) + _NEIGHBOUR
        for (script, group), size in shares.items():
            if script == found.script:
                votes[group] = votes.get(group, 0.0) + _DOCUMENT * size / totals[script]
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        best, score = ranked[0]
        margin = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
        known = (found.script, best) in shares or found.group == best
        if margin >= _CLEAR and known:
            decided[i] = replace(found, group=best, confidence=max(found.confidence, 1 - 0.5 * math.exp(-margin / 4)))
    return decided


def _nearest(opinions: Sequence[Opinion], sure: Sequence[bool]) -> list[dict[str, str]]:
    """For every text, the group of the last sure text before it, by script."""
    last: dict[str, str] = {}
    found = []
    for this, certain in zip(opinions, sure, strict=True):
        found.append(last)
        if certain and this.group is not None and last.get(this.script) != this.group:
            last = last | {this.script: this.group}
    return found


def _usual_label(opinions: Sequence[Opinion]) -> str | None:
    """Serbian, Bosnian or Croatian, by all the Latin South Slavic texts of the document; None if nothing tells."""
    counted = [hints(found.lowered) for found in opinions if found.group == "hbs" and found.script == "Latn"]
    if not counted:
        return None
    e, i, west, east = (sum(side) for side in zip(*counted, strict=True))
    return label((e, i, west, east))


def _labelled(found: Opinion, usual: str | None) -> Detection:
    """One Detection; a few words of its own do not make a passage of a Serbian document Croatian."""
    own = settle(found, usual=usual)
    if usual is None or found.group != "hbs" or found.script != "Latn" or own.language == usual:
        return own
    return own if sum(hints(found.lowered)) >= _HINTS else replace(own, language=usual)
