"""What the authority answered: the passages of its response that answer a recommendation."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from kb.citations.words import PARAGRAPH
from kb.collection import Collection
from kb.nouns import Document, Kind, Passage, Recommendation, Role
from kb.register.settle import same_words, stems_of

QUOTED = 0.75  # share of a recommendation's stems that stand in a passage which quotes it
_RESPONSE = re.compile(
    r"\b(?:response|reply|replies|réponse|përgjigj\w*|odgovor\w*|одговор\w*|yanıt\w*|cevab\w*)\b", re.IGNORECASE
)
_PARAGRAPHS = re.compile(
    rf"(?:{PARAGRAPH})\s?\d+(?:\.\d+)*(?:\s?(?:,|-|–|and|dhe|i|и|et|ve|to|deri|do)\s?\d+(?:\.\d+)*)*", re.IGNORECASE
)
REPORTS = (Kind.REPORT, Kind.CPT_REPORT)
MOST_FOLLOWING = 6  # passages after a quoted recommendation that are taken for its answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTo:
    """A passage of a response, with how it was found: ``cites`` the paragraph, or ``quotes`` it."""

    document: Document
    passage: Passage
    how: str


class Responses:
    """What the responses to the reports of a collection say, each read once: for who asks of many recommendations."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._to: dict[str, list[Answering]] = {}
        self._citing: dict[str, dict[str, set[str]]] = {}
        self._read: dict[str, Answering] = {}

    def to(self, report: Document) -> list[Answering]:
        """The responses to a report."""
        if report.id not in self._to:
            self._to[report.id] = [self._answering(each) for each in responses_to(self.collection, report)]
        return self._to[report.id]

    def _answering(self, response: Document) -> Answering:
        if response.id not in self._read:
            self._read[response.id] = Answering(response, self.collection.passages(response.id))
        return self._read[response.id]

    def citing(self, report: Document, anchor: str) -> set[str]:
        """The keys of the passages of responses that cite a paragraph of a report."""
        if report.id not in self._citing:
            by_anchor: dict[str, set[str]] = {}
            for link, _, place in self.collection.citing(report.id):
                if place.role is Role.RESPONSE:
                    by_anchor.setdefault((link.resolved or "").partition("#")[2], set()).add(place.key)
            self._citing[report.id] = by_anchor
        return self._citing[report.id].get(anchor, set())


def answers_to(
    collection: Collection, recommendation: Recommendation, responses: Responses | None = None
) -> list[AnswerTo]:
    """The passages that answer a recommendation, in the order of their documents.

    A response cites the paragraph it answers ("paragraph 41"), or repeats the recommendation and answers below it.
    ``responses`` is for who asks of many.
    """
    responses = responses or Responses(collection)
    document, passage = recommendation.document, recommendation.passage
    citing = responses.citing(document, passage.anchor)
    return [answer for each in responses.to(document) for answer in each.to(document, passage, citing=citing)]


class Answering:
    """A response whose passages are held against recommendations."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self.document, self.passages = document, passages
        self._stems: list[list[str]] | None = None

    def to(self, report: Document, asked: Passage, *, citing: Set[str] = frozenset()) -> list[AnswerTo]:
        """Its passages that answer a recommendation of a report; ``citing`` are the keys of those that cite it."""
        if self._stems is None:
            self._stems = [stems_of(each.text, each.language or self.document.language) for each in self.passages]
        cites = [each for each in self.passages if each.key in citing or _names(each, asked.label)]
        stems = stems_of(asked.text, asked.language or report.language)
        quotes = _below_quotation(self.passages, stems, self._stems)
        return [
            *(AnswerTo(document=self.document, passage=each, how="cites") for each in cites),
            *(AnswerTo(document=self.document, passage=each, how="quotes") for each in quotes if each not in cites),
        ]


def responses_to(collection: Collection, report: Document) -> list[Document]:
    """The responses to a report, oldest first: those that cite it, and those of the same place or State and mechanism
    to which it is the last report before them."""
    citing = {document.id for _, document, place in collection.citing(report.id) if place.role is Role.RESPONSE}
    held = collection.documents()
    reports = [each for each in held if each.kind in REPORTS and each.date and not is_response(each)]
    found = []
    for each in held:
        if each.id == report.id or not is_response(each):
            continue
        last = last_report(each, reports)
        if each.id in citing or (last is not None and same_report(last, report)):
            found.append(each)
    return sorted(found, key=lambda each: (each.date or "", each.id))


def is_response(document: Document) -> bool:
    """Whether a document is an authority's answer, by its title."""
    return bool(_RESPONSE.search(document.title))


def last_report(response: Document, reports: Sequence[Document]) -> Document | None:
    """The last report of the same place, or State, before a response."""
    day = response.date or ""
    before = [one for one in reports if one.date and one.date <= day and _alike(one, response)]
    return max(before, key=lambda one: one.date or "", default=None)


def same_report(one: Document, other: Document) -> bool:
    return one.id == other.id or bool(one.work and one.work == other.work)


def _alike(report: Document, response: Document) -> bool:
    if report.institutions and response.institutions:
        return bool(set(report.institutions) & set(response.institutions))
    return bool(report.state) and report.state == response.state


def _names(passage: Passage, label: str) -> bool:
    """Whether a passage of a response names the report's paragraph: "paragraph 41", "paragrafi 41", "tačka 41"."""
    if passage.role is not Role.RESPONSE or not label:
        return False
    return any(label in re.findall(r"\d+(?:\.\d+)*", each[0]) for each in _PARAGRAPHS.finditer(passage.text))


def _below_quotation(passages: Sequence[Passage], stems: list[str], of_each: list[list[str]]) -> list[Passage]:
    """The passages after one that holds nearly all of a recommendation's words; itself, where it says much more."""
    for at, (place, own) in enumerate(zip(passages, of_each, strict=True)):
        if len(stems) >= 5 and same_words(stems, own) >= QUOTED and len(set(stems) & set(own)) >= QUOTED * len(stems):
            if len(own) >= 2 * len(stems):
                return [place]
            after = passages[at + 1 : at + 1 + MOST_FOLLOWING]
            following = []
            for each in after:
                if each.label and each.role is not Role.RESPONSE:
                    break
                following.append(each)
                if each.label:
                    break
            return following
    return []
