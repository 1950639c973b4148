"""What follows the name of a case: chamber, number, date, reports, page and paragraph, in whichever order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.citations.grammar import Draft
from kb.citations.pinpoint import Number, further, number_at

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january janvier janar januar јануар ocak",
            "february février shkurt februar фебруар şubat",
            "march mars mart март",
            "april avril prill април nisan",
            "may mai maj мај mayıs",
            "june juin qershor jun juni јун haziran",
            "july juillet korrik jul juli јул temmuz",
            "august août gusht avgust август ağustos",
            "september septembre shtator septembar септембар eylül",
            "october octobre tetor oktobar октобар ekim",
            "november novembre nëntor novembar новембар kasım",
            "december décembre dhjetor decembar децембар aralık",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBER = r"\d{1,5}/\d{2}(?!\d)"
NUMBERS = (
    rf"{_NUMBER}(?:(?:,|;|,?\s(?:and|et|dhe|i|и|ve|&))\s(?:nos?\.\s?)?(?:{_NUMBER}|\d{{1,3}}\s(?:others|autres)))*"
)
_DATE = r"(?P<day>\d{1,2})(?:er|\.)?\s(?P<month>[^\W\d_]{3,9})\s(?P<year>(?:19|20)\d\d)(?!\d)"
_REPORTS = (
    r"Series\sA\sno\.?\s?\d{1,3}(?:[-‑][A-Z]\b)?|série\sA\sn[°o]\s?\d{1,3}(?:[-‑][A-Z]\b)?"
    r"|(?:ECHR|CEDH)\s(?:19|20)\d\d(?:[-–‑][IVX]{1,5}\b)?(?:\s\((?:extracts|extraits)\))?(?:-\.\.\.|‑\.\.\.)?"
    r"|(?:Reports|Recueil)(?:\sof\sJudgments\sand\sDecisions)?(?:\s\(Reports\))?(?:\s(?:19|20)\d\d[-–‑][IVX]{1,5}\b)?"
    r"|Decisions\sand\sReports(?:\s\(DR\))?\s\d{1,3}|\((?:19|20)\d\d\)\s\d{1,3}\sEHRR\s(?:SE\s?)?\d{1,4}"
)
_ELEMENT = re.compile(
    r"(?!\)?[.:]|[,;]\s(?:and|see|the)\s)"  # how a sentence mostly goes on, which is none
    r"(?P<gap>\)?(?:[,;]?\s[(\[]{0,2}|,|[(\[]{1,2})?)"
    r"(?:(?P<gc>\[?(?:GC|Grand\sChamber|VM|DHM|BD|ВВ|VV)\]?\)?)(?!\w)"
    r"|(?P<dec>\(?(?:dec|déc|vend|odl|одл|karar)\.\)?)"
    r"|(?P<stage>\(?(?:merits(?:\sand\sjust\ssatisfaction)?|just\ssatisfaction|revision|friendly\ssettlement"
    r"|preliminary\sobjections?|striking\sout|fond|satisfaction\séquitable)\)|\([Nn]o\.?\s\d{1,2}\)"
    r"|\(n[°o]\s\d{1,2}\))"
    r"|(?P<word>(?:judgments?|decision|case|arrêt|presuda|aktgjykimi?|vendimi|пресуда|karar[ıi]?)"
    r"(?:\s(?:of|du|od|i|од)(?=\s\d))?)(?!\w)"
    r"|(?:(?:(?:[Aa]pp(?:l(?:ication)?)?s?\.?\s|[Kk]ërkesa\s|[Pp]redstavk[aeu]\s|[Пп]редставк[аеу]\s|[Rr]equêtes?\s"
    r"|[Bb]aşvuru\s|[Жж]алба\s)?\(?(?:nos?\.?|nr\.?|n[°º]s?|br\.?|бр\.?)\s?)"
    rf"(?P<numbers>{NUMBERS}))"
    rf"|(?:(?:ECtHR|GC|Commission(?:\s[Dd]ecision)?|Court\s\([A-Za-z\s]{{3,20}}\)"
    rf"|judgment\sof),?\s)?(?P<date>{_DATE})"
    rf"|(?P<reports>{_REPORTS})"
    r"|(?P<above>(?:(?:also\s)?(?:judgment\s)?(?:cited|quoted|referred\sto)\sabove|op\.\scit\.|loc\.\scit\."
    r"|précité[es]{0,2}|i\scituar\smë\s(?:lart|sipër)|gore\s(?:citiran[aoi]?|naveden[aoi]?)"
    r"|citiran[aoi]?\s(?:gore|iznad)"
    r"|горе\s(?:цитиран[аои]?|наведен[аои]?)|цитирана\sпогоре|yukarıda\sanılan)\)?)"
    r"|(?P<page>(?:at\s)?pp?\.\s?\d{1,4}(?:\s?[-–‑]\s?\d{1,4})?(?!\d))"
    r"|(?P<pin>(?:at\s)?(?:§{1,2}\s?(?:§{1,2}\s?)?|paras?\.?\s|paragraphs?\s|paragrafi\s|paragrafët\s|stav(?:ovi)?\s"
    r"|став(?:ови)?\s|tačk[ae]\s|тачк[ае]\s|paragraphes?\s|параграф\s|ст\.\s|st\.\s|par\.\s)(?=\d)))"
)


@dataclass(slots=True)
class Tail:
    """What was read: where it ends, the numbers, what else identifies the text, and the paragraphs."""

    end: int
    numbers: list[str] = field(default_factory=list)
    day: str = ""
    grand: bool = False
    decision: bool = False
    reports: bool = False
    above: bool = False
    pins: list[Number] = field(default_factory=list)

    @property
    def qualifier(self) -> str:
        """Which of the texts under one number: the day, or at least its chamber or that it is a decision."""
        return self.day or ("dec" if self.decision else "GC" if self.grand else "")

    @property
    def says(self) -> bool:
        """Whether anything was read that makes a name a reference."""
        return bool(self.numbers or self.day or self.reports or self.above or self.pins or self.grand or self.decision)

    def drafts(self, start: int, target: str, pinpoint: str = "") -> Iterator[Draft]:
        """One for the reference with its first paragraph, one for each further paragraph."""
        first = self.pins[0] if self.pins else None
        yield Draft(start, self.end, target, first.pinpoint if first else pinpoint, self.qualifier)
        for one in self.pins[1:]:
            yield Draft(one.start, one.end, target, one.pinpoint, self.qualifier)


def day_of(match: re.Match[str]) -> str:
    """The ISO day of a printed date, "" where the word is no month."""
    month = _MONTHS.get(match["month"].lower().rstrip("aiu")) or _MONTHS.get(match["month"].lower())
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}" if month and 0 < int(match["day"]) < 32 else ""


def tail(text: str, position: int) -> Tail:
    """Read on from ``position``, to the first paragraph and those listed with it."""
    read = Tail(position)
    at = position
    for _ in range(14):
        match = _ELEMENT.match(text, at)
        if match is None or match.end() == at:
            break
        kind = match.lastgroup
        if match[0][0] == ")" and match["pin"] is None:
            break  # the bracket that held the number and the day is closed; only a paragraph goes on
        if match["pin"] is not None:
            number = number_at(text, match.end())
            if number is None:
                break
            read.pins = [number, *further(text, number.end)]
            read.end = number.end
            at = read.pins[-1].end
            _afterwards(text, at, read)
            break
        if match["date"] is not None:
            day = day_of(match)
            if not day:
                break
            read.day = read.day or day
        elif match["numbers"] is not None:
            read.numbers += re.findall(_NUMBER, match["numbers"])
        read.grand |= match["gc"] is not None
        read.decision |= match["dec"] is not None
        read.reports |= match["reports"] is not None
        read.above |= match["above"] is not None
        at = match.end()
        if kind == "word":
            continue  # "judgment" alone at the end is no part of it
        read.end = _without_bracket(match)
    return read


def _without_bracket(match: re.Match[str]) -> int:
    """The end of an element, without a closing bracket that was opened before it."""
    printed = match[0]
    if printed[-1] == ")" and printed.count("(") < printed.count(")"):
        return match.end() - 1
    if printed[-1] == ")" and match["above"] is not None:
        return match.end() - 1
    return match.end()


def _afterwards(text: str, at: int, read: Tail) -> None:
    """A date or the chamber printed after the paragraphs belongs to the reference, though not to its span."""
    for _ in range(3):
        match = _ELEMENT.match(text, at)
        if match is None or match.end() == at or match["pin"] is not None or match["above"] is not None:
            return
        if match["date"] is not None:
            read.day = read.day or day_of(match)
            return
        if match["reports"] is None:
            return
        at = match.end()
