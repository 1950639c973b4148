"""The institutions that are known, by id and by any of their names, and what the recogniser looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from kb.institutions.forms import forms
from kb.institutions.words import LINKS, LOOSELY, TERMS
from kb.languages import fold, words
from kb.languages.preferring import name_in
from kb.nouns import Institution


class Gazetteer:
    """Institutions by id. Two lookups of the same words give the same answer; nothing here changes."""

    def __init__(self, institutions: Iterable[Institution] = ()) -> None:
        self.by_id = {one.id: one for one in institutions}

    def __iter__(self) -> Iterator[Institution]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def name(self, known: str, language: str | None = None) -> str:
        """The name of an id in a language; whatever is no id stays as it is."""
        one = self.by_id.get(known)
        return (one and name_in(one.names, language)) or known

    def names(self, known: str) -> tuple[str, ...]:
        """Every name and alias of an id; whatever is no id is its own name."""
        one = self.by_id.get(known)
        return tuple(name for _, name in every_name(one)) if one else (known,)

    def resolve(self, said: str) -> tuple[str, ...]:
        """The ids that an id, a name in any language, or a place ("Dubrava") stands for; empty for none.

        A name is one institution's; a place may be several's: a town has a police station too.
        """
        said = said.strip()
        if said in self.by_id:
            return (said,)
        if found := self._names.get(_key(said)):
            return found
        return self._places.get(_key(said), ())

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for one in self:
            for _, name in every_name(one):
                found.setdefault(_key(name), {})[one.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for one in self:
            for language, places in one.places.items():
                for place in places:
                    spelt = [_key(place)] if " " in place else sorted(forms(place, language))
                    for form in spelt:
                        found.setdefault(form, {})[one.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    def of_kind(self, ids: Sequence[str], kind: str) -> str | None:
        """Which of the institutions of a place a word for a kind means; None where it could be more than one.

        Where there is none of that kind, the one that people loosely call so.
        """
        for wanted in (kind, *LOOSELY.get(kind, ())):
            fitting = [name for name in ids if self.by_id[name].kind == wanted]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None


def every_name(one: Institution) -> Iterator[tuple[str, str]]:
    """Its names and aliases, each with its language."""
    yield from one.names.items()
    for language, aliases in one.aliases.items():
        yield from ((language, alias) for alias in aliases)


def content(name: str) -> list[str]:
    """The words of a name without its articles and prepositions."""
    found = words(name)
    return [word for word in found if fold(word) not in LINKS] or found


def terms() -> Iterator[tuple[str, str, list[str]]]:
    """Every word for a kind of place: the kind, the language, its words."""
    for kind, by_language in TERMS.items():
        for language, some in by_language.items():
            yield from ((kind, language, content(term)) for term in some)


def _key(name: str) -> str:
    return " ".join(fold(word) for word in words(name))
