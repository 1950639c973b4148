"""Questions as they are pasted: one in each line."""

from __future__ import annotations

import re

from kb.nouns import Query
from kb.questions.question import Question

# What stands before an item of a list: a bullet, or its number with a full stop or bracket.
_BULLET = re.compile(r"(?:[-–—•*·▪☐□○●]\s+)+")
_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[a-z])(?:[.)]\s+|\.?\t+)")
_HEADING = re.compile(r"#{1,6}\s+(.+)")


def questions_in(text: str) -> tuple[Question, ...]:
    """One question for each line that is not empty; the number or bullet before it is left out, a number is its id.

    A line that begins with ``#`` is the heading of those that follow.
    """
    found: list[Question] = []
    section = ""
    for line, words in enumerate(text.splitlines(), start=1):
        plain = " ".join(words.split(" ")).strip()
        if heading := _HEADING.fullmatch(plain):
            section = heading[1].strip()
            continue
        plain = _BULLET.sub("", plain, count=1)
        number = _NUMBER.match(plain)
        question = " ".join((plain[number.end() :] if number else plain).split())
        if not any(c.isalnum() for c in question):
            continue
        name = number[1] if number else str(len(found) + 1)
        found.append(Question(id=name, line=line, section=section, query=Query(text=question)))
    return tuple(found)
