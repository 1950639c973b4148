"""Take back a table that people filled in: what is new is written to the histories, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kb.errors import KBError
from kb.nouns import Recommendation
from kb.register.checked import checked
from kb.register.register import Conflict, Register
from kb.register.table import differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How many rows were written and how many said nothing new; those that could not be taken, with the reason."""

    written: int
    unchanged: int
    refused: tuple[tuple[int, str, str], ...]  # row of the file (the head is 1), passage, why


def take_table(register: Register, rows: Iterable[Mapping[str, str]], *, who: str = "", dry_run: bool = False) -> Taken:
    """Write every row that says something else than the register does.

    A row whose ``seen`` is not the last entry any more is refused: somebody has changed the recommendation since the
    export. ``who`` stands for rows that name nobody new.
    """
    written = unchanged = 0
    refused: list[tuple[int, str, str]] = []
    for number, row in enumerate(rows, start=2):
        key = row.get("passage", "").strip()
        try:
            now = register.one(key)
            seen = row.get("seen", "").strip().removesuffix(".0")  # a spreadsheet may have made a number of it
            read = _as_seen(now, int(seen)) if seen.isdigit() else now
            if not differs(row, read) or not differs(row, now):
                unchanged += 1
                continue
            entry = checked(
                row.get("status", "").strip() or now.said.value,
                on=row.get("date", "").strip(),
                evidence=row.get("evidence", ""),
                note=row.get("note", ""),
                who=row.get("who", "").strip() or who,
            )
            if read.seen != now.seen:
                raise Conflict(now)
            if not dry_run:
                register.say(key, entry, seen=now.seen)
            written += 1
        except KBError as error:
            refused.append((number, key, f"{error.message}. {error.advice}"))
    return Taken(written=written, unchanged=unchanged, refused=tuple(refused))


def _as_seen(now: Recommendation, seen: int) -> Recommendation:
    """The recommendation as it was when the entry ``seen`` was its last one."""
    return replace(now, history=tuple(entry for entry in now.history if entry.id <= seen))
