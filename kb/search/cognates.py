"""Words of the index that look like a word: names, loans, what kindred languages share."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

from kb.engines.protocol import IndexReader
from kb.thesaurus.likeness import trigrams

SHORTEST = 4  # letters
LEAST = 0.45  # likeness
MOST = 8  # words
VOCABULARY = 200_000  # the most frequent words of a level
_COMMON = 20_000  # words with a run of letters that says little where there are rarer ones


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
        for at, numbers in enumerate(lists):
            if at >= 3 and len(numbers) > _COMMON:
                break
            shared.update(numbers)
        bound = least * len(runs) / (2 - least)  # whoever shares so many has no fewer itself
        close = [
            (2 * count / (len(runs) + self._runs[number]), self._words[number])
            for number, count in shared.items()
            if count >= bound
        ]
        ranked = sorted((pair for pair in close if pair[0] >= least and pair[1] != word), key=lambda p: (-p[0], p[1]))
        return tuple((other, likeness) for likeness, other in ranked[:most])


_held: WeakKeyDictionary[IndexReader, Lookalikes] = WeakKeyDictionary()


def lookalikes(reader: IndexReader) -> Lookalikes:
    """Those of a snapshot, made when first asked for and kept as long as it is open."""
    found = _held.get(reader)
    if found is None:
        found = Lookalikes([term for term, _ in reader.terms("folded", "", limit=VOCABULARY)])
        _held[reader] = found
    return found
