"""Words of the index that look like a word: names, loans, what kindred languages share."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from heapq import nlargest
from weakref import WeakKeyDictionary

from kb.engines.protocol import IndexReader
from kb.thesaurus.likeness import trigrams

SHORTEST = 4  # letters
LEAST = 0.45  # likeness
MOST = 8  # words
VOCABULARY = 200_000  # the most frequent words of a level
_LOOKED_AT = 16_000  # words with the rarer runs of a word, among which the likest are looked for
_RARER = 3  # runs that are looked at, however many words have them
_COMPARED = 100  # of those that share most, run by run


class Lookalikes:
    """The words of one snapshot by their runs of three letters. Made once: a second for 100,000 words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [word for word in words if len(word) >= SHORTEST and word.isalpha()]
        self._runs = array("B")
        self._by_run: dict[str, array[int]] = {}
        for number, word in enumerate(self._words):
            runs = trigrams(word)
            self._runs.append(min(len(runs), 255))
            for run in runs:
                self._by_run.setdefault(run, array("I")).append(number)
        self.near = lru_cache(maxsize=4096)(self._near)

    def _near(self, word: str, least: float = LEAST, most: int = MOST) -> tuple[tuple[str, float], ...]:
        """The words most like it with their likeness, the likest first; never the word itself."""
        runs = trigrams(word)
        lists = sorted((self._by_run[run] for run in runs if run in self._by_run), key=len)
        shared: Counter[int] = Counter()
        looked, left = 0, 0
        for at, numbers in enumerate(lists):
            looked += len(numbers)
            if at >= _RARER and looked > _LOOKED_AT:
                left = len(lists) - at
                break
            shared.update(numbers)
        bound = least * len(runs) / (2 - least)  # whoever shares so many has no fewer itself
        if left:  # and of the rarer ones more than one
            bound = max(bound - left, 2)
        close = [
            (2 * (count + left) / (len(runs) + self._runs[number]), number)
            for number, count in shared.items()
            if count >= bound
        ]
        if left:  # what the frequent runs add is seen only in the few that they may bring to the top
            close = nlargest(_COMPARED, close)
            close = [(2 * len(runs & trigrams(self._words[n])) / (len(runs) + self._runs[n]), n) for _, n in close]
        named = [(likeness, self._words[number]) for likeness, number in close if likeness >= least]
        ranked = sorted((pair for pair in named if pair[1] != word), key=lambda pair: (-pair[0], pair[1]))
        return tuple((other, likeness) for likeness, other in ranked[:most])


_held: WeakKeyDictionary[IndexReader, Lookalikes] = WeakKeyDictionary()


def lookalikes(reader: IndexReader) -> Lookalikes:
    """Those of a snapshot, made when first asked for and kept as long as it is open."""
    found = _held.get(reader)
    if found is None:
        found = Lookalikes([term for term, _ in reader.terms("folded", "", limit=VOCABULARY)])
        _held[reader] = found
    return found
