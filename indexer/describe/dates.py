"""Dates as documents print them, in the languages of the field. ISO 8601 comes back, as precise as the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# The beginnings of the months' names, in the cases they are printed in. Longer ones first within a language.
_MONTHS = (
    "january jan janar januar jануар janvier januari января января јануар јануари ocak gennaio enero січня siječ",
    "february feb shkurt februar fevrier février фебруар февруари февраля лютого şubat febbraio febrero veljač",
    "march mar mars mart märz marz март марта березня mart marzo ožuj",
    "april apr prill avril април апреля квітня nisan aprile abril travnj",
    "may maj mai мај мая май травня mayıs maggio mayo svibnj",
    "june jun qershor juin juni јун јуни июня червня haziran giugno junio lipnj",
    "july jul korrik juillet juli јул јули июля липня temmuz luglio julio srpnj",
    "august aug gusht août aout август августа серпня ağustos agosto kolovoz avgust",
    (
        "september sep shtator septembre септембар септември сентября вересня eylül settembre septiembre rujn "
        "septembar septembr септембр"
    ),
    (
        "october oct tetor octobre oktober oktobar oktobr октобар октобр октомври октября жовтня ekim ottobre "
        "octubre listopad"
    ),
    (
        "november nov nëntor nentor novembre novembar novembr новембар новембр ноември ноября листопада kasım "
        "noviembre studen"
    ),
    (
        "december dec dhjetor décembre decembre dezember decembar decembr децембар децембр декември декабря "
        "грудня aralık dicembre prosin"
    ),
)
_NAMES = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WORD = r"(?P<month>[^\W\d_]{3,12})"
_PATTERN = re.compile(
    rf"(?<![\d/.])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s{{0,2}}(?:de\s)?{_WORD},?\s{{1,2}}(?:de\s)?(?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})\s?[./]\s?(?P<month2>\d{{1,2}})\s?[./]\s?(?P<year2>(?:19|20)\d\d))(?![\d/])"
    rf"|(?<![^\W_])(?P<name>[^\W\d_]{{3,12}})\s(?:(?P<day3>\d{{1,2}}),\s)?(?P<year3>(?:19|20)\d\d)(?![\d/-])"
)


def month_of(word: str) -> int | None:
    """1 to 12 for a month's name in any case and case ending, None for another word."""
    lowered = word.lower().replace("i̇", "i")
    for length in range(len(lowered), 2, -1):
        number = _NAMES.get(lowered[:length])
        if number is not None and len(lowered) - length <= 4:
            return number
    return None


def dates(text: str) -> Iterator[tuple[int, str]]:
    """Every date in the text with its offset, days before months where figures alone are printed."""
    for match in _PATTERN.finditer(text):
        if match["y"]:
            found = _day(match["y"], match["m"], match["d"])
        elif match["day"]:
            found = _day(match["year"], month_of(match["month"]), match["day"])
        elif match["day2"]:
            found = _day(match["year2"], match["month2"], match["day2"])
        else:
            month = month_of(match["name"])
            if month is None:
                continue
            found = _day(match["year3"], month, match["day3"]) if match["day3"] else f"{match['year3']}-{month:02d}"
        if found:
            yield match.start(), found


def _day(year: str, month: int | str | None, day: str) -> str | None:
    if month is None:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
