"""Laws by their names alone: ``član 163 Zakona o izvršenju krivičnih sankcija``, ``neni 199 i Kodit Penal``.

Read only where somebody types the whole reference: in a running text such a name may be any State's law. The target is
``law/any/`` with the words of the name; which held law they name is asked when it is looked up, among those that the
reader may see.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kb.citations.context import NONE
from kb.citations.grammars.codes import law_named, without_state
from kb.citations.grammars.mention import Item, mention
from kb.citations.grammars.owner import JOIN
from kb.citations.names import fold
from kb.citations.numbers import numbers_of
from kb.citations.targets import state_of, targets
from kb.nouns import Citation, Document, Kind

ANY = "law/any/"
_HEAD = re.compile(
    r"zakon|ligj|kodi|kod\Z|kodeks|kushtetut|ustav|pravilnik|uredb|rregullor|udhezim|statut|akt\Z|akti\Z"
    r"|laws?\Z|acts?\Z|codes?\Z|constitution|regulations?\Z|ordinance|decree|loi|kanun|yasa|anayasa"
)
_ALONE = re.compile(r"kushtetut|ustav[aeu]?\Z|constitution|anayasa")
_SHORT = re.compile(r"[ZLKPUЗЛКПУ][A-ZЀ-Я]{2,6}(?:[-‑]\w{1,3})?\Z")
_NAME = re.compile(r"[^\W\d_]+(?:(?:\s|[-‑’'])[^\W\d_]+){0,24}\Z")
_OPERATORS = frozenset(("AND", "OR", "NOT", "TO"))
_AROUND = " \xa0,:()\"'“”„«»"
_NO = re.compile(r"(?<![^\W\d_])(?:nr|no|br|broj|бр|број)\.?\Z", re.IGNORECASE)
_TITLE = re.compile(r"(?:për|per|mbi|on|o|о|za|за|relative|portant)\s[^\d.;:()\"„“”\n]{3,120}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset((
    *("i", "e", "te", "se", "per", "mbi", "o", "za", "na", "od", "iz", "u"),
    *("of", "the", "on", "and", "for", "in", "to", "a", "an", "de", "la", "le", "du", "des", "et", "sur", "ve"),
))  # fmt: skip
_NUMBER = re.compile(r"\([^)]*\)|\b(?:nr|no|br|бр|n[°º])\.?\s{0,2}\S*\d\S*|\S*\d\S*", re.IGNORECASE)
_HEADS = 4  # words in which the word for "law" stands: "Krivičnog zakonika", "the Further and Higher Education Act"


def named_law(text: str) -> tuple[str, str] | None:
    """The target and the pinpoint where the whole text is a provision of a law that is called by its name."""
    for place in numbers_of(text, text.lower()).provisions:
        items = mention(text, place, NONE, None)
        if len(items) != 1 or items[0].kind == "paragraph":
            continue
        name = _beside(text, items[0])
        if name and (target := _target(name)):
            return target, items[0].pinpoint_of(target)
    return None


def numbered_law(text: str, found: Sequence[Citation]) -> tuple[str, str] | None:
    """The same where the law's number or gazette stands beside its name ("neni 5 i Ligjit Nr. 04/L-149 për …").

    ``found`` are the citations in the text; the number says which law it is, the name is not compared.
    """
    laws = [one for one in found if one.target.startswith("law/")]
    if len(laws) != 1 or len(found) > 1:
        return None
    one = laws[0]
    before = _NO.sub("", text[: one.start].rstrip(_AROUND)).rstrip(_AROUND)
    after = text[one.end :].strip(_AROUND)
    if one.pinpoint:
        named = _target(before) is not None if before else _TITLE.fullmatch(after)
        return (one.target, one.pinpoint) if named and not (before and after) else None
    whole = None if after else named_law(before)
    return (one.target, whole[1]) if whole else None


def _beside(text: str, item: Item) -> str:
    if item.start == 0:
        join = JOIN.match(text, item.end)
        return text[join.end() if join else item.end :].strip(" ,\"“”„«»’'")
    return text[: item.start].rstrip(" ,:(–-\"“”„«»’'") if item.end == len(text) else ""


def _target(name: str) -> str | None:
    if not _NAME.match(name) or _OPERATORS & set(name.split()):
        return None
    words = list(map(fold, _WORD.findall(name)))
    if _SHORT.match(name):
        words = words[:1]  # "ZIKS-a"
    if len(words) == 1 and not _SHORT.match(name) and not _ALONE.match(words[0]):
        return None
    if len(words) > 1 and not any(map(_HEAD.match, words[:_HEADS])):
        return None
    if (known := law_named(name, "any")) is not None and not known.startswith(ANY):
        return known  # the name says the State
    return ANY + "-".join(words)


def answers(document: Document, target: str) -> bool:
    """Whether a law is what a name means: by its title, in any case, script and inflection, or by its initials."""
    if document.kind is not Kind.LAW or not target.startswith(ANY):
        return False
    own = targets(document)
    name, state = without_state(target.removeprefix(ANY).replace("-", " "))
    if state and state != state_of(document, own):
        return False
    if (known := law_named(name, "any")) is not None and known.removeprefix(ANY) in map(_last, own):
        return True
    bare = without_state(document.title)[0]
    if " " not in name and not _ALONE.match(name):
        return name in ("".join(word[0] for word in _said(title)) for title in (document.title, bare))
    asked, title = _said(name), _said(bare)
    return len(asked) == len(title) and all(map(_same, asked, title))


def _last(target: str) -> str:
    """What a law is called in its State: ``criminal-code`` of ``law/srb/criminal-code``."""
    return target.rpartition("/")[2] if target.startswith("law/") and "/gazette/" not in target else ""


@lru_cache(maxsize=4096)
def _said(title: str) -> tuple[str, ...]:
    words = map(fold, _WORD.findall(_NUMBER.sub(" ", title)))
    return tuple(word for word in words if word not in _SMALL)


def _same(one: str, other: str) -> bool:
    """Whether two words are one in different cases: endings are of three letters at most."""
    if one == other:
        return True
    least, most = sorted((len(one), len(other)))
    common = next((at for at in range(least) if one[at] != other[at]), least)
    return common >= 3 and most - common <= 3
