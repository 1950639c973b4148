"""What lies in a basket, as far as a reader may see it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.collection import Collection
from kb.kept import Note, State
from kb.nouns import Document, Passage
from kb.store import fetching


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A passage of a basket; ``changed`` where its text is another than when it was put there."""

    document: Document
    passage: Passage
    note: Note | None
    changed: bool

    @property
    def key(self) -> str:
        return self.passage.key


def contents(collection: Collection, state: State) -> tuple[Item, ...]:
    """The passages in their order. What the reader may not see is not among them, and not counted anywhere."""
    with collection.store.read() as connection:
        held = fetching.fetch(connection, state.order, collection.clearance)
    found = []
    for key in state.order:
        if key in held:
            note = state.notes.get(key)
            shown = note if note and note.text else None
            found.append(Item(document=held[key][0], passage=held[key][1], note=shown, changed=key in state.changed))
    return tuple(found)
