"""Recommendations and resolutions of the Committee of Ministers of the Council of Europe."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.cpt import full_year

# Until 2002 "R (87) 3", then "Rec(2006)2", since 2007 "CM/Rec(2012)12"; "-rev" is an edition of its own.
_PATTERN = re.compile(
    r"\b(?:(?:CM\s?/\s?)?(Rec|Res)\s{0,2}\(\s?(\d{4})\s?\)\s{0,2}(\d{1,3})(\s?[-–‑]?\s?rev\b)?"
    r"|(?:No\.?\s?)?(R)\s{0,2}\((\d{2})\)\s{0,2}(\d{1,3}))(?!\d)",
    re.IGNORECASE,
)


def _read(match: re.Match[str]) -> Iterable[Draft]:
    series, year, number = (match[1], match[2], match[3]) if match[1] else ("Rec", match[6], match[7])
    revised = "-rev" if match[4] else ""
    yield Draft(match.start(), match.end(), f"{series.lower()}/{full_year(year)}/{int(number)}{revised}")


COE = Grammar(
    name="coe",
    sign="(",
    shape=re.compile(r"\(\s?\d{2}(?:\d\d)?\s?\)\s{0,2}\d"),
    initials="crn",
    pattern=_PATTERN,
    read=_read,
    examples=(
        ("Rec(2003)22 on conditional release", ("rec/2003/22",)),
        ("Recommendation CM/Rec(2012)12", ("rec/2012/12",)),
        ("Rec (2014) 4", ("rec/2014/4",)),
        ("Recommendation No. R (98) 7", ("rec/1998/7",)),
        ("Preporuka R (99) 22", ("rec/1999/22",)),
        ("Препорука Rec(2010)1", ("rec/2010/1",)),
        ("CM/Res(2020)3", ("res/2020/3",)),
        ("Rekomandimi CM/Rec(2018)5", ("rec/2018/5",)),
    ),
    near_misses=("records (2006) 2", "R (on the application of X)", "para (87) 3", "Recueil (2006)"),
)
