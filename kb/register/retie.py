"""What people said of a passage follows it when a new reading gives it another anchor."""

from __future__ import annotations

from kb.languages import fold
from kb.store import Connection, register


def retie(connection: Connection, document: str) -> int:
    """How many histories of a document were moved to the passage that has the text they were written on.

    A history stays where the passage still says the same, and where the text is found nowhere, or more than once: then
    it is shown as lost, with the text, for a person to decide.
    """
    history = register.said_of(connection, document)
    if not history:
        return 0
    texts = {anchor: same(unlabelled(*said)) for anchor, said in register.texts(connection, document).items()}
    moved = 0
    for anchor in {each.anchor for each in history}:
        quoted = next(same(each.quoted) for each in reversed(history) if each.anchor == anchor)
        if texts.get(anchor) == quoted:
            continue
        places = [place for place, text in texts.items() if text == quoted]
        if len(places) == 1:
            register.move_said(connection, document, anchor, places[0])
            moved += 1
    return moved


def unlabelled(text: str, label: str) -> str:
    """A text without the number printed before it, which changes when a paragraph is put in above."""
    bare = text.lstrip(" (§").removeprefix(label) if label else text
    return bare.lstrip(" .):–-") if bare != text else text


def same(text: str) -> str:
    """A text without what a better reading changes: case, marks on letters, white space, punctuation."""
    return "".join(filter(str.isalnum, fold(text)))
