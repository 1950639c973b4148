"""The text at an address in every language that is held, to stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.citations import resolve
from kb.citator.address import DOCUMENT
from kb.citator.aim import Aim
from kb.nouns import Citation, Document, Passage
from kb.store import Connection, read

if TYPE_CHECKING:
    from kb.collection import Collection

MOST = 24  # languages and editions side by side
_AGAIN = 9  # how often an anchor returns in a text that holds several languages one after the other


def texts_of(connection: Connection, collection: Collection, aim: Aim) -> list[tuple[Document, Passage]]:
    """The passage of each readable document, English first, then by language. Empty for a whole text."""
    if not aim.pinpoint:
        return []
    found: list[tuple[Document, Passage]] = []
    for document in aim.documents[:MOST]:
        # Where the document itself is the address, so is the passage, whatever portion of a judgment it stands in.
        own = aim.target == DOCUMENT + document.id
        anchor = aim.pinpoint if own else _anchor(connection, document, aim.pinpoint)
        first = read.passage(connection, document.id, anchor, collection.clearance) if anchor else None
        if first is not None:
            found.append((document, first))
            found += [(document, each) for each in _other_languages(connection, collection, document, first)]
    return sorted(found, key=_order)


def _order(pair: tuple[Document, Passage]) -> tuple[bool, str, str, int]:
    language = pair[1].language or pair[0].language or "zz"
    return language != "en", language, pair[0].id, pair[1].ordinal


def _anchor(connection: Connection, document: Document, pinpoint: str) -> str:
    """The document's own spelling of a pinpoint, by the rules by which citations are led."""
    if read.has_anchor(connection, document.id, pinpoint):
        return pinpoint
    found, _ = resolve(
        Citation(text="", start=0, end=0, grammar="", target=document.id, pinpoint=pinpoint),
        documents=lambda _: [document],
        anchors=lambda name, anchor: read.has_anchor(connection, name, anchor),
    )
    return found.partition("#")[2] if found else ""


def _other_languages(
    connection: Connection, collection: Collection, document: Document, first: Passage
) -> list[Passage]:
    """Where one document holds a text in several languages, the same number comes back in each: ``article-3~2``."""
    if document.language not in (None, "mul"):
        return []
    found, spoken, bare = [], {first.language}, first.anchor.partition("~")[0]
    for number in range(2, _AGAIN):
        again = read.passage(connection, document.id, f"{bare}~{number}", collection.clearance)
        if again is None:
            break
        if again.language not in spoken:
            spoken.add(again.language)
            found.append(again)
    return found
