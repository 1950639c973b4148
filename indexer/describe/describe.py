"""Read a document's particulars from its beginning; a manifest, where there is one, has the last word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from indexer.blocks import Facts
from indexer.describe.dates import dates
from indexer.describe.gazettes import nominative
from indexer.describe.head import Line, head
from indexer.describe.kinds import (
    CITED_LAW,
    COURT,
    CPT_REPORT,
    DECISION,
    LAW,
    LEGAL_BASIS,
    PUBLISHED,
    RESPONSE,
    kind_of_title,
    mechanism_of,
)
from indexer.describe.states import state_in_reference, states
from indexer.describe.titles import judgment_title, title_of
from indexer.describe.works import title_line, work_of
from kb.citations import canonical, ecli_of, find
from kb.nouns import Instrument, Kind, Passage

_HUDOC = re.compile(r"001-\d{4,7}")
_FILE = re.compile(r"^cpt[-_ ]?inf[-_ ]?(\d{4})[-_ ](\d{1,3})(?!\d).*", re.IGNORECASE)
# A publisher's own code on a line of the first page, "SMC/2024/7-en"; language versions differ in the end only.
_CODE = re.compile(r"([A-Z]{2,6}(?:[-/][A-Za-z0-9]{1,12}){1,4})(?=\s?[·,;|]|\s*\Z)")
_LANGUAGE = re.compile(r"[-/](?:en|fr|sq|al|alb|sr|srp|bs|hr|mk|tr|de)\Z", re.IGNORECASE)
_DATE_LINES = 25
_WEB = {".html", ".htm", ".xhtml", ".xml", ".md"}


class Described(TypedDict, total=False):
    """Fields of Document; one that could not be read is not there."""

    title: str
    kind: Kind
    reference: str
    date: str
    mechanism: str
    state: str
    work: str
    source_url: str


def describe(path: Path, facts: Facts, passages: Sequence[Passage]) -> Described:
    """The Document fields that the file itself gives. ``title`` and ``kind`` always come back. Never raises on text."""
    if facts.settled:
        known = Described(title=facts.title or path.stem, kind=Kind.OTHER)
        return known | Described(date=facts.date) if facts.date else known
    lines = head(passages)
    text = "\n".join(line.text for line in lines)
    judgment = judgment_title(text[:3000])
    if judgment and COURT.search(text):
        return _judgment(path, judgment, text)
    if (instrument := work_of(lines)) is not None:
        return _instrument(instrument, lines)
    return _other(path, facts, lines, text)


def _judgment(path: Path, title: str, text: str) -> Described:
    found = Described(title=title, kind=Kind.JUDGMENT, mechanism="ECtHR")
    numbers = list(dict.fromkeys(c.target for c in find(text[:2000]) if c.grammar == "ecthr"))
    printed = [target.removeprefix("app/") for target in numbers]
    if printed:
        found["reference"] = ("no. " if len(printed) == 1 else "nos. ") + _listed(printed)
    day = _delivered(text[:2500])
    if day:
        found["date"] = day
    if numbers and (ecli := ecli_of(day, numbers[0])):
        found["work"] = ecli
    against = re.split(r"\s(?:v|c)\.\s|\s(?:protiv|kundër|против)\s", title)[-1]
    if named := states(against):
        found["state"] = named[0]
    if _HUDOC.fullmatch(path.stem):  # the Court's own name for its file
        found["source_url"] = f"https://hudoc.echr.coe.int/?i={path.stem}"
    return found


def _delivered(text: str) -> str | None:
    """The day of a judgment stands on a line of its own; notes of rectification and finality come in other forms."""
    days = [(line, date) for line in text.splitlines() for _, date in dates(line) if len(date) == 10]
    alone = (date for line, date in days if len(line) < 40 and not re.search(r"\d\s?[/.]\s?\d", line))
    return next(alone, days[0][1] if days else None)


def _listed(printed: Sequence[str]) -> str:
    return printed[0] if len(printed) == 1 else ", ".join(printed[:-1]) + f" and {printed[-1]}"


def _instrument(instrument: Instrument, lines: Sequence[Line]) -> Described:
    named = title_line(lines)
    found = Described(title=named[0] if named else instrument.names["en"], kind=Kind.INSTRUMENT, work=instrument.id)
    if instrument.adopted:
        found["date"] = instrument.adopted
    if instrument.references:
        found["reference"] = instrument.references[0]
    return found


def _other(path: Path, facts: Facts, lines: Sequence[Line], text: str) -> Described:
    title = title_of(lines, stated=facts.title, path=path)
    mechanism = mechanism_of(f"{title}\n{text[:1500]}")
    kind = _kind(title, lines, mechanism)
    found = Described(title=title, kind=kind)
    if mechanism:
        found["mechanism"] = mechanism
    reference = _reference(path, lines, kind)
    if reference:
        found["reference"] = reference
        target = canonical(reference) or _LANGUAGE.sub("", reference).lower()
        if target and "/gazette/" not in target:  # one issue of a gazette holds many laws
            found["work"] = target
    # The gazette that printed a law says whose it is: "law/srb/gazette/2014/55".
    state = state_in_reference(canonical(reference) or reference) if reference else None
    named = states(title)
    if state or len(named) == 1:
        found["state"] = state or named[0]
    if day := _date(lines, facts, path, law=kind is Kind.LAW):
        found["date"] = day
    return found


def _kind(title: str, lines: Sequence[Line], mechanism: str | None) -> Kind:
    by_title = kind_of_title(title)
    if by_title is Kind.OTHER and any(DECISION.fullmatch(line.text) for line in lines[:15]):
        return Kind.JUDGMENT
    if by_title is Kind.OTHER:
        by_title = next(
            (kind for line in lines[:4] if (kind := kind_of_title(line.text)) is not Kind.OTHER), Kind.OTHER
        )
    if mechanism == "CPT" and by_title is Kind.REPORT and CPT_REPORT.search(title) and not RESPONSE.search(title):
        return Kind.CPT_REPORT
    if by_title is Kind.OTHER and any(LAW.match(line.text) and len(line.text) < 200 for line in lines[:15]):
        return Kind.LAW
    return by_title


_QUOTES = str.maketrans("", "", "\"'„“”«»")  # a gazette's name stands in quotation marks, half of them outside the span


def _reference(path: Path, lines: Sequence[Line], kind: Kind) -> str | None:
    """The document's own code: the first symbol of the first lines; for a law its number or gazette, nothing else.

    What a law names as its legal basis is another law's number.
    """
    if kind is Kind.LAW:
        own = [line.text for line in lines[:30] if not LEGAL_BASIS.match(line.text)]
        found = [c for text in own for c in find(text) if c.grammar in ("law-kosovo", "law-albania")]
        found += [c for text in own if PUBLISHED.search(text) for c in find(text) if c.grammar == "law-gazette"]
        return nominative(found[0].text.translate(_QUOTES)) if found else None
    first = "\n".join(line.text for line in lines)[:700]
    symbol = next((c.text for c in find(first) if c.grammar in ("cpt", "un", "coe") and not c.pinpoint), None)
    spelled = _FILE.sub(r"CPT/Inf (\1) \2", path.stem)
    if symbol or spelled != path.stem:
        return symbol or spelled
    codes = (m[1] for line in lines[:6] if len(line.text) < 80 and (m := _CODE.match(line.text)))
    return next((code for code in codes if any(c.isdigit() for c in code)), None)


def _date(lines: Sequence[Line], facts: Facts, path: Path, *, law: bool) -> str | None:
    """The date that a web page states, else the first one in a short line of the beginning, before the text proper.

    A PDF's own date says when the file was made, which is another thing; so is the date of a law that is cited
    ("Ligji nr. 7895, datë 27.1.1995"), unless the document is a law.
    """
    if path.suffix.lower() in _WEB and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", facts.date[:10]):
        return facts.date[:10]
    for line in lines[:_DATE_LINES]:
        if len(line.text) <= 160:
            for at, found in dates(line.text):
                if law or not CITED_LAW.search(line.text, 0, at):
                    return found
    return None
