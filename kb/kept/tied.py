"""What was done to a passage follows it when a new reading gives it another anchor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from kb.nouns import Access
from kb.register.retie import same, unlabelled
from kb.store import Connection, kept, register
from kb.store.kept import Event


@lru_cache(maxsize=8192)
def mark_of(text: str, label: str) -> str:
    """What a text is known again by: a hash, because what people keep must not keep the words of what is taken away."""
    return sha256(same(unlabelled(text, label)).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """The events that are of readable passages, each with the key its passage has now; the keys of passages that say
    something else than they did, and of those that are gone (told only to who may read everything)."""

    events: tuple[Event, ...]
    changed: frozenset[str]
    gone: tuple[str, ...]


def tied(connection: Connection, events: Sequence[Event], clearance: Access) -> Tied:
    """Each event is held against the text it was said of; where that stands elsewhere now, and once, it moves along."""
    places = [*_places(events)]
    held = kept.texts(connection, {key for key, _ in places}, clearance)
    elsewhere: dict[str, dict[str, str]] = {}
    now: dict[tuple[str, str], str] = {}
    changed: set[str] = set()
    gone: dict[str, None] = {}
    for key, mark in dict.fromkeys(places):
        if key in held and (not mark or mark_of(*held[key]) == mark):
            now[key, mark] = key
            continue
        document = key.partition("#")[0]
        if document not in elsewhere:
            elsewhere[document] = _by_mark(connection, document, clearance)
        if other := elsewhere[document].get(mark):
            now[key, mark] = other
        elif key in held:
            now[key, mark] = key
            changed.add(key)
        elif clearance is Access.RESTRICTED:
            gone[key] = None
    kept_events = []
    for event in events:
        key, other = now.get((event.key, event.mark), ""), now.get((event.other, event.other_mark), "")
        if (event.key and not key) or (event.other and not other):
            continue
        kept_events.append(event._replace(key=key, other=other))
    return Tied(events=tuple(kept_events), changed=frozenset(changed), gone=tuple(gone))


def _places(events: Iterable[Event]) -> Iterable[tuple[str, str]]:
    for event in events:
        if event.key:
            yield event.key, event.mark
        if event.other:
            yield event.other, event.other_mark


def _by_mark(connection: Connection, document: str, clearance: Access) -> dict[str, str]:
    """The passages of a readable document by the mark of their text; without those that say the same as another."""
    texts = register.texts(connection, document)
    readable = kept.texts(connection, [f"{document}#{anchor}" for anchor in texts], clearance)
    found: dict[str, list[str]] = {}
    for key, said in readable.items():
        found.setdefault(mark_of(*said), []).append(key)
    return {mark: keys[0] for mark, keys in found.items() if len(keys) == 1}
