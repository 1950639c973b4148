"""What a history comes to: which passages, in which order, with which notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.kept.tied import Tied

# What can be done. ``place`` puts a passage before another; ``section`` a section before another (in the text);
# ``wanted`` says what a brief is for.
ADDED, REMOVED, CLEARED, NOTED, PLACED = "added", "removed", "cleared", "noted", "placed"
DROPPED, RESTORED, SECTION, WANTED = "dropped", "restored", "section", "wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person added to a passage, when (UTC), and the id of the event: who writes another says what they saw."""

    text: str
    who: str
    at: str
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A basket or a brief as it is now, as far as a reader may see it.

    ``order`` are the passages of a basket; ``dropped``, ``placed`` (passage, the one it stands before) and ``sections``
    what was changed in a brief that is gathered anew each time; ``wanted`` what the brief is for. ``last`` is the id of
    the last event, ``wanted_id`` of the last that said what it is for. ``changed`` are passages whose text is another
    now, ``gone`` those that are held no more.
    """

    order: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    notes: dict[str, Note] = field(default_factory=dict)
    placed: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    wanted: dict[str, Any] = field(default_factory=dict)
    wanted_id: int = 0
    last: int = 0
    changed: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()


def state_of(history: Tied, last: int) -> State:
    """Everything that was done, one after the other."""
    order: list[str] = []
    dropped: set[str] = set()
    notes: dict[str, Note] = {}
    placed: list[tuple[str, str]] = []
    sections: list[tuple[str, str]] = []
    wanted: dict[str, Any] = {}
    wanted_id = 0
    for event in history.events:
        match event.what:
            case "added" if event.key not in order:
                order.append(event.key)
            case "removed" if event.key in order:
                order.remove(event.key)
            case "cleared":
                order.clear()
            case "noted":
                notes[event.key] = Note(text=event.text, who=event.who, at=event.at, id=event.id)
            case "placed":
                placed.append((event.key, event.other))
                order = list(moved(order, [(event.key, event.other)]))
            case "dropped":
                dropped.add(event.key)
            case "restored":
                dropped.discard(event.key)
            case "section":
                first, _, second = event.text.partition(" ")
                sections.append((first, second))
            case "wanted":
                wanted, wanted_id = json.loads(event.text), event.id
    return State(
        order=tuple(order),
        dropped=frozenset(dropped),
        notes=notes,
        placed=tuple(placed),
        sections=tuple(sections),
        wanted=wanted,
        wanted_id=wanted_id,
        last=last,
        changed=history.changed,
        gone=tuple(key for key in history.gone),
    )


def moved(order: Sequence[str], moves: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The order after each move, which puts the first of a pair before the second; "" is the end. A move of what is not
    there does nothing."""
    now = list(order)
    there = set(now)
    for what, before in moves:
        if what == before or what not in there or (before and before not in there):
            continue
        now.remove(what)
        now.insert(now.index(before) if before else len(now), what)
    return tuple(now)
