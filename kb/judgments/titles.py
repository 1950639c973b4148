"""The heading of a separate opinion in small letters, with the names of the judges as names are written."""

from __future__ import annotations

import re

from kb.judgments.words import AND, JOINED, JUDGES, PARTICLES, SMALL

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH_OFFICE = {"judge", "judges", "justice", "justices"}
_BETWEEN = re.compile(rf",\s*|\s+(?:{'|'.join(AND)})\s+", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{'|'.join(JUDGES)})\b\s*", re.IGNORECASE)
_JOINED = re.compile(rf"[,;(]?\s*(?:{'|'.join(JOINED)})\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"\b(?:ad hoc|m\.|mm\.|mme|mr|mrs|ms|la|le|les)\s+", re.IGNORECASE)


def title_of(heading: str) -> str:
    """``JOINT DISSENTING OPINION OF JUDGES FURA-SANDSTRÖM AND DE MEYER`` → ``joint dissenting opinion of Judges
    Fura-Sandström and De Meyer``. Words that are printed as names are written stay as they are."""
    text = " ".join(heading.split()).rstrip(" .,:;*")
    out: list[str] = []
    at, before = 0, ""
    shouted = _without_names(text)
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        begins = "," in between or before in _ENGLISH_OFFICE or before in JUDGES or before in AND
        out += [between, _word(match[0], begins=begins, first=not out, shouted=shouted)]
        at, before = match.end(), match[0].casefold()
    return "".join([*out, text[at:]])


def judges_in(title: str) -> tuple[str, ...]:
    """The names behind the word for judges, in order: ``Keller``, ``Dedov``; () where none are told."""
    found = _OFFICE.search(title)
    if found is None:
        return ()
    names = _JOINED.sub(", ", title[found.end() :])
    names = _NOT_A_NAME.sub("", _OFFICE.sub("", names))
    each = (name.strip(" .,;:()*") for name in _BETWEEN.split(names))
    return tuple(name for name in each if name[:1].isupper() and len(name) < 60)


def _without_names(text: str) -> bool:
    """Whether the names behind "judge" are written small, as in a heading whose capitals were lost."""
    found = _OFFICE.search(text)
    return found is not None and text[found.end() :].islower()


def _word(word: str, *, begins: bool, first: bool, shouted: bool) -> str:
    low = word.casefold().replace("i̇", "i")
    if low in _ENGLISH_OFFICE:
        return word[0].upper() + low[1:]
    if low in PARTICLES and not first and word.isupper() and len(word) > 1:
        return _named(word) if begins else low
    if low in SMALL and not (low in PARTICLES and word.istitle() and not first):
        return low
    if (word.isupper() and len(word.rstrip(".")) > 1) or (shouted and begins and word.islower()):
        return _named(word)
    return word


def _named(word: str) -> str:
    return _LETTERS.sub(lambda run: run[0][0].upper() + run[0][1:].lower().replace("i̇", "i"), word)
