"""Concepts and themes by their names in the language of the answer."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from kb.languages.cyrillic import cyrillic
from kb.nouns import Expansion
from kb.thesaurus import Thesaurus
from web.i18n import speech


def concept_name(thesaurus: Thesaurus, name: str) -> str:
    """The preferred term of a concept by its id; the id with blanks where there is none of it."""
    concept = thesaurus.concepts.get(name)
    return (concept and own_term(concept.terms)) or name.replace("-", " ")


def theme_name(thesaurus: Thesaurus, theme: str) -> str:
    """A theme as its keeper wrote it, in the reader's words where it is a concept's id or one of its English terms."""
    known, key = _ids(thesaurus), theme.casefold()
    name = known.get(key) or known.get(key.removesuffix("s"))  # “complaints” is the concept “complaint”
    return theme if name is None else concept_name(thesaurus, name)


def expansion_name(thesaurus: Thesaurus, each: Expansion) -> str:
    """What was also searched for, in the reader's words; a dictionary's entry as it was typed."""
    concept = thesaurus.concepts.get(each.id)
    return (concept and own_term(concept.terms)) or each.name


def own_term(terms: Mapping[str, Sequence[str]]) -> str:
    """The first term in the language of the answer, else in English, else "". ``sr`` is kept in Latin letters."""
    language = speech().language
    base = language.partition("-")[0]
    own = terms.get(language) or terms.get(base) or ()
    if own:
        return cyrillic(own[0]) if language == "sr-Cyrl" and language not in terms else own[0]
    return next(iter(terms.get("en", ())), "")


@functools.lru_cache(maxsize=8)
def _ids(thesaurus: Thesaurus) -> dict[str, str]:
    """What a theme may be called → the concept; a preferred term goes before another concept's other terms."""
    found: dict[str, str] = {}
    for others in (True, False):
        for name, concept in thesaurus.concepts.items():
            terms = concept.terms.get("en", ())
            found |= dict.fromkeys((term.casefold() for term in (terms[1:] if others else terms[:1])), name)
    return found | {name.casefold(): name for name in thesaurus.concepts}
