"""What a document and its passages answer to: the other end of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kb.citations.ecli import parts
from kb.citations.find import find
from kb.citations.grammars.codes import law_named
from kb.citations.grammars.party import slug
from kb.citations.grammars.unowned import UNNAMED
from kb.citations.names import family, generation, known
from kb.citations.words import anchor_of
from kb.nouns import Document, Kind

_APPLICATION = re.compile(r"app/(\d{1,6})/(\d{2})")
_CASE = re.compile(
    r"(?:(?:CASE|Case|AFFAIRE|Affaire)\s(?:OF|of)?\s?)?(?P<name>.{2,120}?)\s(?:v"
    r"|c)\.?\s(?P<state>[^([\n]{3,60}?)\s*(?:\[GC\]|\(.{1,40}\))?\Z"
)
_LAW = re.compile(r"law/([a-z]{3})/")
_HUDOC = re.compile(r"\b00[1-5]-\d{4,7}\b")


_ITEMS = re.compile(r"(?<=#)(\d+(?:\.\d+)*)(?:\.[a-z]{1,5}){1,2}\Z")
_ANCHOR = re.compile(r"((?:[a-z]+-)?\d[a-z0-9.]*)(?:~\d+)?")


def targets(document: Document) -> tuple[str, ...]:
    """The canonical targets the document answers to: its work, the family of its edition, its references, its ECLI.

    A judgment's ECLI is made from its date and first application number, as the Court makes it
    (``ECLI:CE:ECHR:`` year ``:`` month and day ``JUD`` number in seven digits and year in two).
    """
    return _targets(document, generation())


@lru_cache(maxsize=32)
def _targets(document: Document, _generation: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    if document.work:
        found[document.work] = None
        if (instrument := known().instruments.get(document.work)) is not None:
            found[family(instrument)] = None
    # A judgment's own number is an application's, however small it is.
    lead = "application " if document.kind == Kind.JUDGMENT else ""
    for citation in find(lead + (document.reference or "")):
        found[citation.target] = None
    if document.kind == Kind.JUDGMENT and (case := _CASE.match(document.title)) is not None:
        name = slug(case["name"], case["state"])
        found[name] = None
        found[name.rpartition("-v-")[0]] = None  # as in "the Golder judgment"
    if document.kind == Kind.LAW and (law := law_named(document.title, state_of(document, found))) is not None:
        found[law] = None
    _agreeing(found, document)
    applications = [m for target in found if (m := _APPLICATION.fullmatch(target))]
    if document.kind == Kind.JUDGMENT and applications and (ecli := ecli_of(document.date, applications[0][0])):
        found[ecli] = None
    if document.source_url and "hudoc" in document.source_url and (item := _HUDOC.search(document.source_url)):
        found[f"hudoc/{item[0]}"] = None
    return tuple(found)


def state_of(document: Document, answering: Iterable[str]) -> str:
    """The State of a law in small letters: as it is known, else the one whose gazette printed it; "" for none."""
    printed = (match[1] for target in answering if (match := _LAW.match(target)))
    return (document.state or next(printed, "")).lower()


def _agreeing(found: dict[str, None], document: Document) -> None:
    """Forget an ECLI whose number or day is not the document's: one of the two was misprinted."""
    numbers = {target for target in found if target.startswith("app/")}
    for target in [one for one in found if one.startswith("ecli:")]:
        printed = parts(target)
        if printed and (
            (numbers and printed.application not in numbers)
            or (document.date and not printed.day.startswith(document.date))
        ):
            del found[target]


def ecli_of(date: str | None, application: str) -> str | None:
    """The ECLI of a judgment of the Court (``ecli:ce:echr:2018:1109jud007140910``) given its day; None without one."""
    match = _APPLICATION.fullmatch(application)
    if match is None or date is None or len(date) != 10:
        return None
    return f"ecli:ce:echr:{date[:4]}:{date[5:7]}{date[8:]}jud{int(match[1]):07d}{match[2]}"


def references(label: str, document: Document) -> tuple[str, ...]:
    """What the passage with this label (or anchor) answers to in the engine: ``article-19``, ``opcat#article-19``.

    A bare number in rules or articles answers to both: ``18.4`` and ``rule-18.4``; a second occurrence (``41~2``) to
    the number as well. Empty where nothing is printed.
    """
    printed = _ANCHOR.fullmatch(label)
    anchor = printed[1] if printed else anchor_of(label)
    if anchor is None:
        return ()
    anchors = [anchor, label] if "~" in label and printed else [anchor]
    instrument = known().instruments.get(document.work or "")
    if instrument is not None and anchor[0].isdigit() and instrument.numbering != "paragraph":
        anchors.append(f"{instrument.numbering}-{anchor}")
    return (*anchors, *(f"{target}#{one}" for target in targets(document) for one in anchors))


def addresses(address: str) -> tuple[str, ...]:
    """An address, and that of the paragraph where it names an item of one: ``x#41.a.i`` is in ``x#41`` as well.

    Empty for a provision of a law that was not named: many laws have a section 53.
    """
    if address.startswith(f"{UNNAMED}#"):
        return ()
    paragraph = _ITEMS.sub(r"\1", address)
    return (address,) if paragraph == address else (address, paragraph)
