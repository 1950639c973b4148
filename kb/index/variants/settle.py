"""At the end of a run: which texts are the same, and which of them is searched from now on."""

from __future__ import annotations

from functools import lru_cache

from kb.index.variants.choose import key, shown
from kb.index.variants.compare import same_words
from kb.index.variants.sketch import words_of
from kb.nouns import Document, Sketch
from kb.store import Connection, Store, upkeep, variants

ALIKE = (
    0.5  # share of runs below which two texts are not compared: signs of footnotes cost a text up to a third of them
)
LENGTH = 0.8  # the shorter of two texts that say the same has as many of the longer's words; contents pages are long
_HELD, _SKETCHES = 16, 256  # texts and sketches kept in memory for the next comparison


def settle(store: Store) -> int:
    """How many documents are searched now and were not, or are not any more; their entries are left pending."""
    with store.write() as connection:
        _compare(connection)
        pairs = variants.pairs(connection)
        keys = {
            document.id: key(document, bad)
            for document, bad in variants.of(connection, {each for pair in pairs for each in pair})
        }
        wanted, held = shown(pairs, keys), variants.all_shown(connection)
        changed = sorted(document for document in {*wanted, *held} if wanted.get(document) != held.get(document))
        for document in changed:
            variants.put_shown(connection, document, wanted.get(document))
    return len(changed)


def _compare(connection: Connection) -> None:
    """Compare what is new with everything that may be the same."""

    @lru_cache(maxsize=_HELD)
    def words(document_id: str) -> list[str]:
        held = upkeep.whole(connection, document_id)
        return words_of(held[0], held[2]) if held else []

    @lru_cache(maxsize=_SKETCHES)
    def sketched(document_id: str) -> tuple[Document, Sketch]:
        return variants.sketched(connection, document_id)

    seen: set[tuple[str, str]] = set()
    for name in variants.unsettled(connection):
        document, mine = sketched(name)
        for its_name in variants.alike_ids(connection, name):
            pair = (min(name, its_name), max(name, its_name))
            if pair not in seen:
                seen.add(pair)
                other, its = sketched(its_name)
                if _may_be_same(document, mine, other, its) and (
                    mine.text == its.text or same_words(words(pair[0]), words(pair[1]))
                ):
                    variants.put_pair(connection, *pair)
    variants.settled(connection)


def _may_be_same(document: Document, sketch: Sketch, other: Document, its: Sketch) -> bool:
    """Whether nothing that is known of two documents speaks against it, before a word is compared.

    What the keeper says outweighs the words: a form filled in alike in two prisons is two documents.
    """
    for name in ("language", "reference", "work", "state"):
        ours, theirs = (_plain(getattr(each, name) or "") for each in (document, other))
        if ours and theirs and ours != theirs:
            return False
    if document.institutions and other.institutions and document.institutions != other.institutions:
        return False
    if sketch.version != its.version or not sketch.words or not its.words:
        return False
    if sketch.text == its.text:
        return True
    few, many = sorted((sketch.words, its.words))
    return few >= LENGTH * many and share(sketch, its) >= ALIKE


def _plain(value: str) -> str:
    """A symbol is the same however it is spaced and bracketed."""
    return "".join(filter(str.isalnum, value.casefold()))


def share(sketch: Sketch, other: Sketch) -> float:
    """About which share of the runs of words of two texts is in both, 0..1."""
    smallest = sorted({*sketch.keys, *other.keys})[: max(len(sketch.keys), len(other.keys))]
    if not smallest:
        return 0.0
    return len({*smallest} & {*sketch.keys} & {*other.keys}) / len(smallest)
