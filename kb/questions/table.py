"""Answers as a table, a row for each passage; and as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kb.brief.cited import source_of
from kb.brief.language import words_of
from kb.questions.asking import Answered
from kb.questions.question import Question
from kb.shapes import passage_shape
from kb.tables import csv_lines

COLUMNS = (
    "question_id",
    "section",
    "question",
    "rank",
    "passage",
    "citation",
    "address",
    "document",
    "title",
    "date",
    "page",
    "label",
    "language",
    "role",
    "remark",
)
WIDTHS = {"question": 44, "passage": 80, "citation": 44, "address": 40, "title": 36, "document": 30, "remark": 40}
SHEET = "Passages"


def rows_of(answered: Iterable[Answered], *, root: str, language: str = "en") -> Iterator[dict[str, str]]:
    """A row for each passage, all values text; a question that found nothing has one row, whose remark says so.

    ``root`` is the address of the server, without a slash at the end, ``language`` that of the citations (one in which
    briefs can be made).
    """
    words = words_of(language)
    for each in answered:
        empty = dict.fromkeys(COLUMNS, "")
        own = empty | {
            "question_id": each.question.id,
            "section": each.question.section,
            "question": each.question.text,
        }
        if not each.passages:
            yield own | {"remark": remark_of(each)}
        for rank, (document, passage) in enumerate(each.passages, start=1):
            yield own | {
                "rank": str(rank),
                "passage": passage.text,
                "citation": source_of(document, passage, words, root=root).citation,
                "address": root + passage.url,
                "document": document.id,
                "title": document.title,
                "date": document.date or "",
                "page": str(passage.page or ""),
                "label": passage.label,
                "language": passage.language or "",
                "role": passage.role.value,
            }


def remark_of(each: Answered) -> str:
    """Why there is no passage, and what to try; "" where there are some."""
    if each.error is not None:
        return ". ".join(filter(None, (each.error.message, each.error.advice)))
    return "" if each.passages else ". ".join(("nothing found", *each.advice))


def shapes_of(answered: Iterable[Answered], *, root: str) -> Iterator[dict[str, Any]]:
    """Each question as JSON has it: its passages whole, with their citation and document."""
    words = words_of("en")
    for each in answered:
        yield {
            "id": each.question.id,
            "line": each.question.line,
            "section": each.question.section,
            "question": each.question.text,
            "asked": each.asked,
            "total": each.total,
            "passages": [
                passage_shape(passage)
                | {
                    "title": document.title,
                    "date": document.date,
                    "kind": document.kind.value,
                    "citation": source_of(document, passage, words, root=root).citation,
                    "address": root + passage.url,
                }
                for document, passage in each.passages
            ],
            "advice": list(each.advice),
            "error": each.error.as_dict() if each.error else None,
        }


CARRIED = (
    *("id", "section", "question", "language", "kind", "role", "institution", "mechanism", "state", "document"),
    *("from", "to"),
)


def carried(questions: Iterable[Question]) -> str:
    """The questions as the CSV of a checklist, which ``read_checklist`` reads back as they are."""
    rows = (
        {
            "id": each.id,
            "section": each.section,
            "question": each.text,
            **{name: "; ".join(getattr(each.query, name)) for name in CARRIED[3:10]},
            "from": str(each.query.year_from or ""),
            "to": str(each.query.year_to or ""),
        }
        for each in questions
    )
    return "".join(csv_lines(rows, CARRIED)).removeprefix("\ufeff")
