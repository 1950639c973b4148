"""All about one address: its texts, who cites it, what it cites, when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kb.citations.resolve import NO_PARAGRAPH, NOT_HELD
from kb.citator.address import NOBODY
from kb.citator.aim import Aim
from kb.citator.answer import PER_GROUP, Asking, Cited, CitingPassage, Page
from kb.citator.bring import what_brings
from kb.citator.groups import GROUPS
from kb.citator.places import Place, places_of
from kb.citator.printed import printed
from kb.citator.sentence import sentence
from kb.citator.texts import texts_of
from kb.nouns import Document, Passage
from kb.store import citing, read
from kb.wording import worded

if TYPE_CHECKING:
    from kb.collection import Collection

MOST_PARTS = 30
PER_DOCUMENT = 2
FACETS = ("role", "kind", "language", "state")
_NO_SUCH = worded("The text is in the collection and has no such number: look at the text itself")


def citator(collection: Collection, aim: Aim, asking: Asking | None = None) -> Page:
    """The page of an aim, as far as the collection's reader may see: nothing unseen is shown or counted."""
    asking = asking or Asking()
    with collection.store.read() as connection:
        places = places_of(connection, collection, aim)
        texts = texts_of(connection, collection, aim)
        left = _passing(places, asking)
        wanted = [place for place in left if place.group == asking.group] if asking.group else left
        shown = _shown(wanted, asking)
        held = read.fetch(connection, [place.row.key for place in shown], collection.clearance)
    cites = collection.links(texts[0][0].id, texts[0][1].anchor) if texts and aim.pinpoint else []
    cites = [link for link in cites if link.citation.target != NOBODY]
    why = "" if texts or (aim.documents and not aim.pinpoint) else (NO_PARAGRAPH if aim.documents else NOT_HELD)
    groups = Counter(place.group for place in left)
    return Page(
        aim=aim,
        name=printed(aim.address, documents=aim.documents),
        texts=tuple(texts),
        citing=tuple(_citing(place, *held[place.row.key]) for place in shown if place.row.key in held),
        total=len(wanted),
        citations=sum(len(place.rows) for place in places),
        groups={group: groups[group] for group in GROUPS if groups[group]},
        facets=_facets(places, asking),
        years=_years(wanted),
        undated=sum(1 for place in wanted if place.year is None),
        parts=() if aim.pinpoint else _parts(aim, places),
        cites=tuple(cites),
        why=why,
        advice=what_brings(aim.target) if why == NOT_HELD else ((_NO_SUCH,) if why else ()),
    )


def _passing(places: Sequence[Place], asking: Asking, *, but: str = "") -> Sequence[Place]:
    """Those that the filters leave, without regard to the group; ``but`` is a field whose filter does not count."""
    wanted = {"role": asking.role, "kind": asking.kind, "language": asking.language, "state": asking.state}
    left = places
    for field, values in wanted.items():
        if values and field != but:
            left = [place for place in left if getattr(place.row, field) in values]
    if asking.year_from is not None or asking.year_to is not None:
        low, high = asking.year_from or 0, asking.year_to or 9999
        left = [place for place in left if place.year is not None and low <= place.year <= high]
    return left


def _facets(places: Sequence[Place], asking: Asking) -> dict[str, dict[str, int]]:
    """Value → passages, of each field without its own filter, so that its other values stay to be chosen."""
    found: dict[str, dict[str, int]] = {}
    inside = [place for place in places if place.group == asking.group] if asking.group else places
    for field in FACETS:
        counts = Counter(getattr(place.row, field) for place in _passing(inside, asking, but=field))
        found[field] = {value: count for value, count in counts.most_common() if value}
    return found


def _years(places: Iterable[Place]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for (year, group), count in Counter((place.year, place.group) for place in places).items():
        if year is not None:
            found[year][group] = count
    return {year: found[year] for year in sorted(found)}


def _shown(wanted: Sequence[Place], asking: Asking) -> list[Place]:
    """A page of the chosen group or of the whole list; else the newest of each group, of no document more than two."""
    if asking.group or asking.whole_list:
        return list(wanted[asking.offset : asking.offset + asking.limit])
    most = min(PER_GROUP, asking.limit)
    shown: dict[str, list[Place]] = {group: [] for group in GROUPS}
    of_document: Counter[tuple[str, str]] = Counter()
    for place in wanted:
        few, own = shown[place.group], (place.group, place.row.document)
        if len(few) < most and of_document[own] < PER_DOCUMENT:
            of_document[own] += 1
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
    )


def _parts(aim: Aim, places: Iterable[Place]) -> tuple[Cited, ...]:
    counts = Counter(pinpoint for place in places for pinpoint in {row.pinpoint for row in place.rows} if pinpoint)
    return tuple(
        Cited(address=f"{aim.target}#{pinpoint}", passages=count) for pinpoint, count in counts.most_common(MOST_PARTS)
    )


def count_citing(collection: Collection, aim: Aim) -> int:
    """How many readable passages cite the aim."""
    with collection.store.read() as connection:
        if aim.targets and not aim.loose:
            own = [document.id for document in aim.documents]
            return citing.citing_count(connection, aim.targets, aim.pinpoints, collection.clearance, but=own)
        return len(places_of(connection, collection, aim))
