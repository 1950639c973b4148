"""Dictionaries of the collection: what else a word may be called, learnt from its translations or from wordnets.

Two words of one sense say the same. A word of few senses says more than one of many, and what several senses, or
several dictionaries, agree on says more than what one does. A word that no dictionary has is looked for among the
words that begin alike, first of its own language, then of the languages that are its nearest kin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from kb.languages import query_terms
from kb.store import Connection
from kb.store.lexicon import Lexeme, beginning, of_keys, of_senses
from kb.thesaurus.likeness import alike

LEARNED = "learned"
MOST_TERMS = 6  # of one language, for one word
SHORTEST = 3  # letters of a word that is looked up
PIVOT = "en"  # its wordnet has every sense that the others have
# Languages whose words are mostly each other's, by analysis group.
KIN = {"mk": ("bg", "hbs", "sl"), "bg": ("mk", "hbs", "sl"), "hbs": ("sl", "mk", "bg"), "sl": ("hbs", "mk", "bg")}
_CODES = {"hbs": "sr", "rom": "rmn"}  # how the thesaurus names a group

# How much a word counts that is known by its beginning only, or is of another language than the rest of the question;
# and a word that is reached over another sense of the English one.
NEARLY, STRANGER, AROUND = 0.8, 0.5, 0.35
LIKE = 0.6  # the least likeness of a word that begins the same
_BEGINNING = 4

Reading = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True)
class Other:
    """Another word: its stems, and how sure it is that it says the same, 0..1."""

    term: str
    stems: tuple[str, ...]
    weight: float


@dataclass(slots=True)
class Entry:
    """What is known of one word: by language, the surest first. ``kin`` are words of kindred languages."""

    source: str
    word: str
    terms: dict[str, tuple[Other, ...]] = field(default_factory=dict)
    kin: tuple[Other, ...] = ()


class Dictionary:
    """Looks words up in the store. ``reading`` opens it for reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def entries(
        self, words: Sequence[str], groups: Sequence[str], *, keys: Sequence[Sequence[str]] | None = None
    ) -> list[Entry | None]:
        """What each of the words of one question is in the analysis groups ``groups``; None where nothing is known.

        ``keys`` are the words' stems where their language is known; else they are asked as words of any language.
        """
        if keys is None:
            keys = [query_terms(word).stems if _asked(word) else () for word in words]
        with self._reading() as connection:
            rows: dict[str, list[Lexeme]] = defaultdict(list)
            for row in of_keys(connection, list(dict.fromkeys(key for several in keys for key in several))):
                rows[row.key].append(row)
            if not rows and not self._holds(connection):
                return [None] * len(words)
            trust = _trust(keys, rows)
            return [
                _entry(connection, word, own, rows, trust, groups) if own else None
                for word, own in zip(words, keys, strict=True)
            ]

    @staticmethod
    def _holds(connection: Connection) -> bool:
        return bool(beginning(connection, "", limit=1))


def _asked(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _trust(keys: Sequence[Sequence[str]], rows: dict[str, list[Lexeme]]) -> dict[str, float]:
    """How likely the question is in each language: that which knows the most of its words, and its kin."""
    known: dict[str, int] = defaultdict(int)
    for several in keys:
        for group in {row.language for key in several for row in rows.get(key, ())}:
            known[group] += 1
    most = max(known.values(), default=0)
    return {group: STRANGER ** (most - count) for group, count in known.items()}


def _entry(
    connection: Connection,
    word: str,
    keys: Sequence[str],
    rows: dict[str, list[Lexeme]],
    trust: dict[str, float],
    groups: Sequence[str],
) -> Entry | None:
    own = [(row, 1.0) for key in keys for row in rows.get(key, ())]
    likeliest = [group for group, sure in trust.items() if sure == 1.0]
    if not any(row.language in likeliest for row, _ in own):
        own += _nearly(connection, keys, likeliest)
    senses = _senses(own, trust)
    if not senses:
        return None
    kin = [one for group in groups for one in KIN.get(group, ())]
    wanted = list(dict.fromkeys((*groups, *kin, PIVOT)))
    reached = of_senses(connection, list(senses), wanted)
    around = _around(connection, senses, reached)
    if around:
        reached += of_senses(connection, list(around), list(groups))
        senses = {**around, **senses}
    return _made(word, senses, reached, groups, kin, {row.key for row, _ in own})


def _nearly(connection: Connection, keys: Sequence[str], likeliest: Sequence[str]) -> list[tuple[Lexeme, float]]:
    """Words that begin like it: forms whose stem no dictionary knows."""
    stems = {key.split(":", 1)[0]: key.split(":", 1)[1] for key in keys}
    found: list[tuple[Lexeme, float]] = []
    for group in likeliest:
        stem = stems.get(group, "")
        for other in (group, *KIN.get(group, ())):
            if len(stem) < _BEGINNING:
                continue
            rows = beginning(connection, f"{other}:{stem[: max(_BEGINNING, len(stem) // 2)]}")
            close = [(row, alike(stem, row.key.split(":", 1)[1])) for row in rows]
            best = max((likeness for _, likeness in close), default=0.0)
            found += [(row, sure * NEARLY) for row, sure in close if sure >= LIKE and sure >= best - 0.05]
            if found:
                break
    return found


def _senses(own: Iterable[tuple[Lexeme, float]], trust: dict[str, float]) -> dict[str, float]:
    """The senses of the word, each with how likely it is meant."""
    counts: dict[str, set[str]] = defaultdict(set)
    several = list(own)
    for row, _ in several:
        counts[row.key].add(row.sense)
    found: dict[str, float] = {}
    for row, sure in several:
        learned = row.origin == LEARNED
        weight = row.weight if learned else 1.0 / len(counts[row.key]) ** 0.5
        found[row.sense] = max(found.get(row.sense, 0.0), weight * sure * trust.get(row.language, STRANGER))
    return found


def _around(connection: Connection, senses: dict[str, float], reached: Sequence[Lexeme]) -> dict[str, float]:
    """Other senses of the English words that share a sense with the word."""
    words: dict[str, float] = {}
    for row in reached:
        if row.language == PIVOT:
            words[row.key] = max(words.get(row.key, 0.0), senses.get(row.sense, 0.0))
    counts: dict[str, set[str]] = defaultdict(set)
    if not words:
        return {}
    rows = of_keys(connection, list(words))
    for row in rows:
        counts[row.key].add(row.sense)
    found: dict[str, float] = {}
    for row in rows:
        if row.sense not in senses and row.language == PIVOT:
            weight = AROUND * words[row.key] / len(counts[row.key]) ** 0.5
            found[row.sense] = max(found.get(row.sense, 0.0), weight)
    return found


def _made(
    word: str,
    senses: dict[str, float],
    reached: Iterable[Lexeme],
    groups: Sequence[str],
    kin: Sequence[str],
    own: set[str],
) -> Entry | None:
    votes: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    terms: dict[tuple[str, str], str] = {}
    sources: set[str] = set()
    for row in reached:
        place = (row.language, row.key)
        if row.key in own:
            continue
        terms.setdefault(place, row.term)
        vote = senses[row.sense] * (row.weight if row.origin == LEARNED else 1.0)
        votes[place][row.sense] = max(votes[place].get(row.sense, 0.0), vote)
        if row.language in groups:
            sources.add(LEARNED if row.origin == LEARNED else "wordnet")
    sure = {place: min(1.0, max(each.values()) + 0.1 * sum(each.values())) for place, each in votes.items()}
    ranked = sorted(sure, key=lambda place: (-sure[place], place))

    def of(group: str, most: int) -> tuple[Other, ...]:
        best = [place for place in ranked if place[0] == group][:most]
        return tuple(Other(terms[place], tuple(place[1].split(" ")), sure[place]) for place in best)

    found = {_CODES.get(group, group): several for group in groups if (several := of(group, MOST_TERMS))}
    around = tuple(one for group in dict.fromkeys((*kin, PIVOT)) if group not in groups for one in of(group, 3))
    if not found and not around:
        return None
    source = LEARNED if LEARNED in sources else "wordnet"
    return Entry(source, word, found, around)
