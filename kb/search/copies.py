"""Do two passages say the same words? What typesetting does to a text is forgiven, what an author changes is not.

The same paragraph stands in a report and in its appendix, in the follow-up that quotes it, in two files of one text. It
is the same where the words are: but for hyphens, the signs of footnotes, a letter misread here and there, and a few
words more at its beginning or end. A number, a name, a word that was changed, added or left out in between makes it
another text, for it may say the contrary.

A provision is never a copy: the same rule in two editions is two rules, and who cites one must see which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.engines.distance import within
from kb.index.variants.difference import Change, differences
from kb.languages import fold, group_of, words
from kb.nouns import Passage, Role

SHORTEST = 8  # words; what is shorter ("See above.") says something else wherever it stands
SHARED = 0.4  # the least part of the runs of the text with fewer of them that a copy has too
FEWEST = 2  # runs of a text that are enough
COMMON = 0.75  # the least part of the different words of the shorter text that the other has
MISREAD = 0.05  # the part of the words in which one letter may differ
LONGEST_MISREAD = 5  # letters that such a word has at least: "now" is not "not"
AROUND = 0.2  # the part of the longer text that may stand before and after the shorter one
_SIGN = re.compile(r"(?<=[^\W\d_]{3})\d{1,2}\Z")  # of a footnote, run into the word before it
_AT_THE_END = re.compile(r"\s*\([^()]{1,60}\)[\s.;,]*\Z")  # "(see paragraph 41)", where a list says where it is from
_EVERY_RUN = re.compile(r" (?=(\S+ \S+ \S+))")
_RUN = re.compile(r" (?=([bgmбгм]\S* \S+ \S+))")
# Words that turn what is said round, folded, by the group of the language; they are never a few words more.
_DENIALS = {
    "en": "not no nor never without",
    "sq": "nuk mos pa jo as asnje",
    "hbs": "ne nije nisu nema bez nikad nikada ni niti",
    "mk": "ne nema bez nikogas nitu",
    "tr": "degil yok hic",
    "fr": "pas non sans aucun aucune jamais ni",
    "de": "nicht kein keine ohne nie",
}
_ANY_DENIAL = " ".join(_DENIALS.values())


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a passage as they are compared, folded and without its label; ``letters`` are those words in
    one, ``different`` each of them once."""

    passage: Passage
    words: list[str]
    letters: str
    different: frozenset[str]


def wording(passage: Passage) -> Wording:
    """What a passage says. It costs a few microseconds for each of its words."""
    said = words(fold(_AT_THE_END.sub("", passage.text)))
    label = words(fold(passage.label))
    if label and said[: len(label)] == label:
        said = said[len(label) :]
    said = [_SIGN.sub("", word) for word in said]
    return Wording(passage, said, "".join(said), frozenset(said))


def runs_of(text: str) -> set[str]:
    """Some runs of three words of a text, as they are written, by which its copies are found without comparing each.

    A copy has most of them. They begin at words in some letters, so that few are cut out, and the same ones whatever
    stands before; of a short text, all.
    """
    line = f" {' '.join(text.lower().split())}"
    found = set(_RUN.findall(line))
    return found if len(found) >= FEWEST else set(_EVERY_RUN.findall(line)) or {line}


def may_have_copies(passage: Passage) -> bool:
    """False for what is never folded whatever it says."""
    return passage.role is not Role.PROVISION


def copies(one: Wording, other: Wording) -> bool:
    """Whether two passages say the same words in the same language and do the same."""
    first, second = one.passage, other.passage
    if not may_have_copies(first) or not may_have_copies(second) or first.language != second.language:
        return False
    if min(len(one.words), len(other.words)) < SHORTEST:
        return False
    if _repeats(one, other) or _repeats(other, one):
        return True
    return first.role == second.role and (one.letters == other.letters or _nearly(one, other))


def _repeats(item: Wording, body: Wording) -> bool:
    """Whether one is the item of a list that repeats, word for word, what stands in the other."""
    return (
        item.passage.document == body.passage.document
        and bool(item.passage.repeats)
        and item.passage.repeats == body.passage.anchor
        and item.letters in body.letters
    )


def _nearly(one: Wording, other: Wording) -> bool:
    shorter, longer = sorted((len(one.words), len(other.words)))
    if longer - shorter > AROUND * longer:
        return False
    if len(one.different & other.different) < COMMON * min(len(one.different), len(other.different)):
        return False
    changes = list(differences(one.words, other.words))
    added = [_is_around(change, one, other, at == 0, at == len(changes) - 1) for at, change in enumerate(changes)]
    inside = [change for change, around in zip(changes, added, strict=True) if not around]
    if sum(len(a) for a, _ in inside) > max(1, MISREAD * shorter):
        return False
    denials = set(_DENIALS.get(group_of(one.passage.language), _ANY_DENIAL).split())
    if any(denials & {*a, *b} for (a, b), around in zip(changes, added, strict=True) if around):
        return False
    return all(_misread(a, b) for a, b in inside)


def _is_around(change: Change, one: Wording, other: Wording, first: bool, last: bool) -> bool:
    """Whether a change, the first or last of several, adds words before all that the other text has, or after."""
    a, b = change
    if a and b:
        return False
    longer, run = (one.words, a) if a else (other.words, b)
    return (first and longer[: len(run)] == run) or (last and longer[-len(run) :] == run)


def _misread(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words differ by one letter each, and neither is the other with a letter before it (``atypical``)."""
    return len(one) == len(other) and all(_letter(a, b) for a, b in zip(one, other, strict=True))


def _letter(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= LONGEST_MISREAD
        and one.isalpha()
        and other.isalpha()
        and not one.endswith(other)
        and not other.endswith(one)
        and within(one, other, 1)
    )
