"""To whom a recommendation is addressed: the level of responsibility, by the names that reports write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from kb.errors import KBError
from kb.languages import analyse, detect, fold, group_of
from kb.nouns import Addressee, Concept
from kb.register.asked import Asked, how_asked
from kb.register.governing import GOVERNING
from kb.thesaurus import Named, Thesaurus
from kb.thesaurus.keys import keys_of

FOLDER = Path(__file__).parent / "names"
OPENING = 45  # words of a recommendation in which it says who is to do it; later names are of others
JOINED = 7  # words from the end of one addressee to the next of the same list: "the Ministry of Justice and the …"
INTRODUCING = 2  # words before the name in a heading that addresses: "To the"
LONGEST_ADDRESS = 16  # words before a colon that address
JOINING = frozenset(["and", "or", "et", "ou", "und", "oder", "dhe", "ose", "i", "ili", "ve", "veya"])
SENTENCE_ENDS = frozenset(".;:!?")
LANGUAGE_OF_NAMES = {"hbs": "sr"}
_ORDINAL = re.compile(r"\s*(?:[IVXLC]+|\d+(?:\.\d+)*|\w)[.)]\s+")


@lru_cache(maxsize=4)
def names_of(own: Path | None = None) -> Thesaurus:
    """The names of addressees: those that are shipped, and those in ``*.toml`` files of the folder ``own``.

    Raises KBError of kind ``manifest`` where such a file cannot be read or names a level there is not.
    """
    files = sorted(FOLDER.glob("*.toml")) + (sorted(own.glob("*.toml")) if own and own.is_dir() else [])
    terms: dict[Addressee, dict[str, list[str]]] = {}
    for file in files:
        for level, languages in _read(file).items():
            for language, names in languages.items():
                terms.setdefault(Addressee(level), {}).setdefault(language, []).extend(names)
    concepts = (
        Concept(id=level.value, terms={language: tuple(names) for language, names in by_language.items()})
        for level, by_language in terms.items()
    )
    return Thesaurus((concept, keys_of(concept)) for concept in concepts)


def _read(file: Path) -> dict[str, dict[str, list[str]]]:
    advice = f"A file of addressees has tables named {', '.join(Addressee)}, each with lists of names by language"
    try:
        read = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise KBError(f"cannot be read ({error})", where=str(file), advice=advice, kind="manifest") from error
    for level, languages in read.items():
        right = isinstance(languages, dict) and all(
            isinstance(names, list) and all(isinstance(name, str) for name in names) for names in languages.values()
        )
        if level not in tuple(Addressee) or not right:
            raise KBError(f"“{level}” is no addressee with names", where=str(file), advice=advice, kind="manifest")
    return read


def addressees_of(
    text: str, headings: Sequence[str], names: Thesaurus, language: str | None = None
) -> tuple[Addressee, ...]:
    """Whom a recommendation is addressed to: those that its opening asks to act, else those the nearest heading that
    names any names, else ``unsaid``.

    Only the first that is asked counts, with those that are listed beside it. Whoever is told, brought in or spoken of
    ("inform the prosecutor") is not asked; where only a part of a body is named ("officers of the police"), it counts
    when no heading says better.
    """
    language = language or detect(text).language
    opening = " ".join(text.split(maxsplit=OPENING)[:OPENING])
    if addressed := _before_colon(opening, names, language):
        return addressed
    named = _named(opening, names, language)
    found = _listed([each for each, asked in named if asked is Asked.TO_ACT])
    for heading in reversed(headings):
        if found:
            break
        found = _each(names.spoken_of(heading, language))
    return found or _listed([each for each, asked in named if asked is Asked.PERHAPS]) or (Addressee.UNSAID,)


def _before_colon(text: str, names: Thesaurus, language: str | None) -> tuple[Addressee, ...]:
    """Those to whom a list in an annex turns: "To the Ministry of Justice and the police: paragraphs 11 and 16"."""
    address, colon, _ = _ORDINAL.sub("", text, count=1).partition(":")
    named = names.spoken_of(address, language) if colon and len(address.split()) <= LONGEST_ADDRESS else []
    return _each(named) if named and named[0].start <= INTRODUCING else ()


def _named(text: str, names: Thesaurus, language: str | None) -> list[tuple[Named, Asked]]:
    """The bodies that a text names, each with how it stands in its sentence."""
    named = names.spoken_of(text, language)
    if not named or language is None:
        return [(each, Asked.TO_ACT) for each in named]
    tokens = analyse(text, language)
    found: list[tuple[Named, Asked]] = []
    words, code = [each.folded for each in tokens], LANGUAGE_OF_NAMES.get(group_of(language), language[:2])
    linking = GOVERNING[group_of(language)].linking if group_of(language) in GOVERNING else frozenset()
    ends = [at for at, (a, b) in enumerate(pairwise(tokens), 1) if SENTENCE_ENDS & set(text[a.end : b.start])]
    for number, each in enumerate(named):
        between = set(words[named[number - 1].end : each.start]) if number else set()
        if between & JOINING and between <= JOINING | linking:
            found.append((each, found[-1][1]))
            continue
        first = max((at for at in ends if at <= each.start), default=0)
        last = min((at for at in ends if at >= each.end), default=len(words))
        own = [fold(name) for name in each.concept.terms.get(code, ())]
        asked = how_asked(words[first:last], each.start - first, each.end - first, own, language)
        found.append((each, asked))
    return found


def is_address(heading: str, names: Thesaurus, themes: Thesaurus, language: str | None = None) -> bool:
    """Whether a heading says to whom, and not about what: "To the Ministry of Justice", and not "Police custody"."""
    bare = _ORDINAL.sub("", heading, count=1)
    named = names.spoken_of(bare, language)
    if not named or named[0].start > INTRODUCING:
        return False
    first = named[0]
    about = themes.spoken_of(bare, language)
    return not any(
        each.start <= first.start and each.end >= first.end and each.end - each.start > first.end - first.start
        for each in about
    )


def _listed(named: Sequence[Named]) -> tuple[Addressee, ...]:
    together = list(named[:1])
    for each in named[1:]:
        if each.start - together[-1].end > JOINED:
            break
        together.append(each)
    return _each(together)


def _each(named: Iterable[Named]) -> tuple[Addressee, ...]:
    return tuple(dict.fromkeys(Addressee(each.concept.id) for each in named))
