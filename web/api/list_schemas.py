"""What the answers about lists of questions and saved searches look like."""

from __future__ import annotations

from kb.nouns import Access, Kind
from web.api.schemas import PASSAGE, TEXT, TEXT_OR_NULL, WHOLE, Shape, closed, enum, listed, ref

SAVED: dict[str, Shape] = {
    "id": WHOLE,
    "name": TEXT,
    "query": {"type": "object"},
    "why": TEXT,
    "who": TEXT,
    "at": TEXT,
    "access": enum(Access),
    "looked": TEXT_OR_NULL,
}
LIST_SCHEMAS: dict[str, Shape] = {
    "Questions": closed(questions=listed(ref("Question")), misread=listed(closed(line=WHOLE, why=TEXT))),
    "Question": closed(
        id=TEXT,
        line=WHOLE,
        section=TEXT,
        question=TEXT,
        asked=TEXT,
        total=WHOLE,
        passages=listed(ref("AnsweringPassage")),
        advice=listed(TEXT),
        error={"anyOf": [{"type": "null"}, {"type": "object"}]},
    ),
    "AnsweringPassage": closed(**PASSAGE, title=TEXT, date=TEXT_OR_NULL, kind=enum(Kind), citation=TEXT, address=TEXT),
    "SavedSearches": closed(saved=listed(closed(**SAVED))),
    "SavedNew": closed(**SAVED, new=WHOLE, more={"type": "boolean"}, passages=listed({"type": "object"})),
}
