"""To whom a recommendation is addressed: the level of responsibility, by the names that reports write."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from kb.errors import KBError
from kb.nouns import Addressee, Concept
from kb.thesaurus import Named, Thesaurus
from kb.thesaurus.keys import keys_of

FOLDER = Path(__file__).parent / "names"
OPENING = 45  # words of a recommendation in which it says who is to do it; later names are of others
JOINED = 7  # words from the end of one addressee to the next of the same list: "the Ministry of Justice and the …"


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
    """Whom a recommendation is addressed to: those its opening names, else those the nearest heading names that names
    any, else ``unsaid``. In its opening only the first counts, with those that are listed beside it: later ones are
    spoken of, not to."""
    opening = names.spoken_of(" ".join(text.split(maxsplit=OPENING)[:OPENING]), language)
    found = _listed(opening)
    for heading in reversed(headings):
        if found:
            break
        found = _each(names.spoken_of(heading, language))
    return found or (Addressee.UNSAID,)


def _listed(named: Sequence[Named]) -> tuple[Addressee, ...]:
    together = list(named[:1])
    for each in named[1:]:
        if each.start - together[-1].end > JOINED:
            break
        together.append(each)
    return _each(together)


def _each(named: Iterable[Named]) -> tuple[Addressee, ...]:
    return tuple(dict.fromkeys(Addressee(each.concept.id) for each in named))
