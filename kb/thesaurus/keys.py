"""Terms of concepts as analysis sees them: the stems and the folded forms of their words."""

from __future__ import annotations

from dataclasses import dataclass

from kb.languages import analyse
from kb.nouns import Concept

# Words before an Albanian adjective or genitive that change with the case: `i burgosur`, `të burgosurit`.
LINKING = {"sq": frozenset({"i", "e", "te", "se"})}


@dataclass(frozen=True, slots=True)
class Key:
    """One term's words, position by position: ``group:stem`` and folded."""

    stems: tuple[str, ...]
    folded: tuple[str, ...]


def key_of(term: str, language: str) -> Key:
    """The key of a term in its language; empty for a term without a letter."""
    tokens = list(analyse(term, language))
    linking = LINKING.get(language, frozenset())
    while len(tokens) > 1 and tokens[0].folded in linking:
        del tokens[0]
    return Key(tuple(token.stem for token in tokens), tuple(token.folded for token in tokens))


def keys_of(concept: Concept) -> tuple[Key, ...]:
    """The keys of all its terms, each once."""
    found = (key_of(term, language) for language, terms in concept.terms.items() for term in terms)
    return tuple(dict.fromkeys(key for key in found if key.stems))
