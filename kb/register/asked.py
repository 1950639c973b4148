"""Whether a body that a recommendation names is to do what it asks, or is only spoken of.

"The doctor should inform the prosecutor" asks nothing of the prosecutor. Languages with cases say it by the form
(``obavesti tužioca``, ``njoftojë prokurorin``), the others by the words before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from kb.languages import group_of
from kb.register.governing import GOVERNING, Governing

REACH = 6  # words between a verb of asking and the one who is asked
NEAR = 3  # words between a verb of telling and the one who is told


class Asked(IntEnum):
    """How a body stands in a sentence: it is told or brought in; a part of it may be meant; it is to act."""

    SPOKEN_OF = 0
    PERHAPS = 1
    TO_ACT = 2


def how_asked(words: Sequence[str], start: int, end: int, names: Iterable[str], language: str | None) -> Asked:
    """How the body named by ``words[start:end]`` stands: ``words`` are folded, those of its sentence only; ``names``
    are its names in the base form, folded. ``TO_ACT`` where nothing is known of the language."""
    group = group_of(language) if language else ""
    rules = GOVERNING.get(group)
    if rules is None:
        return Asked.TO_ACT
    at = start - 1
    while at >= 0 and words[at] in rules.linking:
        at -= 1
    before = list(words[max(0, at - REACH + 1) : at + 1])
    if group == "tr":
        return _by_suffix(words, end, names, rules)
    if _asks(before, rules) or (group in ("sq", "hbs", "mk") and _begins(words[end : end + REACH], rules.asking)):
        return Asked.TO_ACT
    if before and before[-1] == rules.by:
        return Asked.TO_ACT if _is_agent(before, rules, group) else Asked.SPOKEN_OF
    if (before and before[-1] in rules.before) or _begins(before[-NEAR:], rules.telling):
        return Asked.SPOKEN_OF
    heads = {name.split()[0] for name in names if name}
    if group == "sq":
        return _albanian(words[start], heads, after=words[start - 1] if start else "")
    if group == "hbs":
        return _serbian(words[start], heads)
    return Asked.TO_ACT


def _begins(words: Iterable[str], beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in words)


def _asks(before: Sequence[str], rules: Governing) -> bool:
    """Whether a verb of asking governs what follows, with no other verb between."""
    for word in reversed(before):
        if word.startswith(rules.asking):
            return True
        if word.startswith((*rules.telling, *rules.doing)):
            return False
    return False


def _is_agent(before: Sequence[str], rules: Governing, group: str) -> bool:
    """Whether what stands after ``by`` is to act: "should be investigated by", not "persons detained by"."""
    if group == "sq":
        return (
            len(before) > 1
            and before[-2].endswith(("et", "hen", "hej", "uar", "ur"))
            and _begins(before, ("duhet", "te"))
        )
    return _begins(before[:-1], rules.passive)


def _albanian(word: str, heads: set[str], *, after: str) -> Asked:
    if word in heads or (word.endswith(("t", "i", "a")) and not word.endswith(("it", "vet", "ut"))):
        return Asked.TO_ACT
    genitive = word.endswith(("it", "ut", "se", "es", "ve", "vet"))
    if genitive and after in ("i", "e", "te", "se"):
        return Asked.PERHAPS
    oblique = genitive or word.endswith(("in", "un", "ne", "en"))
    return Asked.SPOKEN_OF if oblique else Asked.TO_ACT


def _serbian(word: str, heads: set[str]) -> Asked:
    plural = {each + "i" for each in heads} | {each[:-1] + "ci" for each in heads if each.endswith("k")}
    if word in heads | plural | {each[:-2] + "oci" for each in heads if each.endswith("lac")} | {"tuzioci"}:
        return Asked.TO_ACT
    if word.endswith(("a", "e", "og", "eg", "ih")):
        return Asked.PERHAPS  # the genitive of a name beside another: "službenici policije"
    return Asked.SPOKEN_OF if word.endswith(("u", "i", "om", "em", "im", "ima", "ama", "oj")) else Asked.TO_ACT


def _by_suffix(words: Sequence[str], end: int, names: Iterable[str], rules: Governing) -> Asked:
    """Turkish: who acts has no suffix or that of the genitive (``Bakanlığının … alması``); who is asked has the dative,
    with a verb of asking at the end and none of telling before it."""
    word, after = words[end - 1], list(words[end:])
    lasts = {name.split()[-1] for name in names if name}
    suffix = next((word[len(last) :] for last in sorted(lasts, key=len, reverse=True) if word.startswith(last)), None)
    if suffix == "" and after and after[0] in ("nin", "nun", "in", "un", "ne", "na", "ni", "nu", "e", "a", "ye", "ya"):
        suffix = after.pop(0)
    if suffix is None or suffix in ("", "nin", "nun", "in", "un", "ler", "lar", "lerin", "larin"):
        return Asked.SPOKEN_OF if after and after[0] in ("ile", "icin", "karsi", "onunde") else Asked.TO_ACT
    if suffix in ("e", "a", "ye", "ya", "ne", "na", "lere", "lara"):
        told = next((word for word in after if word.startswith((*rules.asking, *rules.telling))), "")
        return Asked.TO_ACT if told.startswith(rules.asking) else Asked.SPOKEN_OF
    return Asked.SPOKEN_OF
