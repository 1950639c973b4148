"""The passages that cite an address, each once with its group and year; remembered until something held changes."""

from __future__ import annotations

from collections import OrderedDict
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
from kb.store.citing import CitingRow

if TYPE_CHECKING:
    from kb.collection import Collection

MOST_REMEMBERED = 60_000  # rows of one store, some 30 MB; beyond that the oldest answers are forgotten


class Place(NamedTuple):
    """A passage that cites, by its first citation, with all of them."""

    row: CitingRow
    rows: tuple[CitingRow, ...]
    group: str
    year: int | None


class _Memory:
    """The last answers of one store, by what was asked; those of an earlier state of it are dropped."""

    def __init__(self) -> None:
        self.lock, self.state = Lock(), (0, 0)
        self.answers: OrderedDict[object, Sequence[Place]] = OrderedDict()

    def get(self, key: object, state: tuple[int, int]) -> Sequence[Place] | None:
        with self.lock:
            if state != self.state:
                self.answers.clear()
                self.state = state
            if key in self.answers:
                self.answers.move_to_end(key)
            return self.answers.get(key)

    def put(self, key: object, state: tuple[int, int], places: Sequence[Place]) -> None:
        with self.lock:
            if state == self.state:
                self.answers[key] = places
                while len(self.answers) > 1 and sum(map(len, self.answers.values())) > MOST_REMEMBERED:
                    self.answers.popitem(last=False)


_remembered: WeakKeyDictionary[Store, _Memory] = WeakKeyDictionary()


def places_of(connection: Connection, collection: Collection, aim: Aim) -> Sequence[Place]:
    """Every readable passage that cites the aim, newest first. What one clearance is told no other one is."""
    memory = _remembered.setdefault(collection.store, _Memory())
    state = (changes(connection), generation())
    documents = tuple(document.id for document in aim.documents)
    key = (collection.clearance, aim.targets, aim.loose, aim.pinpoints, documents)
    found = memory.get(key, state)
    if found is None:
        found = _by_passage(_rows_of(connection, collection, aim))
        memory.put(key, state, found)
    return found


def _rows_of(connection: Connection, collection: Collection, aim: Aim) -> list[CitingRow]:
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
    return [row for row in aimed if row.document != document.id and (row.document, row.anchor, row.start) in leads]


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


def _by_passage(rows: Iterable[CitingRow]) -> list[Place]:
    found: dict[tuple[str, str], list[CitingRow]] = {}
    for row in rows:
        found.setdefault((row.document, row.anchor), []).append(row)
    return [
        Place(
            row=each[0],
            rows=tuple(each),
            group=group_of(each[0].kind, each[0].role),
            year=int(each[0].date[:4]) if each[0].date else None,
        )
        for each in found.values()
    ]
