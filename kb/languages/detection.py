"""The language of one text."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kb.languages.lookalikes import repair_lookalikes
from kb.languages.scripts import script_of
from kb.languages.second_opinion import second_opinion
from kb.languages.south_slavic import hints, label
from kb.languages.votes import Votes, vote

_READ = 2_000  # characters are enough; a passage is seldom longer
_CERTAIN = 2.0  # a margin of votes that function words reach only in their own language
_DENSE = 0.15  # the share of function words in running text of a known language; foreign languages stay below
_LEAST = 0.75  # the probability below which langdetect's word is a guess
_SECOND = 3.0  # what langdetect's certainty is worth in votes
_SHARE = 0.4  # of all votes for the first: few votes, but all of one mind
_CLEAR = 1.2  # the margin of both together that is no guess
_ENOUGH = 12  # letters that langdetect needs
_NOT_OURS = frozenset(
    {"?", "ro"} | {"ca", "cs", "sk", "pl", "hu", "sv", "da", "no", "fi", "et", "lt", "lv", "id", "vi", "so"}
)
_CODES = {"rom": "rmn"}


@dataclass(frozen=True, slots=True)
class Detection:
    """``language`` is BCP 47, None where saying one would be a guess; ``script`` ISO 15924, "" without letters.

    ``confidence`` runs from 0 to 1: above 0.9 the texts of a hundred are wrong less than once.
    """

    language: str | None
    script: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is known of one text before its neighbours are asked: the votes, and its group if they suffice.

    ``lowered`` is the beginning of it in lower case, as it was read.
    """

    script: str
    group: str | None
    confidence: float
    votes: Votes
    lowered: str


def opinion(text: str) -> Opinion:
    """The analysis group of ``text`` (None where it would be a guess), with the votes it stands on. Never raises."""
    lowered = repair_lookalikes(text[:_READ]).replace("İ", "i").lower()
    script = script_of(lowered)
    if script not in ("Latn", "Cyrl"):
        return Opinion(script, None, 0.0, {}, lowered)
    cast = vote(lowered, script)
    votes = cast.votes
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    best, score = ranked[0] if ranked else ("?", 0.0)
    margin = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
    dense = script == "Cyrl" or cast.function_words(best) >= _DENSE * cast.words
    group: str | None = None
    confidence = 0.0
    certain = margin >= _CERTAIN or (margin >= _CLEAR and margin >= _SHARE * score)
    if certain and dense:
        group, confidence = best, 1.0 - 0.5 * math.exp(-margin / 2)
    elif letters(lowered) >= _ENOUGH:
        group, confidence = _doubtful(lowered, script, votes, dense)
    if group in _NOT_OURS:
        group, confidence = None, 0.0
    return Opinion(script, group, confidence, votes, lowered)


def letters(text: str) -> int:
    """How many letters ``text`` has."""
    return sum(map(str.isalpha, text))


def _doubtful(lowered: str, script: str, votes: Votes, dense: bool) -> tuple[str | None, float]:
    """Votes and langdetect together; None where they do not add up to a clear answer."""
    # Dense text is surely in a language we know, so only the two first are compared.
    rivals = tuple(sorted(votes, key=lambda group: (-votes[group], group))[:2]) if dense else ()
    second = second_opinion(lowered, script, rivals)
    together = {group: votes.get(group, 0.0) + _SECOND * second.get(group, 0.0) for group in votes.keys() | second}
    ranked = sorted(together.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None, 0.0
    best, score = ranked[0]
    margin = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
    if margin < _CLEAR or (not dense and second.get(best, 0.0) < _LEAST):
        return None, 0.0
    return best, 1.0 - 0.5 * math.exp(-margin / 3)


def detect(text: str) -> Detection:
    """The language and script of ``text``; language None where there is too little to go by. Deterministic."""
    return settle(opinion(text))


def settle(found: Opinion, *, usual: str | None = None) -> Detection:
    """An opinion as a Detection; ``usual`` is the South Slavic label of the document, for texts that show none."""
    if found.group is None:
        return Detection(None, found.script, 0.0)
    if found.group == "hbs":
        if found.script == "Cyrl":
            return Detection("sr-Cyrl", "Cyrl", found.confidence)
        return Detection(label(hints(found.lowered)) or usual or "sr-Latn", "Latn", found.confidence)
    return Detection(_CODES.get(found.group, found.group), found.script, found.confidence)
