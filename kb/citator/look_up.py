"""All about one address: its texts, who cites it, what it cites, when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kb.citations import resolve
from kb.citations.names import known
from kb.citations.resolve import NO_PARAGRAPH, NOT_HELD
from kb.citator.aim import Aim
from kb.citator.answer import PER_GROUP, Asking, Cited, CitingPassage, Page
from kb.citator.bring import what_brings
from kb.citator.groups import GROUPS, group_of
from kb.citator.printed import printed
from kb.citator.sentence import sentence
from kb.citator.texts import texts_of
from kb.nouns import Citation, Document, Passage
from kb.store import Connection, citing, read
from kb.store.citing import CitingRow
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
        rows = rows_of(connection, collection, aim)
        texts = texts_of(connection, collection, aim)
        passages = _by_passage(rows)
        left = [(row, spans) for row, spans in passages if _passes(row, asking)]
        wanted = [each for each in left if not asking.group or _group(each[0]) == asking.group]
        shown = _shown(wanted, asking)
        held = read.fetch(connection, [row.key for row, _ in shown], collection.clearance)
    cites = collection.links(texts[0][0].id, texts[0][1].anchor) if texts and aim.pinpoint else []
    why = "" if texts or (aim.documents and not aim.pinpoint) else (NO_PARAGRAPH if aim.documents else NOT_HELD)
    groups = Counter(_group(row) for row, _ in left)
    return Page(
        aim=aim,
        name=printed(aim.address, documents=aim.documents),
        texts=tuple(texts),
        citing=tuple(_citing(row, spans, *held[row.key]) for row, spans in shown if row.key in held),
        total=len(wanted),
        citations=len(rows),
        groups={group: groups[group] for group in GROUPS if groups[group]},
        facets=_facets([row for row, _ in passages], asking),
        years=_years(row for row, _ in wanted),
        undated=sum(1 for row, _ in wanted if not row.date),
        parts=() if aim.pinpoint else _parts(aim, passages),
        cites=tuple(cites),
        why=why,
        advice=what_brings(aim.target) if why == NOT_HELD else ((_NO_SUCH,) if why else ()),
    )


def rows_of(connection: Connection, collection: Collection, aim: Aim) -> list[CitingRow]:
    """Every readable citation of the aim, newest first; not those by which a text names itself on its first page."""
    if not aim.targets:
        return _of_document(connection, collection, aim)
    rows = citing.citing_rows(connection, (*aim.targets, *aim.loose), aim.pinpoints, collection.clearance)
    own = {document.id for document in aim.documents}
    return [
        row
        for row in rows
        if row.document not in own and (row.target not in aim.loose or _edition(row.target, row.date) == aim.target)
    ]


def _of_document(connection: Connection, collection: Collection, aim: Aim) -> list[CitingRow]:
    """Several works answer to its targets: what counts is where each citation leads, as this reader sees it."""
    document = aim.documents[0]
    targets = citing.targets_of(connection, [document.id])[document.id]
    if not targets:
        return []
    aimed = citing.citing_rows(connection, targets, aim.pinpoints, collection.clearance)
    leads = {
        (link.document, link.anchor, link.citation.start)
        for link, _, _ in collection.citing(document.id, aim.pinpoint or None)
    }
    return [row for row in aimed if (row.document, row.anchor, row.start) in leads]


def _edition(target: str, date: str | None) -> str:
    """Which edition a citation without its year means: the one in force at the date of the citing text."""
    editions = known().families.get(target, ())
    found, _ = resolve(
        Citation(text="", start=0, end=0, grammar="", target=target),
        documents=lambda _: [Document(id=one, title="", work=one) for one in editions],
        anchors=lambda _document, _anchor: False,
        date=date,
    )
    return found or ""


def _by_passage(rows: Iterable[CitingRow]) -> list[tuple[CitingRow, list[CitingRow]]]:
    """Passages that cite, each once with all its citations of the aim."""
    found: dict[str, list[CitingRow]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return [(each[0], each) for each in found.values()]


def _group(row: CitingRow) -> str:
    return group_of(row.kind, row.role)


def _passes(row: CitingRow, asking: Asking, *, but: str = "") -> bool:
    year = int(row.date[:4]) if row.date else None
    if asking.year_from is not None and (year is None or year < asking.year_from):
        return False
    if asking.year_to is not None and (year is None or year > asking.year_to):
        return False
    return all(
        not values or name == but or getattr(row, name) in values
        for name, values in (
            ("role", asking.role),
            ("kind", asking.kind),
            ("language", asking.language),
            ("state", asking.state),
        )
    )


def _facets(rows: list[CitingRow], asking: Asking) -> dict[str, dict[str, int]]:
    """Value → passages, of each field without its own filter, so that its other values stay to be chosen."""
    found: dict[str, dict[str, int]] = {}
    inside = [row for row in rows if not asking.group or _group(row) == asking.group]
    for field in FACETS:
        counts = Counter(getattr(row, field) for row in inside if _passes(row, asking, but=field))
        found[field] = {value: count for value, count in counts.most_common() if value}
    return found


def _years(rows: Iterable[CitingRow]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.date:
            of_year, group = found[int(row.date[:4])], _group(row)
            of_year[group] = of_year.get(group, 0) + 1
    return {year: found[year] for year in sorted(found)}


def _shown(
    wanted: Sequence[tuple[CitingRow, list[CitingRow]]], asking: Asking
) -> list[tuple[CitingRow, list[CitingRow]]]:
    """A page of the chosen group or of the whole list; else the newest of each group, of no document more than two."""
    if asking.group or asking.whole_list:
        return list(wanted[asking.offset : asking.offset + asking.limit])
    shown: list[tuple[CitingRow, list[CitingRow]]] = []
    for group in GROUPS:
        of_document: Counter[str] = Counter()
        few = []
        for each in wanted:
            if _group(each[0]) == group and of_document[each[0].document] < PER_DOCUMENT:
                of_document[each[0].document] += 1
                few.append(each)
        shown += few[: min(PER_GROUP, asking.limit)]
    return shown


def _citing(row: CitingRow, rows: list[CitingRow], document: Document, passage: Passage) -> CitingPassage:
    return CitingPassage(
        group=_group(row),
        document=document,
        passage=passage,
        sentence=sentence(passage.text, [(each.start, each.end) for each in rows]),
        addresses=tuple(
            dict.fromkeys(f"{each.target}#{each.pinpoint}" if each.pinpoint else each.target for each in rows)
        ),
    )


def _parts(aim: Aim, passages: Iterable[tuple[CitingRow, list[CitingRow]]]) -> tuple[Cited, ...]:
    counts: Counter[str] = Counter()
    for _, rows in passages:
        counts.update({row.pinpoint for row in rows if row.pinpoint})
    return tuple(
        Cited(address=f"{aim.target}#{pinpoint}", passages=count) for pinpoint, count in counts.most_common(MOST_PARTS)
    )


def count_citing(collection: Collection, aim: Aim, group: str = "") -> int:
    """How many readable passages cite the aim; with a group those of it."""
    with collection.store.read() as connection:
        if aim.targets and not aim.loose and not aim.documents and not group:
            return citing.citing_count(connection, aim.targets, aim.pinpoints, collection.clearance)
        rows = rows_of(connection, collection, aim)
    return len({row.key for row in rows if not group or _group(row) == group})
