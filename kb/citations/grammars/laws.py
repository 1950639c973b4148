"""National laws by the number under which the gazette published them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.cpt import full_year

# Kosovo's Assembly numbers laws by legislature: "Ligji Nr. 04/L-149", "Zakon br. 04/L-149", "Law No. 04/L-149".
_KOSOVO = re.compile(
    r"(?:\b(?:Ligj\w{0,4}|Zakon\w{0,4}|Закон\w{0,4}|Laws?|Loi|Kodi\w{0,4}|Zakonik\w{0,3}|Code)"
    r"\s(?:(?:(?:Nr|No|br(?:oj)?|бр(?:ој)?|numër|numer)\b\.?|n[°º])\s?)?)?"
    r"(?<![\w/])(\d{2})\s?/\s?[LЛ]\s?[-–‑]\s?(\d{1,3})(?!\w)",
    re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"(?:\b(?:Sl(?:\.|užben\w{0,3}|uzben\w{0,3})\s{0,2}(?:list\w{0,2}|glasnik\w{0,2}|vesnik\w{0,2}|novin\w{1,3})"
    r"|Сл(?:\.|ужбен\w{0,3})\s{0,2}(?:лист\w{0,2}|гласник\w{0,2}|весник\w{0,2}|новин\w{1,3})))"
    r"\s{0,2}([^\d,;\n\"”“»]{0,60}?)"
    r"[\"”“»’']{0,2}\s?,?\s{0,2}(?:br(?:oj)?|бр(?:ој)?)\b\.?\s{0,2}(?=\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(\d{1,3})\s?/\s?((?:19|20)?\d{2})(?![\d/])(?:\s?[-–]\s?(?:ispr|испр|dr|др)\b\.?(?:\s(?:zakon|закон))?)?"
)
_AND = re.compile(r"\s?,\s?|\s(?:i|и)\s")
_STATES = (
    (re.compile(r"\b(?:RS|РС|Republi\w+ Srbij\w+|Републи\w+ Србиј\w+|SRS)\b"), "srb"),
    (
        re.compile(r"\b(?:RSM|RM|PM|РСМ|РМ|Republi\w+ (?:Severna )?Makedon\w+|Републи\w+ (?:Северна )?Македон\w+)\b"),
        "mkd",
    ),
    (re.compile(r"\b(?:FBiH|BiH|Federacij\w+ BiH|БиХ|ФБиХ)\b"), "bih"),
    (re.compile(r"\b(?:CG|RCG|Crn\w+ Gor\w+|ЦГ|РЦГ)\b"), "mne"),
    (re.compile(r"\b(?:SRJ|SFRJ|СРЈ|СФРЈ)\b"), "yug"),
)
# Albania's acts: number and date of signing, "Ligji nr. 8678, datë 14.5.2001"; since 2012 number and year, which only
# the Albanian word tells from other countries' laws.
_ALBANIA = re.compile(
    r"\b(?:Ligj\w{0,4}|Law|VKM|Vendim\w{0,3}|Dekret\w{0,3})\s(?:nr|no)\b\.?\s?(\d{1,5})\s?,?\s(?:dat[ëe]|dt|dated|of"
    r"|i dat[ëe]s)\b\.?"
    r"\s?\d{1,2}[./]\s?\d{1,2}[./]\s?((?:19|20)\d{2})"
    r"|\bLigj\w{0,4}\snr\b\.?\s?(\d{1,3})/((?:19|20)\d{2})(?![\d/])",
    re.IGNORECASE,
)


def _read_kosovo(match: re.Match[str]) -> Iterable[Draft]:
    yield Draft(match.start(), match.end(), f"law/xkx/{match[1]}-l-{int(match[2]):03d}")


def _read_gazette(match: re.Match[str]) -> Iterable[Draft]:
    text, start = match.string, match.start()
    state = next((state for pattern, state in _STATES if pattern.search(match[1])), None)
    number = _NUMBER.match(text, match.end())
    for _ in range(40):
        if state is None or number is None:
            return
        year = full_year(number[2])
        yield Draft(start, number.end(), f"law/{state}/gazette/{year}/{int(number[1])}")
        following = _AND.match(text, number.end())
        number = _NUMBER.match(text, following.end()) if following else None
        start = number.start() if number else 0


def _read_albania(match: re.Match[str]) -> Iterable[Draft]:
    yield Draft(match.start(), match.end(), f"law/alb/{match[2] or match[4]}/{int(match[1] or match[3])}")


KOSOVO = Grammar(
    name="law-kosovo",
    sign="/",
    triggers=("/l", "/ l", "/л"),
    initials="lzзkc0",
    pattern=_KOSOVO,
    read=_read_kosovo,
    examples=(
        ("Ligji Nr. 04/L-149 për ekzekutimin", ("law/xkx/04-l-149",)),
        ("Zakon br. 04/L-149", ("law/xkx/04-l-149",)),
        ("Закон бр. 04/L-149", ("law/xkx/04-l-149",)),
        ("Закон број 04/Л-149", ("law/xkx/04-l-149",)),
        ("Loi n° 04/L-149", ("law/xkx/04-l-149",)),
        ("Law No. 05/L-129", ("law/xkx/05-l-129",)),
        ("Ligjit Nr.06/L-074", ("law/xkx/06-l-074",)),
        ("(04/L-76)", ("law/xkx/04-l-076",)),
    ),
    near_misses=("04/L", "page 4/L-shaped", "104/L-1490"),
)
GAZETTE = Grammar(
    name="law-gazette",
    sign="/",
    triggers=("glasnik", "list", "vesnik", "novin", "гласник", "лист", "весник", "новин"),
    counted=True,
    initials="sс",
    pattern=_GAZETTE,
    read=_read_gazette,
    examples=(
        ("(„Sl. glasnik RS”, br. 55/2014)", ("law/srb/gazette/2014/55",)),
        ("Sl. glasnik RS, br. 55/2014", ("law/srb/gazette/2014/55",)),
        ('"Sl. glasniku RS", br. 85/2005, 88/2005-ispr. i 72/2009',
         ("law/srb/gazette/2005/85", "law/srb/gazette/2005/88", "law/srb/gazette/2009/72")),
        ("Службени гласник Републике Србије, бр. 55/14", ("law/srb/gazette/2014/55",)),
        ("Службен весник на РМ, бр. 15/97", ("law/mkd/gazette/1997/15",)),
        ('"Službene novine Federacije BiH", broj 6/02', ("law/bih/gazette/2002/6",)),
        ("Službeni list CG, br. 20/2011", ("law/mne/gazette/2011/20",)),
    ),
    near_misses=("Sl. glasnik je objavio 3/4", "lista br. 5", "Sl. glasnik RS od 2014"),
)  # fmt: skip
ALBANIA = Grammar(
    name="law-albania",
    triggers=("ligj", "vendim", "dekret", "vkm", "law no", "law nr"),
    counted=True,
    initials="lvd",
    pattern=_ALBANIA,
    read=_read_albania,
    examples=(
        ("Ligji nr. 8678, datë 14.5.2001", ("law/alb/2001/8678",)),
        ("ligjit nr. 44/2015 dhe ligjit nr. 8328, dt. 16.04.1998", ("law/alb/2015/44", "law/alb/1998/8328")),
        ("Law no. 8328 of 16.4.1998", ("law/alb/1998/8328",)),
    ),
    near_misses=("datë 14.5.2001", "Ligji nr. 8678", "Law no. 5 of the Assembly"),
)
