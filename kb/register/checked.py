"""What a person says of a recommendation, held against what can be said."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kb.errors import KBError
from kb.nouns import Progress, StatusEntry
from kb.wording import worded

LONGEST_NOTE, LONGEST_NAME = 4_000, 100


def checked(status: str, *, on: str = "", evidence: str = "", note: str = "", who: str = "") -> StatusEntry:
    """The entry these words make: ``on`` is the day it is true of (today where none is given), ``evidence`` an address
    as it is copied from the browser, ``/d/…/p/…``, or ``document#anchor``.

    Raises KBError of kind ``misuse`` where a word is not one that can be said.
    """
    known = ", ".join(each for each in Progress if each.is_said)
    if status == Progress.ANSWERED:
        raise KBError(
            worded("“%(status)s” is said by nobody: it shows that a response is held", status=status),
            where="status",
            advice=worded("Say what came of it. There are: %(known)s.", known=known),
            kind="misuse",
        )
    if status not in tuple(Progress):
        raise KBError(
            worded("there is no status “%(status)s”", status=status[:60]),
            where="status",
            advice=worded("There are: %(known)s.", known=known),
            kind="misuse",
        )
    now = datetime.now(UTC)
    if on:
        try:
            day = date.fromisoformat(on)
        except ValueError:
            day = None
        if day is None or len(on) != 10 or day > now.date():
            raise KBError(
                worded("“%(date)s” is no day that has come", date=on[:40]),
                where="date",
                advice=worded("Write it as 2026-05-31."),
                kind="misuse",
            )
    for name, value, longest in (("note", note, LONGEST_NOTE), ("who", who, LONGEST_NAME)):
        if len(value) > longest:
            raise KBError(
                worded("“%(name)s” is longer than %(most)s characters.", name=name, most=longest),
                where=name,
                advice=worded("Shorten it."),
                kind="misuse",
            )
    return StatusEntry(
        status=Progress(status),
        date=on or now.date().isoformat(),
        evidence=key_of(evidence),
        note=note.strip(),
        who=" ".join(who.split()),
        at=now.isoformat(timespec="seconds"),
    )


def key_of(address: str) -> str:
    """``document#anchor`` of a passage however its address was copied; as it is where it is none."""
    address = address.strip()
    _, found, rest = address.partition("/d/")
    if not found:
        return address
    document, _, anchor = rest.partition("?")[0].partition("/p/")
    return f"{document}#{anchor}" if anchor else document
