"""What people look for, whatever the word: a concept of the thesaurus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept with its terms by language (BCP 47), the preferred one first; a Theme of documents where it is one.

    ``broader`` is the id of the concept it is a kind of, or ""; ``related`` are ids. ``standards`` are addresses of
    provisions (``mandela#rule-43``) and sections of CPT reports (``cpt:discipline``) that are about it. The terms under
    ``sr`` are the common ones of Bosnian, Croatian, Montenegrin and Serbian, in Latin letters: analysis brings
    Cyrillic to the same words. The model is SKOS (W3C, 2009): prefLabel, altLabel, broader, related, relatedMatch.
    """

    id: str
    terms: dict[str, tuple[str, ...]]
    broader: str = ""
    related: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The preferred term in a language, else in English, else the id."""
        return next((self.terms[code][0] for code in (language, "en") if self.terms.get(code)), self.id)
