"""The languages of the interface, and which of them a request asks for."""

from __future__ import annotations

from importlib.resources import files

from kb.languages.preferring import offered

# BCP 47 → the language's own name, in the order of the switcher.
_NAMES = {
    "sq": "Shqip",
    "sr-Latn": "Srpski (latinica)",
    "sr-Cyrl": "Српски (ћирилица)",
    "en": "English",
    "fr": "Français",
    "tr": "Türkçe",
}
DEFAULT = "en"
# Those that the interface speaks: nobody is offered a language without its catalogue.
LANGUAGES = {
    code: name
    for code, name in _NAMES.items()
    if code == DEFAULT or files("web").joinpath("locale", f"{code}.po").is_file()
}
MOST_ACCEPTED = 20
# Written so by browsers, and read without effort by who prefers them. Serbian without a script is in Cyrillic (CLDR).
_MEANT = {"sr": "sr-Cyrl", "bs": "sr-Latn", "hr": "sr-Latn", "sh": "sr-Latn", "cnr": "sr-Latn"}


def choose(*, asked: str = "", kept: str = "", accepted: str = "") -> str:
    """The language: asked for by name, else kept from before, else the best of Accept-Language, else English."""
    for code in (asked, kept, *_preferred(accepted)):
        if known := _known(code):
            return known
    return DEFAULT


def _known(code: str) -> str:
    """``sr-Latn-RS`` → ``sr-Latn``, ``fr-CH`` → ``fr``; "" for a language the interface does not have."""
    return offered(code, LANGUAGES, _MEANT)


def _preferred(accepted: str) -> list[str]:
    """The codes of an Accept-Language header (RFC 9110), most wanted first; what cannot be read is left out."""
    weighed = []
    for part in accepted[:1_000].split(",")[:MOST_ACCEPTED]:
        code, _, weight = part.strip().partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        if quality > 0:
            weighed.append((-quality, code.strip()))
    return [code for _, code in sorted(weighed, key=lambda item: item[0])]
