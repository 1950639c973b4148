"""How fast a search in all languages is, with everything that the page of results asks for.

A collection is made whose passages hold the function words of their language, words nobody wrote with frequencies by
Zipf's law, and terms of the thesaurus, so that what a question names is said in every language. It is searched through
`Collection.search`, as the command line and the web do: analysis, other words (of the thesaurus, of dictionaries if
there are any, of words that look alike), all facets, copies folded, passages read from the store, marked and cut. Each
question is asked once of a collection that has answered others (``first``), then again (``again``); milliseconds of
CPU and by the clock on the wall, in one thread.

python -m bench.expansion [--passages 100000] [--each 40] [--wordnets FILE_OR_DIR]… [--home DIR] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from bench.corpus import Vocabulary
from corpus.catalogue import instruments
from corpus.concepts import concepts
from kb.collection import Collection
from kb.home import Home
from kb.index.entries import entries
from kb.index.writing import IndexWriting
from kb.languages.cyrillic import cyrillic
from kb.languages.function_words import CYRILLIC, LATIN
from kb.nouns import Document, Kind, Passage, Query, Reading, Role
from kb.store import Store, lexicon, write
from kb.thesaurus import keep, wordnet

GOAL_MS = 40  # p95
PER_DOCUMENT = 60
PAGE = 20  # hits, as the browser asks for
# The code of a language, those of its terms and its function words, and whose syllables its other words have.
LANGUAGES = {
    "en": ("en", "en", "en"), "sq": ("sq", "sq", "sq"), "sr-Latn": ("sr", "hbs", "sr-Latn"),
    "sr-Cyrl": ("sr", "hbs", "sr-Latn"), "mk": ("mk", "mk", "sr-Latn"), "tr": ("tr", "tr", "tr"),
    "fr": ("fr", "fr", "en"), "de": ("de", "de", "en"),
}  # fmt: skip
STATES = ("XKX", "SRB", "ALB", "TUR", "MKD", "FRA", "GBR", "DEU")
REFERENCES = ("Article {} ECHR", "Rule {} Mandela Rules", "neni {} i KEDNJ-së", "OPCAT article {}", "član {} EKLJP")


class Tongue:
    """What passages and questions of one language are made of."""

    def __init__(self, language: str) -> None:
        of_terms, of_function, of_syllables = LANGUAGES[language]
        script = cyrillic if language in ("sr-Cyrl", "mk") else str
        small = (CYRILLIC if language == "mk" else LATIN)[of_function].split()
        terms = [concept.terms.get(of_terms, ()) for concept in concepts()]
        shown = script if language == "sr-Cyrl" else str
        self.terms = [shown(term) for several in terms for term in several]
        self.words = [script(word) for word in small] + [script(word) for word in Vocabulary(of_syllables, 7).words]
        self._words = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(self.words))))
        random.Random(7).shuffle(self.terms)
        self._terms = list(accumulate(1 / (rank + 20) for rank in range(len(self.terms))))

    def text(self, chance: random.Random, length: int) -> str:
        """So many words, among them one to three terms."""
        drawn = chance.choices(self.words, cum_weights=self._words, k=length)
        for term in chance.choices(self.terms, cum_weights=self._terms, k=chance.randint(1, 3)):
            drawn.insert(chance.randrange(len(drawn)), term)
        return " ".join(drawn).capitalize() + "."

    def term(self, chance: random.Random, words: int = 0) -> str:
        """A term, frequent ones more often; of so many words if any number is given."""
        while True:
            term = chance.choices(self.terms, cum_weights=self._terms)[0]
            if not words or len(term.split()) == words:
                return term


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where questions of a kind took over GOAL_MS at p95, asked for the first time."""
    parser = argparse.ArgumentParser(prog="python -m bench.expansion", description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=40, help="questions of each kind")
    parser.add_argument("--wordnets", type=Path, nargs="*", default=[], help="tab files, folders of them")
    parser.add_argument("--home", type=Path, help="keep the collection here, and use it again")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout")
    asked = parser.parse_args(arguments)
    tongues = {language: Tongue(language) for language in LANGUAGES}
    with tempfile.TemporaryDirectory() as place:
        home = Home.at(asked.home or Path(place))
        if not home.store.exists():
            make(home, tongues, asked.passages, wordnet.files(asked.wordnets))
        figures = measure(home, list(questions(tongues, asked.each)))
    if asked.json:
        json.dump(figures, sys.stdout, indent=2)
    slow = [kind for kind, one in figures.items() if one["first p95"] > GOAL_MS]
    if slow:
        print(f"over {GOAL_MS} ms of CPU at p95: {', '.join(slow)}", file=sys.stderr)
    return 1 if slow else 0


def make(home: Home, tongues: dict[str, Tongue], size: int, wordnets: Sequence[Path]) -> None:
    """Write the documents into the store and the index."""
    chance, began = random.Random(11), time.process_time()
    with home.writing():
        store = Store(home.store)
        with store.write() as connection:
            keep(connection, concepts())
            write.put_instruments(connection, instruments())
            for path in wordnets:
                read = wordnet.read(path)
                lexicon.put(connection, read.origin, read.facts, read.lexemes)
        with IndexWriting(home, store) as index:
            for number in range(0, size, PER_DOCUMENT):
                reading = _reading(number // PER_DOCUMENT, tongues, chance, min(PER_DOCUMENT, size - number))
                with store.write() as connection:
                    write.put_reading(connection, reading, name="made.txt", targets=())
                index.put(reading.document.id, reading.document.access, reading.entries)
            index.commit()
        store.close()
    print(f"{size:,} passages made and indexed in {time.process_time() - began:.0f} s of CPU", file=sys.stderr)


def _reading(number: int, tongues: dict[str, Tongue], chance: random.Random, size: int) -> Reading:
    language = list(tongues)[number % len(tongues)]
    name, tongue = f"made-{number:06d}", tongues[language]
    document = Document(
        id=name,
        title=tongue.text(chance, 4),
        kind=chance.choice(list(Kind)),
        language=language,
        date=f"{chance.randrange(1995, 2026)}-{chance.randrange(1, 13):02d}-11",
        mechanism=chance.choice(("CPT", "SPT", "NPM", "")),
        state=chance.choice(STATES),
        institutions=tuple(f"Place {chance.randrange(200)}" for _ in range(chance.randrange(3))),
        themes=tuple(f"theme {chance.randrange(40)}" for _ in range(chance.randrange(3))),
        passages=size,
    )
    roles = list(Role)
    passages = tuple(
        Passage(
            document=name, anchor=str(n), label=str(n), ordinal=n, language=language, role=chance.choice(roles),
            heading=(document.title,), text=tongue.text(chance, max(6, min(int(chance.lognormvariate(3.9, 0.6)), 300))),
        )
        for n in range(1, size + 1)
    )  # fmt: skip
    return Reading(document=document, passages=passages, pages=(), links=(), entries=entries(document, passages, ()))


def questions(tongues: dict[str, Tongue], each: int) -> Iterator[tuple[str, Query]]:
    """So many questions of each kind."""
    chance = random.Random(5)

    def ask(kind: str, text: str, **values: object) -> tuple[str, Query]:
        return kind, Query(text=text, fold=True, limit=PAGE, **values)  # type: ignore[arg-type]

    names = list(tongues)
    for _ in range(each):
        any_of = tongues[chance.choice(names)]
        yield ask("one word", any_of.term(chance, 1))
        yield ask("two or three words", f"{any_of.term(chance, 1)} {any_of.term(chance)}")
        yield ask("two terms and a word", f"{any_of.term(chance)} {any_of.term(chance)} {chance.choice(any_of.words)}")
        for language in ("sq", "sr-Latn", "sr-Cyrl", "en"):
            yield ask(f"a term in {language}", tongues[language].term(chance))
        yield ask("a term in two languages' words", f"{tongues['sq'].term(chance)} {tongues['en'].term(chance)}")
        yield ask("unknown words", " ".join(chance.choices(any_of.words[500:20_000], k=2)))
        yield ask("a sentence", f"{any_of.text(chance, 8).rstrip('.')}")
        yield ask("phrase", f'"{any_of.term(chance, 2)}"')
        yield ask("reference", chance.choice(REFERENCES).format(chance.randint(1, 59)))
        yield ask("filtered", any_of.term(chance), language=("sq", "sr-Latn"), year_from=2005, year_to=2020)
        yield ask("one of a document", any_of.term(chance), group=True)


def measure(home: Home, asked: Sequence[tuple[str, Query]]) -> dict[str, dict[str, float]]:
    """Milliseconds by kind: p50 and p95."""
    collection = Collection(home)
    for _, query in asked[::29]:
        collection.search(query)
    taken: dict[str, list[tuple[float, float, float, float]]] = {}
    expanded = 0
    for kind, query in asked:
        row = []
        for _ in range(2):
            wall, spent = time.perf_counter(), time.process_time()
            answer = collection.search(query)
            row += [(time.process_time() - spent) * 1000, (time.perf_counter() - wall) * 1000]
        expanded += bool(answer.expansions)
        taken.setdefault(kind, []).append((row[0], row[1], row[2], row[3]))
    collection.close()
    taken["all"] = [row for rows in taken.values() for row in rows]
    print(f"{len(asked)} questions, {expanded} of them with other words; ms p50/p95", file=sys.stderr)
    print(f"{'':32}{'first, CPU':>16}{'first, wall':>16}{'again, CPU':>16}{'again, wall':>16}", file=sys.stderr)
    figures: dict[str, dict[str, float]] = {}
    for kind, rows in taken.items():
        columns = [sorted(column) for column in zip(*rows, strict=True)]
        middle, last = ([column[int(len(column) * part)] for column in columns] for part in (0.5, 0.95))
        cells = "".join(f"{f'{a:.1f}/{b:.1f}':>16}" for a, b in zip(middle, last, strict=True))
        print(f"{kind:32}{cells}", file=sys.stderr)
        names = ("first", "first wall", "again", "again wall")
        figures[kind] = {f"{name} p50": round(a, 2) for name, a in zip(names, middle, strict=True)}
        figures[kind] |= {f"{name} p95": round(b, 2) for name, b in zip(names, last, strict=True)}
    return figures


if __name__ == "__main__":
    sys.exit(main())
