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
from kb.store.lexicon import MOST_ROWS, Lexeme, beginning, of_keys, of_senses
from kb.thesaurus.likeness import alike

LEARNED, WORDNET, GENERAL = "learned", "wordnet", "general"
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
AT_ONCE = 8  # words for which MOST_ROWS are enough

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


@dataclass(slots=True)
class _Meant:
    """A word with the keys that are its own, how likely each sense is meant, and the words that these lead to."""

    word: str
    own: set[str]
    senses: dict[str, float]
    reached: list[Lexeme] = field(default_factory=list)


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
            most = MOST_ROWS * max(1, len(words) // AT_ONCE)
            for row in of_keys(connection, list(dict.fromkeys(key for several in keys for key in several)), most=most):
                rows[row.key].append(row)
            if not rows and not self._holds(connection):
                return [None] * len(words)
            trust = _trust(keys, rows)
            likeliest = [group for group, sure in trust.items() if sure == 1.0]
            meant = [_Meant(word, *_own(connection, own, rows, trust, likeliest))
                     for word, own in zip(words, keys, strict=True)]  # fmt: skip
            _reach(connection, meant, groups, most)
        return [_made(each, groups) if each.senses else None for each in meant]

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


def _own(
    connection: Connection,
    keys: Sequence[str],
    rows: dict[str, list[Lexeme]],
    trust: dict[str, float],
    likeliest: Sequence[str],
) -> tuple[set[str], dict[str, float]]:
    """The keys by which the dictionaries know a word, and its senses."""
    own = [(row, 1.0) for key in keys for row in rows.get(key, ())]
    if keys and not any(row.language in likeliest for row, _ in own):
        own += _nearly(connection, keys, likeliest)
    return {row.key for row, _ in own}, _senses(own, trust)


def _reach(connection: Connection, meant: Sequence[_Meant], groups: Sequence[str], most: int) -> None:
    """Every word of the senses of all the words, and of the senses around them: asked for together, for each
    question to the store has its price."""
    wanted = list(dict.fromkeys((*groups, *_kin(groups), PIVOT)))
    for row in of_senses(connection, _united(each.senses for each in meant), wanted, most=most):
        for each in meant:
            if row.sense in each.senses:
                each.reached.append(row)
    pivots = _united((row.key for row in each.reached if row.language == PIVOT) for each in meant)
    of_pivot: dict[str, list[Lexeme]] = defaultdict(list)
    for row in of_keys(connection, pivots, most=most):
        of_pivot[row.key].append(row)
    around = [_around(each, of_pivot) for each in meant]
    for row in of_senses(connection, _united(around), groups, most=most):
        for each, more in zip(meant, around, strict=True):
            if row.sense in more:
                each.reached.append(row)
    for each, more in zip(meant, around, strict=True):
        each.senses = {**more, **each.senses}


def _united(several: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(one for each in several for one in each))


def _kin(groups: Sequence[str]) -> list[str]:
    return [one for group in groups for one in KIN.get(group, ())]


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
    counts: dict[tuple[str, bool], set[str]] = defaultdict(set)
    several = list(own)
    for row, _ in several:
        counts[row.key, row.origin == GENERAL].add(row.sense)
    found: dict[str, float] = {}
    for row, sure in several:
        learned = row.origin == LEARNED
        weight = row.weight if learned else 1.0 / len(counts[row.key, row.origin == GENERAL]) ** 0.5
        found[row.sense] = max(found.get(row.sense, 0.0), weight * sure * trust.get(row.language, STRANGER))
    return found


def _around(meant: _Meant, of_pivot: dict[str, list[Lexeme]]) -> dict[str, float]:
    """Other senses of the English words that share a sense with the word."""
    words: dict[str, float] = {}
    for row in meant.reached:
        if row.language == PIVOT:
            words[row.key] = max(words.get(row.key, 0.0), meant.senses.get(row.sense, 0.0))
    found: dict[str, float] = {}
    for key, sure in words.items():
        rows = of_pivot.get(key, ())
        weight = AROUND * sure / len({row.sense for row in rows} or " ") ** 0.5
        for row in rows:
            if row.sense not in meant.senses and row.language == PIVOT:
                found[row.sense] = max(found.get(row.sense, 0.0), weight)
    return found


def _made(meant: _Meant, groups: Sequence[str]) -> Entry | None:
    votes: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    terms: dict[tuple[str, str], str] = {}
    sources: set[str] = set()
    for row in meant.reached:
        place = (row.language, row.key)
        if row.key in meant.own:
            continue
        terms.setdefault(place, row.term)
        vote = meant.senses[row.sense] * (row.weight if row.origin == LEARNED else 1.0)
        votes[place][row.sense] = max(votes[place].get(row.sense, 0.0), vote)
        if row.language in groups:
            sources.add(row.origin if row.origin in (LEARNED, GENERAL) else WORDNET)
    sure = {place: min(1.0, max(each.values()) + 0.1 * sum(each.values())) for place, each in votes.items()}
    ranked = sorted(sure, key=lambda place: (-sure[place], place))

    def of(group: str, most: int) -> tuple[Other, ...]:
        best = [place for place in ranked if place[0] == group][:most]
        return tuple(Other(terms[place], tuple(place[1].split(" ")), sure[place]) for place in best)

    found = {_CODES.get(group, group): several for group in groups if (several := of(group, MOST_TERMS))}
    around = tuple(
        one for group in dict.fromkeys((*_kin(groups), PIVOT)) if group not in groups for one in of(group, 3)
    )
    if not found and not around:
        return None
    source = next((one for one in (LEARNED, WORDNET) if one in sources), GENERAL if sources else WORDNET)
    return Entry(source, meant.word, found, around)
