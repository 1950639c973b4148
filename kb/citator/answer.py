"""What the citator is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.citator.aim import Aim
from kb.judgments import Portion
from kb.nouns import Document, Link, Passage, Snippet

PER_GROUP = 5  # of each group where no group is chosen
PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Filters on who cites. Values of one filter are alternatives; filters add up. ``group`` is one of GROUPS, or ""
    for the newest of each; ``whole_list`` pages through all groups as one list instead. ``speaks`` is the language in
    which the advice names texts."""

    group: str = ""
    speaks: str = "en"
    role: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    limit: int = PER_PAGE
    offset: int = 0
    whole_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingPassage:
    """A passage that cites: the sentence, with the citations marked in it. ``portion`` is the operative part or the
    separate opinion that it stands in, None where it is the judgment itself, or no judgment."""

    group: str
    document: Document
    passage: Passage
    sentence: Snippet
    addresses: tuple[str, ...]
    portion: Portion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What is cited inside a text: an address with how many passages cite it."""

    address: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All about one address, as far as the reader may see.

    ``texts`` are its passages in each language held, ``citing`` those who cite (one page of them), ``total`` all that
    the filters leave, ``groups`` and ``facets`` count passages, ``years`` is year → group → passages. ``parts`` are
    the provisions or paragraphs of a whole text that are cited most. ``cites`` is what its own text cites. ``why``
    and ``advice`` say why there is no text, and what would bring it; "" where there is one.
    """

    aim: Aim
    name: str
    texts: tuple[tuple[Document, Passage], ...] = ()
    citing: tuple[CitingPassage, ...] = ()
    total: int = 0
    citations: int = 0
    groups: dict[str, int] = field(default_factory=dict)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    years: dict[int, dict[str, int]] = field(default_factory=dict)
    undated: int = 0
    parts: tuple[Cited, ...] = ()
    cites: tuple[Link, ...] = ()
    why: str = ""
    advice: tuple[str, ...] = ()
