"""Single letters and ligatures that came out as something else: learnt from the words in which they stand.

``ﬁ`` as a control character or as ``Þ``, ``ë`` as a private-use character: what it stands for is the one letter or
ligature that turns nearly all of its words into words of the language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import partial

from indexer.quality.known import knows, word_list
from indexer.quality.letters import mean_bits, models
from indexer.quality.repairs.repair import Repair
from indexer.quality.words import words_of
from kb.languages.folding import fold

_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "ft", "fj")
_NEEDED = 2  # different words, three for a character that is a letter elsewhere
_GOOD = 4.6  # bits for each letter in the words with the substitute
_CLEAR = 15.0  # bits, all words together, by which the best substitute wins over the next
_BETTER = 0.2  # bits for each letter by which words must be better with it than without it
_LISTED, _AHEAD = 0.6, 0.25  # the share of words in the dictionary, and how far it must be ahead
_MOST = 12  # characters are learnt at once
_CODES = frozenset("Þß")  # letters that are ligatures in the Macintosh's code page


def candidates(text: str, language: str, odd: frozenset[str]) -> Iterator[Repair]:
    """One repair for all ``odd`` characters that a substitute in ``language`` explains."""
    if language not in models():
        return
    counted = Counter(char for char in text if char in odd and (char in _CODES or not char.isalpha()))
    learnt: dict[str, str] = {}
    for char, _ in counted.most_common(_MOST):
        if found := _learn(char, text, language):
            learnt[char] = found
    if learnt:
        pattern = re.compile("|".join(map(re.escape, learnt)))
        yield Repair(
            "ligatures" if all(len(each) > 1 for each in learnt.values()) else "letters",
            (language,),
            partial(_replaced, pattern=pattern, learnt=learnt),
            key="".join(sorted(learnt)),
        )


def _learn(char: str, text: str, language: str) -> str:
    """What ``char`` stands for, "" where no letter or ligature clearly does."""
    tokens = set(re.findall(rf"[^\s]*{re.escape(char)}[^\s]*", text))
    inside = {token for token in tokens if re.search(r"[^\W\d_]", token)}
    if len(inside) < _NEEDED + char.isalpha() or len(inside) < 0.8 * len(tokens):
        return ""
    amid = re.compile(rf"[^\W\d_]{re.escape(char)}[^\W\d_]")
    if unicodedata.category(char)[0] != "C" and sum(bool(amid.search(token)) for token in inside) < 0.5 * len(inside):
        return ""  # a printed sign at the end of words is a note's
    if found := _by_dictionary(char, inside, language):
        return found
    model = models()[language]
    without = [word for token in inside for word in words_of(token.replace(char, ""))]
    letters = sorted(letter for letter in model.alphabet if not letter.isascii())
    ranked: list[tuple[float, float, str]] = []
    for stand_in in [*(() if "а" in letters else _LIGATURES), *letters]:
        words = [word for token in inside for word in words_of(token.replace(char, stand_in))]
        words = [word for word in words if word.isalpha() and stand_in in word]
        if words:
            bits = sum(model.bits(word) * len(word) for word in words)
            ranked.append((bits, bits / sum(map(len, words)), stand_in))
    ranked.sort()
    if (
        not ranked
        or ranked[0][1] > min(_GOOD, mean_bits(without, language) - _BETTER)
        or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEAR)
    ):
        return ""
    return ranked[0][2]


def _by_dictionary(char: str, tokens: set[str], language: str) -> str:
    """The ligature that turns most of the words into words of the dictionary, "" where none clearly does."""
    if not knows(language):
        return ""
    listed = word_list(language)

    def share(stand_in: str) -> float:
        words = [word for token in tokens for word in words_of(token.replace(char, stand_in))]
        return sum(listed(fold(word)) for word in words) / max(1, len(words))

    first, second, *_ = sorted(((share(each), each) for each in _LIGATURES), reverse=True)
    return first[1] if first[0] >= _LISTED and first[0] - max(second[0], share("")) >= _AHEAD else ""


def _replaced(text: str, *, pattern: re.Pattern[str], learnt: dict[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        found = learnt[match[0]]
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
        if not (before.isalpha() or after[:1].isalpha()):
            return match[0]
        return found.upper() if len(found) == 1 and before.isupper() and after[:1].isupper() else found

    return pattern.sub(put, text)
