"""The language of one text."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from kb.languages.lookalikes import repair_lookalikes
from kb.languages.profiles import profiles
from kb.languages.scripts import script_of
from kb.languages.second_opinion import second_opinion
from kb.languages.south_slavic import hints, label
from kb.languages.votes import Vote, Votes, vote

_READ = 2_000  # characters are enough; a passage is seldom longer
_READ_CLOSELY = 160  # where letters are weighed
_CERTAIN = 2.5  # a margin of votes that function words reach only in their own language
_DENSE = 0.15  # the share of function words in running text of a known language; foreign languages stay below
_SHARE = 0.4  # of all votes for the first: few votes, but all of one mind
_BIT = 0.1  # what one bit of the profiles is worth in votes
_FIELD = {"hbs": 2.0, "mk": 2.0, "sq": 2.0}  # bits: of two near languages, that of the field is likelier
# Bits a letter: what is farther from all that we know is not ours.
_USUAL = {"sq": 3.9, "hbs": 3.9, "sl": 3.9, "tr": 3.9}
_POSSIBLE = 3.7  # the same for a text full of function words, as those of neighbours that we do not know may be too
_USUAL_AMONG_KIN = 3.2  # the same for Romance and Germanic languages, of which some are not ours
_STRANGE = 5.0  # bits that a language without a profile (Romani) is behind the best of the others
_LEAST = 0.75  # the probability below which langdetect's word is a guess
_FOREIGN = 0.95  # the probability of a language that is not ours at which nothing is said
_SECOND = 3.0  # what langdetect's certainty is worth in votes
_LIKELY = 0.3  # the margin of votes and profiles that is no guess, of a text that is surely in a language we know
_CLEAR = 1.2  # the margin of all together that is no guess
_ENOUGH = 12  # letters that profiles need
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
    lowered = repair_lookalikes(unicodedata.normalize("NFC", text[:_READ])).replace("İ", "i").lower()
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
    certain = margin >= _CERTAIN or (margin >= _CLEAR and margin >= 0.8 * score)
    if certain and dense and "?" not in votes:
        group, confidence = best, 1.0 - 0.5 * math.exp(-margin / 2)
    elif letters(lowered) >= _ENOUGH:
        group, confidence = _doubtful(lowered, script, cast)
    if group in _NOT_OURS:
        group, confidence = None, 0.0
    return Opinion(script, group, confidence, votes, lowered)


def letters(text: str) -> int:
    """How many letters ``text`` has."""
    return sum(map(str.isalpha, text))


def _doubtful(lowered: str, script: str, cast: Vote) -> tuple[str | None, float]:
    """Votes and profiles together, then langdetect; None where they do not add up to a clear answer."""
    costs = profiles(script).costs(lowered[:_READ_CLOSELY])
    if not costs:
        return None, 0.0
    costs = {group: bits - _FIELD.get(group, 0.0) for group, bits in costs.items()}
    least = min(costs.values())
    together = {
        group: cast.votes.get(group, 0.0) - _BIT * (costs.get(group, least + _STRANGE) - least)
        for group in costs.keys() | cast.votes
    }
    best, margin = _first(together)
    dense = script == "Cyrl" or cast.function_words(best) >= _DENSE * cast.words
    strange = costs.get(best, least) / _size(lowered[:_READ_CLOSELY])
    usual = _POSSIBLE if dense else _USUAL.get(best, _USUAL_AMONG_KIN)
    ours = script == "Cyrl" or (strange <= usual if best in costs else dense)
    if margin >= _LIKELY and ours and ("?" not in cast.votes or best not in costs):
        return best, 1.0 - 0.5 * math.exp(-margin / 3)
    second = second_opinion(lowered, script)
    if any(second.get(group, 0.0) >= _FOREIGN for group in _NOT_OURS):
        return None, 0.0
    for group, probability in second.items():
        together[group] = together.get(group, -_BIT * _STRANGE) + _SECOND * probability
    best, margin = _first(together)
    if margin < (_LIKELY if dense else _CLEAR) or (not dense and second.get(best, 0.0) < _LEAST):
        return None, 0.0
    return best, 1.0 - 0.5 * math.exp(-margin / 3)


def _size(text: str) -> int:
    """Letters and ends of words: what costs bits."""
    return letters(text) + len(text.split())


def _first(votes: Votes) -> tuple[str, float]:
    """Who has most votes (some have), and how many more than the next."""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0], ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)


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
