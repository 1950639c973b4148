"""Tables of authorities: of a list of references that somebody pasted, and of a document that is held."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kb.citations import find, parse_reference, targets
from kb.citations.names import known
from kb.citations.resolve import AMBIGUOUS, NOT_HELD
from kb.citator.address import INSIDE, NOBODY, path_of
from kb.citator.bring import what_brings
from kb.citator.printed import printed
from kb.citator.unread import how_to_write
from kb.errors import NotHeld
from kb.judgments import portion_of
from kb.nouns import Document, Link, Passage
from kb.wording import worded

if TYPE_CHECKING:
    from kb.collection import Collection

CASES, INSTRUMENTS, REPORTS, UNITED_NATIONS, LAW, OTHER = KINDS = (
    "case-law",
    "instruments",
    "reports",
    "united-nations",
    "national-law",
    "other",
)
_UN = ("a/", "s/", "e/", "st/", "cat/", "ccpr/", "crc/", "crpd/", "ced/", "cedaw/", "cerd/", "cmw/", "hri/", "hrc/")
UNREAD = "not read as a reference"
# "Name v. State [GC], no. 1/02, § 3" → the parties.
_CASE = re.compile(r"([^\W\d][^,;\[(]{0,150}? (?:v|c)\. [^,;\[(]{2,100}?)(?=,| \[| \(| no|\Z)")
MOST_OF_PIECE = 50
_LIST_LINE = 1_000  # characters; a longer line is prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A reference of a list: as it was written, where it leads (``url`` of the citator's page), or why nowhere.

    ``line`` counts from 1. A line in which nothing is read as a reference is here too, with that as the reason.
    ``candidates`` are the texts between which it is ambiguous: ``document#anchor`` (or the document) and title.
    """

    line: int
    text: str
    address: str = ""
    name: str = ""
    resolved: str = ""
    title: str = ""
    url: str = ""
    why: str = ""
    advice: tuple[str, ...] = ()
    candidates: tuple[tuple[str, str], ...] = ()


class CitedIn(NamedTuple):
    """A paragraph that cites: its anchor, its label as printed ("¶" without one), and the portion of a judgment with
    numbers of its own that it stands in (one of kb.judgments.PORTIONS; "" in the judgment itself)."""

    anchor: str
    label: str
    portion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """What a document cites: an address, and the paragraphs that cite it, in order."""

    kind: str
    address: str
    name: str
    url: str
    held: bool
    why: str
    pinpoints: tuple[str, ...]
    cited_in: tuple[CitedIn, ...]


def authorities_in(collection: Collection, text: str, *, language: str = "en") -> list[Listed]:
    """Each reference of a text in order; lines without one are kept, where the text is a list rather than prose.
    Instruments are named in ``language`` where they have a name in it."""
    found: list[Listed] = []
    titles: dict[str, str] = {}
    lines = text.splitlines()
    prose = len(lines) == 1 and len(text) > 200
    for number, line in enumerate(lines, 1):
        links = [link for link in _links(collection, line.strip()) if link.citation.target != NOBODY]
        if not links and line.strip() and not prose:
            found.append(Listed(line=number, text=line.strip()[:300], why=UNREAD, advice=(how_to_write(line),)))
        found += [_listed(collection, number, link, titles, language) for link in links]
    return found


def _links(collection: Collection, line: str) -> list[Link]:
    """The citations of a line. In a list people write less than in a sentence ("30210/96, § 92"): each piece between
    semicolons that is a whole reference counts as one, and each between commas where that brings more to light."""
    return [link for piece in pieces_of(line) for link in collection.cite(piece)[:MOST_OF_PIECE]]


def pieces_of(line: str) -> list[str]:
    """The references that a line lists, each as it is written; the line itself where it is no such list."""
    if len(line) > _LIST_LINE or parse_reference(line):
        return [line]
    for divider in (";", ","):
        pieces = [piece.strip() for piece in line.split(divider) if piece.strip()]
        if len(pieces) > 1 and all(map(parse_reference, pieces)):
            found = find(line)
            # "Kudła v. Poland, no. 30210/96" is one, though each half would be a reference by itself.
            if divider == ";" or (len(found) < len(pieces) and all(each.grammar != "case" for each in found)):
                return pieces
    return [line]


def _listed(collection: Collection, line: int, link: Link, titles: dict[str, str], language: str) -> Listed:
    address = link.citation.address
    title = ""
    if link.resolved:
        name = link.resolved.partition("#")[0]
        title = titles.get(name) or titles.setdefault(name, collection.document(name).title)
    return Listed(
        line=line,
        text=link.citation.text,
        address=address,
        name=printed(address, language=language),
        resolved=link.resolved or "",
        title=title,
        url=path_of(address),
        why=link.why,
        advice=what_brings(link.citation.target, language=language) if link.why == NOT_HELD else (),
        candidates=_candidates(collection, link) if link.why.startswith(AMBIGUOUS) else (),
    )


def _candidates(collection: Collection, link: Link) -> tuple[tuple[str, str], ...]:
    """Each text that the citation can mean, oldest first, at its paragraph."""
    inside = f"#{link.citation.pinpoint}" if link.citation.pinpoint else ""
    names = link.why.removeprefix(AMBIGUOUS).split(", ")
    held = sorted((collection.document(name) for name in names), key=lambda one: (one.date or "", one.id))
    return tuple((one.id + inside, one.title) for one in held)


def kind_of(target: str) -> str:
    """The heading of a table of authorities that a target stands under."""
    if target.startswith(("app/", "ecli:", "hudoc/", "case/", "series-a/")):
        return CASES
    own = known()
    if target in own.instruments or target in own.families or target.startswith(("rec/", "res/")):
        return INSTRUMENTS
    if target.startswith("cpt/"):
        return REPORTS
    if target.startswith("law/"):
        return LAW
    return UNITED_NATIONS if target.startswith(_UN) else OTHER


def table_of_authorities(collection: Collection, document: Document, *, language: str = "en") -> list[Authority]:
    """What a document cites, under headings, each with the paragraphs that cite it; NotHeld. Instruments are named in
    ``language`` where they have a name in it."""
    labels = {p.anchor: (_cited_in(p.anchor, document, p), p.ordinal) for p in collection.passages(document.id)}
    by_target: dict[str, list[Link]] = {}
    own = set(targets(document))
    for link in collection.links(document.id):
        target = link.citation.target
        if target in own or target == NOBODY or target.startswith(INSIDE):  # its own number on its first page, …
            continue
        by_target.setdefault(link.citation.target, []).append(link)
    rows = [_authority(collection, target, links, labels, language) for target, links in by_target.items()]
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), row.name.casefold()))


def authorities_of_passages(
    collection: Collection, passages: Iterable[Passage], *, language: str = "en"
) -> list[Authority]:
    """What passages of several documents (a basket) cite together, under the same headings.

    ``cited_in`` has a passage's key (``document#anchor``) and its label, in the order in which the passages come.
    Passages that this reader may not see, or that are held no more, are passed over.
    """
    labels: dict[str, tuple[CitedIn, int]] = {}
    by_target: dict[str, list[Link]] = {}
    for place, passage in enumerate(passages):
        try:
            links = collection.links(passage.document, passage.anchor)
            document = collection.document(passage.document)
        except NotHeld:
            continue
        own = set(targets(document))
        labels.setdefault(passage.key, (_cited_in(passage.key, document, passage), place))
        for link in links:
            if link.citation.target not in (*own, NOBODY) and not link.citation.target.startswith(INSIDE):
                by_target.setdefault(link.citation.target, []).append(replace(link, anchor=passage.key))
    rows = [_authority(collection, target, links, labels, language) for target, links in by_target.items()]
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), row.name.casefold()))


def _cited_in(place: str, document: Document, passage: Passage) -> CitedIn:
    portion = portion_of(document, passage)
    return CitedIn(place, passage.label or "¶", portion.kind if portion is not None else "")


def _authority(
    collection: Collection, target: str, links: list[Link], labels: dict[str, tuple[CitedIn, int]], language: str
) -> Authority:
    leading = [link.resolved for link in links if link.resolved]
    held = tuple(collection.document(name) for name in dict.fromkeys(each.partition("#")[0] for each in leading[:1]))
    anchors = sorted({link.anchor for link in links}, key=lambda anchor: labels[anchor][1] if anchor in labels else 0)
    name = printed(target, language=language, documents=held)
    if not held and (case := next(filter(None, (_CASE.match(link.citation.text) for link in links)), None)):
        name = name if case[1] in name else worded("%(title)s, %(reference)s", title=case[1], reference=name)
    return Authority(
        kind=kind_of(target),
        address=target,
        name=name,
        url=path_of(target),
        held=bool(leading),
        why="" if leading else links[0].why,
        pinpoints=tuple(_in_order(link.citation.pinpoint for link in links if link.citation.pinpoint)),
        cited_in=tuple(labels[each][0] if each in labels else CitedIn(each, each) for each in anchors),
    )


def _in_order(pinpoints: Iterable[str]) -> list[str]:
    def key(pinpoint: str) -> tuple[str, list[tuple[int, str]]]:
        word, _, number = pinpoint.rpartition("-")
        return word, [(int(part) if part.isdigit() else 10**6, part) for part in number.split(".")]

    return sorted(set(pinpoints), key=key)
