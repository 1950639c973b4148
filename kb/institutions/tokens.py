"""A text as words, and sequences of words that are looked for in it.

Most words of most texts begin nothing, so a text is no more than the list of its words until somebody asks where one
of them stands, what is between two, or which of them share a sentence.
"""

from __future__ import annotations

import re
from itertools import accumulate

from kb.institutions.words import LINKS
from kb.languages import fold

MOST_LINKS = 3  # articles and prepositions between two words of a name
_REMEMBERED = 60_000  # folded words
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(f"({_WORD.pattern})")
_ENDS = re.compile(r"[.;:!?|•]\s*\Z|[.;:!?|•]\s|\n\s*\n")

Ends = list[tuple[str, str]]  # what a sequence stands for, and in which language


class _Folded(dict[str, str]):
    """Words folded so far: the same ones come again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        made = self[word] = fold(word)
        return made


folded = _Folded()


def words_of(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return _WORD.findall(text)


class Tokens:
    """The words of a text by number, as they stand in it (``words``) and folded (``folded``)."""

    __slots__ = ("_ends", "_parts", "folded", "words")

    def __init__(self, text: str) -> None:
        self._parts = _PARTED.split(text)  # what stands before the first word, the word, what stands behind it, …
        self._ends: list[int] = []  # of the parts; most texts are never asked
        self.words = self._parts[1::2]
        self.folded = list(map(folded.__getitem__, self.words))

    def __len__(self) -> int:
        return len(self.words)

    def start(self, at: int) -> int:
        """Where a word begins in the text."""
        return self._end(2 * at)

    def end(self, at: int) -> int:
        """Where a word ends in the text."""
        return self._end(2 * at + 1)

    def _end(self, part: int) -> int:
        if not self._ends:
            self._ends = list(accumulate(map(len, self._parts)))
        return self._ends[part]

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it, without blanks."""
        return self.between(at).strip()

    def is_upper(self, at: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.words[at][0].isupper()

    def are_together(self, first: int, last: int) -> bool:
        """Whether no sentence ends between two words, of which ``first`` is not the later one."""
        return not any(map(_is_end, self._parts[2 * first + 2 : 2 * last + 1 : 2]))

    def between(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self._parts[2 * at]


def _is_end(gap: str) -> bool:
    """Whether a sentence ends in what stands between two words."""
    return gap != " " and _ENDS.search(gap) is not None


def skip(tokens: Tokens, at: int, *, most: int = MOST_LINKS) -> int:
    """The first token from ``at`` on that is no article or preposition; none beyond a comma or a sentence's end."""
    here, size = at, len(tokens.words)
    while 0 < here < size:
        between = tokens.between(here)
        if "," in between or _is_end(between):
            return size
        if here - at == most or tokens.folded[here] not in LINKS:
            break
        here += 1
    return here


class Sequences:
    """Sequences of words, each word by all its forms, to what they stand for."""

    def __init__(self) -> None:
        self._after: dict[frozenset[str], Sequences] = {}
        self._by_form: dict[str, list[Sequences]] = {}
        self._ends: Ends = []

    def add(self, spelt: list[frozenset[str]], stands_for: str, language: str) -> None:
        node = self
        for forms in spelt:
            after = node._after.get(forms)
            if after is None:
                after = node._after[forms] = Sequences()
                for form in forms:
                    node._by_form.setdefault(form, []).append(after)
            node = after
        node._ends.append((stands_for, language))

    def begins_with(self, word: str) -> bool:
        """Whether a folded word is a form of the first word of any."""
        return word in self._by_form

    def walk(self, tokens: Tokens, at: int) -> list[tuple[int, Ends]]:
        """Where sequences that begin at a token end, and what they stand for; articles between words are skipped."""
        reached: list[tuple[int, Ends]] = []
        folded, size = tokens.folded, len(tokens.words)
        if at >= size or folded[at] not in self._by_form:
            return reached  # most
        states = [(one, at + 1) for one in self._by_form[folded[at]]]
        while states:
            further: list[tuple[Sequences, int]] = []
            for node, end in states:
                if node._ends:
                    reached.append((end, node._ends))
                if not node._by_form or end >= size:
                    continue
                for following in dict.fromkeys((end, skip(tokens, end))):
                    after = node._by_form.get(folded[following], ()) if following < size else ()
                    if after and "," not in tokens.between(end) and tokens.are_together(end - 1, following):
                        further += [(one, following + 1) for one in after]
            states = further
        return reached
