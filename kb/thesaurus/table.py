"""Concepts as a table and back: one line for each, a column for each language, terms separated by ``|``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from kb.nouns import Concept
from kb.thesaurus.fault import ThesaurusFault

FACTS = ("id", "broader", "related", "standards")
_ADVICE = "The first line names the columns: id, broader, related, standards, then a language code each (en, sq, sr …)"


def written(concepts: Iterable[Concept]) -> str:
    """CSV, with every language that any of them has."""
    several = list(concepts)
    languages = list(dict.fromkeys(language for concept in several for language in concept.terms))
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow((*FACTS, *languages))
    for one in several:
        facts = (one.id, one.broader, " ".join(one.related), " ".join(one.standards))
        lines.writerow((*facts, *("|".join(one.terms.get(language, ())) for language in languages)))
    return out.getvalue()


def read(path: Path) -> list[Concept]:
    """The concepts of a CSV or TSV file; ThesaurusFault names the line that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ThesaurusFault(f"it cannot be read ({error})", where=str(path), advice="Save it as UTF-8") from error
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=max("\t;,", key=head.count))
    if "id" not in (rows.fieldnames or ()):
        raise ThesaurusFault("there is no column “id”", where=str(path), advice=_ADVICE)
    found = []
    for number, row in enumerate(rows, start=2):
        terms = {
            language: kept
            for language, column in row.items()
            if language and language not in FACTS and (kept := _terms(column))
        }
        if None in row or not row["id"] or not terms:
            where = f"{path}, line {number}"
            raise ThesaurusFault("a concept needs an id and a term, and no more columns", where=where, advice=_ADVICE)
        found.append(
            Concept(
                id=row["id"],
                terms=terms,
                broader=row.get("broader") or "",
                related=tuple((row.get("related") or "").split()),
                standards=tuple((row.get("standards") or "").split()),
            )
        )
    return found


def _terms(column: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.strip() for term in (column or "").split("|") if term.strip()))
