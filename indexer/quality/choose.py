"""Which repairs a text needs: those that win clearly, judged on the words that they change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.quality.glance import odd_in, odd_words
from indexer.quality.letters import mean_bits, models
from indexer.quality.repairs import Repair, candidates
from indexer.quality.score import nearest
from indexer.quality.words import EDGES, is_address, lower, words_of

NEEDED = 3  # different words must change, where nothing else speaks for a repair
KNOWN = 2  # where the rest of the text is in the repair's language
GAIN = 1.5  # bits for each letter
GOOD = 4.7  # bits for each letter of the changed words afterwards
WORD = 7.0  # bits for each letter of a single word that may still be one
ALIKE = 0.8  # the share of changed words that must be possible words
_JUDGED = 250  # different words, taken evenly
_ROUNDS = 4
_READ = 24_000  # characters of one font


@dataclass(frozen=True, slots=True)
class Verdict:
    """A repair with what it would gain, in bits for each letter of the ``changed`` words, and their language."""

    repair: Repair
    gain: float
    changed: int
    language: str


def choose(text: str, *, language: str = "", garbled: bool = False, usual: Sequence[Repair] = ()) -> list[Repair]:
    """The repairs that ``text`` needs, in the order in which they are done.

    ``language`` is what the pages around it speak, ``garbled`` says that no language can be seen in it; ``usual`` are
    the repairs of the rest of the document: they are believed on the evidence of a single word.
    """
    chosen: list[Repair] = []
    text = text[:_READ]
    known = {(repair.name, repair.key) for repair in usual}
    for _ in range(_ROUNDS):
        found: list[tuple[float, Repair]] = []
        for repair in candidates(text, language=language, odd=odd_in(text, language), garbled=garbled):
            verdict = judged(repair, text, language=language, prior=(repair.name, repair.key) in known)
            if verdict is not None:
                left = len(odd_words(repair.apply(text), verdict.language)) / (1 + len(odd_words(text, language)))
                found.append((verdict.gain * verdict.changed * (1.0 - 0.5 * min(1.0, left)), repair))
        if not found:
            break
        best = max(found, key=lambda item: item[0])[1]
        chosen.append(best)
        text = best.apply(text)
        garbled = garbled and not best.whole
    return chosen


def judged(repair: Repair, text: str, *, language: str, prior: bool) -> Verdict | None:
    """What the repair would gain, None where it does not win clearly."""
    repaired = repair.apply(text)
    if repaired == text:
        return None
    before, after = _changed(text, repaired)
    if repair.whole:
        before, after = words_of(text), words_of(repaired)
        before, after = sorted(set(before)), sorted(set(after))
    needed = 1 if prior or repair.sure else KNOWN if language in repair.languages else NEEDED
    changed = len(after)
    if changed < needed or not after:
        return None
    before, after = before[:: 1 + len(before) // _JUDGED], after[:: 1 + len(after) // _JUDGED]
    good, name = min((mean_bits(after, name), name) for name in repair.languages)
    bad = nearest(before, world=False)[1]
    possible = sum(models()[name].bits(word) <= WORD for word in after)
    if bad - good < GAIN or good > GOOD or possible < ALIKE * len(after):
        return None
    return Verdict(repair, bad - good, changed, name)


def _changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The different words that change, as they were and as they are. All words where their number changes too."""
    was, is_ = before.split(), after.split()
    if len(was) != len(is_):
        return sorted(set(words_of(before)) - set(words_of(after))), sorted(
            set(words_of(after)) - set(words_of(before))
        )
    pairs = {(a, b) for a, b in zip(was, is_, strict=True) if a != b}
    old = sorted({word for a, _ in pairs if (word := lower(a).strip(EDGES)) and not is_address(word)})
    new = sorted({word for _, b in pairs for word in words_of(b)} - {word for a, _ in pairs for word in words_of(a)})
    return old, new
