"""Stems: what the forms of one word have in common, one rule per analysis group.

A word is looked up, folded, in the table of its group: the dictionary's lemma, cut by the group's rule. A word the
dictionary lacks is cut by the rule alone. Because the table is by folded words, a word typed without diacritics has
the stem of the full one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

from kb.languages.folding import fold
from kb.languages.stems.albanian import cut_albanian, is_verb, without_verbal_suffix
from kb.languages.stems.articles import without_article
from kb.languages.stems.derived import participle, same_word, verbal_noun, without_gender
from kb.languages.stems.keeping import is_kept, kept_table
from kb.languages.stems.lemmas import DICTIONARIES, edition, forms
from kb.languages.stems.snowball import has_snowball, snowball_of
from kb.languages.stems.table import Table, build

Stemmer = Callable[[str, str], str]
"""Takes the exact and the folded form of one word, returns its stem in folded letters."""

VERSION = 3
"""Counts up when stems change: an index made with other stems must be rebuilt."""


def _rule(group: str) -> Stemmer:
    """The rule that cuts a word of the group to its stem without a dictionary."""
    if group == "sq":
        return lambda _exact, folded: cut_albanian(folded)
    if group in ("mk", "bg"):
        return lambda _exact, folded: without_article(folded)
    if group in ("hbs", "sl"):
        # Slovene has no Snowball stemmer, and nearly the endings of Serbian.
        cut = snowball_of("hbs")
        if group == "sl":
            return lambda _exact, folded: without_gender(cut(folded))
        return lambda _exact, folded: same_word(without_gender(cut(folded)))
    if group == "uk":
        russian = snowball_of("ru")
        return lambda exact, _folded: fold(russian(exact.translate(_UKRAINIAN)))
    if has_snowball(group):
        own = snowball_of(group)
        return lambda exact, _folded: fold(own(exact))
    return lambda _exact, folded: folded


_UKRAINIAN = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": None})  # as Russian endings are spelled


def _entries(group: str, rule: Stemmer) -> Iterator[tuple[int, str, str]]:
    """Rank, folded form and stem for every form in the group's dictionary."""
    stems: dict[str, str] = {}
    for form, lemma in forms(group):
        if group == "sq" and not is_verb(lemma):
            continue
        if (stem := stems.get(lemma)) is None:
            lowered = lemma.lower()
            # Turkish Snowball cuts what is already a lemma.
            stem = stems[lemma] = fold(lowered) if group == "tr" else rule(lowered, fold(lowered))
        if not stem or not (folded := fold(form)):
            continue
        # hbs: entries in Cyrillic letters are fewer and coarser than those in Latin. A lemma is its own form.
        rank = 4 * (group == "hbs" and form > "Ѐ") + 2 * (form != lemma) + (len(lemma) > len(form))
        if (bare := participle(group, folded, lemma)) is not None:
            yield rank, folded, rule(bare, bare)
            continue
        yield rank, folded, stem
        if group == "hbs" and "đ" in form:
            yield 64 + rank, fold(form.replace("đ", "d")), stem


def _name(group: str) -> str:
    return f"{group}-{edition()}-{_rules():08x}"


def missing_tables() -> list[str]:
    """The groups whose table would have to be made now, in seconds, rather than mapped, in a millisecond."""
    return [group for group in DICTIONARIES if not is_kept(_name(group))]


@cache
def _known(group: str) -> Table:
    rule = _rule(group)
    return kept_table(_name(group), lambda: build(_entries(group, rule)))


@cache
def _rules() -> int:
    """A checksum of the rules as they are written: tables made by other rules are made anew."""
    here = Path(__file__).parent
    try:
        return crc32(b"".join(path.read_bytes() for path in [*sorted(here.glob("*.py")), here.parent / "folding.py"]))
    except OSError:
        return VERSION  # no sources beside us


def is_known(group: str, folded: str) -> bool:
    """Whether the dictionary of the group has a form that folds to this. False for a group without a dictionary."""
    return group in DICTIONARIES and _known(group).get(folded) is not None


def stemmer(group: str) -> Stemmer:
    """The stemmer of an analysis group; its table is made or mapped now. For an unknown group, stems are the words."""
    rule = _rule(group)
    if group not in DICTIONARIES:
        return rule
    known = _known(group)

    def stem(exact: str, folded: str) -> str:
        return verbal_noun(group, folded) or known.get(folded) or rule(exact, folded)

    if group == "sq":
        return lambda exact, folded: without_verbal_suffix(stem(exact, folded))
    return stem
