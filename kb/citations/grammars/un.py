"""Symbols of United Nations documents, as the UN Editorial Manual builds them: body, session, series, number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citations.grammar import Draft, Grammar
from kb.citations.pinpoint import pinpoints

_BODY = r"A|S|E|ST|CAT|CCPR|CRC|CRPD|CED|CEDAW|CERD|CMW|HRI|HRC"
_PATTERN = re.compile(
    rf"\b(?:{_BODY})(?:/[A-Z0-9](?:[A-Z0-9.\-]{{0,15}}[A-Z0-9])?(?![a-z])){{2,7}}"
    r"(?:/(?:Add|Corr|Rev|Amend)\.\d{1,3}){0,2}(?:\s?\((?:\d{4}|[IVXL]{1,7})\))?"
)
_CURT = re.compile(r"\b(?:GA|General Assembly|UNGA) [Rr]es(?:olution|\.)? (\d{1,3}/\d{1,3})\b")


def symbol(printed: str) -> str:
    """A symbol in lower case without the session's year: ``S/RES/1244 (1999)`` → ``s/res/1244``."""
    return re.sub(r"\s?\(.{0,8}\)\Z", "", printed).lower()


def _read(match: re.Match[str]) -> Iterable[Draft]:
    target = symbol(match[0])
    if not any(c.isdigit() for c in target):
        return ()
    return pinpoints(match.string, match.start(), match.end(), target)


def _read_curt(match: re.Match[str]) -> Iterable[Draft]:
    return pinpoints(match.string, match.start(), match.end(), f"a/res/{match[1]}")


UN = Grammar(
    name="un",
    sign="/",
    shape=re.compile(r"/(?<=[A-Z]/)[A-Z0-9]"),
    initials="asech",
    pattern=_PATTERN,
    read=_read,
    examples=(
        ("resolution A/RES/73/1 of 2018", ("a/res/73/1",)),
        ("CAT/C/XXX/CO/3", ("cat/c/xxx/co/3",)),
        ("CAT/C/SRB/CO/2, para. 12", ("cat/c/srb/co/2#12",)),
        ("(A/HRC/43/12)", ("a/hrc/43/12",)),
        ("A/HRC/31/57/Add.3.", ("a/hrc/31/57/add.3",)),
        ("CRC/C/GC/24, paras. 82 and 83", ("crc/c/gc/24#82", "crc/c/gc/24#83")),
        ("A/HRC/28/99, paras. 145.24; 145.99–145.106", ("a/hrc/28/99#145.24", "a/hrc/28/99#145.99")),
        ("CCPR/C/107/D/1811/2008", ("ccpr/c/107/d/1811/2008",)),
        ("E/CN.4/2006/6/Add.1", ("e/cn.4/2006/6/add.1",)),
        ("S/RES/1244 (1999)", ("s/res/1244",)),
        ("CAT/OP/12/5", ("cat/op/12/5",)),
        ("A/48/44", ("a/48/44",)),
        ("dokumenti A/HRC/WG.6/33/SRB/3", ("a/hrc/wg.6/33/srb/3",)),
    ),
    near_misses=("AND/OR", "a/b/c", "HRC/PDF/DOC", "10/12/2019", "km/h", "S/he said A/B"),
)

RESOLUTION = Grammar(
    name="un-resolution",
    sign=" res",
    triggers=("ga res", "assembly res"),
    counted=True,
    initials="gu",
    pattern=_CURT,
    read=_read_curt,
    examples=(
        ("General Assembly resolution 73/1", ("a/res/73/1",)),
        ("UNGA Res 60/147, § 3", ("a/res/60/147#3",)),
        ("GA Res. 45/111", ("a/res/45/111",)),
    ),
    near_misses=("Resolution 1244", "the resolution 3/4 of them"),
)
