"""An address in words: as the body that made the text prints its reference."""

from __future__ import annotations

import re

from kb.citations.law_names import ANY
from kb.citations.names import known
from kb.citator.address import DOCUMENT, split
from kb.languages.preferring import name_in
from kb.nouns import Document
from kb.wording import worded

_WORDS = {
    "article": "Article %(number)s",
    "rule": "Rule %(number)s",
    "principle": "Principle %(number)s",
    "guideline": "Guideline %(number)s",
    "standard": "Standard %(number)s",
    "section": "Section %(number)s",
    "recommendation": "Recommendation %(number)s",
}
_SMALL = {"and", "the", "of"}
_CPT = re.compile(r"cpt/inf/(?:([cefs])/)?(\d{4})/(\d+)\Z")
_REC = re.compile(r"(rec|res)/(\d{4})/(\d+)(-rev)?\Z")
_KOSOVO = re.compile(r"law/xkx/(\d{2})-l-(\d+)\Z")
_GAZETTE = re.compile(r"law/([a-z]{3})/gazette/(\d{4})/(\d+)\Z")
_NAMED_LAW = re.compile(r"law/([a-z]{3})/([a-z][a-z-]+)\Z")
_ALBANIA = re.compile(r"law/alb/(\d{4})/(\d+)\Z")


def printed(address: str, *, language: str = "en", documents: tuple[Document, ...] = ()) -> str:
    """``OPCAT, Article 19``; ``CPT/Inf (2019) 9, § 41``; a held case or report by its title with its reference."""
    target, pinpoint = split(address)
    name = whole(target, language=language, documents=documents)
    return worded("%(text)s, %(place)s", text=name, place=within(pinpoint, target)) if pinpoint else name


def within(pinpoint: str, target: str = "") -> str:
    """``Article 19``, ``Rule 18.4``, ``§ 41``: a pinpoint in words, said in the interface's language."""
    word, _, number = pinpoint.rpartition("-")
    number = number.partition("~")[0]
    if word in _WORDS:
        return worded(_WORDS[word], number=number)
    if word == "paragraph":
        return f"§ {number}"
    if pinpoint[:1].isdigit():
        one = known().instruments.get(target)
        if one is not None and one.numbering in _WORDS:
            return worded(_WORDS[one.numbering], number=number)
        return f"§ {number}"
    return pinpoint


def whole(target: str, *, language: str = "en", documents: tuple[Document, ...] = ()) -> str:
    """A target without a place in it."""
    own = known()
    one = own.instruments.get(target) or own.instruments.get((own.families.get(target) or ("",))[-1])
    if one is not None:
        name = name_in(one.names, language) or target
        return f"{name} ({one.edition})" if one.edition and target in own.instruments else name
    reference = _reference(target)
    title = documents[0].title if documents else ""
    if not title:
        return reference
    if reference.casefold() in title.casefold() or target.startswith(DOCUMENT):
        return title
    return worded("%(title)s, %(reference)s", title=title, reference=reference)


def _reference(target: str) -> str:
    if match := _CPT.match(target):
        return f"CPT/Inf{'/' + match[1].upper() if match[1] else ''} ({match[2]}) {match[3]}"
    if match := _REC.match(target):
        new = int(match[2]) >= 2007
        old = match[1] == "rec" and int(match[2]) < 2002
        series = (
            f"R ({match[2][2:]}) {match[3]}" if old else f"{match[1].title()}({match[2]}){match[3]}{match[4] or ''}"
        )
        return f"CM/{series}" if new else series
    if target.startswith("case/"):
        return _case(target[5:])
    if match := re.fullmatch(r"series-a/(\d+)(-[a-z])?", target):
        return f"Series A no. {match[1]}{(match[2] or '').upper()}"
    if target.startswith("app/"):
        return f"no. {target[4:]}"
    if target.startswith("hudoc/"):
        return f"HUDOC {target[6:]}"
    if match := _KOSOVO.match(target):
        return worded("Law No. %(number)s of Kosovo", number=f"{match[1]}/L-{match[2]}")
    if match := _GAZETTE.match(target):
        number = f"{match[3]}/{match[2]}"
        return worded("Official Gazette (%(state)s) no. %(number)s", state=match[1].upper(), number=number)
    if match := _NAMED_LAW.match(target):
        name = match[2].replace("-", " ").capitalize()
        return name if target.startswith(ANY) else f"{name} ({match[1].upper()})"
    if match := _ALBANIA.match(target):
        return worded("Law no. %(number)s of Albania", number=f"{match[2]}/{match[1]}")
    if target.startswith(DOCUMENT):
        return target[len(DOCUMENT) :]
    return target.upper() if "/" in target or target.startswith("ecli:") else target


def _case(name: str) -> str:
    """``kokkinakis-v-greece`` → ``Kokkinakis v. Greece``."""
    sides = [
        " ".join(word.capitalize() if word not in _SMALL else word for word in side.split("-"))
        for side in name.split("-v-")
    ]
    return " v. ".join(sides)
