"""Documents of the CPT: ``CPT/Inf (2019) 9`` in all its spellings, with a paragraph where one follows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.citations.grammar import Draft, Grammar
from kb.citations.pinpoint import pinpoints

# The reference as the CPT prints it, e.g. "CPT/Inf/E (2002) 1 - Rev. 2015" or "CPT/Inf (2024) 01 [EN]".
_PATTERN = re.compile(
    r"\bCPT\s?/\s?Inf(?:\s?/\s?([CEFS]))?\s{0,3}[(\[]\s?(\d{4}|\d{2})\s?[)\]]\s{0,3}(\d{1,3})(?!\d)"
    r"(?:\s?[-–]\s?(?:Rev\.?\s?\d{0,4}|part\b(?:\s\d{1,2})?))?(?:\s?\[(?:EN|FR|EN/FR)\])?",
    re.IGNORECASE,
)


def full_year(year: str) -> int:
    """Two digits as the CPT printed years until 1999: ``95`` is 1995."""
    return int(year) if len(year) == 4 else 1900 + int(year) if int(year) >= 50 else 2000 + int(year)


def _read(match: re.Match[str]) -> Iterable[Draft]:
    series = f"{match[1].lower()}/" if match[1] else ""
    target = f"cpt/inf/{series}{full_year(match[2])}/{int(match[3])}"
    return pinpoints(match.string, match.start(), match.end(), target)


CPT = Grammar(
    name="cpt",
    sign="/",
    triggers=("cpt",),
    initials="c",
    pattern=_PATTERN,
    read=_read,
    examples=(
        ("see CPT/Inf (2019) 9", ("cpt/inf/2019/9",)),
        ("CPT/Inf(2024)01", ("cpt/inf/2024/1",)),
        ("CPT/Inf (2019) 09", ("cpt/inf/2019/9",)),
        ("CPT / Inf (95) 10", ("cpt/inf/1995/10",)),
        ("CPT/Inf (92) 3, § 46", ("cpt/inf/1992/3#46",)),
        ("CPT/Inf (2002) 23, §§ 108 and 110", ("cpt/inf/2002/23#108", "cpt/inf/2002/23#110")),
        ("CPT/Inf (2002) 23, paragraph 108", ("cpt/inf/2002/23#108",)),
        ("CPT/Inf (2019) 9, paragrafi 41", ("cpt/inf/2019/9#41",)),
        ("CPT/Inf (2019) 9, stav 41", ("cpt/inf/2019/9#41",)),
        ("ЦПТ документ CPT/Inf (2019) 9, став 41.", ("cpt/inf/2019/9#41",)),
        ("CPT/Inf/C (2002) 1", ("cpt/inf/c/2002/1",)),
        ("CPT/Inf/E (2002) 1 - Rev. 2015", ("cpt/inf/e/2002/1",)),
        ("CPT/Inf (2024) 8 [EN]", ("cpt/inf/2024/8",)),
        ("CPT/Inf (96) 21-part", ("cpt/inf/1996/21",)),
        ("CPT/Inf (2010) 1 and CPT/Inf (2010) 2", ("cpt/inf/2010/1", "cpt/inf/2010/2")),
        ("cpt/inf (2019) 9", ("cpt/inf/2019/9",)),
    ),
    near_misses=("the CPT informed (2019) 9 people", "CPT/Inf 2019", "CPT (2019) 9", "SCPT/Inf (2019) 9"),
)
