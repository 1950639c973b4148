"""Catalogues: ``web/locale/<language>.po``, compiled in memory when first spoken, so that none is ever stale."""

from __future__ import annotations

import functools
import gettext
import io
from importlib.resources import files

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = files("web").joinpath("locale")


@functools.cache
def translations(language: str) -> gettext.NullTranslations:
    """The sentences of a language; English is what is in the code."""
    source = FOLDER.joinpath(f"{language}.po")
    if not source.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with source.open("rb") as po:
        write_mo(compiled, read_po(po, locale=locale_of(language)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@functools.cache
def locale_of(language: str) -> Locale:
    """Babel's locale of a language of the interface; English as in Europe: 21 May 2019."""
    return Locale.parse("en_GB" if language == "en" else language, sep="-" if "-" in language else "_")
