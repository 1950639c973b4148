"""The baskets and briefs of a collection as one reader sees them, and what a person does to them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from kb.collection import Collection
from kb.errors import KBError, NotHeld
from kb.kept.state import ADDED, CLEARED, DROPPED, NOTED, PLACED, REMOVED, RESTORED, SECTION, WANTED, State, state_of
from kb.kept.tied import mark_of, tied
from kb.nouns import Access
from kb.store import kept
from kb.store.changes import changes, count_change
from kb.store.kept import KEPT, Event, Row
from kb.wording import worded

BASKET, BRIEF = "basket", "brief"
MOST = 2_000  # passages of one basket
LONGEST_NOTE = 4_000
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A basket or a brief. ``who`` made it ``at`` a moment (UTC); the basket without a name is the one that all use
    who choose no other."""

    id: int
    kind: str
    name: str
    who: str
    at: str


class Overtaken(KBError):
    """Somebody else has written where this person was about to; ``now`` is the state as it is."""

    kind = "conflict"

    def __init__(self, now: State, *, where: str) -> None:
        self.now = now
        super().__init__(
            worded("somebody has changed this since you opened it"),
            where=where,
            advice=worded("Read what stands there now, then send yours again if it still holds."),
        )


class Shelf:
    """What is kept in a collection. Safe to share between threads.

    Nothing is shown to a clearance of public: what staff put together, and its names, are the staff's own.
    """

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._lock = Lock()
        self._states: dict[int, tuple[tuple[int, int], State]] = {}

    def listed(self, kind: str) -> list[Kept]:
        """Every basket, or every brief, by name."""
        if self.collection.clearance is Access.PUBLIC:
            return []
        with self.collection.store.read() as connection:
            return [_to_kept(row) for row in kept.listed(connection, kind)]

    def one(self, kind: str, which: int | str) -> Kept:
        """The one with this id or name; NotHeld."""
        for each in self.listed(kind):
            if which in (each.id, each.name):
                return each
        raise NotHeld(
            worded("there is no basket “%(name)s”", name=which)
            if kind == BASKET
            else worded("there is no brief “%(name)s”", name=which),
            advice=worded("See what there is: kb %(kind)s list", kind=kind),
        )

    def make(self, kind: str, name: str, *, who: str = "") -> tuple[Kept, bool]:
        """The one with this name, and whether it was made now; KBError of kind ``misuse`` for a name too long, and for
        a clearance of public, which keeps nothing."""
        self._may_write()
        row = Row(id=0, kind=kind, name=named(name) if name else "", who=who[:LONGEST_NAME], at=_now())
        with self.collection.store.write() as connection:
            kept_id, new = kept.made(connection, row)
        return self.one(kind, kept_id), new

    def rename(self, one: Kept, name: str) -> Kept:
        """Give it another name; KBError of kind ``misuse`` where another has it."""
        self._may_write()
        name = named(name)
        if any(each.name == name and each.id != one.id for each in self.listed(one.kind)):
            raise KBError(worded("“%(name)s” is the name of another one", name=name), kind="misuse")
        with self.collection.store.write() as connection:
            kept.change(connection, one.id, name=name)
        return self.one(one.kind, one.id)

    def put_away(self, one: Kept) -> None:
        """It is listed no more; its history stays in the store."""
        self._may_write()
        with self.collection.store.write() as connection:
            kept.change(connection, one.id, closed=1)

    def state(self, one: Kept) -> State:
        """What it comes to now, of passages that this reader may see."""
        with self.collection.store.read() as connection:
            as_of = (changes(connection), kept.last(connection, one.id))
            with self._lock:
                before = self._states.get(one.id)
            if before and before[0] == as_of:
                return before[1]
            made = state_of(tied(connection, kept.events(connection, one.id), self.collection.clearance), as_of[1])
        with self._lock:
            self._states[one.id] = (as_of, made)
        return made

    def since(self, one: Kept, seen: int, *, until: int | None = None) -> list[Event]:
        """What was done after the event ``seen``, as far as this reader may see it; up to the event ``until``."""
        with self.collection.store.read() as connection:
            all_ = tied(connection, kept.events(connection, one.id), self.collection.clearance).events
        return [each for each in all_ if each.id > seen and (until is None or each.id <= until)]

    def add(self, one: Kept, keys: Sequence[str], *, who: str = "") -> int:
        """Put passages at its end, each once; how many are new. NotHeld for one that this reader may not see."""
        there = set(self.state(one).order)
        new = [key for key in dict.fromkeys(keys) if key not in there]
        if len(there) + len(new) > MOST:
            raise KBError(worded("A basket holds at most %(most)s passages.", most=MOST), kind="misuse")
        self._write(one, [Event(what=ADDED, key=key) for key in new], who=who)
        return len(new)

    def remove(self, one: Kept, keys: Iterable[str], *, who: str = "") -> None:
        """Take passages out."""
        self._write(one, [Event(what=REMOVED, key=key) for key in keys], who=who)

    def clear(self, one: Kept, *, who: str = "") -> None:
        """Take everything out."""
        self._write(one, [Event(what=CLEARED)], who=who)

    def drop(self, one: Kept, key: str, *, who: str = "", back: bool = False) -> None:
        """Leave a passage out of a brief, or take it ``back``."""
        self._write(one, [Event(what=RESTORED if back else DROPPED, key=key)], who=who)

    def place(self, one: Kept, key: str, before: str, *, who: str = "") -> None:
        """Put a passage before another; "" is the end."""
        self._write(one, [Event(what=PLACED, key=key, other=before)], who=who)

    def place_section(self, one: Kept, name: str, before: str, *, who: str = "") -> None:
        """Put a section of a brief before another."""
        self._write(one, [Event(what=SECTION, text=f"{name} {before}")], who=who)

    def note(self, one: Kept, key: str, text: str, *, who: str = "", seen: int | None = None) -> None:
        """Write what is to stand under a passage; "" takes the note away.

        ``seen`` is the id of the note that the writer has read, 0 for none: Overtaken where another stands there now,
        with nothing written.
        """
        text = text.replace("\r\n", "\n").strip()
        if len(text) > LONGEST_NOTE:
            raise KBError(worded("A note has at most %(most)s characters.", most=LONGEST_NOTE), kind="misuse")

        def overtaken(state: State) -> bool:
            now = state.notes.get(key)
            return seen is not None and (now.id if now else 0) != seen and (now.text if now else "") != text

        self._write(one, [Event(what=NOTED, key=key, text=text)], who=who, overtaken=overtaken)

    def want(self, one: Kept, wanted: Mapping[str, Any], *, who: str = "", seen: int | None = None) -> None:
        """Say what a brief is for; ``seen`` as for a note."""

        def overtaken(state: State) -> bool:
            return seen is not None and state.wanted_id != seen and state.wanted != wanted

        text = json.dumps(wanted, ensure_ascii=False, sort_keys=True)
        self._write(one, [Event(what=WANTED, text=text)], who=who, overtaken=overtaken)

    def _write(self, one: Kept, events: Sequence[Event], *, who: str, overtaken: Any = None) -> None:
        self._may_write()
        marked = self._marked(events)
        with self.collection.store.write() as connection:
            count_change(connection, KEPT)  # takes the write lock before the state is looked at
            if overtaken is not None:
                history = tied(connection, kept.events(connection, one.id), self.collection.clearance)
                state = state_of(history, kept.last(connection, one.id))
                if overtaken(state):
                    raise Overtaken(state, where=one.name)
            kept.add(connection, one.id, [each._replace(who=who[:LONGEST_NAME], at=_now()) for each in marked])

    def _marked(self, events: Sequence[Event]) -> list[Event]:
        """The events with the marks of their passages' texts; NotHeld for a passage that this reader may not see."""
        keys = {key for event in events for key in (event.key, event.other) if key}
        with self.collection.store.read() as connection:
            held = kept.texts(connection, keys, self.collection.clearance)
        for key in sorted(keys - held.keys()):
            raise NotHeld(
                worded("no passage “%(key)s” is held", key=key[:200]),
                advice=worded("Write it as DOCUMENT#ANCHOR, as kb search prints it."),
            )
        marks = {key: mark_of(*said) for key, said in held.items()}
        return [each._replace(mark=marks.get(each.key, ""), other_mark=marks.get(each.other, "")) for each in events]

    def _may_write(self) -> None:
        if self.collection.clearance is Access.PUBLIC:
            raise KBError(
                worded("Nothing can be kept here."), advice=worded("Ask the keeper of the collection."), kind="misuse"
            )


def named(name: str) -> str:
    """A name as it is kept; KBError of kind ``misuse`` where it is empty or too long."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    if not plain or len(plain) > LONGEST_NAME:
        raise KBError(worded("A name has 1 to %(most)s characters.", most=LONGEST_NAME), kind="misuse")
    return plain


def _to_kept(row: Row) -> Kept:
    return Kept(id=row.id, kind=row.kind, name=row.name, who=row.who, at=row.at)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
