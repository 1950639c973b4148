"""A catalogue in the repository: read, brought up to date, written the same from the same sentences."""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from catalogues.sentences import REPO
from kb.languages.cyrillic import cyrillic

FOLDER = REPO / "web" / "locale"
# Written by people; English is in the code, and sr-Cyrl is made from sr-Latn.
TRANSLATED = ("sq", "sr-Latn", "fr", "tr")


def locale_of(language: str) -> Locale:
    """Babel's locale of a BCP 47 code."""
    return Locale.parse(language, sep="-")


def held(language: str) -> Catalog:
    """The catalogue as it is in the repository, empty where there is none."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale=locale_of(language), project="Detention KB", fuzzy=False)
    with path.open("rb") as po:
        return read_po(po, locale=locale_of(language))


def updated(catalogue: Catalog, template: Catalog) -> Catalog:
    """The catalogue with what is new, without what is gone; nothing is guessed from what looks alike."""
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if message.pluralizable and not any(message.string or ()):
            message.string = ("",) * catalogue.num_plurals
    return catalogue


def in_cyrillic(latin: Catalog) -> Catalog:
    """The Serbian catalogue in the other script."""
    made = Catalog(locale=locale_of("sr-Cyrl"), project="Detention KB", fuzzy=False)
    for message in latin:
        if message.id:
            said = message.string or ""
            strings = cyrillic(said) if isinstance(said, str) else tuple(map(cyrillic, said))
            made.add(message.id, strings, message.locations, message.flags, message.auto_comments)
    return made


def write(catalogue: Catalog, path: Path) -> None:
    """Sorted by sentence, without dates and lines, so that a change in the code changes only its own entry."""
    header = (
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Language: {catalogue.locale_identifier}",
        f"Plural-Forms: {catalogue.plural_forms}",
    )
    with path.open("wb") as po:
        po.write(b'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in header).encode() + b"\n")
        write_po(po, catalogue, width=120, sort_output=True, omit_header=True, include_lineno=False)
