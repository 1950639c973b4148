"""Who cites an address: counted by document and role, remembered until something held changes; and the few passages
that a page shows, read when they are shown."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from kb.citations import resolve
from kb.citations.names import generation, known
from kb.citator.aim import Aim
from kb.citator.groups import group_of
from kb.nouns import Citation, Document
from kb.store import Connection, Store, citing
from kb.store.changes import changes
from kb.store.citing import Aimed, CitingCell, CitingRow

if TYPE_CHECKING:
    from kb.collection import Collection

MOST_REMEMBERED = 60_000  # cells and rows of one store, some 30 MB; beyond that the oldest answers are forgotten


class Tally(NamedTuple):
    """Passages of one document that count alike: its group and year are those of all of them."""

    cell: CitingCell
    group: str
    year: int | None

    @property
    def passages(self) -> int:
        return self.cell.passages


class Place(NamedTuple):
    """A passage that cites, by its first citation, with all of them."""

    row: CitingRow
    rows: tuple[CitingRow, ...]
    group: str


class Counted(NamedTuple):
    """Who cites, newest document first. ``rows`` are all citations where each had to be looked at by itself."""

    aimed: Aimed
    tallies: tuple[Tally, ...] = ()
    rows: tuple[CitingRow, ...] | None = None


class _Memory:
    """The last answers of one store, by what was asked; those of an earlier state of it are dropped."""

    def __init__(self) -> None:
        self.lock, self.state = Lock(), (0, 0)
        self.answers: OrderedDict[object, Counted] = OrderedDict()

    def get(self, key: object, state: tuple[int, int]) -> Counted | None:
        with self.lock:
            if state != self.state:
                self.answers.clear()
                self.state = state
            if key in self.answers:
                self.answers.move_to_end(key)
            return self.answers.get(key)

    def put(self, key: object, state: tuple[int, int], counted: Counted) -> None:
        with self.lock:
            if state == self.state:
                self.answers[key] = counted
                while len(self.answers) > 1 and sum(map(_size, self.answers.values())) > MOST_REMEMBERED:
                    self.answers.popitem(last=False)


def _size(counted: Counted) -> int:
    return len(counted.tallies) + len(counted.rows or ()) + 1


_remembered: WeakKeyDictionary[Store, _Memory] = WeakKeyDictionary()


def counted(connection: Connection, collection: Collection, aim: Aim) -> Counted:
    """Every readable passage that cites the aim, counted. What one clearance is told no other one is."""
    memory = _remembered.setdefault(collection.store, _Memory())
    state = (changes(connection), generation())
    documents = tuple(document.id for document in aim.documents)
    key = (collection.clearance, aim.targets, aim.loose, aim.contested, aim.pinpoints, documents)
    found = memory.get(key, state)
    if found is None:
        found = _count(connection, collection, aim)
        memory.put(key, state, found)
    return found


def places_in(
    connection: Connection, collection: Collection, found: Counted, documents: Sequence[str]
) -> Sequence[Place]:
    """The citing passages of some of the documents, newest document first, each in the order of its text."""
    rows: Iterable[CitingRow]
    if found.rows is not None:
        rows = [row for row in found.rows if row.document in set(documents)]
    else:
        rows = citing.citing_rows(connection, found.aimed, collection.clearance, documents=documents)
    each: dict[str, list[CitingRow]] = {}
    for row in rows:
        each.setdefault(row.key, []).append(row)
    return [Place(row=of[0], rows=tuple(of), group=group_of(of[0].kind, of[0].role)) for of in each.values()]


def _count(connection: Connection, collection: Collection, aim: Aim) -> Counted:
    """Not counted are citations by which a text names itself on its first page, and those of another edition."""
    if not aim.targets or aim.contested:
        return _where_they_lead(connection, collection, aim)
    own = tuple(document.id for document in aim.documents)
    aimed = Aimed(targets=aim.targets, pinpoints=aim.pinpoints, loose=aim.loose, but=own)
    cells = citing.citing_cells(connection, aimed, collection.clearance)
    if aim.loose:
        [family] = aim.loose
        dates = frozenset(
            date
            for date in {cell.date for cell in cells if cell.loosely}
            if date and _edition(family, date) == aim.target
        )
        aimed = aimed._replace(dates=dates)
        cells = [
            cell if cell.date in dates else cell._replace(citations=cell.citations - cell.loosely)
            for cell in cells
            if cell.strict or cell.date in dates
        ]
    return Counted(aimed, tuple(map(_tally, cells)))


def _where_they_lead(connection: Connection, collection: Collection, aim: Aim) -> Counted:
    """Several works answer to some of its targets: of those what counts is where each citation leads this reader."""
    own = tuple(document.id for document in aim.documents)
    contested = aim.contested
    if not aim.targets:
        contested = tuple(citing.targets_of(connection, own)[own[0]])
    aimed = Aimed(targets=(*aim.targets, *contested), pinpoints=aim.pinpoints, but=own)
    if not aimed.targets:
        return Counted(aimed)
    leads = {(link.document, link.anchor, link.citation.start) for name in own for link, *_ in collection.citing(name)}
    rows = citing.citing_rows(connection, aimed, collection.clearance)
    rows = [row for row in rows if row.target in aim.targets or (row.document, row.anchor, row.start) in leads]
    citations = Counter(row.key for row in rows)
    first = {row.key: row for row in reversed(rows)}
    cells: dict[tuple[str, str, str | None], CitingCell] = {}
    for row in (first[key] for key in dict.fromkeys(row.key for row in rows)):
        cell = cells.get(key := (row.document, row.role, row.language)) or CitingCell(
            *(row.document, row.kind, row.date, row.state, row.role, row.language, 1, 0, 0, 0)
        )
        cells[key] = cell._replace(passages=cell.passages + 1, citations=cell.citations + citations[row.key])
    return Counted(aimed, tuple(map(_tally, cells.values())), tuple(rows))


def _tally(cell: CitingCell) -> Tally:
    return Tally(cell, group_of(cell.kind, cell.role), int(cell.date[:4]) if cell.date else None)


def _edition(target: str, date: str) -> str:
    """Which edition a citation without its year means: the one in force at the date of the citing text."""
    editions = known().families.get(target, ())
    found, _ = resolve(
        Citation(text="", start=0, end=0, grammar="", target=target),
        documents=lambda _: [Document(id=one, title="", work=one) for one in editions],
        anchors=lambda _document, _anchor: False,
        date=date,
    )
    return found or ""
