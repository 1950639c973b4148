"""What a document and its passages answer to: the other end of a citation."""

from __future__ import annotations

import re

from kb.citations.find import find
from kb.citations.names import family, known
from kb.citations.words import anchor_of
from kb.nouns import Document, Kind

_APPLICATION = re.compile(r"app/(\d{1,6})/(\d{2})")
_HUDOC = re.compile(r"\b00[1-5]-\d{4,7}\b")


def targets(document: Document) -> tuple[str, ...]:
    """The canonical targets the document answers to: its work, the family of its edition, its references, its ECLI.

    A judgment's ECLI is made from its date and first application number, as the Court makes it
    (``ECLI:CE:ECHR:`` year ``:`` month and day ``JUD`` number in seven digits and year in two).
    """
    found: dict[str, None] = {}
    if document.work:
        found[document.work] = None
        if (instrument := known().instruments.get(document.work)) is not None:
            found[family(instrument)] = None
    for citation in find(document.reference or ""):
        found[citation.target] = None
    applications = [m for target in found if (m := _APPLICATION.fullmatch(target))]
    if document.kind == Kind.JUDGMENT and applications and (ecli := ecli_of(document.date, applications[0][0])):
        found[ecli] = None
    if document.source_url and "hudoc" in document.source_url and (item := _HUDOC.search(document.source_url)):
        found[f"hudoc/{item[0]}"] = None
    return tuple(found)


def ecli_of(date: str | None, application: str) -> str | None:
    """The ECLI of a judgment of the Court (``ecli:ce:echr:2018:1109jud007140910``) given its day; None without one."""
    match = _APPLICATION.fullmatch(application)
    if match is None or date is None or len(date) != 10:
        return None
    return f"ecli:ce:echr:{date[:4]}:{date[5:7]}{date[8:]}jud{int(match[1]):07d}{match[2]}"


def references(label: str, document: Document) -> tuple[str, ...]:
    """What the passage with this label (or anchor) answers to in the engine: ``article-19``, ``opcat#article-19``.

    A bare number in rules or articles answers to both: ``18.4`` and ``rule-18.4``. Empty where nothing is printed.
    """
    anchor = label if re.fullmatch(r"[a-z]+-\d[a-z0-9.]*|\d[a-z0-9.]*", label) else anchor_of(label)
    if anchor is None:
        return ()
    anchors = [anchor]
    instrument = known().instruments.get(document.work or "")
    if instrument is not None and anchor[0].isdigit() and instrument.numbering != "paragraph":
        anchors.append(f"{instrument.numbering}-{anchor}")
    return (*anchors, *(f"{target}#{one}" for target in targets(document) for one in anchors))
