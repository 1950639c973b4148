"""Dates, numbers, and the names of languages and states, from the Unicode CLDR in the language of the answer."""

from __future__ import annotations

import datetime

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from web.i18n.catalogue import locale_of
from web.i18n.speaking import gettext, speech

INVENTED = "XEX"  # the State of the samples: ISO 3166-1 leaves the code to its users, so CLDR has no name for it
_UNITS = ("kB", "MB", "GB")


def locale() -> Locale:
    """The locale of the answer."""
    return locale_of(speech().language)


def date_text(date: str | None) -> str:
    """``2019-05-21`` → ``21 May 2019``; as precise as the source, anything else as it stands."""
    parts = (date or "").split("-")
    try:
        numbers = [int(part) for part in parts]
        day = datetime.date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError):
        return date or ""
    if len(parts) == 3:
        return format_date(day, "d MMMM y" if speech().language == "sq" else "long", locale())
    return format_skeleton("yMMMM", day, locale=locale()) if len(parts) == 2 else parts[0]


def number_text(number: int) -> str:
    """12345 → ``12,345``, ``12.345``, ``12 345``."""
    return str(format_decimal(number, locale=locale()))


def percent_text(share: float) -> str:
    """0.42 → ``42%``, ``42 %``, ``%42``."""
    return str(format_percent(round(share, 2), locale=locale()))


def size_text(size: int) -> str:
    """The size of a file in decimal units: ``1.2 MB``."""
    value, unit = size / 1000, 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    shown = format_decimal(max(value, 0.1), "#,##0.#" if value < 10 else "#,##0", locale())
    return f"{shown}\u00a0{_UNITS[unit]}"


def language_name(code: str) -> str:
    """``sr-Cyrl`` → “Serbian (Cyrillic)”; the code where CLDR has no name."""
    try:
        return _capital(Locale.parse(code, sep="-").get_display_name(locale()) or code)
    except (UnknownLocaleError, ValueError):
        return _capital(locale().languages.get(code, code))


def state_name(code: str) -> str:
    """``XKX`` → “Kosovo”; the code where CLDR has no name (codes are ISO 3166-1 alpha-3)."""
    if code == INVENTED:
        return gettext("Exemplia")
    two = ["XK"] if code == "XKX" else get_global("territory_aliases").get(code, [code])
    return str(locale().territories.get(two[0], code))


def _capital(name: str) -> str:
    first = "İ" if speech().language == "tr" and name[:1] == "i" else name[:1].upper()
    return first + name[1:]
