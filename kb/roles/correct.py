"""A person says what a passage does; it holds from then on, whatever is read from the original again."""

from __future__ import annotations

from datetime import UTC, datetime

from kb.home import Home
from kb.index.repair import catch_up
from kb.nouns import Passage, Role
from kb.register.retie import same, unlabelled
from kb.store import Connection, Store, corrections, register, write
from kb.store.corrections import Correction


def correct(home: Home, store: Store, passage: Passage, role: Role | None, *, why: str, who: str = "") -> None:
    """Give the passage this role (None: again the one that was read) everywhere: in the store, the index, the register.

    Hold ``home.writing()``. What was said before stays in the history.
    """
    said = Correction(
        document=passage.document,
        anchor=passage.anchor,
        quoted=passage.text,
        label=passage.label,
        role=role.value if role else "",
        why=why,
        who=who,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    with store.write() as connection:
        corrections.add(connection, said)
        apply(connection, passage.document)
        register.unmark(connection, passage.document)
        write.mark_pending(connection, passage.document)
    catch_up(home, store)


def apply(connection: Connection, document: str) -> dict[str, Role]:
    """Give a document's passages the roles that people said; by anchor those that differ from what was read."""
    given: dict[str, Role] = {}
    if not corrections.said(connection, document):
        return given  # nearly every document: nothing of it is read back
    held = corrections.texts(connection, document)
    placed, _ = place(connection, document)
    for anchor, (_, _, now, before) in held.items():
        read = before or now
        role = placed[anchor].role if anchor in placed else ""
        differs = bool(role) and role != read
        if differs:
            given[anchor] = Role(role)
        if (role or read, read if differs else "") != (now, before):
            corrections.put_role(connection, document, anchor, role or read, read=read if differs else "")
    return given


def place(connection: Connection, document: str) -> tuple[dict[str, Correction], list[Correction]]:
    """What holds of each passage now, by anchor; and what was said of a text that is not there any more.

    What was said follows its text: a reading that moves anchors moves it along. A text that stands in several places,
    none of them where it was, is nowhere.
    """
    held = corrections.texts(connection, document)
    found = {anchor: same(unlabelled(text, label)) for anchor, (text, label, *_) in held.items()}
    placed: dict[str, Correction] = {}
    lost: dict[tuple[str, str], Correction] = {}
    for one in corrections.said(connection, document):
        quoted = same(unlabelled(one.quoted, one.label))
        places = [anchor for anchor, text in found.items() if text == quoted]
        if found.get(one.anchor) == quoted:
            placed[one.anchor] = one
        elif len(places) == 1:
            placed[places[0]] = one
        else:
            lost[one.anchor, quoted] = one
    return placed, [one for one in lost.values() if one.role]
