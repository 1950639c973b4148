"""Concepts in the store, with the keys of their terms: analysing nine thousand terms takes half a second, once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kb.languages import ANALYSIS_VERSION
from kb.nouns import Concept
from kb.store import Connection, upkeep, write
from kb.thesaurus.keys import Key, keys_of
from kb.thesaurus.lookup import Thesaurus

SHIPPED = "shipped"


def keep(connection: Connection, concepts: Sequence[Concept], *, origin: str = SHIPPED) -> bool:
    """Keep the concepts of one origin in place of those before; whether anything was new."""
    mark = hashlib.sha256(f"{ANALYSIS_VERSION}|{concepts!r}".encode()).hexdigest()
    name = f"concepts.{origin}"
    if upkeep.setting(connection, name) == mark:
        return False
    keyed = [(concept, [[key.stems, key.folded] for key in keys_of(concept)]) for concept in concepts]
    write.put_concepts(connection, keyed, origin=origin)
    write.put_setting(connection, name, mark)
    return True


def kept(connection: Connection) -> Thesaurus:
    """The thesaurus of a collection; an imported concept takes the place of a shipped one of the same id."""
    return Thesaurus(
        (concept, tuple(Key(tuple(stems), tuple(folded)) for stems, folded in keys))
        for concept, keys in upkeep.concepts(connection)
    )
