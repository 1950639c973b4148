"""The lines of a brief that come from the register, the visits, and our own questions."""

from __future__ import annotations

from collections.abc import Iterable

from kb.brief.brief import Line, Source
from kb.brief.cited import source_of
from kb.brief.language import Words
from kb.collection import Collection
from kb.errors import NotHeld
from kb.institutions.visits import told
from kb.languages.preferring import nearness
from kb.nouns import Document, Passage, Recommendation
from kb.register.answers import Responses, answers_to

LONGEST = 140  # characters of a recommendation in the question that it leads to


def passage_line(document: Document, passage: Passage, words: Words, root: str) -> Line:
    """A passage, whole, with its day and its source."""
    return Line(
        text=" ".join(passage.text.split()),
        key=passage.key,
        facts=(document.date,) if document.date else (),
        source=source_of(document, passage, words, root=root),
    )


def open_line(responses: Responses, each: Recommendation, words: Words, root: str) -> Line:
    """A recommendation with its status and addressees; below it its history and what the authority answered."""
    collection = responses.collection
    below = [
        Line(
            text=" · ".join(filter(None, (entry.date, words.statuses[entry.status.value], entry.who, entry.note))),
            source=_evidence(collection, entry.evidence, words, root),
        )
        for entry in each.history
    ]
    for answer in answers_to(collection, each, responses):
        line = passage_line(answer.document, answer.passage, words, root)
        below.append(Line(text=f"{words.words['answer']}: {line.text}", facts=line.facts, source=line.source))
    line = passage_line(each.document, each.passage, words, root)
    facts = (words.statuses[each.status.value], *(words.addressees[one.value] for one in each.addressees), *line.facts)
    return Line(
        text=line.text,
        key=line.key,
        facts=tuple(filter(None, facts)),
        source=line.source,
        below=tuple(below),
    )


def _evidence(collection: Collection, place: str, words: Words, root: str) -> Source | None:
    document, _, anchor = place.partition("#")
    if not document or not anchor:
        return None
    try:
        return source_of(collection.document(document), collection.passage(document, anchor), words, root=root)
    except NotHeld:
        return None


def question_lines(words: Words, themes: set[str], open_: Iterable[Recommendation], root: str) -> tuple[Line, ...]:
    """What to ask: our own questions on the themes, then one for each open recommendation, cited."""
    own = [Line(text=each, tick=True) for theme, some in words.questions.items() if theme in themes for each in some]
    for each in open_:
        text = " ".join(each.passage.text.split())
        cut = text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
        source = source_of(each.document, each.passage, words, root=root)
        own.append(Line(text=f"{words.words['follow']} {cut}", source=source, tick=True, about=each.key))
    return tuple(own)


def visit_lines(
    collection: Collection, places: tuple[str, ...], first: int | None, last: int | None, words: Words, root: str
) -> tuple[Line, ...]:
    """The visits to these places, newest first, each with the passage that tells of it."""
    found = []
    for visit in told(collection.store, collection.clearance):
        year = int(visit.begins[:4]) if visit.begins[:4].isdigit() else 0
        if not set(places) & set(visit.institutions) or year < (first or 0) or year > (last or 9999):
            continue
        days = visit.begins if visit.begins == visit.ends else f"{visit.begins} – {visit.ends}"
        facts = (days, visit.mechanism or "", words.visits.get(visit.kind, visit.kind))
        source = _told_in(collection, visit.places, words, root)
        if source is not None:
            found.append(Line(text=" · ".join(filter(None, facts)), source=source))
    return tuple(found)


def _told_in(collection: Collection, places: Iterable[str], words: Words, root: str) -> Source | None:
    """The passage that tells of it: the first in the language nearest to the brief's."""
    held = []
    for place in places:
        document, _, anchor = place.partition("#")
        try:
            held.append((collection.document(document), collection.passage(document, anchor)))
        except NotHeld:
            continue
    own = min(held, key=lambda each: nearness(each[0].language, words.language), default=None)
    return source_of(*own, words, root=root) if own else None
