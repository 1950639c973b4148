"""One word, phrase or sketch of a word in the terms that the index holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.engines.protocol import IndexReader
from kb.engines.spread import widest
from kb.engines.tree import All, Best, Fuzzy, Node, Nothing, Phrase, Prefer, Prefix, Term, Wildcard
from kb.languages import analyse, fold, query_terms, words
from kb.search import weights

MOST_SLOP = 20
_TIED = re.compile(r"^(?:[cdjlmnst]|qu)['’](?=\w\w)|(?<=\w\w)['’]s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are looked for: in which languages (None: every known one), whether only as typed, and, where the
    ``readers`` of the search are known, in no forms that none of them holds."""

    languages: Sequence[str] | None = None
    exact: bool = False
    readers: Sequence[IndexReader] = ()

    def held(self, field: str, terms: Sequence[str], weight: float) -> list[Node]:
        """The terms that may be found."""
        return [
            Term(field, term, weight)
            for term in terms
            if not self.readers or any(reader.frequency(field, term) for reader in self.readers)
        ]


def word(text: str, manner: Manner) -> Node:
    """A word in all its forms, or only as typed; several words in one (``CPT/Inf``) stand next to each other."""
    parts = _parts(text, manner)
    if not parts:
        return Nothing()
    if len(parts) > 1:
        return phrase(text, 0, manner) if manner.exact else _compound(parts, manner)
    found = query_terms(parts[0], manner.languages)
    if manner.exact:
        return Term("exact", found.exact)
    forms: list[Node] = [Term("exact", found.exact, weights.EXACT)]  # a word nobody wrote is still asked for
    forms += manner.held("folded", found.folded, weights.FOLDED) + manner.held("stem", found.stems, weights.STEM)
    hints = manner.held("heading", found.folded, weights.HEADING) + manner.held("title", found.folded, weights.TITLE)
    return Prefer(Best(tuple(forms), weights.TIE), tuple(hints))


def parts_of(text: str, manner: Manner) -> tuple[Node, ...]:
    """The words of a compound (``ill-treatment``), each by itself; none where it is one word."""
    parts = _parts(text, manner)
    return tuple(word(part, manner) for part in parts) if len(parts) > 1 and not manner.exact else ()


def _parts(text: str, manner: Manner) -> list[str]:
    """The words in what stands between two spaces, without what an apostrophe ties to one: ``prisoner's``, ``l'avocat``
    ask for the prisoner and the lawyer."""
    return words(text if manner.exact else _TIED.sub("", text)) or words(text)


def _compound(parts: Sequence[str], manner: Manner) -> Node:
    """The words of ``ill-treatment`` next to each other, in their forms."""
    found = [query_terms(part, manner.languages) for part in parts]
    typed = Phrase("folded", tuple(one.folded[0] for one in found))
    forms = dict.fromkeys(zip(*(one.stems for one in found), strict=True))
    return Best((typed, *(Phrase("stem", stems, 0, weights.STEM) for stems in forms)), weights.TIE)


def phrase(text: str, slop: int, manner: Manner, *, field: str = "") -> Node:
    """The words one after another, without regard to diacritics and script; as typed if the manner is exact."""
    tokens = analyse(text, None)
    if not tokens:
        return Nothing()
    exact = manner.exact and not field
    terms = tuple(token.exact if exact else token.folded for token in tokens)
    where = field or ("exact" if exact else "folded")
    if len(terms) == 1:
        return Term(where, terms[0])
    return Phrase(where, terms, widest(len(terms), min(slop, MOST_SLOP)))


def named(text: str, field: str) -> Node:
    """Words that must all stand in the title or a heading."""
    return All(tuple(Term(field, token.folded) for token in analyse(text, None))) if words(text) else Nothing()


def starts(text: str, manner: Manner, readers: Sequence[IndexReader], *, field: str = "") -> Node:
    """Words that begin so; those that are frequent among them rank passages as if they were typed."""
    plain, field = _plain(text, manner), field or _field(manner)
    if not plain:
        return Nothing()
    frequent = dict.fromkeys(term for one in readers for term, _ in one.terms(field, plain, limit=weights.BEGUN))
    hints = tuple(Term(field, term, weights.VAGUE) for term in list(frequent)[: weights.BEGUN])
    return Prefer(Prefix(field, plain, weights.VAGUE), hints)


def pattern(text: str, manner: Manner, *, field: str = "") -> Node:
    """Words that look so."""
    plain = _plain(text, manner)
    return Wildcard(field or _field(manner), plain, weights.VAGUE) if plain.strip("*?") else Nothing()


def near(text: str, distance: int, manner: Manner, *, field: str = "") -> Node:
    """Words spelt nearly so; the first letter is taken to be right."""
    plain = _plain(text, manner)
    field = field or _field(manner)
    return Prefer(Fuzzy(field, plain, distance, 1, weights.VAGUE), (Term(field, plain),)) if plain else Nothing()


def _field(manner: Manner) -> str:
    return "exact" if manner.exact else "folded"


def _plain(text: str, manner: Manner) -> str:
    return text.lower() if manner.exact else fold(text)
