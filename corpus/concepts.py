"""Which concepts monitors speak of, in seven languages: ``corpus/thesaurus/*.tsv``, one line for each."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kb.errors import KBError
from kb.nouns import Concept

FOLDER = Path(__file__).resolve().parent / "thesaurus"
LANGUAGES = ("en", "sq", "sr", "mk", "tr", "fr", "de")
COLUMNS = ("id", "broader", "related", "standards", *LANGUAGES)
_ADVICE = "The columns are id, broader, related, standards and the languages, separated by tabs; terms by |"


class ThesaurusError(KBError):
    """A file of the thesaurus that cannot be used; ``where`` is the file and the line."""

    kind = "thesaurus"


@cache
def concepts() -> tuple[Concept, ...]:
    """Every concept that ships with the product, by id. ThesaurusError names the line that is wrong."""
    found: dict[str, Concept] = {}
    for path in sorted(FOLDER.glob("*.tsv")):
        for where, concept in read_file(path):
            if concept.id in found:
                raise ThesaurusError(f"the id {concept.id!r} is there twice", where=where, advice="Give each an id")
            found[concept.id] = concept
    hold_together(found.values())
    return tuple(found[name] for name in sorted(found))


def read_file(path: Path) -> Iterable[tuple[str, Concept]]:
    """The concepts of one file, each with its place (``places.tsv, line 3``)."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(lines, ())) != COLUMNS:
            raise ThesaurusError("the columns are not those expected", where=path.name, advice=_ADVICE)
        for number, row in enumerate(lines, start=2):
            where = f"{path.name}, line {number}"
            if len(row) != len(COLUMNS):
                raise ThesaurusError(f"{len(row)} columns, not {len(COLUMNS)}", where=where, advice=_ADVICE)
            yield where, _concept(row, where)


def _concept(row: list[str], where: str) -> Concept:
    name, broader, related, standards, *columns = row
    terms = {
        language: tuple(term.strip() for term in column.split("|"))
        for language, column in zip(LANGUAGES, columns, strict=True)
        if column
    }
    if not name or "en" not in terms or any(not term for each in terms.values() for term in each):
        raise ThesaurusError("an id, an English term and no empty terms are needed", where=where, advice=_ADVICE)
    return Concept(
        id=name, terms=terms, broader=broader, related=tuple(related.split()), standards=tuple(standards.split())
    )


def hold_together(found: Iterable[Concept]) -> None:
    """ThesaurusError where a concept names one that is not there, or is broader than itself."""
    by_id = {concept.id: concept for concept in found}
    for concept in by_id.values():
        for name in filter(None, (concept.broader, *concept.related)):
            if name not in by_id:
                raise ThesaurusError(
                    f"{concept.id!r} names {name!r}", where="thesaurus", advice="Add it, or name another"
                )
        above, seen = concept.broader, {concept.id}
        while above:
            if above in seen:
                raise ThesaurusError(f"{above!r} is broader than itself", where="thesaurus", advice="Break the circle")
            seen.add(above)
            above = by_id[above].broader
