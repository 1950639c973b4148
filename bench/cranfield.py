"""How good our ranking is beside bare Tantivy (BM25 with its English stemmer), on the Cranfield collection.

1,400 abstracts and 225 questions with graded judgements (Cleverdon's codes: 1 is best, 4 of minimum interest). The
questions are asked of the search itself, as a person would type them. nDCG@10 with gains 2^grade - 1, MAP over the
first thousand; the standard error of the difference beside both.

python -m bench.cranfield DIR [--json]
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur
from tantivy import Query as Native

from kb.engines import open_engine
from kb.index.entries import entries
from kb.nouns import Document, Passage, Query
from kb.search import search

DEPTH = 1_000
BEST = 4  # the grade of a complete answer; code 1
OURS, BARE = "ours", "bare tantivy"

Ranked = Callable[[str], list[str]]
Grades = dict[str, dict[str, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both; 1 where ours is below bare Tantivy in either measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.cranfield", description=__doc__)
    parser.add_argument("folder", type=Path, help="with cran.all.1400, cran.qry and cranqrel")
    parser.add_argument("--json", action="store_true", help="figures as JSON on stdout")
    asked = parser.parse_args(arguments)
    abstracts, questions = _abstracts(asked.folder / "cran.all.1400"), _questions(asked.folder / "cran.qry")
    grades = _grades(asked.folder / "cranqrel")
    with tempfile.TemporaryDirectory() as place:
        ways = {OURS: _ours(Path(place) / "ours", abstracts), BARE: _bare(Path(place) / "bare", abstracts)}
        scores: dict[str, list[tuple[float, float]]] = {}
        figures: dict[str, dict[str, float]] = {}
        for name, ranked in ways.items():
            started = time.process_time()
            scores[name] = [_score(grades[number], ranked(text)) for number, text in questions.items()]
            spent = (time.process_time() - started) * 1000 / len(questions)
            ndcg, average = (sum(values) / len(questions) for values in zip(*scores[name], strict=True))
            figures[name] = {"ndcg@10": round(ndcg, 4), "map": round(average, 4), "cpu_ms": round(spent, 2)}
            print(f"{name:>14}  nDCG@10 {ndcg:.4f}   MAP {average:.4f}   {spent:.1f} ms of CPU", file=sys.stderr)
            for half, part in (
                ("odd", scores[name][::2]),
                ("even", scores[name][1::2]),
            ):  # tuned on one, held by the other
                ndcg, average = (sum(values) / len(part) for values in zip(*part, strict=True))
                print(f"{half + ' questions':>14}          {ndcg:.4f}       {average:.4f}", file=sys.stderr)
    for at, name in enumerate(("nDCG@10", "MAP")):
        apart = [ours[at] - bare[at] for ours, bare in zip(scores[OURS], scores[BARE], strict=True)]
        mean, error = _mean(apart)
        print(f"{name}: {mean:+.4f} ± {error:.4f} (standard error), {len(apart)} questions", file=sys.stderr)
    if asked.json:
        json.dump(figures, sys.stdout, indent=2)
    return int(any(figures[OURS][measure] < figures[BARE][measure] for measure in ("ndcg@10", "map")))


def _ours(folder: Path, abstracts: dict[str, tuple[str, str]]) -> Ranked:
    """The search of this program over one passage for each abstract."""
    engine = open_engine("tantivy")
    writer = engine.writer(folder)
    for number, (title, text) in abstracts.items():
        document = Document(id=f"c{number}", title=title, language="en")
        passage = Passage(document=document.id, anchor="1", label="", text=text, ordinal=0, language="en")
        writer.put(document.id, entries(document, [passage], []))
    writer.commit()
    writer.close()
    reader = engine.reader(folder)

    def texts(keys: Sequence[str]) -> dict[str, tuple[Document, Passage]]:
        """Passages without text: what they rank is known, and nothing has to be marked in them."""
        return {
            key: (
                Document(id=key.partition("#")[0], title=""),
                Passage(document=key.partition("#")[0], anchor="1", label="", text="", ordinal=0),
            )
            for key in keys
        }

    def ranked(text: str) -> list[str]:
        answer = search(Query(text=text, limit=DEPTH), readers=[reader], texts=texts, languages=["en"], facets=())
        return [hit.document[1:] for hit in answer.hits]

    return ranked


def _bare(folder: Path, abstracts: dict[str, tuple[str, str]]) -> Ranked:
    """One field with Tantivy's own English analysis, any of the words."""
    folder.mkdir()
    build = tantivy.SchemaBuilder()
    build.add_text_field("key", stored=True, tokenizer_name="raw")
    build.add_text_field("body", tokenizer_name="en_stem")
    schema = build.build()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(96_000_000, 1)
    for number, (_, text) in abstracts.items():
        writer.add_document(tantivy.Document(key=[number], body=[text]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    stemmed = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyser = stemmed.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english")).build()

    def ranked(text: str) -> list[str]:
        words: list[tuple[Any, Native]] = [
            (Occur.Should, Native.term_query(schema, "body", word, "freq")) for word in analyser.analyze(text)
        ]
        hits = searcher.search(Native.boolean_query(words), DEPTH).hits
        return [str(searcher.doc(address).get_first("key")) for _, address in hits]

    return ranked


def _abstracts(path: Path) -> dict[str, tuple[str, str]]:
    """Title and text by number; the text begins with the title."""
    found = {}
    for record in re.split(r"^\.I ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        number, _, rest = record.partition("\n")
        parts = dict(re.findall(r"^\.([TABW])\n(.*?)(?=^\.[TABW]\n|\Z)", rest, flags=re.MULTILINE | re.DOTALL))
        title, text = (" ".join(parts.get(name, "").split()) for name in "TW")
        found[number.strip()] = (title, text)
    return found


def _questions(path: Path) -> dict[str, str]:
    """The questions, numbered as they come: that is what the judgements go by."""
    records = re.split(r"^\.I \d+\s*\n\.W\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {str(at): " ".join(record.split()) for at, record in enumerate(records, start=1)}


def _grades(path: Path) -> Grades:
    """By question: abstract → grade, 4 for a complete answer down to 1. Codes beyond 1 to 4 are no relevance."""
    found: Grades = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) == 3 and 1 <= int(fields[2]) <= BEST:
            found[fields[0]][fields[1]] = BEST + 1 - int(fields[2])
    return found


def _score(grades: dict[str, int], found: Sequence[str]) -> tuple[float, float]:
    """nDCG@10 and average precision of one answer."""
    best = sorted(grades.values(), reverse=True)[:10]
    hits = precision = 0.0
    for rank, key in enumerate(found, start=1):
        if grades.get(key, 0):
            hits += 1
            precision += hits / rank
    return _gain([grades.get(key, 0) for key in found[:10]]) / _gain(best), precision / len(grades)


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _mean(values: Sequence[float]) -> tuple[float, float]:
    mean = sum(values) / len(values)
    return mean, math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1) / len(values))


if __name__ == "__main__":
    sys.exit(main())
