"""All about one address: its texts, who cites it, what it cites, when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kb.citations.resolve import NO_PARAGRAPH, NOT_HELD
from kb.citator.address import NOBODY
from kb.citator.aim import Aim
from kb.citator.answer import PER_GROUP, Asking, Cited, CitingPassage, Page
from kb.citator.bring import what_brings
from kb.citator.counts import facets, passing, sums, years
from kb.citator.groups import GROUPS
from kb.citator.places import Counted, Place, Tally, counted, places_in
from kb.citator.printed import printed
from kb.citator.sentence import sentence
from kb.citator.texts import texts_of
from kb.judgments import portion_of
from kb.nouns import Document, Passage
from kb.store import Connection, citing, fetching
from kb.store.citing import Aimed
from kb.wording import worded

if TYPE_CHECKING:
    from kb.collection import Collection

MOST_PARTS = 30
PER_DOCUMENT = 2
_NO_SUCH = worded("The text is in the collection and has no such number: look at the text itself")


def citator(collection: Collection, aim: Aim, asking: Asking | None = None) -> Page:
    """The page of an aim, as far as the collection's reader may see: nothing unseen is shown or counted."""
    asking = asking or Asking()
    with collection.store.read() as connection:
        found = counted(connection, collection, aim)
        texts = texts_of(connection, collection, aim)
        left = passing(found.tallies, asking)
        wanted = [tally for tally in left if tally.group == asking.group] if asking.group else left
        shown = _shown(connection, collection, found, wanted, asking)
        held = fetching.fetch(connection, [place.row.key for place in shown], collection.clearance)
        parts = () if aim.pinpoint or not found.tallies else _parts(connection, collection, aim, found)
    cites = collection.links(texts[0][0].id, texts[0][1].anchor) if texts and aim.pinpoint else []
    cites = [link for link in cites if link.citation.target != NOBODY]
    why = "" if texts or (aim.documents and not aim.pinpoint) else (NO_PARAGRAPH if aim.documents else NOT_HELD)
    groups = sums((tally.group, tally.passages) for tally in left)
    return Page(
        aim=aim,
        name=printed(aim.address, documents=aim.documents),
        texts=tuple(texts),
        citing=tuple(_citing(place, *held[place.row.key]) for place in shown if place.row.key in held),
        total=sum(tally.passages for tally in wanted),
        citations=sum(tally.cell.citations for tally in found.tallies),
        groups={group: groups[group] for group in GROUPS if groups[group]},
        facets=facets(found.tallies, asking),
        years=years(wanted),
        undated=sum(tally.passages for tally in wanted if tally.year is None),
        parts=parts,
        cites=tuple(cites),
        why=why,
        advice=what_brings(aim.target, language=asking.speaks) if why == NOT_HELD else ((_NO_SUCH,) if why else ()),
    )


def _shown(
    connection: Connection, collection: Collection, found: Counted, wanted: Sequence[Tally], asking: Asking
) -> list[Place]:
    """A page of the chosen group or of the whole list; else the newest of each group, of no document more than two.

    The tallies tell which documents the page is of, so that only those are asked for their citing passages.
    """
    counts = {(tally.cell.document, tally.cell.role, tally.cell.language): tally for tally in wanted}

    def places(documents: Iterable[str]) -> list[Place]:
        names = list(dict.fromkeys(documents))
        each = places_in(connection, collection, found, names) if names else ()
        return [place for place in each if (place.row.document, place.row.role, place.row.language) in counts]

    if asking.group or asking.whole_list:
        of_document = sums((tally.cell.document, tally.passages) for tally in wanted)
        names, before, upto = [], 0, 0
        for name, count in of_document.items():  # in the order of the list: a document's passages stand together
            if upto >= asking.offset + asking.limit:
                break
            if upto + count > asking.offset:
                names.append(name)
            else:
                before += count
            upto += count
        return places(names)[asking.offset - before :][: asking.limit]
    most = min(PER_GROUP, asking.limit)
    room: Counter[str] = Counter(dict.fromkeys(GROUPS, most))
    of_group = sums(((tally.group, tally.cell.document), tally.passages) for tally in wanted)
    newest = []
    for (group, name), count in of_group.items():
        if room[group] > 0:
            room[group] -= min(count, PER_DOCUMENT)
            newest.append(name)
    shown: dict[str, list[Place]] = {group: [] for group in GROUPS}
    taken: Counter[tuple[str, str]] = Counter()
    for place in places(newest):
        few, own = shown[place.group], (place.group, place.row.document)
        if len(few) < most and taken[own] < PER_DOCUMENT:
            taken[own] += 1
            few.append(place)
    return [place for few in shown.values() for place in few]


def _citing(place: Place, document: Document, passage: Passage) -> CitingPassage:
    return CitingPassage(
        group=place.group,
        document=document,
        passage=passage,
        sentence=sentence(passage.text, [(row.start, row.end) for row in place.rows]),
        addresses=tuple(
            dict.fromkeys(f"{row.target}#{row.pinpoint}" if row.pinpoint else row.target for row in place.rows)
        ),
        portion=portion_of(document, passage),
    )


def _parts(connection: Connection, collection: Collection, aim: Aim, found: Counted) -> tuple[Cited, ...]:
    if found.rows is not None:
        of_place = {(row.pinpoint, row.key) for row in found.rows if row.pinpoint}
        counts = Counter(pinpoint for pinpoint, _ in of_place).most_common(MOST_PARTS)
    else:
        counts = citing.citing_parts(connection, found.aimed, collection.clearance, most=MOST_PARTS)
    return tuple(Cited(address=f"{aim.target}#{pinpoint}", passages=count) for pinpoint, count in counts)


def count_citing(collection: Collection, aim: Aim) -> int:
    """How many readable passages cite the aim."""
    with collection.store.read() as connection:
        if aim.targets and not aim.loose and not aim.contested:
            own = tuple(document.id for document in aim.documents)
            aimed = Aimed(targets=aim.targets, pinpoints=aim.pinpoints, but=own)
            return citing.citing_count(connection, aimed, collection.clearance)
        return sum(tally.passages for tally in counted(connection, collection, aim).tallies)
