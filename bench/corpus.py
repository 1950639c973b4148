"""Passages nobody wrote: words of a seeded Zipf vocabulary, so that every run measures the same without real text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from kb import languages
from kb.nouns import Document, IndexEntry, Kind, Passage, Role

LANGUAGES = ("en", "sq", "sr-Latn", "tr")
VOCABULARY = 40_000  # words of each language; the frequent ones are shared by nobody
PER_DOCUMENT = 60
_SYLLABLES = {
    "en": "con ter pre sen ing ti on re man der fo ra ly st el mo un der ca per sh ow",
    "sq": "për shi të nd je gj sh qe rë im ve lu bur ma ku ti zë dh un tar",
    "sr-Latn": "pri stu mo ži ca ne go va nje kri ša da pro će lj ro ti vu za po",
    "tr": "lar ın dü ka ler mek yı göz al tı ce za ev ku rul şı ba ri ye de",
}
_STATES = ("XKX", "SRB", "ALB", "TUR", "MKD", "FRA", "GBR", "DEU")


@dataclass(frozen=True, slots=True)
class Made:
    """A passage with the document it is of and what the engine is handed."""

    document: Document
    passage: Passage
    entry: IndexEntry


class Vocabulary:
    """The words of one language, most frequent first, drawn by Zipf's law."""

    def __init__(self, language: str, seed: int) -> None:
        chance = random.Random(f"{seed} {language}")
        syllables = _SYLLABLES[language].split()
        found: dict[str, None] = {}
        while len(found) < VOCABULARY:
            found["".join(chance.choices(syllables, k=min(1 + len(found) // 300, chance.randint(2, 5))))] = None
            if len(found) < 300:
                found[chance.choice(syllables) + chance.choice("aeiou") + chance.choice("lmnrst")] = None
        self.words = list(found)
        self.weights = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(self.words))))

    def text(self, chance: random.Random, words: int) -> str:
        """So many words, with the signs and numbers of a report."""
        drawn = chance.choices(self.words, cum_weights=self.weights, k=words)
        if words > 8:
            drawn[words // 2] += ","
            drawn[words // 3] = str(chance.randrange(1, 400))
        return " ".join(drawn).capitalize() + "."


def passages(count: int, *, seed: int = 7) -> Iterator[Made]:
    """``count`` passages, PER_DOCUMENT to a document, the same for the same seed."""
    chance = random.Random(seed)
    vocabularies = {language: Vocabulary(language, seed) for language in LANGUAGES}
    kinds, roles = list(Kind), list(Role)
    document, title, year = Document(id="", title=""), "", 0
    for number in range(count):
        ordinal = number % PER_DOCUMENT
        if ordinal == 0:
            language = chance.choices(LANGUAGES, weights=(5, 3, 3, 1))[0]
            year = chance.randrange(1990, 2026)
            document = Document(
                id=f"made-{number // PER_DOCUMENT:06d}",
                title=vocabularies[language].text(chance, 6),
                kind=chance.choice(kinds),
                language=language,
                date=f"{year}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
                mechanism=chance.choice(("CPT", "SPT", "NPM", "KRCT", "")),
                state=chance.choice(_STATES),
                institutions=tuple(f"Place {chance.randrange(200)}" for _ in range(chance.randrange(3))),
                themes=tuple(f"theme {chance.randrange(40)}" for _ in range(chance.randrange(3))),
            )
            title = languages.terms(document.title, document.language)[1]
        yield _made(
            document, title, year, ordinal, vocabularies[document.language or "en"], chance, chance.choice(roles)
        )


def _made(
    document: Document, title: str, year: int, ordinal: int, words: Vocabulary, chance: random.Random, role: Role
) -> Made:
    text = words.text(chance, max(6, min(int(chance.lognormvariate(4.0, 0.6)), 400)))
    anchor = str(ordinal + 1)
    passage = Passage(
        document=document.id, anchor=anchor, label=anchor, text=text, ordinal=ordinal, role=role,
        language=document.language,
    )  # fmt: skip
    exact, folded, stem = languages.terms(text, document.language)
    cited = f" cites:app/{chance.randrange(1000, 60000)}/{chance.randrange(80, 99)}" if chance.random() < 0.1 else ""
    entry = IndexEntry(
        key=passage.key,
        document=document.id,
        anchor=anchor,
        ordinal=ordinal,
        exact=exact,
        folded=folded,
        stem=stem,
        heading=title if ordinal % 3 else "",
        title=title,
        refs=f"{anchor} article-{anchor}{cited}",
        kind=document.kind.value,
        role=role.value,
        language=document.language or "",
        mechanism=document.mechanism or "",
        state=document.state or "",
        institutions=document.institutions,
        themes=document.themes,
        year=year,
        date=int((document.date or "0").replace("-", "")),
    )
    return Made(document, passage, entry)
