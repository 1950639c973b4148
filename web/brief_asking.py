"""What a brief is to be for, read from an address or a form; and the address of its preview."""

from __future__ import annotations

from urllib.parse import urlencode

from kb.brief import Wanted, language_of
from kb.wording import worded
from web.asked import Asked
from web.errors import BadRequest
from web.i18n import speech

MOST_NAMED = 20  # places, and themes, of one brief


def read_wanted(asked: Asked, *, root: str) -> Wanted:
    """The fields of the form: institution, place (a name that was typed), theme, from, to, lang, drop. BadRequest for
    what can never be right; names that nobody knows are found out when it is gathered."""
    language = language_of(asked.one("lang")) if asked.one("lang") else brief_language()
    if not language:
        raise BadRequest(worded("There is no brief in that language."), where="lang")
    low, high = asked.whole("from", low=1000, high=9999), asked.whole("to", low=1000, high=9999)
    if low and high and low > high:
        raise BadRequest(worded("The first year comes after the last."), where="from")
    return Wanted(
        institutions=(*asked.many("institution"), *asked.many("place"))[:MOST_NAMED],
        themes=asked.many("theme")[:MOST_NAMED],
        year_from=low,
        year_to=high,
        language=language,
        root=root,
        dropped=frozenset(asked.many("drop", longest=400)),
    )


def brief_language() -> str:
    """The language of the interface where a brief can be made in it, else English."""
    return language_of(speech().language) or "en"


def fields_of(wanted: Wanted) -> list[tuple[str, str]]:
    """What an address or a form must hold to ask for it again."""
    pairs = [("institution", each) for each in wanted.institutions] + [("theme", each) for each in wanted.themes]
    pairs += [(name, str(year)) for name, year in (("from", wanted.year_from), ("to", wanted.year_to)) if year]
    return [*pairs, ("lang", wanted.language)]


def address_of(wanted: Wanted, path: str = "/brief") -> str:
    """The address of its preview, or of another page with these fields."""
    return f"{path}?{urlencode(fields_of(wanted))}"
