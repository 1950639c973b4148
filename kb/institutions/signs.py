"""Which words a text must hold to mention an institution: what most texts are done with, by a look at each word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from kb.institutions.tokens import words_of

_REMEMBERED = 60_000  # words, and what stands between two blanks
_CHUNK = 60  # characters; a longer one is an address or worse, and will not come back
# What a word may be: the beginning of a mention, a word without which there is none, one that a name has in capitals,
# the adjective of a place. A text holds no mention without one of the second and one of the others behind it.
BEGINS, TELLS, CAPITAL, OF_PLACE = 1, 2, 4, 8


class Parts(dict[str, int]):
    """What each word may be, as it stands in the text, capitals and all."""

    def __init__(self, part_of: Callable[[str], int]) -> None:
        self._part_of = part_of

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        made = self[word] = self._part_of(word)
        return made


class Chunks(dict[str, int]):
    """What stands between two blanks: all that its words may be, and what ``seen_in`` sees in it."""

    def __init__(self, parts: Parts, seen_in: Callable[[str], int]) -> None:
        self._parts, self._seen_in = parts, seen_in

    def __missing__(self, chunk: str) -> int:
        made = self._seen_in(chunk)
        for word in words_of(chunk):
            made |= self._parts[word]
        if len(chunk) <= _CHUNK:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[chunk] = made
        return made

    def held_by(self, text: str) -> int:
        """All that the words of a text may be."""
        found = 0
        for part in set(map(self.__getitem__, text.split())):
            found |= part
        return found


def telling(names: Iterable[Sequence[frozenset[str]]]) -> frozenset[str]:
    """The forms of one word of each name, the one that fewest names have: "Dubrava" of "Dubrava Correctional Centre".

    A name is a sequence of words, each by all its forms. A text without any of these forms has none of the names.
    """
    listed = list(names)
    common = Counter(form for name in listed for form in frozenset().union(*name))
    return frozenset().union(*(min(name, key=lambda word: max(common[form] for form in word)) for name in listed))
