"""Each question asked of the collection."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kb.collection import Collection
from kb.errors import KBError
from kb.nouns import Document, Passage
from kb.questions.question import Question
from kb.questions.telling import telling
from kb.store import fetching
from kb.wording import worded

BEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with its best passages, the first the best.

    ``total`` is how many passages matched, ``asked`` the words that were looked for. Where nothing was found ``advice``
    says what to try; ``error`` why it could not be asked.
    """

    question: Question
    passages: tuple[tuple[Document, Passage], ...] = ()
    total: int = 0
    asked: str = ""
    advice: tuple[str, ...] = ()
    error: KBError | None = None


def answers(
    collection: Collection,
    questions: Iterable[Question],
    *,
    best: int = BEST,
    languages: Sequence[str] = (),
    group: bool = False,
    seconds: float | None = None,
) -> Iterator[Answered]:
    """Each question with its ``best`` passages, in order; none is left out.

    ``languages`` are of the passages of questions that name none themselves; with ``group`` a document gives one
    passage to a question. After ``seconds`` what is left is given back with an error, unasked.
    """
    until = None if seconds is None else time.monotonic() + seconds
    for question in questions:
        if until is not None and time.monotonic() > until:
            late = KBError(worded("was not asked: the time was up"), advice=worded("Ask fewer at once"), kind="late")
            yield Answered(question=question, error=late)
            continue
        yield _answered(collection, question, best, tuple(languages), group)


def _answered(
    collection: Collection, question: Question, best: int, languages: tuple[str, ...], group: bool
) -> Answered:
    def named(run: Sequence[str]) -> list[tuple[int, int]]:
        return [(each.start, each.end) for each in collection.thesaurus.named(run)]

    own = question.query
    asked = telling(own.text, named)
    query = replace(own, text=asked, language=own.language or languages, limit=best, offset=0, group=group)
    try:
        found = collection.search(query)
    except KBError as error:
        return Answered(question=question, asked=asked, error=error)
    keys = [f"{hit.document}#{hit.anchor}" for hit in found.hits]
    with collection.store.read() as connection:
        held = fetching.fetch(connection, keys, collection.clearance)
    passages = tuple(held[key] for key in keys if key in held)
    return Answered(
        question=question,
        passages=passages,
        total=found.total,
        asked=asked,
        advice=() if passages else tuple(found.advice),
    )
