"""General words of law and administration in seven languages: ``corpus/words/*.tsv``, a sense a line, terms by ``|``.

Which senses: the commonest words of treaties, judgments and recommendations. What monitors mean by a word of their own
is a concept (``corpus/concepts.py``); these are the words around it.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from corpus.concepts import LANGUAGES, ThesaurusError

FOLDER = Path(__file__).resolve().parent / "words"
_ADVICE = "The columns are the languages, separated by tabs; terms by |; no column is empty"

Sense = dict[str, tuple[str, ...]]


@cache
def words() -> tuple[Sense, ...]:
    """Every sense: its terms by language, the English ones first. ThesaurusError names the line that is wrong."""
    return tuple(sense for path in sorted(FOLDER.glob("*.tsv")) for sense in read_file(path))


def read_file(path: Path) -> list[Sense]:
    """The senses of one file."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(lines, ())) != LANGUAGES:
            raise ThesaurusError("the columns are not those expected", where=path.name, advice=_ADVICE)
        return [_sense(row, f"{path.name}, line {number}") for number, row in enumerate(lines, start=2)]


def _sense(row: list[str], where: str) -> Sense:
    columns = [tuple(term.strip() for term in column.split("|")) for column in row]
    if len(row) != len(LANGUAGES) or not all(all(terms) for terms in columns):
        raise ThesaurusError("each language needs a term, and no empty ones", where=where, advice=_ADVICE)
    return dict(zip(LANGUAGES, columns, strict=True))
