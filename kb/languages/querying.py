"""A query word, whose language nobody said, as every language asked for would have indexed it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kb.languages.analysis import exact_form, folded_form, group_terms
from kb.languages.language import LANGUAGES, UNKNOWN, group_of
from kb.languages.stems import is_known
from kb.languages.tokens import TOKEN

_D = re.compile("d(?!j)")
_LONGEST = 30  # letters of a word that is worth trying


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """What a query word matches: its exact term, its folded terms, its ``group:stem`` terms (first the likeliest)."""

    exact: str
    folded: tuple[str, ...]
    stems: tuple[str, ...]


def query_terms(word: str, languages: Iterable[str] | None = None) -> QueryTerms:
    """The terms of ``word`` in every language of ``languages`` (BCP 47), in all known ones and none if None.

    ``word`` is one token; of several (``l'article``) the longest counts, so cut a query with `words` first. A text
    without any letter or digit gives empty terms: "", (), ().
    """
    return _terms(word, _groups(None if languages is None else tuple(languages)))


@lru_cache(maxsize=64)
def _groups(languages: tuple[str, ...] | None) -> tuple[str, ...]:
    codes = (*LANGUAGES, None) if languages is None else languages
    return tuple(dict.fromkeys(group_of(code) for code in codes)) or (UNKNOWN,)


@lru_cache(maxsize=4096)  # a search asks for each of its words several times, and with every page again
def _terms(word: str, groups: tuple[str, ...]) -> QueryTerms:
    found = TOKEN.findall(word)
    if not found:
        return QueryTerms("", (), ())
    word = max(found, key=len)
    exact = exact_form(word, "tr" if groups == ("tr",) else UNKNOWN)
    folded = folded_form(exact)
    stems = tuple(dict.fromkeys(group_terms(group)[word][2] for group in groups))
    return QueryTerms(exact, (folded, *_with_dj(folded, exact)) if "hbs" in groups else (folded,), stems)


def _with_dj(folded: str, exact: str) -> list[str]:
    """What a word typed with ``d`` for ``đ`` (``osuden``) is in the index (``osudjen``): only words that exist."""
    if not exact.isascii() or not _D.search(folded) or len(folded) > _LONGEST:
        return []
    spellings = (folded[: m.start()] + "dj" + folded[m.end() :] for m in _D.finditer(folded))
    return [spelling for spelling in spellings if is_known("hbs", spelling)]
