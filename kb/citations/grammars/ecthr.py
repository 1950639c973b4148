"""Cases of the European Court of Human Rights, by application number, ECLI or HUDOC item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kb.citations.grammar import Draft, Grammar
from kb.citations.pinpoint import pinpoints

# "no.", "nos." and their sisters. With the word for application before them they say all; alone, "no. 12/04" may be
# a law or a picture: see _plausible.
_WORDED = (
    r"applications?|kërkes\w{0,4}|aplikimi\w{0,3}|aplikacion\w{0,3}|predstavk\w{1,3}|zahtjev\w{0,3}|aplikacij\w{1,3}"
    r"|представк\w{1,3}|апликациј\w{1,3}|жалб\w{1,3}|requêtes?|başvuru\w{0,5}|beschwerden?|individualbeschwerden?"
)
_NUMBER = r"\d{1,5}/\d{2}(?![\d/])"
# The number is looked for first, being rare; then what stands before it.
_PATTERN = re.compile(r"\d(?<![\d/.\-]\d)\d{0,4}/\d{2}(?![\d/])")  # a digit first: what C finds fastest
_LEAD = re.compile(
    rf"(?:\b(?P<worded>{_WORDED})\s(?:(?:nos?|nr|br|бр|sayılı)\b\.?|n[°oº]s?|№)?"
    r"|\b(?:nos?|nr|br|бр)\b\.|\bn[°º]s?)\s?\Z",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"\s?(?:,|;|,?\s(?:and|dhe|i|и|et|ve|und|&)\s)\s?(?=(?:nos?\.\s?|nr\.\s?)?{_NUMBER})(?:nos?\.\s?|nr\.\s?)?"
)
# "no. 36022/97, ECHR 2003-VIII, § 97" and "no. 36022/97 [GC], § 97".
_BETWEEN = re.compile(r"(?:\s\[GC\])?(?:,?\s?(?:ECHR|CEDH|Reports)\s\d{4}(?:[-–‑][IVX]{1,6})?(?:\s\(extracts\))?)?")
_LAW = re.compile(
    r"\b(?:laws?|acts?|decrees?|decisions?|resolutions?|orders?|ordinances?|regulations?|directives?|codes?|bills?"
    r"|gazette"
    r"|protocols?|instructions?|rulings?|circulars?|statutes?|loi|décret|arrêté|ligj\w*|vendim\w*|dekret\w*|zakon\w*"
    r"|uredb\w*|pravilnik\w*|odluk\w*|glasnik\w*|list\w*|vesnik\w*|закон\w*|одлук\w*|гласник\w*|уредб\w*|kanun\w*"
    r"|picture|photo(?:graph)?|file|case\s+file)\b\W{0,3}(?:RS\W{0,4})?\Z",
    re.IGNORECASE,
)
_PLAINLY = (", no. ", "] no. ", ") no. ", "(no. ")  # as mostly: nothing else has to be looked for
_PUNCTUATION = " \xa0\n,.;:()[]“”„\"'’«»–-"
_OF = re.compile(r"\s(?:of|od|from|dated|du|dat)\b")
_CASE = re.compile(
    r"\s(?:v|c|kundër|protiv|против|gegen|contre)\b\.?|\[GC\]|\[VM\]|\[VV\]|\((?:dec|déc|vend|odl)\.\)|\bapp",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\W{1,3}(?:§|ECHR|CEDH|Reports|Series|Commission|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})")


def application(printed: str) -> str:
    """``30210/96`` → ``app/30210/96``; leading zeros fall away."""
    number, year = printed.split("/")
    return f"app/{int(number)}/{year}"


def _law_ends(before: str) -> bool:
    """Whether the words before a number say that it is a law's; nearly always the last of them decides."""
    words = before.rstrip(_PUNCTUATION).rsplit(None, 1)
    if not words or words[-1].endswith("RS"):
        return _LAW.search(before) is not None
    return _may_be_law(words[-1]) and _LAW.search(before) is not None


@lru_cache(maxsize=4096)
def _may_be_law(word: str) -> bool:
    return _LAW.search(word) is not None


def _lead(text: str, at: int) -> tuple[int, bool] | None:
    """Where "no." begins before the number, or the word for application before it, and whether that word is there."""
    if text.endswith(_PLAINLY, max(0, at - len(_PLAINLY[0])), at):
        return at - len("no. "), False
    lead = _LEAD.search(text, max(0, at - 30), at)
    return (lead.start(), lead["worded"] is not None) if lead else None


def _plausible(text: str, start: int, number: re.Match[str]) -> bool:
    before = text[max(0, start - 40) : start]
    if _law_ends(before) or _OF.match(text, number.end()):
        return False
    if int(number[0].split("/")[0]) >= 1000:
        return True
    return bool(_AFTER.match(text, number.end()) or _CASE.search(text, max(0, start - 150), start))


def _read(match: re.Match[str]) -> Iterator[Draft]:
    text, number = match.string, match
    lead = _lead(text, match.start())
    if lead is None:
        return
    start, worded = lead
    if not worded and not _plausible(text, start, number):
        return
    for _ in range(200):  # "nos. 1/02 and 2/03"; collective judgments join a hundred applications and more
        following = _AND.match(text, number.end())
        further = _PATTERN.match(text, following.end()) if following else None
        if further is None:
            break
        yield Draft(start, number.end(), application(number[0]))
        start, number = further.start(), further
    end = number.end()
    between = _BETWEEN.match(text, end)
    drafts = list(pinpoints(text, start, between.end() if between else end, application(number[0])))
    if drafts[0].pinpoint:
        yield from drafts
    else:
        yield Draft(start, end, application(number[0]))


def _read_ecli(match: re.Match[str]) -> Iterable[Draft]:
    return pinpoints(match.string, match.start(), match.end(), match[0].lower())


def _read_item(match: re.Match[str]) -> Iterable[Draft]:
    yield Draft(match.start(), match.end(), f"hudoc/{match[0]}")


ECTHR = Grammar(
    name="ecthr",
    sign="/",
    pattern=_PATTERN,
    read=_read,
    examples=(
        ("Name v. State [GC], no. 12345/96, § 92, ECHR 2000-XI", ("app/12345/96#92",)),
        ("(nos. 1001/02 and 2002/03, § 95, ECHR 2008)", ("app/1001/02", "app/2002/03#95")),
        ("Name v. State, nos. 1/02 and 2/03", ("app/1/02",)),
        ("no. 12345/98, §§ 59 and 62, ECHR 1999‑III", ("app/12345/98#59", "app/12345/98#62")),
        ("nr. 54321/00, §§ 56 deri 60", ("app/54321/00#56",)),
        ("no. 54321/00, §§ 56 to 60 and 70", ("app/54321/00#56", "app/54321/00#70")),
        ("no. 54321/00, §§ 56-57, 21 July 2015", ("app/54321/00#56",)),
        ("no. 54321/00, § 56, 21 July 2015", ("app/54321/00#56",)),
        ("no. 54321/00, §§ 56, 21 July 2015", ("app/54321/00#56",)),
        ("no. 54321/97, ECHR 2003-VIII, § 97", ("app/54321/97#97",)),
        ("(Application no. 1620/03)", ("app/1620/03",)),
        ("(Applications nos. 1620/03, 1621/03 and 1622/03)", ("app/1620/03", "app/1621/03", "app/1622/03")),
        ("kërkesa nr. 12345/96", ("app/12345/96",)),
        ("predstavka br. 12345/96, stav 92", ("app/12345/96#92",)),
        ("представка бр. 12345/96", ("app/12345/96",)),
        ("requête n° 12345/96, § 92", ("app/12345/96#92",)),
        ("başvuru no. 12345/96", ("app/12345/96",)),
        ("жалба бр. 12345/96", ("app/12345/96",)),
        ("Name v. State, no. 798/05, 15 September 2009", ("app/798/05",)),
        ("Name v. State (dec.), no. 510/04, § 87, 1 March 2007", ("app/510/04#87",)),
        ("application no. 00798/05", ("app/798/05",)),
        ("no. 12345/96, §\xa092", ("app/12345/96#92",)),
    ),
    near_misses=(
        "Law no. 137/2009",
        "Law no. 9/02 on prisons",
        "picture no. 12/04 shows him",
        "no. 12/04 of 11 March 2004",
        "nos. 75/1993, 92/1996",
        "Official Gazette no. 48/99",
        "no. 5 of 6",
        "Zakon br. 12/04",
        "case number 3/4",
    ),
)
ECLI = Grammar(
    name="ecli",
    sign=":",
    triggers=("ecli:",),
    pattern=re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?", re.IGNORECASE),
    read=_read_ecli,
    examples=(
        ("ECLI:CE:ECHR:2018:1109JUD007140910", ("ecli:ce:echr:2018:1109jud007140910",)),
        ("(ECLI:CE:ECHR:2000:1026JUD003021096, § 92).", ("ecli:ce:echr:2000:1026jud003021096#92",)),
        ("ecli:ce:echr:2018:1109jud007140910", ("ecli:ce:echr:2018:1109jud007140910",)),
    ),
    near_misses=("ECLI: to be assigned", "the ECLI:XX number"),
)
HUDOC = Grammar(
    name="hudoc",
    sign="-",
    triggers=("00",),
    pattern=re.compile(r"00[1-5]-(?<![\w-]00\d-)\d{4,7}(?![\w-])"),
    read=_read_item,
    examples=(("HUDOC 001-58007", ("hudoc/001-58007",)), ("?i=001-180279", ("hudoc/001-180279",))),
    near_misses=("tel. 044-001-58007", "001-58007-2", "3001-58007"),
)
