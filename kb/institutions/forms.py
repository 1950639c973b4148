"""The forms that a word of a name takes, by rule: Albanian and Slavic declension over folded letters."""

from __future__ import annotations

from functools import lru_cache

from kb.languages import fold

_ALBANIAN = (
    "", "a", "e", "i", "u", "n", "s", "t", "es", "en", "se", "ne", "it", "in", "ut", "un", "et", "at", "ve", "ave",
    "eve", "te", "ja", "jes", "jen", "je", "jet", "jeve", "gje", "gjet", "gjeve", "esh", "ash", "sh", "or", "ore",
)  # fmt: skip
_SLAVIC = (
    "", "a", "e", "i", "o", "u", "om", "em", "im", "og", "oga", "omu", "ome", "oj", "ih", "ima", "ama", "ju",
)  # fmt: skip
_PLURAL = ("", "s", "es")
_ENDINGS = {"sq": _ALBANIAN, "sr": _SLAVIC, "mk": (*_SLAVIC, "ot", "ta", "to", "te"), "en": _PLURAL, "fr": _PLURAL}
_CASES = ("it", "in", "ut", "un", "se")  # of an Albanian word that stands in the genitive within a name
_SHORTEST = 3  # letters of a stem


def _stem(plain: str, language: str) -> str:
    """What its forms begin with: ``dubrave`` → ``dubrav``, ``psikiatrise`` → ``psikiatri``."""
    if language == "sq":
        for end in _CASES:
            if plain.endswith(end) and len(plain) - len(end) >= _SHORTEST + 2 and (end != "se" or plain[-3] == "i"):
                return plain[: -len(end)]
    if language in ("sq", "sr", "mk") and plain[-1:] in tuple("aeiou") and len(plain) > _SHORTEST:
        return plain[:-1]
    return plain


@lru_cache(maxsize=4096)
def adjectives(place: str) -> frozenset[str]:
    """The forms of the Serbian adjective of a place: ``dubravski``, ``mitrovički``, ``pećkom``; folded."""
    stem = _stem(fold(place), "sr")
    if stem.endswith("k"):
        stem = stem[:-1] + "c"
    root = stem + ("k" if stem.endswith("c") else "sk")
    return frozenset(root + end for end in _SLAVIC if end)


@lru_cache(maxsize=4096)
def forms(word: str, language: str) -> frozenset[str]:
    """Every folded form that counts as this word in a language (an unknown one, and abbreviations: as it is)."""
    plain = fold(word)
    stem = _stem(plain, language)
    stems = {stem}
    if language in ("sr", "mk") and len(stem) > 4 and stem[-2] == "a" and stem[-1] in "crk":
        stems.add(stem[:-2] + stem[-1])  # centar, centra
    made = {plain, *(one + end for one in stems for end in _ENDINGS.get(language, ("",)))}
    if language == "sr":  # đ is typed as dj and as d
        made |= {form.replace("dj", "d") for form in made}
    return frozenset(form for form in made if len(form) >= min(_SHORTEST, len(plain)))
