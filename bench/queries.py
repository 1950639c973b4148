"""Ten kinds of query, sorting by date, and words that are nowhere: as a person types them, and their words."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.corpus import LANGUAGES, Vocabulary
from kb.nouns import Query

KINDS = (
    "word",
    "two words",
    "phrase",
    "prefix",
    "wildcard",
    "fuzzy",
    "boolean",
    "filter and range",
    "reference",
    "common words",
    "by date",
    "nothing found",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of one kind; ``words`` are what a bare engine is asked for instead."""

    kind: str
    query: Query
    words: tuple[str, ...]


def queries(each: int, *, seed: int = 7) -> list[Asked]:
    """``each`` queries of every kind, the same for the same seed."""
    chance = random.Random(f"queries {seed}")
    vocabularies = [Vocabulary(language, seed) for language in LANGUAGES[:3]]
    return [_asked(kind, chance, chance.choice(vocabularies).words) for kind in KINDS for _ in range(each)]


def _asked(kind: str, chance: random.Random, words: list[str]) -> Asked:
    middling = [word for word in chance.sample(words[20:4000], 40) if len(word) > 4]
    one, two, three = middling[:3]
    common = chance.sample(words[:8], 2)
    match kind:
        case "word" | "by date":
            query = Query(text=one, sort="date" if kind == "by date" else "relevance")
            return Asked(kind, query, (one,))
        case "two words":
            one, two = chance.sample(words[5:200], 2)
            return Asked(kind, Query(text=f"{one} {two}"), (one, two))
        case "phrase":
            one, two = chance.sample(words[:20], 2)
            return Asked(kind, Query(text=f'"{one} {two}"'), (one, two))
        case "prefix":
            return Asked(kind, Query(text=f"{one[:3]}*"), (one[:3],))
        case "wildcard":
            pattern = f"{one[:2]}?{one[3:]}*"
            return Asked(kind, Query(text=pattern), (pattern,))
        case "nothing found":
            unknown = f"{one[:3]}wq{one[3:]}"
            return Asked(kind, Query(text=unknown), (unknown,))
        case "fuzzy":
            typo = one[:2] + one[3] + one[2] + one[4:]
            return Asked(kind, Query(text=f"{typo}~"), (typo,))
        case "boolean":
            return Asked(kind, Query(text=f"({one} OR {two}) NOT {three}"), (one, two, three))
        case "filter and range":
            return Asked(kind, Query(text=one, kind=("law", "report"), year_from=2005, year_to=2015), (one,))
        case "reference":
            number = str(chance.randrange(1, 40))
            return Asked(kind, Query(text=f"Article {number}"), (f"article-{number}",))
        case _:
            return Asked(kind, Query(text=" ".join(common)), tuple(common))
