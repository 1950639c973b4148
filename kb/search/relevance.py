"""How good is the search: judged queries in, the measures of information retrieval out.

The judgements are in the format of TREC (query, 0, passage key, grade). Recall@10 is the part of what is relevant among
the first ten, of at most ten; MRR the mean of 1/rank of the first relevant one; nDCG@10 with gains 2^grade - 1 and the
logarithmic discount (Järvelin and Kekäläinen, 2002).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.errors import KBError

DEPTH = 10
Ranked = Callable[[str], Sequence[str]]


class RelevanceFault(KBError):
    """A judged set that cannot be read; ``where`` is the file and line."""

    kind = "relevance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One query with its language and part of the set, and the grade of each passage that is relevant (key → 1..)."""

    id: str
    text: str
    language: str = ""
    part: str = ""
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Means over ``queries``; each of the three is 0..1."""

    queries: int
    recall: float
    mrr: float
    ndcg: float


def read_judged(path: Path) -> list[Judged]:
    """The set of queries in ``path`` (TSV: query, half, language, text), judged in the file qrels.txt beside it."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    qrels = path.with_name("qrels.txt")
    for number, line in enumerate(_lines(qrels), start=1):
        fields = line.split()
        if len(fields) != 4 or not fields[3].lstrip("-").isdigit():
            raise _fault("a judgement is: query 0 passage grade", f"{qrels}, line {number}")
        if int(fields[3]) > 0:
            grades[fields[0]][fields[2]] = int(fields[3])
    judged = []
    for number, line in enumerate(_lines(path)[1:], start=2):
        fields = line.split("\t")
        if len(fields) != 4:
            raise _fault("a query has four columns: query, half, language, text", f"{path}, line {number}")
        name, part, language, text = fields
        if not grades.get(name):
            raise _fault(f"nothing is judged relevant for {name!r}", f"{path}, line {number}")
        judged.append(Judged(id=name, text=text, language=language, part=part, grades=grades[name]))
    return judged


def measure(judged: Iterable[Judged], ranked: Ranked) -> dict[tuple[str, str], Measures]:
    """The measures by (part, language), and for each part and for all under the language "" and the part ""."""
    scores: dict[tuple[str, str], list[tuple[float, float, float]]] = defaultdict(list)
    for query in judged:
        score = _score(query.grades, ranked(query.text)[:DEPTH])
        for group in {(query.part, query.language), (query.part, ""), ("", query.language), ("", "")}:
            scores[group].append(score)
    return {
        group: Measures(queries=len(several), recall=_mean(several, 0), mrr=_mean(several, 1), ndcg=_mean(several, 2))
        for group, several in sorted(scores.items())
    }


def _score(grades: Mapping[str, int], found: Sequence[str]) -> tuple[float, float, float]:
    hits = [grades.get(key, 0) for key in found]
    first = next((rank for rank, grade in enumerate(hits, start=1) if grade), 0)
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    recall = sum(1 for grade in hits if grade) / min(len(grades), DEPTH)
    return recall, 1 / first if first else 0.0, _gain(hits) / _gain(best)


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _mean(scores: Sequence[tuple[float, float, float]], which: int) -> float:
    return sum(score[which] for score in scores) / len(scores)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _fault(f"cannot be read ({error})", str(path)) from error


def _fault(message: str, where: str) -> RelevanceFault:
    return RelevanceFault(message, where=where, advice="See tests/golden/relevance for the shape of such a set")
