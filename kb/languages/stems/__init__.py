"""Stems: what the forms of one word have in common, one rule per analysis group.

A word is looked up, folded, in the table of its group: the dictionary's lemma, cut by the group's rule. A word the
dictionary lacks is cut by the rule alone. Because the table is by folded words, a word typed without diacritics has
the stem of the full one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.languages.folding import fold
from kb.languages.stems.albanian import albanian
from kb.languages.stems.articles import without_article
from kb.languages.stems.keeping import table
from kb.languages.stems.lemmas import DICTIONARIES, edition, forms
from kb.languages.stems.snowball import has_snowball, snowball
from kb.languages.stems.table import build

Stemmer = Callable[[str, str], str]
"""Takes the exact and the folded form of one word, returns its stem in folded letters."""

VERSION = 1
"""Counts up when stems change: tables are made anew, and an index made with other stems must be rebuilt."""


def _rule(group: str) -> Stemmer:
    """The rule that cuts a word of the group to its stem without a dictionary."""
    if group == "sq":
        return lambda _exact, folded: albanian(folded)
    if group in ("mk", "bg"):
        return lambda _exact, folded: without_article(folded)
    if group in ("hbs", "sl"):
        # Slovene has no Snowball stemmer, and nearly the endings of Serbian.
        cut = snowball("hbs")
        return lambda _exact, folded: cut(folded)
    if group == "uk":
        russian = snowball("ru")
        return lambda exact, _folded: fold(russian(exact.translate(_UKRAINIAN)))
    if has_snowball(group):
        own = snowball(group)
        return lambda exact, _folded: fold(own(exact))
    return lambda _exact, folded: folded


_UKRAINIAN = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": None})  # as Russian endings are spelled


def _entries(group: str, rule: Stemmer) -> Iterator[tuple[int, str, str]]:
    """Rank, folded form and stem for every form in the group's dictionary."""
    stems: dict[str, str] = {}
    for form, lemma in forms(group):
        if (stem := stems.get(lemma)) is None:
            lowered = lemma.lower()
            # Turkish Snowball cuts what is already a lemma.
            stem = stems[lemma] = fold(lowered) if group == "tr" else rule(lowered, fold(lowered))
        if not stem or not (folded := fold(form)):
            continue
        # hbs: entries in Cyrillic letters are fewer and coarser than those in Latin. A lemma is its own form.
        rank = 4 * (group == "hbs" and form > "Ѐ") + 2 * (form != lemma) + (len(lemma) > len(form))
        yield rank, folded, stem
        if group == "hbs" and "đ" in form:
            yield 64 + rank, fold(form.replace("đ", "d")), stem


def stemmer(group: str) -> Stemmer:
    """The stemmer of an analysis group; its table is made or mapped now. For an unknown group, stems are the words."""
    rule = _rule(group)
    if group not in DICTIONARIES:
        return rule
    known = table(f"{group}-{VERSION}-{edition()}", lambda: build(_entries(group, rule)))

    def stem(exact: str, folded: str) -> str:
        return known.get(folded) or rule(exact, folded)

    return stem
