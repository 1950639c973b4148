"""What is asked, and what answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.nouns.expansion import Expansion
from kb.nouns.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question in Whoosh's query language, with filters. Values of one filter are alternatives; filters add up.

    ``exact`` looks for the words as typed and nothing else; ``without`` are ids of Expansions that are not wanted.
    ``fold`` shows passages that say the same words as one hit.
    """

    text: str = ""
    kind: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    mechanism: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    exact: bool = False
    without: tuple[str, ...] = ()
    limit: int = 10
    offset: int = 0
    sort: str = "relevance"  # or "date" (newest first)
    group: bool = False  # at most the best hit of each document
    fold: bool = False  # not together with ``group``
    whole: bool = False  # only passages with all of the words, however few they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A cut of the stored text around what matched; ``spans`` are half-open offsets into ``text``."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Where else the words of a Hit stand: a passage that answers too, and is not shown by itself."""

    document: str
    title: str
    anchor: str
    label: str
    page: int | None
    date: str | None
    language: str | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A Passage that answers a Query. ``more`` counts further hits in the same document when grouped; ``also`` are the
    passages that say the same words, where the query folds them."""

    document: str
    title: str
    anchor: str
    label: str
    page: int | None
    language: str | None
    role: Role
    kind: str
    date: str | None
    heading: tuple[str, ...]
    score: float
    snippet: Snippet
    url: str
    more: int = 0
    also: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The hits of one page with the total, facets (field → value → count), what was also searched, and advice.

    ``expanded`` are the languages in whose forms the words were looked for; ``expansions`` what they were looked for
    as in other words. Passages that hold the words typed come before those that hold only other words for them.

    ``direct`` is the address of the one passage or document that a query which is itself a reference names.

    ``total`` and the facets count passages, each copy by itself; ``folded`` of them stand behind another as its copies.
    """

    query: str
    took_ms: float
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    expanded: tuple[str, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    advice: tuple[str, ...] = ()
    direct: str | None = None
    folded: int = 0
