"""Answers as a brief: a heading for each section, one for each question, passages with their sources below."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from kb.brief import Brief, Group, Line, Section
from kb.brief.language import Words, words_of
from kb.brief.lines import passage_line
from kb.nouns import Access
from kb.questions.asking import Answered


def brief_of(
    answered: Iterable[Answered], *, clearance: Access, language: str, root: str, title: str = "", day: str = ""
) -> Brief:
    """The brief in ``language``; KBError of kind ``misuse`` where there are no words for it."""
    words = words_of(language)
    every = list(answered)
    sections = tuple(
        Section(title=name or words.words["asked"], groups=tuple(_group(each, words, root) for each in some))
        for name, some in groupby(every, key=lambda each: each.question.section)
    )
    return Brief(
        title=words.words["asked"],
        subtitle=title or str(len(every)),
        language=words.language,
        facts=(
            (words.words["made"], day or datetime.now(UTC).date().isoformat()),
            (words.words["clearance"], words.words[clearance.value]),
        ),
        sections=sections,
        words=words.words,
    )


def _group(each: Answered, words: Words, root: str) -> Group:
    lines = tuple(passage_line(document, passage, words, root) for document, passage in each.passages)
    why = f"({each.error.message})" if each.error is not None else ""
    nothing = Line(text=" ".join(filter(None, (words.words["nothing"], why))))
    return Group(title=f"{each.question.id}. {each.question.text}", lines=lines or (nothing,))
