"""Do two texts say the same words? What a format adds or moves is forgiven; what an author changes is not.

The same text read from a PDF and from its export to plain text differs by page numbers, running heads, the signs of
footnotes, a contents page, a heading or table that stands elsewhere. A later edition differs by a number, a date, a
word, a paragraph. So the share of equal words says nothing (both are above 97 %): every difference is looked at.
"""

from __future__ import annotations

import re
from collections import Counter

from kb.index.variants.difference import differences

_TITLE = 100  # words at a text's beginning in which its title and running head are
_FRONT, _BEGINNING = 600, 8  # words before which a contents page begins, and how many of its own tell that it does
_LONG = 6  # words: shorter runs are moved as a whole or not at all
_PHRASE = 3  # words: fewer of a title are said by chance
_TO_A_PAGE, _COVERED = (
    12,
    0.7,
)  # words to a number in a contents page; the share of them that the other text has in threes
_FURNITURE = 2  # times that words must be added to be a running head
_FIRST = (1, 2)  # a lone page number or footnote; other numbers come in company
_NEAR = 10  # numbers: signs of footnotes between the numbers of two pages
# A footnote's sign, run into the word or the year before it, or into the word after it.
_SIGN = re.compile(r"(?<=[^\W\d_])\d{1,3}\Z|(?<=^\d{4})[.,]\d{1,3}\Z|^\d{1,3}(?=[^\W\d_]{3})")
_ROMAN = re.compile(r"[ivx]{1,6}\Z")  # numbers of headings, which one format counts and the other prints

Run = list[str]


def same_words(first: Run, second: Run) -> bool:
    """Whether what differs between two texts (folded words) is what formats do to a text, and nothing else."""
    first, second = [_bare(word) for word in first], [_bare(word) for word in second]
    changes = list(differences(first, second))
    if any(_is_changed_number(one, other) for one, other in changes):
        return False
    removed, added = [one for one, _ in changes if one], [other for _, other in changes if other]
    gone, come = _left(removed, added, first, second), _left(added, removed, second, first)
    if gone is None or come is None:
        return False
    # Numbers may be added by one of the two formats; where each has its own, somebody has changed them.
    fewer, more = gone[0] - come[0] - come[1], come[0] - gone[0] - gone[1]
    return not (fewer and more) and _counts(fewer, removed) and _counts(more, added)


def _is_changed_number(one: Run, other: Run) -> bool:
    """Whether numbers stand for other numbers at the same place and between the same words."""
    if not one or not other or _letters(one) != _letters(other):
        return False
    here, there = (Counter(word for word in run if word[0].isdigit()) for run in (one, other))
    return bool(here - there and there - here)


def _bare(word: str) -> str:
    return word if word.isalpha() else _SIGN.sub("", word)


def _left(runs: list[Run], opposite: list[Run], own: Run, other: Run) -> tuple[Counter[str], Counter[str]] | None:
    """The numbers among what one text says more than the other, and those of its furniture; None where it says words
    more.

    Words are forgiven where the other text has as many of them elsewhere (a table or footnote that was moved); where
    they come again (a running head) or repeat the title; where their run is put together of the other text's words.
    """
    moved = {_letters(run) for run in opposite}
    stays = [run for run in runs if _letters(run) not in moved]
    there = {_letters(run) for run in runs}
    more = Counter(word for run in stays for word in _words(run))
    more -= Counter(word for run in opposite if _letters(run) not in there for word in _words(run))
    masks = [_mask(run, more, moved) for run in runs]
    heads = {whole for whole, times in Counter(frozenset(_words(run)) for run in stays).items() if times >= _FURNITURE}
    title, front = f" {' '.join(other[:_TITLE])} ", f" {' '.join(own[:_FRONT])} "
    threes = _threes(_words(other))
    numbers: Counter[str] = Counter()
    furniture: Counter[str] = Counter()
    for run, mask in zip(runs, masks, strict=True):
        its = [word for word in run if word[0].isdigit()]
        if not mask or _letters(run) in moved:
            numbers.update(its)
        elif (
            mask in heads
            or (len(run) >= _PHRASE and f" {' '.join(run)} " in title)
            or (f" {' '.join(run[:_BEGINNING])} " in front and _is_contents(run, threes))
        ):
            furniture.update(its)
        else:
            return None
    return numbers, furniture


def _mask(run: Run, more: Counter[str], moved: set[str]) -> frozenset[str]:
    """The words of a run that the other text does not account for. A run may be so short that the other text's
    furniture holds its words by chance ("not", "shall"): of such a one, all of them."""
    words = _words(run)
    whole = len(words) < _LONG and "".join(words) not in moved
    return frozenset(word for word in words if whole or word in more)


def _words(run: Run) -> Run:
    return [word for word in run if not word[0].isdigit() and not _ROMAN.match(word)]


def _letters(run: Run) -> str:
    return "".join(_words(run))


def _threes(words: Run) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _is_contents(run: Run, threes: set[tuple[str, ...]]) -> bool:
    """Whether a run lists headings of the other text with the numbers of their pages."""
    words = _words(run)
    if (len(run) - len(words)) * _TO_A_PAGE < len(words):
        return False
    held = [three in threes for three in zip(words, words[1:], words[2:], strict=False)]
    return sum(any(held[max(at - 2, 0) : at + 1]) for at in range(len(words))) >= _COVERED * len(words)


def _counts(numbers: Counter[str], runs: list[Run]) -> bool:
    """Whether numbers are those of pages or footnotes: each goes on counting from one that came not long before."""
    line = [int(word) for run in runs for word in run if word.isdigit() and len(word) <= 4]
    counting = Counter(n for at, n in enumerate(line) if n in _FIRST or _goes_on(line, at))
    return all(word.isdigit() and counting[int(word)] >= times for word, times in numbers.items())


def _goes_on(line: list[int], at: int) -> bool:
    return line[at] - 1 in line[max(at - _NEAR, 0) : at] or line[at] + 1 in line[at + 1 : at + 1 + _NEAR]
