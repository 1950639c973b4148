"""A text as words with their places and sentences, and sequences of words that are looked for in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.institutions.words import LINKS
from kb.languages import fold

MOST_LINKS = 3  # articles and prepositions between two words of a name
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.;:!?|•]\s*\Z|[.;:!?|•]\s|\n\s*\n")

Ends = list[tuple[str, str]]  # what a sequence stands for, and in which language


@dataclass(frozen=True, slots=True)
class Token:
    """A word; ``gap`` is what stands between it and the word before, without blanks."""

    start: int
    end: int
    word: str
    folded: str
    sentence: int
    gap: str


def tokens_of(text: str) -> list[Token]:
    """The words of a text, each with the number of its sentence."""
    found: list[Token] = []
    sentence = end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        sentence += bool(found and _ENDS.search(between))
        found.append(Token(match.start(), match.end(), match[0], fold(match[0]), sentence, between.strip()))
        end = match.end()
    return found


def skip(tokens: list[Token], at: int, *, most: int = MOST_LINKS) -> int:
    """The first token from ``at`` on that is no article or preposition; none beyond a comma or a sentence's end."""
    here = at
    while 0 < here < len(tokens):
        if "," in tokens[here].gap or tokens[here].sentence != tokens[here - 1].sentence:
            return len(tokens)
        if here - at == most or tokens[here].folded not in LINKS:
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

    def walk(self, tokens: list[Token], at: int) -> list[tuple[int, Ends]]:
        """Where sequences that begin at a token end, and what they stand for; articles between words are skipped."""
        reached: list[tuple[int, Ends]] = []
        states = [(one, at + 1) for one in self._by_form.get(tokens[at].folded, ())] if at < len(tokens) else []
        while states:
            further: list[tuple[Sequences, int]] = []
            for node, end in states:
                if node._ends:
                    reached.append((end, node._ends))
                for following in dict.fromkeys((end, skip(tokens, end))) if node._by_form else ():
                    if following < len(tokens) and _continues(tokens, end, following):
                        further += [(one, following + 1) for one in node._by_form.get(tokens[following].folded, ())]
            states = further
        return reached


def _continues(tokens: list[Token], end: int, following: int) -> bool:
    """Whether a sequence that has come to ``end`` may go on with the token ``following``."""
    return "," not in tokens[end].gap and tokens[following].sentence == tokens[end - 1].sentence
