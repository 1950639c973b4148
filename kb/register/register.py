"""The register as one reader sees it, and what a person writes into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from kb.collection import Collection
from kb.errors import KBError, NotHeld
from kb.languages.preferring import nearness
from kb.nouns import Access, Addressee, Document, Passage, Progress, Recommendation, Role, StatusEntry
from kb.register.answered import Matched, answered
from kb.register.checked import checked
from kb.register.retie import same, unlabelled
from kb.register.settle import Filing
from kb.register.snapshot import FIELDS, Snapshot, add_said, answered_on, page_of, positions, take, values_of
from kb.store import Connection, fetching, read, register
from kb.store.changes import SAID, changes
from kb.store.register import Row, Said
from kb.wording import worded

OPEN = tuple(each.value for each in Progress if each.is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of the register: how many were found, how many of them are open, those on this page, and the facets."""

    total: int
    open: int
    items: tuple[Recommendation, ...]
    facets: Mapping[str, Mapping[str, int]]


class Conflict(KBError):
    """Somebody else wrote to the history after this person looked; ``now`` is the recommendation as it is."""

    kind = "conflict"

    def __init__(self, now: Recommendation) -> None:
        self.now = now
        super().__init__(
            worded("somebody has changed this recommendation since you opened it"),
            where=now.key,
            advice=worded("Read the new entry, then send yours again if it still holds."),
        )


class Register:
    """The recommendations of a collection, or with the role ``finding`` its findings, which are filed alike.

    Safe to share between threads.
    """

    def __init__(
        self, collection: Collection, role: Role = Role.RECOMMENDATION, *, filing: Filing | None = None
    ) -> None:
        self.collection, self.role = collection, role
        self.filing = filing or Filing(collection.home, collection.store)
        self._lock = Lock()
        self._taken: tuple[int, int, Snapshot] | None = None
        self._filed = -1  # the count of changes when it was last filed
        self._answered: dict[str, str] = {}
        self._matched: Matched = {}

    def snapshot(self) -> Snapshot:
        """The register as it is now."""
        self._file()
        with self.collection.store.read() as connection:
            held, said = changes(connection), changes(connection, SAID)
            with self._lock:
                if self._taken is None or self._taken[0] != held:
                    self._taken = (held, said, take(connection, self.collection.clearance, self.role, self._answered))
                elif self._taken[1] != said:
                    self._taken = (held, said, add_said(connection, self._taken[2]))
                return self._taken[2]

    def _file(self) -> None:
        """File what was read since the last look."""
        with self.collection.store.read() as connection:
            now = changes(connection)
        if self._filed != now:
            self.filing.settle()
            if self.role is Role.RECOMMENDATION:
                self._answered = answered(self.collection, self._matched)
            with self.collection.store.read() as connection:
                self._filed = changes(connection)

    def find(
        self,
        wanted: Mapping[str, Sequence[str]] | None = None,
        *,
        within: Iterable[str] | None = None,
        limit: int = 50,
        offset: int = 0,
        language: str = "",
    ) -> Found:
        """The recommendations that have one of the values of every field of ``wanted`` (see FIELDS), newest first.

        ``within`` narrows them to these passages. A report in several languages counts once; of its versions the one in
        ``language`` is given where there is one. A facet counts what choosing another of its values would find. Raises
        KBError of kind ``misuse`` for a field there is not.
        """
        snapshot, (chosen, among) = self._chosen(wanted or {}, within)
        facets = {name: snapshot.counted(snapshot.chosen(wanted or {}, but=name) & among, name) for name in FIELDS}
        shown = page_of(chosen, offset, limit)
        return Found(
            total=chosen.bit_count(),
            open=(chosen & snapshot.chosen({"status": OPEN})).bit_count(),
            items=tuple(self.whole([snapshot.rows[at] for at in shown], language)),
            facets=facets,
        )

    def crossed(
        self,
        wanted: Mapping[str, Sequence[str]],
        field: str,
        by: str,
        *,
        within: Iterable[str] | None = None,
    ) -> dict[str, dict[str, int]]:
        """How many of those found have each value of ``field``, divided by the values of another field."""
        snapshot, (chosen, _) = self._chosen(wanted, within)
        return {value: snapshot.counted(bits & chosen, by) for value, bits in snapshot.having[field].items()}

    def each(
        self, wanted: Mapping[str, Sequence[str]] | None = None, *, within: Iterable[str] | None = None
    ) -> Iterator[Recommendation]:
        """Every recommendation found, in the same order, a few hundred in memory at a time."""
        snapshot, (chosen, _) = self._chosen(wanted or {}, within)
        rows = [snapshot.rows[at] for at in positions(chosen)]
        for at in range(0, len(rows), 200):
            yield from self.whole(rows[at : at + 200])

    def _chosen(
        self, wanted: Mapping[str, Sequence[str]], within: Iterable[str] | None
    ) -> tuple[Snapshot, tuple[int, int]]:
        for name in wanted:
            if name not in FIELDS:
                raise KBError(
                    worded("The register has no field “%(name)s”.", name=name),
                    advice=worded("There are: %(known)s.", known=", ".join(FIELDS)),
                    kind="misuse",
                )
        snapshot = self.snapshot()
        among = snapshot.everything if within is None else snapshot.keyed(within)
        return snapshot, (snapshot.chosen(wanted) & among, among)

    def one(self, key: str) -> Recommendation:
        """The recommendation of a passage; NotHeld where it is none, or not for this reader."""
        self._file()
        with self.collection.store.read() as connection:
            versions = register.rows(connection, self.collection.clearance, key, role=self.role)
        own = [row for row in versions if row.key == key]
        found = self.whole([(*own, *(row for row in versions if row.key != key))]) if own else []
        if not found:
            raise NotHeld(
                worded("no recommendation “%(key)s” is in the register", key=key),
                advice=worded("See what there is: kb register"),
            )
        return found[0]

    def say(self, key: str, entry: StatusEntry, *, seen: int | None = None) -> Recommendation:
        """Write an entry to a recommendation's history; the recommendation with it.

        ``seen`` is the last entry that the writer has read (``Recommendation.seen``): Conflict where it is not the last
        any more, with nothing written. None writes whatever stands there. NotHeld; KBError of kind ``misuse`` where the
        evidence is no passage that the writer may read.
        """
        before = self.one(key)
        if entry.evidence:
            self._evidence(entry.evidence)
        quoted = unlabelled(before.passage.text, before.passage.label)
        versions = [version for _, version in before.versions]
        with self.collection.store.write() as connection:
            written = register.add_entry(connection, key, quoted, entry, after=seen, of=versions)
        after = self.one(key)
        if not written:
            raise Conflict(after)
        return after

    def _evidence(self, key: str) -> None:
        document, _, anchor = key.partition("#")
        try:
            if anchor:
                self.collection.passage(document, anchor)
            else:
                self.collection.document(document)
        except NotHeld as error:
            raise KBError(
                worded("“%(key)s” is no passage of the collection", key=key[:200]),
                where="evidence",
                advice=worded("Copy the address of the passage that shows it, or leave it empty and write a note."),
                kind="misuse",
            ) from error

    def whole(self, rows: Sequence[tuple[Row, ...]], language: str = "") -> list[Recommendation]:
        """The recommendations of these rows of the snapshot, with their texts and histories: of each the version in the
        language (see ``nearness``), else the first."""
        chosen = [min(each, key=lambda row: nearness(row.language, language)) for each in rows]
        with self.collection.store.read() as connection:
            places = fetching.fetch(connection, [row.key for row in chosen], self.collection.clearance)
            said: dict[str, list[Said]] = {}
            for each in register.history(connection, (version.key for versions in rows for version in versions)):
                said.setdefault(f"{each.document}#{each.anchor}", []).append(each)
            return [
                self._made(connection, row, versions, said, *places[row.key])
                for row, versions in zip(chosen, rows, strict=True)
                if row.key in places
            ]

    def _made(
        self,
        connection: Connection,
        row: Row,
        versions: Sequence[Row],
        by_key: Mapping[str, list[Said]],
        document: Document,
        passage: Passage,
    ) -> Recommendation:
        entries = [entry for key in dict.fromkeys(each.key for each in versions) for entry in by_key.get(key, ())]
        said = sorted(entries, key=lambda each: each.entry.id)
        own = by_key.get(row.key, [])
        values = values_of(versions)
        return Recommendation(
            document=document,
            passage=passage,
            addressees=tuple(Addressee(each) for each in values["addressee"]),
            # What any version says, or what it is gathered under would depend on the language it is read in.
            themes=tuple(dict.fromkeys((*row.themes, *values["theme"]))),
            institutions=values["institution"],
            standards=tuple(dict.fromkeys(each for version in (row, *versions) for each in version.standards)),
            history=tuple(self._readable(connection, each.entry) for each in said),
            answered=answered_on(versions, self._answered),
            lost=bool(own) and same(own[-1].quoted) != same(unlabelled(passage.text, passage.label)),
            versions=tuple(sorted((each.language, each.key) for each in versions)),
        )

    def _readable(self, connection: Connection, entry: StatusEntry) -> StatusEntry:
        """The entry as this reader may see it: who said it and why is the staff's own; evidence may be unseen."""
        if self.collection.clearance is Access.PUBLIC:
            entry = replace(entry, note="", who="")
        document = entry.evidence.partition("#")[0]
        if document and read.document(connection, document, self.collection.clearance) is None:
            entry = replace(entry, evidence="")
        return entry


__all__ = ["OPEN", "Conflict", "Found", "Register", "checked"]
