"""What speaks for a passage being a recommendation: each piece of evidence has a weight; half of certainty decides."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.obligations import AUTHORITY, TELLS_WHAT_WAS, announces, cites_standard, share
from kb.nouns import Passage

ENOUGH = 0.5
_BOLD_RUN = 20  # letters of a run that is more than a word made to stand out
_BOLD = 0.8  # of the letters: the CPT, and those who follow it, print what they ask for in bold
# What each piece of evidence adds. No single one of the weaker ones is enough; most two are.
WEIGHTS = {
    "says what ought to be done": 0.35,
    "says nothing else": 0.15,
    "in bold": 0.3,
    "what ought to be done is in bold": 0.3,
    "under a heading of what is to be done": 0.3,
    "names an authority": 0.1,
    "cites a standard": -0.2,
    "tells what was": -0.15,
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """``score`` is 0..1, ``why`` the evidence in words, the strongest first."""

    score: float
    why: str


def weigh(passage: Passage, lowered: str | None = None) -> Weighed:
    """How much speaks for a passage without any formula being a recommendation; ``lowered``: its text in lower case."""
    lowered = passage.text.lower() if lowered is None else lowered
    ought = share(passage.text, lowered)
    if not ought:
        return Weighed(0.0, "")
    found = ["says what ought to be done"]
    if ought == 1.0:
        found.append("says nothing else")
    if is_bold(passage):
        found.append("in bold")
    elif share(bold := " ".join(passage.text[start:end] for start, end in passage.bold)) and len(bold) > _BOLD_RUN:
        found.append("what ought to be done is in bold")
    if passage.heading and announces(passage.heading[-1]):
        found.append("under a heading of what is to be done")
    if AUTHORITY.said_in(passage.text, lowered):
        found.append("names an authority")
    if cites_standard(passage.text, lowered):
        found.append("cites a standard")
    if TELLS_WHAT_WAS.said_in(passage.text, lowered):
        found.append("tells what was")
    score = min(max(sum(WEIGHTS[one] for one in found), 0.0), 1.0)
    return Weighed(round(score, 2), "; ".join(found))


def is_bold(passage: Passage) -> bool:
    """Whether nearly all of its letters are bold."""
    if not passage.bold:
        return False  # most
    letters = sum(map(str.isalpha, passage.text))
    bold = sum(sum(map(str.isalpha, passage.text[start:end])) for start, end in passage.bold)
    return bool(letters) and bold >= _BOLD * letters
