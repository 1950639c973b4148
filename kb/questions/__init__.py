"""Many questions at once: a checklist comes in, the best passages for each question go out."""

from kb.questions.asking import Answered, answers
from kb.questions.brief import brief_of
from kb.questions.pasted import questions_in
from kb.questions.question import Misread, Question
from kb.questions.reading import Checklist, read_checklist
from kb.questions.table import COLUMNS, SHEET, WIDTHS, carried, rows_of, shapes_of

__all__ = [
    "COLUMNS",
    "SHEET",
    "WIDTHS",
    "Answered",
    "Checklist",
    "Misread",
    "Question",
    "answers",
    "brief_of",
    "carried",
    "questions_in",
    "read_checklist",
    "rows_of",
    "shapes_of",
]
