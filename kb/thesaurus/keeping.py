"""Concepts in the store, with the keys of their terms.

Analysing nine thousand terms takes half a second. What ships with the product is the same in every collection, so its
keys are kept ready in the machine's cache, beside the tables of stems.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from kb.home import machine_cache
from kb.languages import ANALYSIS_VERSION
from kb.languages.stems.keeping import write_whole
from kb.nouns import Concept
from kb.store import Connection, upkeep, write
from kb.thesaurus.keys import Key, keys_of
from kb.thesaurus.lookup import Thesaurus
from kb.thesaurus.signs import Signs

SHIPPED = "shipped"
Written = list[list[str]]  # the stems and the folded forms of one term's words


def keep(connection: Connection, concepts: Sequence[Concept], *, origin: str = SHIPPED) -> bool:
    """Keep the concepts of one origin in place of those before; whether anything was new."""
    own = hashlib.sha256(f"{ANALYSIS_VERSION}|{concepts!r}".encode()).hexdigest()
    name = f"concepts.{origin}"
    if upkeep.setting(connection, name) == own:
        return False
    keys = _ready(concepts, own) if origin == SHIPPED else _keys(concepts)
    write.put_concepts(connection, zip(concepts, keys, strict=True), origin=origin)
    write.put_setting(connection, name, own)
    return True


def _keys(concepts: Sequence[Concept]) -> list[list[Written]]:
    return [[[list(key.stems), list(key.folded)] for key in keys_of(concept)] for concept in concepts]


def _ready(concepts: Sequence[Concept], mark: str) -> list[list[Written]]:
    """The keys from the machine's cache, else made and put there; a damaged or missing file is no error."""
    path = machine_cache() / "concepts" / f"{mark}.json"
    try:
        found: list[list[Written]] = json.loads(path.read_bytes())
        if _is_whole(found, len(concepts)):
            return found
    except (OSError, ValueError):
        pass
    keys = _keys(concepts)
    write_whole(path, json.dumps(keys, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return keys


def _is_whole(found: object, count: int) -> bool:
    """Whether it is what `_keys` makes of so many concepts."""
    if not isinstance(found, list) or len(found) != count:
        return False
    return all(isinstance(keys, list) and all(map(_is_key, keys)) for keys in found)


def _is_key(found: object) -> bool:
    return isinstance(found, list) and len(found) == 2 and all(isinstance(forms, list) for forms in found)


def kept(connection: Connection) -> Thesaurus:
    """The thesaurus of a collection; an imported concept takes the place of a shipped one of the same id."""
    return Thesaurus(
        (
            (concept, tuple(Key(tuple(stems), tuple(folded)) for stems, folded in keys))
            for concept, keys in upkeep.concepts(connection)
        ),
        mark(connection),
    )


def signs_of(connection: Connection) -> Signs:
    """The signs of the concepts of a collection's thesaurus, read without anything else about them."""
    keys = upkeep.term_keys(connection)
    return Signs(((tuple(stems), name) for name, terms in keys.items() for stems, _ in terms), mark(connection))


def mark(connection: Connection) -> str:
    """Tells the thesaurus of a collection from every other one."""
    origins = sorted(upkeep.settings_of(connection, "concepts.").items())
    return hashlib.sha256(repr(origins).encode()).hexdigest()
