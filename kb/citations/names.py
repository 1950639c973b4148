"""What the instruments are called: names, aliases and references of the catalogue, looked up in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from kb.nouns import Instrument

# Serbian and Macedonian letters fold to the Latin ones without diacritics, so that one name serves both scripts.
_CYRILLIC = str.maketrans(
    dict(zip("абвгдежзијклмнопрстћуфхцчшђѕ", "abvgdezzijklmnoprstcufhccsdz", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dz", "ы": "y", "ь": "", "ъ": "", "я": "ja", "ю": "ju", "э": "e", "щ": "sc"}
)
_WORD = re.compile(r"[^\W_]+")
_LAST = re.compile(r"[^\W_]+\Z")
_EDITION = re.compile(r"\W{1,3}(?:of\s)?\(?((?:19|20)\d\d)\b\)?")
_PARENTHESIS = re.compile(r"\s?\([^)]{1,80}\)")
_YEAR = re.compile(r"((?:19|20)\d\d)\s(?=[^\W\d_])")  # "the 2006 European Prison Rules"
_SUFFIX = re.compile(r"[-‑'’][^\W\d_]{1,5}(?![^\W_])")  # "OPCAT-it", "AİHS'nin"
_EDITION_BEFORE = re.compile(r"\s?[(\s]((?:19|20)\d\d)\)?\Z")
_LOOK = 160  # characters: longer than any name in the catalogue


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    target: str
    acronym: str  # the whole of a one-word name in capitals, folded; "" for other names


@dataclass(slots=True)
class Names:
    """A table of names. Editions of one text share names: those lead to the family (``epr``), not to an edition."""

    instruments: dict[str, Instrument] = field(default_factory=dict)
    first: dict[str, dict[str, list[_Name]]] = field(default_factory=dict)  # by the first word, then the second or ""
    last: dict[str, list[_Name]] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    families: dict[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word in lower-case Latin letters without diacritics."""
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("ı", "i").replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_CYRILLIC)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """Five letters of a word carry its name through the cases of Albanian, Slavic and Turkish nouns.

    Albanian's linking words change with the case too ("Rregullat e …", "Rregullave të …"): they count as one.
    """
    folded = fold(word)[:5]
    return "e" if folded in ("i", "te", "se") else folded


def family(instrument: Instrument) -> str:
    """The id without its edition: ``epr`` for ``epr-2020``; the id itself where there is no edition in it."""
    return instrument.id.removesuffix(f"-{instrument.edition}") if instrument.edition else instrument.id


def _table(instruments: Iterable[Instrument]) -> Names:
    names = Names()
    shared: dict[tuple[str, ...], set[str]] = {}
    spelled: dict[tuple[str, ...], str] = {}
    for one in instruments:
        names.instruments[one.id] = one
        names.families[family(one)] = (*names.families.get(family(one), ()), one.id)
        for name in {*one.names.values(), *(alias for aliases in one.aliases.values() for alias in aliases)}:
            bare = _PARENTHESIS.sub("", name)
            for spelling in {name, bare}:
                words = tuple(map(_key, _WORD.findall(spelling)))
                if words:
                    shared.setdefault(words, set()).add(one.id)
                    spelled[words] = spelling
    for words, ids in shared.items():
        families = {family(names.instruments[i]) for i in ids}
        if len(families) > 1:
            continue  # two texts under one name: rather no citation than a wrong one
        target = ids.pop() if len(ids) == 1 else families.pop()
        whole = spelled[words]
        entry = _Name(words, target, fold(whole) if len(words) == 1 and whole[-2:].isupper() else "")
        names.first.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else "", []).append(entry)
        names.last.setdefault(words[-1], []).append(entry)
    for table in (names.last, *names.first.values()):
        for entries in table.values():
            entries.sort(key=lambda one: -len(one.words))
    return names


_names = Names()
_generation = 0


def install(instruments: Iterable[Instrument], canonical: Callable[[str], str | None]) -> None:
    """Replace the table in use; ``canonical`` reads an instrument's printed reference."""
    global _names, _generation
    table = _table(instruments)
    for one in table.instruments.values():
        for reference in one.references:
            if (target := canonical(reference)) is not None:
                table.references.setdefault(target, one.id)
    _names, _generation = table, _generation + 1


def known() -> Names:
    """The table in use."""
    return _names


def generation() -> int:
    """A number that changes with the table, for those who remember what they read with it."""
    return _generation


def name_at(text: str, position: int, *, strict: bool = True) -> tuple[int, str] | None:
    """The longest name that begins at ``position``: where it ends, and what it names. Not strict: ``opcat`` too."""
    first = _WORD.match(text, position)
    if first is None:
        return None
    if first[0].isdecimal():
        year = _YEAR.match(text, position)
        if year and (found := name_at(text, year.end(), strict=strict)):
            return found[0], _of_edition(found[1], year[1])
    seconds = _names.first.get(_key(first[0]))
    if seconds is None:
        return None
    second = _WORD.search(text, first.end(), position + _LOOK)
    if second is not None and (longer := seconds.get(_key(second[0]))):  # the longest first
        words = list(islice(_WORD.finditer(text, position, position + _LOOK), len(longer[0].words)))
        folded = [_key(word[0]) for word in words]
        for name in longer:
            n = len(name.words)
            if tuple(folded[:n]) == name.words:
                return _edition(text, words[n - 1].end(), name.target)
    for name in seconds.get("", ()):
        if _meant(name, first[0], strict):
            return _edition(text, first.end(), name.target)
    return None


def name_before(text: str, position: int, *, strict: bool = True) -> tuple[int, str] | None:
    """The longest name that ends at ``position``: where it begins, and what it names."""
    low = max(0, position - _LOOK)
    first = text.rfind(" ", low, position) + 1 or low
    word = _LAST.search(text, first, position)
    if word and not word[0].isdecimal() and _key(word[0]) not in _names.last:
        return None  # nearly always, and cheaper than to list the words
    words = [word for word in _WORD.finditer(text, low, position) if word.start() > low or low == 0]
    edition = ""
    if printed := _EDITION_BEFORE.search(text, low, position):
        edition, position = printed[1], printed.start()
        words = [word for word in words if word.end() <= position]
    if not words or words[-1].end() != position or _key(words[-1][0]) not in _names.last:
        return None
    folded = [_key(word[0]) for word in words]
    for name in _names.last.get(folded[-1], ()):
        n = len(name.words)
        if tuple(folded[-n:]) == name.words and _meant(name, words[-1][0], strict):
            return words[-n].start(), _of_edition(name.target, edition)
    return None


def _meant(name: _Name, printed: str, strict: bool) -> bool:
    """An acronym must be the whole word, and printed as one: "CAT", not "cat"."""
    if not name.acronym:
        return True
    return fold(printed) == name.acronym and (not strict or printed[-2:].isupper())


def _edition(text: str, end: int, target: str) -> tuple[int, str]:
    if suffix := _SUFFIX.match(text, end):
        end = suffix.end()
    match = _EDITION.match(text, end)
    if match and (edition := _of_edition(target, match[1])) != target:
        return match.end(), edition
    return end, target


def _of_edition(target: str, edition: str) -> str:
    exact = f"{target}-{edition}"
    return exact if edition and exact in _names.instruments else target
