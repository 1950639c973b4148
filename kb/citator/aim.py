"""What a reference aims at: the targets that mean the same text, and the documents that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.citations import parse_reference
from kb.citations.law_names import ANY
from kb.citations.names import family, known
from kb.citator.address import DOCUMENT, INSIDE, canonical_path, split
from kb.errors import QueryError
from kb.judgments import portion_of
from kb.nouns import Document, Instrument
from kb.store import Connection, citing, read
from kb.wording import worded

if TYPE_CHECKING:
    from kb.collection import Collection

# What the grammars make: with one of these in front it is an address though nothing held answers to it.
_MADE = re.compile(
    r"cpt/inf/|app/\d|ecli:|hudoc/|case/|series-a/|eu/|re[cs]/\d|law/[a-z]{3}/|(?:a|s|e|st|cat|ccpr|crc|crpd|ced|cedaw|cerd|cmw|hri|hrc)/"
)
# Of several targets of one text, the one its page is at: an instrument's own name, else the first of these.
_ORDER = ("cpt/inf/", "rec/", "res/", "app/", "law/", "ecli:", "hudoc/", "case/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """``target`` and ``pinpoint`` are the address of its page. ``targets`` mean the same text; ``loose`` are those of
    them that name a family of editions, whose citations count only where the date of the citing text means this one.
    ``documents`` are the readable documents that hold it, ``shared`` says that they are of more than one work.
    ``contested`` are targets that other works answer to as well (the application number of three judgments): their
    citations count where they lead here."""

    target: str
    pinpoint: str
    targets: tuple[str, ...]
    loose: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    instrument: Instrument | None = None
    shared: bool = False
    contested: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return f"{self.target}#{self.pinpoint}" if self.pinpoint else self.target

    @property
    def pinpoints(self) -> tuple[str, ...]:
        """The ways in which its provision or paragraph is written as a pinpoint."""
        return tuple(spellings(self.pinpoint, self.instrument)) if self.pinpoint else ()


def spellings(pinpoint: str, instrument: Instrument | None) -> Iterator[str]:
    """``rule-18.4`` as ``18.4`` too, and a bare number of an instrument with the word its provisions carry."""
    yield pinpoint
    word, dash, number = pinpoint.partition("-")
    if dash and number[:1].isdigit():
        if instrument is None or instrument.numbering == word:
            yield number
    elif pinpoint[:1].isdigit() and instrument is not None and instrument.numbering != "paragraph":
        yield f"{instrument.numbering}-{pinpoint}"


def aim_of(collection: Collection, reference: str) -> Aim:
    """What a reference in any form aims at: as printed, as an address, or as ``document#anchor``.

    Raises QueryError where it is no reference.
    """
    text = reference.strip()
    if (written := canonical_path(text)) is not None:
        target, pinpoint = split(written)
        with collection.store.read() as connection:
            aim = _written(connection, collection, target, pinpoint)
        if aim is not None:
            return aim
    citation = parse_reference(text)
    if citation is None:
        raise QueryError(
            worded("“%(text)s” is not read as a reference", text=text[:100]),
            advice=worded(
                "Write it as OPCAT article 19, CPT/Inf (2019) 9, § 41 or no. 30210/96, or search for the words"
            ),
            kind="query",
        )
    return aim_at(collection, citation.target, citation.pinpoint)


def aim_at(collection: Collection, target: str, pinpoint: str = "") -> Aim:
    """What a canonical target aims at, held or not."""
    with collection.store.read() as connection:
        return _aim(connection, collection, target, pinpoint)


def aim_of_passage(collection: Collection, document: Document, anchor: str = "") -> Aim:
    """What a held document, or a passage of it, is cited as: by its target where it has one of its own."""
    with collection.store.read() as connection:
        return _of_document(connection, collection, document, anchor)


def _written(connection: Connection, collection: Collection, target: str, pinpoint: str) -> Aim | None:
    held = read.document(connection, target.removeprefix(DOCUMENT), collection.clearance)
    if held is not None:
        return _of_document(connection, collection, held[0], pinpoint)
    own, low = known(), target.lower()
    if low in own.instruments or low in own.families or low in own.references or _MADE.match(low):
        return _aim(connection, collection, low, pinpoint)
    if read.answering(connection, target, collection.clearance):
        return _aim(connection, collection, target, pinpoint)
    return None


def _of_document(connection: Connection, collection: Collection, document: Document, anchor: str) -> Aim:
    at = read.passage(connection, document.id, anchor, collection.clearance) if anchor else None
    plain = anchor.partition("~")[0]  # the second paragraph 41 of a text is cited as 41 like the first
    if at is not None and portion_of(document, at) is not None:  # and § 41 of a dissent is no § 41 of the judgment
        return Aim(target=DOCUMENT + document.id, pinpoint=anchor, targets=(), documents=(document,))
    for target in sorted(citing.targets_of(connection, [document.id])[document.id], key=_rank):
        if target in known().families and target not in known().instruments:
            continue
        aim = _aim(connection, collection, target, plain)
        if not aim.shared:
            return aim
    return Aim(target=DOCUMENT + document.id, pinpoint=anchor, targets=(), documents=(document,))


def _aim(connection: Connection, collection: Collection, target: str, pinpoint: str) -> Aim:
    names = known()
    target = names.references.get(target, target)
    if target.startswith(INSIDE):  # "paragraph 41 above"
        held_here = read.document(connection, target.removeprefix(INSIDE), collection.clearance)
        if held_here is not None:
            return _of_document(connection, collection, held_here[0], pinpoint)
    held = read.answering(connection, target, collection.clearance)
    works = {document.work or document.id for document in held}
    editions = names.families.get(target, ())
    if editions and editions != (target,):
        of_one = (one for edition in editions for one in read.answering(connection, edition, collection.clearance))
        held = list({one.id: one for one in (*held, *of_one)}.values())
        return Aim(
            target=target,
            pinpoint=pinpoint,
            targets=(target, *editions),
            documents=tuple(held),
            instrument=names.instruments[max(editions, key=lambda one: names.instruments[one].edition)],
        )
    instrument = names.instruments.get(target)
    same = {target}
    contested: set[str] = set()
    if len(works) == 1:
        own, contested = _also(connection, collection, held)
        same = own if own and target.startswith(ANY) else same | own
    loose: tuple[str, ...] = ()
    if instrument is not None and (of := family(instrument)) != target:
        same, loose = same - {of}, (of,)
    best = target if instrument is not None or len(works) > 1 else min(same, key=_rank)
    return Aim(
        target=best,
        pinpoint=pinpoint,
        targets=tuple(sorted(same)),
        loose=loose,
        documents=tuple(held),
        instrument=instrument,
        shared=len(works) > 1,
        contested=tuple(sorted(contested)) if instrument is None else (),
    )


def _also(connection: Connection, collection: Collection, held: Sequence[Document]) -> tuple[set[str], set[str]]:
    """The other targets of one work: those that no readable document of another work answers to, and the others."""
    mine = {document.work or document.id for document in held}
    answers = citing.targets_of(connection, [document.id for document in held])
    found = {target for targets in answers.values() for target in targets}
    own = {
        target
        for target in found
        if {d.work or d.id for d in read.answering(connection, target, collection.clearance)} == mine
    }
    return own, found - own


def _rank(target: str) -> tuple[int, str]:
    if target in known().instruments:
        return 0, target
    return next((n for n, start in enumerate(_ORDER, 1) if target.startswith(start)), len(_ORDER) + 1), target
