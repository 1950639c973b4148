"""Words whose spaces were lost, and letters that were set apart, by the words of the language.

A line without spaces is cut where its parts are words of the dictionary, preferring few and long ones; it is left
alone unless nearly all of it becomes words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from indexer.quality.known import knows, word_list
from indexer.quality.letters import models
from indexer.quality.words import is_address, lower
from kb.languages.folding import fold
from kb.languages.function_words import CYRILLIC, LATIN

LONG = 24  # letters without a space: no word of running text, outside German
_LONGEST = 24  # letters of a part
_CLEAR = 0.9  # of the letters must be in known words
_RUN = re.compile(r"[^\W\d_]+")
_CHEAP = re.compile(r"(?: [^\W\d_]){4} ")
_GLUED = re.compile(rf"\S{{{LONG},}}")
# Four or more single letters with one blank between each; two blanks or more are the space between words.
_APART = re.compile(r"(?<![^\W\d_])(?:[^\W\d_] {1,3}){4,}[^\W\d_](?![^\W\d_])")
_SHAPE, _SINGLES = bytes(0x20 if byte == 0x20 else 0x78 for byte in range(256)), b" x x x x "
# Costs in bits: a word of the dictionary, a function word, what another word costs more; the share of its letters'
# bits that each costs besides.
_WORD, _SMALL, _STRANGE = 6.0, 3.0, 3.0
_SHARE, _STRANGE_SHARE = 0.6, 0.8
_LENGTH = 1.0
_POSSIBLE = 4.5  # bits for each letter of a word that no list has and that may yet be one


def is_glued(text: str) -> bool:
    """Whether whole lines of ``text`` have lost their spaces."""
    glued = sum(len(token) for token in _GLUED.findall(text) if not is_address(token) and token.count("-") < 2)
    return glued > 2 * LONG and glued > 0.05 * len(text)


def is_apart(text: str) -> bool:
    """Whether words of ``text`` have blanks between their letters."""
    # Four words of one character in a row, looked for in bytes of which each is a blank or not: a sixth of a split.
    shape = text.encode("latin-1", "replace").translate(_SHAPE)
    if _SINGLES not in b" %b " % shape:
        return False
    return _CHEAP.search(text) is not None and _APART.search(text) is not None


def respaced(text: str, language: str) -> str:
    """``text`` with lost spaces put back in words of ``language`` (a letter model's name)."""
    if not knows(language) or not _GLUED.search(text):
        return text
    return _GLUED.sub(lambda match: _cut_token(match[0], language), text)


def closed_up(text: str, language: str) -> str:
    """``text`` with letters that were set apart (``E V R O P E A N   C O U R T``) put together to words."""
    return _APART.sub(lambda match: _closed(match[0], language), text) if _APART.search(text) else text


def _cut_token(token: str, language: str) -> str:
    """The words of one token without spaces, stops and brackets between them; the token where that is doubtful."""
    if is_address(token.strip(".,;:!?()")) and re.search(r"[@/_]|www", token):
        return token
    letters = known = 0
    parts: list[str] = []
    at = 0
    for run in _RUN.finditer(token):
        words, sure = cut(run[0], language)
        letters, known = letters + len(run[0]), known + sure
        parts += [token[at : run.start()], " ".join(words)]
        at = run.end()
    if not letters or known < _CLEAR * letters or len("".join(parts)) == at:
        return token
    spaced = "".join([*parts, token[at:]])
    # A stop is followed by a space, a bracket is outside.
    spaced = re.sub(r"(?<=[^\W\d_])([,;:!?]|\.(?=[^\W\d_]{2}|\d))(?=\w)", r"\1 ", spaced)
    spaced = re.sub(r"(?<=\w)(?=[(„“«])|(?<=[)”»])(?=\w)", " ", spaced)
    return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_]{2})", " ", spaced)


def cut(run: str, language: str) -> tuple[list[str], int]:
    """The likeliest words of ``run`` (letters only), and how many of its letters are in known words."""
    low = lower(run)
    if len(low) != len(run):
        return [run], 0
    cost_of = _cost(language)
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    for end in range(1, len(low) + 1):
        choices = []
        for start in range(max(0, end - _LONGEST), end):
            cost, sure = cost_of(low[start:end])
            choices.append((best[start][0] + cost, start, best[start][2] + sure))
        best.append(min(choices))
    words: list[str] = []
    end = len(run)
    while end:
        start = best[end][1]
        words.append(run[start:end])
        end = start
    return words[::-1], best[-1][2]


@cache
def _cost(language: str) -> Callable[[str], tuple[float, int]]:
    group, _, script = language.partition("-")
    small = frozenset((CYRILLIC if script or group == "mk" else LATIN)[group].split())
    model = models()[language]
    listed = word_list(language)
    seen: dict[str, tuple[float, int]] = {}

    def cost(word: str) -> tuple[float, int]:
        found = seen.get(word)
        if found is None:
            if len(seen) > 200_000:
                seen.clear()
            size = len(word)
            bits = model.bits(word) * size
            if word in small:
                found = _SMALL + _SHARE * bits, size
            elif size > 2 and listed(fold(word)):
                found = _WORD + _SHARE * bits, size
            else:
                found = (
                    _WORD + _STRANGE + _STRANGE_SHARE * bits + _LENGTH * size,
                    size if size > 3 and bits < _POSSIBLE * size else 0,
                )
            seen[word] = found
        return found

    return cost


def _closed(text: str, language: str) -> str:
    """Letters set apart as words: by wider gaps where there are, else by the word list."""
    if "  " in text:
        return " ".join(part.replace(" ", "") for part in re.split(" {2,}", text))
    word = text.replace(" ", "")
    if not knows(language) or not (word.isupper() or word.islower() or word[1:].islower()):
        return text
    words, sure = cut(word, language)
    return " ".join(words) if sure >= _CLEAR * len(word) else word if len(word) <= 14 else text
