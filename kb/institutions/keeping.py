"""Institutions in the store: those that are shipped and those of files; found again where they are new."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from kb.institutions.mentions import mentions_of
from kb.institutions.reading import read_file
from kb.institutions.use import use_institutions
from kb.nouns import Institution
from kb.store import Connection, institutions, upkeep, write

SHIPPED = "shipped"
_MARK = "institutions"


def keep_institutions(
    connection: Connection, shipped: Sequence[Institution] | None, folder: Path
) -> tuple[Institution, ...]:
    """Keep what is shipped (None: as it is) and what the files of the home's folder say, and find them again where
    that is new; the institutions that are not shipped. InstitutionsError names a file that is wrong."""
    if shipped is not None:
        institutions.put(connection, shipped, origin=SHIPPED)
    for path in sorted(folder.glob("*.toml")):
        institutions.put(connection, read_file(path), origin=path.stem)
    whole = institutions.held(connection)
    use_institutions(whole)
    mark = hashlib.sha256(repr(whole).encode()).hexdigest()
    if upkeep.setting(connection, _MARK) != mark:
        find_again(connection)
        write.put_setting(connection, _MARK, mark)
    return tuple(institutions.held(connection, without=SHIPPED))


def remove(connection: Connection, origin: str) -> bool:
    """Forget the institutions of one file; whether there were any."""
    there = origin in institutions.origins(connection).values() and origin != SHIPPED
    institutions.put(connection, (), origin=origin)
    return there


def find_again(connection: Connection) -> int:
    """Look for institutions in every passage that is held; in how many documents something else was found."""
    changed = 0
    for document_id in upkeep.ids(connection):
        held = upkeep.whole(connection, document_id)
        if held is None:
            continue
        document, _, passages, _ = held
        found = mentions_of(document, passages)
        if set(found) != set(institutions.mentions(connection, document_id)):
            institutions.put_mentions(connection, document_id, found)
            write.mark_pending(connection, document_id)
            changed += 1
    return changed
