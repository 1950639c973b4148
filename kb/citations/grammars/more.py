"""References that need no name beside them: the European Union's acts, advisory opinions, Series A, General Reports."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.cpt import full_year
from kb.citations.pinpoint import pinpoints

# "Regulation (EC) No 2201/2003" has number/year until 2014, year/number since; a directive always has year/number.
_EU = re.compile(
    r"\b(?:(?P<act>Regulations?|Directives?|R[èe]glement|Rregullor(?:ja|es|en)|Uredb[aeiu]|Direktiv[aeiu]?"
    r"|Direktivës|Директив[аеиу]"
    r"|Уредб[аеиу])\s\(?(?:(?:EU|EC|EEC|UE|CE|CEE|EZ|ЕУ|BE)\)?\s)?(?:[Nn][or]\.?\s|n[°o]\s|br\.\s|бр\.\s)?"
    r"(?P<a>\d{1,4})/(?P<b>\d{1,4})(?:/(?P<tail>EU|EC|EEC|UE|CE|EZ|ЕУ|JHA))?)(?![\w/])"
)
_OPINION = re.compile(r"(?:\b[Rr]equest\s[Nn]o\.\s|\bdemande\sn[°o]\s)?\bP16-((?:19|20)\d\d)-(\d{3})\b")
_SERIES = re.compile(r"\bSeries\sA\sno\.?\s?(\d{1,3}(?:[-‑][A-Z])?)(?![\w/])")


def _read_eu(match: re.Match[str]) -> Iterable[Draft]:
    a, b = match["a"], match["b"]
    directive = match["act"][0] in "DdД"
    marked = match["tail"] or "(" in match[0][: match.start("a") - match.start()]
    if not marked:
        return
    year, number = (a, b) if directive or (len(a) == 4 and len(b) != 4) else (b, a)
    if len(a) == 4 and len(b) == 4:
        year, number = (a, b) if 2015 <= int(a) <= 2050 and not 1958 <= int(b) <= 2014 else (b, a)
    if len(year) == 2:
        year = str(full_year(year))
    if len(year) == 4:
        yield Draft(match.start(), match.end(), f"eu/{'dir' if directive else 'reg'}/{year}/{int(number)}")


def _read_opinion(match: re.Match[str]) -> Iterable[Draft]:
    yield Draft(match.start(), match.end(), f"echr-p16/{match[1]}/{int(match[2])}")


def _read_series(match: re.Match[str]) -> Iterable[Draft]:
    if match.string[max(0, match.start() - 2) : match.start()].strip() == ",":
        return  # it belongs to the case before it
    yield Draft(match.start(), match.end(), f"series-a/{match[1].lower().replace('‑', '-')}")


EU = Grammar(
    name="eu",
    sign="/",
    triggers=(
        "regulation",
        "directive",
        "règlement",
        "reglement",
        "rregullor",
        "uredb",
        "direktiv",
        "директив",
        "уредб",
    ),
    initials="rduуд",
    pattern=_EU,
    read=_read_eu,
    examples=(
        ("Regulation (EC) No 2201/2003", ("eu/reg/2003/2201",)),
        ("Regulation (EC) No. 1347/2000", ("eu/reg/2000/1347",)),
        ("Regulation (EU) 2016/679", ("eu/reg/2016/679",)),
        ("Directive 2008/115/EC", ("eu/dir/2008/115",)),
        ("Directive (EU) 2016/343", ("eu/dir/2016/343",)),
        ("Directive 95/46/EC", ("eu/dir/1995/46",)),
        ("Article 3 of Directive 2012/13/EU", ("eu/dir/2012/13#article-3",)),
        ("Direktiva 2013/48/EU", ("eu/dir/2013/48",)),
        ("Rregullorja (BE) 2016/679", ("eu/reg/2016/679",)),
        ("Уредба (ЕУ) 2016/679", ("eu/reg/2016/679",)),
    ),
    near_misses=(
        "Regulation 3/4",
        "Regulations 2000",
        "directive 12 of the warden",
        "regulation no. 7/2001",
        "Direktivë 2012",
    ),
)
OPINION = Grammar(
    name="advisory-opinion",
    sign="-",
    triggers=("p16-",),
    pattern=_OPINION,
    read=_read_opinion,
    examples=(
        ("Advisory opinion, request no. P16-2019-001", ("echr-p16/2019/1",)),
        ("P16-2018-001, Court of Cassation", ("echr-p16/2018/1",)),
    ),
    near_misses=("P16-2019", "XP16-2019-001", "MP16-20190-1"),
)
SERIES = Grammar(
    name="series-a",
    sign="series a",
    counted=True,
    pattern=_SERIES,
    read=_read_series,
    examples=(("Series A no. 234-A, p. 35", ("series-a/234-a",)), ("Series A no. 18", ("series-a/18",))),
    near_misses=("series A of 18 photographs", "Series A number"),
)

# The symbol of each General Report on the CPT's activities.
_REPORTS = {
    1: "1991/3", 2: "1992/3", 3: "1993/12", 4: "1994/10", 5: "1995/10", 6: "1996/21", 7: "1997/10", 8: "1998/12",
    9: "1999/12", 10: "2000/13", 11: "2001/16", 12: "2002/15", 13: "2003/35", 14: "2004/28", 15: "2005/17",
    16: "2006/35", 17: "2007/39", 18: "2008/25", 19: "2009/27", 20: "2010/28", 21: "2011/28", 22: "2012/21",
    23: "2013/29", 24: "2015/1", 25: "2016/10", 26: "2017/5", 27: "2018/4", 28: "2019/9",
}  # fmt: skip
_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "first i parë prvi први premier",
            "second ii dytë drugi други deuxième",
            "third iii tretë treći трећи troisième",
            "fourth iv katërt četvrti четврти quatrième",
            "fifth v pestë peti пети cinquième",
            "sixth vi gjashtë šesti шести sixième",
            "seventh vii shtatë sedmi седми septième",
            "eighth viii tetë osmi осми huitième",
            "ninth ix nëntë deveti девети neuvième",
            "tenth x dhjetë deseti десети dixième",
        ),
        start=1,
    )
    for word in words.split()
}
_GENERAL = re.compile(
    r"(?<![\w.])(?P<number>\d{1,2}(?:st|nd|rd|th|er|ère|e|ème|\.|-?t[aëei]|-?i)?|(?:[Ff]irst|[Ss]econd"
    r"|[Tt]hird|[Ff]ourth|[Ff]ifth"
    r"|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth)|(?:[Pp]rvi|[Dd]rugi|[Tt]reći)|(?:[Пп]рви|[Дд]руги"
    r"|[Тт]рећи))\s"
    r"(?:(?:CPT|[Aa]nnual|[Gg]odišnj\w{1,3})\s)?(?:General\sReport|[Gg]eneral\sreport|[Rr]apport\sgénéral"
    r"|[Oo]pšt(?:i|eg|em|im)\sizvešta\w{1,3}"
    r"|[Oo]pć(?:i|eg|em|im)\sizvješ\w{1,5}|[Оо]пшт(?:и|ег|ем|им)\sизвешта\w{1,3}|[Гг]енерал(?:ен"
    r"|ниот)\sизвештај|Genel\sRapor\w{0,3})"
    r"|(?:[Rr]aporti[nt]?\s(?:i\s|e\s|të\s)?[Pp]ërgjithsh\w{1,4}\s(?:nr\.\s?|i\s|numër\s)?(?P<sq>\d{1,2})(?!\d))"
)


def _read_general(match: re.Match[str]) -> Iterable[Draft]:
    printed = match["number"] or match["sq"]
    digits = re.match(r"\d+", printed)
    number = int(digits[0]) if digits else _WORDS.get(printed.lower(), 0)
    if not 0 < number < 60:
        return ()
    target = f"cpt/inf/{_REPORTS[number]}" if number in _REPORTS else f"cpt/general-report/{number}"
    return pinpoints(match.string, match.start(), match.end(), target)


GENERAL = Grammar(
    name="cpt-general-report",
    triggers=("general report", "rapport g", "izvešta", "izvješ", "rapor", "извешта"),
    initials="0fstendprпдт",
    pattern=_GENERAL,
    read=_read_general,
    examples=(
        ("the 2nd General Report", ("cpt/inf/1992/3",)),
        ("2nd General Report, paragraph 46", ("cpt/inf/1992/3#46",)),
        ("12th General Report, paras. 40 and 41", ("cpt/inf/2002/15#40", "cpt/inf/2002/15#41")),
        ("21st General Report, § 53", ("cpt/inf/2011/28#53",)),
        ("the CPT's second General Report, § 46", ("cpt/inf/1992/3#46",)),
        ("paragraph 46 of the 2nd General Report", ("cpt/inf/1992/3#46",)),
        ("2e rapport général", ("cpt/inf/1992/3",)),
        ("21e rapport général, paragraphe 53", ("cpt/inf/2011/28#53",)),
        ("Raporti i Përgjithshëm 21, paragrafi 53", ("cpt/inf/2011/28#53",)),
        ("2. opšti izveštaj, stav 46", ("cpt/inf/1992/3#46",)),
        ("2. општи извештај, став 46", ("cpt/inf/1992/3#46",)),
        ("Drugi opšti izveštaj, stav 46", ("cpt/inf/1992/3#46",)),
        ("45th General Report", ("cpt/general-report/45",)),
    ),
    near_misses=(
        "a General Report",
        "the 2nd report in general",
        "99th General Report",
        "General Report 2019",
        "raporti i dytë",
    ),
)
