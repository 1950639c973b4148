"""The nouns of the field as frozen values. docs/glossary.md says what each one is."""

from kb.nouns.checking import TO_CHECK, PagesToCheck, PageToCheck
from kb.nouns.citation import Citation, Link
from kb.nouns.concept import Concept
from kb.nouns.document import Document, PageFacts
from kb.nouns.entry import IndexEntry
from kb.nouns.expansion import Expansion
from kb.nouns.institution import Institution, Mention, Visit
from kb.nouns.instrument import Instrument
from kb.nouns.passage import Mark, Passage
from kb.nouns.query import Answer, Copy, Hit, Query, Snippet
from kb.nouns.reading import Reading
from kb.nouns.recommendation import Addressee, Progress, Recommendation, StatusEntry, standing
from kb.nouns.sketch import Sketch
from kb.nouns.vocabulary import Access, Kind, Outcome, PageState, Role

__all__ = [
    "TO_CHECK",
    "Access",
    "Addressee",
    "Answer",
    "Citation",
    "Concept",
    "Copy",
    "Document",
    "Expansion",
    "Hit",
    "IndexEntry",
    "Institution",
    "Instrument",
    "Kind",
    "Link",
    "Mark",
    "Mention",
    "Outcome",
    "PageFacts",
    "PageState",
    "PageToCheck",
    "PagesToCheck",
    "Passage",
    "Progress",
    "Query",
    "Reading",
    "Recommendation",
    "Role",
    "Sketch",
    "Snippet",
    "StatusEntry",
    "Visit",
    "standing",
]
