"""How well a question in one language finds what is said in another, through the search itself.

Sentences: the three rarest content words of a sentence are asked of the aligned sentences of another language (files
``xxx_Yyyy.tsv`` with the columns index_id, category, text). Articles: each article of one document is asked, by "more
like this", of the articles of another (UDHR in XML). Recall at 1 and at 10 for each ordered pair and in the mean.

python -m bench.translingual --sentences DIR --articles DIR [--wordnets FILE_OR_DIR]… [--pairs en-sq] [--half held]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

from bench import articles
from corpus.concepts import concepts
from corpus.words import words
from kb.engines import IndexReader, open_engine
from kb.languages import analyse, terms
from kb.nouns import Document, IndexEntry, Passage, Query
from kb.search import search
from kb.store import Store, lexicon
from kb.thesaurus import Dictionary, Signs, Thesaurus, keep, keep_general, kept, signs_of, wordnet

FILES = {"en": "eng_Latn", "sq": "als_Latn", "sr": "srp_Cyrl", "mk": "mkd_Cyrl", "tr": "tur_Latn", "fr": "fra_Latn"}
CODES = {"sr": "sr-Cyrl"}
# Weights are tuned on the first, third, fifth … question of each pair; the others are held apart.
HALVES = {"all": slice(None), "tuned": slice(0, None, 2), "held": slice(1, None, 2)}
WORDS = 3
SHORTEST = 4
GOAL, ARTICLES_GOAL = 0.78, 0.85

Texts = dict[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every pair; 1 where a mean stays below its goal with wordnets."""
    parser = argparse.ArgumentParser(prog="python -m bench.translingual", description=__doc__)
    parser.add_argument("--sentences", type=Path, help="a folder of aligned sentences, one TSV a language")
    parser.add_argument("--articles", type=Path, help="a folder of the UDHR in XML, one file a language")
    parser.add_argument(
        "--wordnets", type=Path, nargs="*", default=[], help="tab files, folders of them, WordNet's own"
    )
    parser.add_argument("--pairs", default="", help="some pairs only: en-sq,sr-mk")
    parser.add_argument("--half", choices=HALVES, default="all", help="every other question: tuned on, or held apart")
    parser.add_argument("--limit", type=int, default=0, help="so many questions of each pair (default: all)")
    asked = parser.parse_args(arguments)
    if not asked.sentences and not asked.articles:
        parser.error("give --sentences, --articles or both")
    pairs = [(one, other) for one, _, other in (pair.partition("-") for pair in asked.pairs.split(",") if pair)]
    pairs = pairs or list(permutations(FILES, 2))
    good = True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        store = _store(folder / "store.db", wordnet.files(asked.wordnets))
        with store.read() as connection:
            thesaurus = kept(connection)
        if asked.articles:
            named = [(CODES.get(one, one), CODES.get(other, other)) for one, other in pairs]
            figures = articles.measure(asked.articles, named, folder / "articles", thesaurus, store, HALVES[asked.half])
            good &= _mean("articles", figures)[0] >= ARTICLES_GOAL
        if asked.sentences:
            figures = _sentences_of(asked.sentences, pairs, HALVES[asked.half], asked.limit, folder, thesaurus, store)
            good &= _mean("sentences", figures)[1] >= GOAL
        store.close()
    return 1 if asked.wordnets and not good else 0


def _mean(name: str, figures: dict[tuple[str, str], tuple[float, float]]) -> tuple[float, float]:
    first, tenth = (sum(values) / len(figures) for values in zip(*figures.values(), strict=True))
    print(f"{name}: mean  @1 {first:.3f}  @10 {tenth:.3f}  over {len(figures)} pairs")
    return first, tenth


def _sentences_of(
    where: Path,
    pairs: Sequence[tuple[str, str]],
    half: slice,
    limit: int,
    folder: Path,
    thesaurus: Thesaurus,
    store: Store,
) -> dict[tuple[str, str], tuple[float, float]]:
    """Recall at 1 and at 10 for each ordered pair of languages, printed as it comes."""
    texts = {code: _sentences(where / f"{name}.tsv") for code, name in FILES.items()}
    shared = sorted(set.intersection(*(set(each) for each in texts.values())))
    held = {code: {name: each[name] for name in shared} for code, each in texts.items()}
    with store.read() as connection:
        signs = signs_of(connection)
    readers = {code: _indexed(folder / code, code, held[code], signs) for code in {pair[1] for pair in pairs}}
    figures = {}
    for one, other in pairs:
        questions = dict(list(_questions(one, held[one]).items())[half])
        if limit:
            questions = dict(list(questions.items())[:: max(1, len(questions) // limit)])
        started = time.perf_counter()
        ranks = [_rank(name, text, readers[other], CODES.get(other, other), thesaurus, store)
                 for name, text in questions.items()]  # fmt: skip
        figures[one, other] = (_share(ranks, 1), _share(ranks, 10))
        milliseconds = (time.perf_counter() - started) * 1000 / len(ranks)
        first, tenth = figures[one, other]
        print(f"{one}-{other}  @1 {first:.3f}  @10 {tenth:.3f}  {milliseconds:.1f} ms", flush=True)
    return figures


def _store(where: Path, wordnets: Sequence[Path]) -> Store:
    store = Store(where)
    with store.write() as connection:
        keep(connection, concepts())
        keep_general(connection, words())
        for path in wordnets:
            read = wordnet.read(path)
            lexicon.put(connection, read.origin, read.facts, read.lexemes)
    return store


def _sentences(path: Path) -> Texts:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return {row[0]: row[-1] for row in rows}


def _questions(code: str, texts: Texts) -> Texts:
    """The rarest words of each text, by how many of the texts have them, the longer first."""
    tokens = {name: {t.folded: t for t in analyse(text, CODES.get(code, code))} for name, text in texts.items()}
    frequency = Counter(folded for each in tokens.values() for folded in each)
    return {
        name: " ".join(
            each[folded].text
            for folded in sorted(
                (one for one in each if len(one) >= SHORTEST and one.isalpha()),
                key=lambda one: (frequency[one], -len(one)),
            )[:WORDS]
        )
        for name, each in tokens.items()
    }


def _indexed(folder: Path, code: str, texts: Texts, signs: Signs) -> IndexReader:
    engine = open_engine("tantivy")
    writer = engine.writer(folder)
    language = CODES.get(code, code)
    entries = []
    for ordinal, (name, text) in enumerate(texts.items()):
        exact, folded, stem = terms(text, language)
        entries.append(IndexEntry(key=f"s#{name}", document="s", anchor=name, ordinal=ordinal, exact=exact,
                                  folded=folded, stem=stem, language=language))  # fmt: skip
    writer.put("s", [signs.signed(entry) for entry in entries])
    writer.commit()
    writer.close()
    return engine.reader(folder)


def _rank(name: str, text: str, reader: IndexReader, language: str, thesaurus: Thesaurus, store: Store) -> int:
    """The place of the text in the answer, from 1; 0 where it is not among the first ten."""
    document = Document(id="s", title="")

    def held(keys: Sequence[str]) -> dict[str, tuple[Document, Passage]]:
        return {key: (document, Passage(document="s", anchor=key[2:], label="", text="", ordinal=0)) for key in keys}

    answer = search(Query(text=text), readers=[reader], texts=held, languages=[language], facets=(),
                    thesaurus=thesaurus, dictionary=Dictionary(store.read), signed=True)  # fmt: skip
    return next((place for place, hit in enumerate(answer.hits, 1) if hit.anchor == name), 0)


def _share(ranks: Sequence[int], within: int) -> float:
    return sum(0 < rank <= within for rank in ranks) / max(1, len(ranks))


if __name__ == "__main__":
    sys.exit(main())
