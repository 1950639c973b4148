"""What an ECLI of the European Court of Human Rights says: the day, the kind of text and the application number."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

# Council conclusions 2011/C 127/01 give the five parts; the Court fills the last with JUD or DEC, the number padded to
# seven digits and the year in two: ECLI:CE:ECHR:2018:1109JUD007140910 is 71409/10 of 9 November 2018.
_ECLI = re.compile(r"ecli:ce:echr:(\d{4}):(\d{2})(\d{2})(jud|dec|rep|adv)(\d{7})(\d{2})")


class Parts(NamedTuple):
    """``application`` is the target of the number (``app/71409/10``), ``day`` is ISO 8601."""

    day: str
    kind: str
    application: str


def parts(target: str) -> Parts | None:
    """The parts of a canonical ECLI; None where it is another court's, or no day of the calendar."""
    match = _ECLI.fullmatch(target)
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return Parts(day.isoformat(), match[4], f"app/{int(match[5])}/{match[6]}")
