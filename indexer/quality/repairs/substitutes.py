"""Single letters and ligatures that came out as something else: learnt from the words in which they stand.

``ﬁ`` as a control character or as ``Þ``, ``ë`` as a private-use character: what it stands for is the one letter or
ligature that turns nearly all of its words into words of the language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from indexer.quality.letters import models
from indexer.quality.repairs.repair import Repair
from indexer.quality.words import words_of

_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "ft", "fj")
_NEEDED = 3  # words, different ones
_GOOD = 4.6  # bits for each letter in the words with the substitute
_CLEAR = 0.5  # bits by which the best substitute wins over the next
_MOST = 8  # characters are learnt at once
_PLAIN = re.compile(r"[\x20-\x7e]")


def candidates(text: str, language: str, odd: frozenset[str]) -> Iterator[Repair]:
    """One repair for all ``odd`` characters that a substitute in ``language`` explains."""
    if language not in models():
        return
    counted = Counter(char for char in text if char in odd and not _PLAIN.match(char))
    learnt: dict[str, str] = {}
    for char, _ in counted.most_common(_MOST):
        if found := _learn(char, text, language):
            learnt[char] = found
    if learnt:
        pattern = re.compile("|".join(map(re.escape, learnt)))
        yield Repair(
            "ligatures" if all(len(each) > 1 for each in learnt.values()) else "letters",
            (language,),
            lambda text: _replaced(text, pattern, learnt),
            key="".join(sorted(learnt)),
        )


def _learn(char: str, text: str, language: str) -> str:
    """What ``char`` stands for, "" where no letter or ligature clearly does."""
    tokens = set(re.findall(rf"[^\s]*{re.escape(char)}[^\s]*", text))
    inside = {token for token in tokens if re.search(r"[^\W\d_]", token)}
    if len(inside) < _NEEDED or len(inside) < 0.8 * len(tokens):
        return ""
    model = models()[language]
    letters = sorted(letter for letter in model.alphabet if not letter.isascii())
    ranked: list[tuple[float, str]] = []
    for stand_in in [
        *(_LIGATURES if not letters or language not in ("hbs-Cyrl", "mk", "bg", "ru", "uk") else ()),
        *letters,
    ]:
        words = [word for token in inside for word in words_of(token.replace(char, stand_in))]
        words = [word for word in words if word.isalpha() and stand_in in word]
        if words:
            ranked.append((sum(map(model.bits, words)) / len(words), stand_in))
    ranked.sort()
    if not ranked or ranked[0][0] > _GOOD or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEAR):
        return ""
    return ranked[0][1]


def _replaced(text: str, pattern: re.Pattern[str], learnt: dict[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        found = learnt[match[0]]
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
        if not (before.isalpha() or after[:1].isalpha()):
            return match[0]
        return found.upper() if len(found) == 1 and before.isupper() and after[:1].isupper() else found

    return pattern.sub(put, text)
