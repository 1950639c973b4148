"""Word tables learnt from the collection's own translations: documents of one work, paragraph by paragraph.

Two words belong together where they stand in the same paragraphs more often than chance has it: the log-likelihood
ratio of Dunning (1993), "Accurate methods for the statistics of surprise and coincidence". Each word then has the
partner that says the most, and is taken (Melamed 2000, competitive linking), so that what merely stands beside a
translation is not one.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from kb.languages import ANALYSIS_VERSION, analyse, group_of
from kb.nouns import Passage
from kb.store import Connection, lexicon, upkeep, write
from kb.store.lexicon import Lexeme
from kb.thesaurus.dictionary import LEARNED

SURE = 10.83  # the ratio that chance reaches once in a thousand
TOGETHER = 2  # paragraphs at least
PARTNERS = 2  # of one word: forms and synonyms
COMMON = 0.25  # of the paragraphs: a word in more says nothing
LONGEST = 400  # words of a paragraph that is read
_MARK = "learned"
_UNNUMBERED = "_"

Pair = tuple[frozenset[str], frozenset[str]]


def learn(connection: Connection) -> dict[tuple[str, str], int]:
    """Learn anew from all works that are held in several languages; how many words each pair of languages has."""
    pairs, names = _aligned(connection)
    lexemes: list[Lexeme] = []
    found: dict[tuple[str, str], int] = {}
    for (first, second), aligned in sorted(pairs.items()):
        links = linked(aligned)
        found[first, second] = len(links)
        for one, other, weight in links:
            sense = f"{LEARNED}:{one}~{other}"
            lexemes += [Lexeme(LEARNED, sense, key.split(":", 1)[0], names[key], key, weight) for key in (one, other)]
    languages = " ".join(sorted({code for pair in found for code in pair}))
    lexicon.put(connection, LEARNED, {"name": "Learnt from this collection", "language": languages}, lexemes)
    write.put_setting(connection, _MARK, mark(connection))
    return found


def is_due(connection: Connection) -> bool:
    """Whether documents with translations came, went or changed since it was last learnt."""
    return upkeep.setting(connection, _MARK) != mark(connection)


def mark(connection: Connection) -> str:
    """What the works that are held in several languages are, in short."""
    works = upkeep.works(connection)
    return hashlib.sha256(f"{ANALYSIS_VERSION}|{works!r}".encode()).hexdigest()


def linked(aligned: Sequence[Pair]) -> list[tuple[str, str, float]]:
    """The pairs of words that belong together, each with how sure that is, 0..1; the surest first."""
    total = len(aligned)
    ones, others, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for first, second in aligned:
        ones.update(first)
        others.update(second)
    most = max(COMMON * total, TOGETHER)
    for first, second in aligned:
        left = [word for word in first if TOGETHER <= ones[word] <= most]
        right = [word for word in second if TOGETHER <= others[word] <= most]
        both.update(product(left, right))
    scored = [
        (ratio(count, ones[one], others[other], total), one, other)
        for (one, other), count in both.items()
        if count >= TOGETHER and count * total > ones[one] * others[other]
    ]
    scored.sort(key=lambda each: (-each[0], each[1], each[2]))
    taken: Counter[str] = Counter()
    found: list[tuple[str, str, float]] = []
    for score, one, other in scored:
        if score < SURE:
            break
        if taken[one] < PARTNERS and taken[other] < PARTNERS:
            weight = 2 * both[one, other] / (ones[one] + others[other])
            found.append((one, other, weight / (1 + max(taken[one], taken[other]))))
            taken[one] += 1
            taken[other] += 1
    return found


def ratio(both: int, one: int, other: int, total: int) -> float:
    """The log-likelihood ratio of two words in ``one`` and ``other`` of ``total`` places, ``both`` of them shared."""
    table = (both, one - both, other - both, total - one - other + both)
    sums = (one, total - one, other, total - other)
    return 2 * (_entropy(table) - _entropy(sums) + _entropy((total,)))


def _entropy(counts: Sequence[int]) -> float:
    return sum(count * math.log(count) for count in counts if count > 0)


def _aligned(connection: Connection) -> tuple[dict[tuple[str, str], list[Pair]], dict[str, str]]:
    """The paragraphs that say the same, by pair of analysis groups, and a spelling for each key."""
    pairs: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    names: dict[str, str] = {}
    for documents in upkeep.works(connection).values():
        read = [paragraphs for document, _ in documents if (paragraphs := _paragraphs(connection, document, names))]
        for one, other in combinations(read, 2):
            for anchor in one.keys() & other.keys():
                (first, left), (second, right) = sorted((one[anchor], other[anchor]), key=lambda each: each[0])
                if first != second:
                    pairs[first, second].append((left, right))
    return pairs, names


def _paragraphs(
    connection: Connection, document: str, names: dict[str, str]
) -> Mapping[str, tuple[str, frozenset[str]]]:
    """The numbered paragraphs by anchor: the group of their language and the keys of their words."""
    whole = upkeep.whole(connection, document)
    passages = whole[2] if whole else []
    return {
        passage.anchor: (group_of(passage.language), frozenset(_keys(passage, names)))
        for passage in passages
        if passage.label and _UNNUMBERED not in passage.anchor and group_of(passage.language) != "und"
    }


def _keys(passage: Passage, names: dict[str, str]) -> Iterator[str]:
    for token in analyse(passage.text, passage.language)[:LONGEST]:
        if len(token.folded) > 2 and token.folded.isalpha():
            if len(token.text) < len(names.get(token.stem, token.text + " ")):
                names[token.stem] = token.text.lower()
            yield token.stem
