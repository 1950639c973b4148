"""The one writer: what the workers read goes to the store, then to the index, and is said of the file."""

from __future__ import annotations

import time
from dataclasses import replace
from types import TracebackType
from typing import Any

from indexer.batch.discover import Found
from indexer.batch.plan import Plan, Planner
from indexer.batch.report import FileReport
from indexer.batch.wire import unpack
from indexer.batch.worker import Done
from indexer.manifest import Settings
from kb import citations
from kb.home import Home
from kb.index.entries import entries
from kb.index.repair import write_pending
from kb.index.settle import settle
from kb.index.variants.settle import settle as settle_variants
from kb.index.writing import IndexWriting
from kb.nouns import Access, Document, Outcome
from kb.roles import apply as apply_corrections
from kb.store import Store, institutions, read, upkeep, variants, write

COMMIT_PASSAGES, COMMIT_SECONDS = 20_000, 15.0  # what a kill costs at most: these entries are made again
GONE = "the file is gone; what was read from it is kept until kb index --prune"


class Writing:
    """Writes one file at a time, each in one transaction. Nothing is shared with the workers but bytes."""

    def __init__(self, home: Home, store: Store, planner: Planner) -> None:
        self._store, self._planner = store, planner
        self._index = IndexWriting(home, store)
        self._passages, self._since = 0, time.monotonic()
        self._changed = False

    def write(self, plan: Plan, done: Done) -> FileReport:
        """Store what was read, or the failure; a failed file loses nothing that an earlier version of it gave."""
        if done.reading is None:
            return self._fail(plan, done)
        reading = unpack(done.reading)
        warnings = (*reading.warnings, *plan.found.warnings)
        row = self._row(plan, Outcome.INDEXED, done.seconds, warnings=list(warnings))
        targets = citations.targets(reading.document)
        with self._store.write() as connection:
            variants.part(connection, reading.document.id)
            write.put_reading(connection, reading, name=plan.found.path.name, targets=targets)
            institutions.put_found(connection, reading.document.id, reading.mentions, reading.visits)
            roles = apply_corrections(connection, reading.document.id)
            variants.put_sketch(connection, reading.document.id, reading.sketch)
            self._source(connection, plan, row)
        document = reading.document
        made = [
            replace(each, role=roles[each.anchor].value) if each.anchor in roles else each for each in reading.entries
        ]
        self._index.put(document.id, document.access, made)
        self._count(document.passages)
        return _report(plan, Outcome.INDEXED, document, seconds=done.seconds, warnings=warnings)

    def _fail(self, plan: Plan, done: Done) -> FileReport:
        row = self._row(plan, Outcome.FAILED, done.seconds, error=done.error)
        with self._store.write() as connection:
            held = read.document(connection, plan.document, Access.RESTRICTED)
            row["document"] = plan.document if held else None
            self._source(connection, plan, row)
        kept = ("what was read from its earlier version is kept",) if held else ()
        return _report(plan, Outcome.FAILED, None, seconds=done.seconds, warnings=kept, error=done.error)

    def is_copy(self, plan: Plan) -> bool:
        """Whether the bytes were read already, from this file or another, so that only what is said of them is new."""
        with self._store.read() as connection:
            held = read.document(connection, plan.document, Access.RESTRICTED)
        return bool(held and held[0].sha256 == plan.sha256 and self._planner.copied(plan))

    def copy(self, plan: Plan, done: Done | None) -> FileReport:
        """Record a second place of an original that is in the collection, or a new place of one that was moved.

        A text that lies in two places has the stricter access level of the two.
        """
        if done is not None and done.reading is None:
            return self._fail(plan, done)
        document_id = done.document if done else plan.document
        with self._store.write() as connection:
            held = upkeep.whole(connection, document_id)
            if held is None:
                raise LookupError(document_id)  # written in this run, under the same lock
            document, name, passages, links = held
            mentions = institutions.mentions(connection, document.id)
            row = self._row(plan, Outcome.INDEXED, 0.0) | {"document": document_id}
            self._source(connection, plan, row)
            stricter = max(document.access, plan.access, key=list(Access).index)
            raised = stricter is not document.access
            if raised:
                document = replace(document, access=stricter)
                variants.part(connection, document.id)
                write.update_document(connection, document, name=name, targets=citations.targets(document))
        if raised:
            self._index.put(document.id, document.access, entries(document, passages, links, mentions))
            self._count(len(passages))
        said = f"moved from {plan.moved_from}" if plan.moved_from else f"the same original as document {document_id}"
        outcome = Outcome.UNCHANGED if plan.moved_from else Outcome.INDEXED
        return _report(plan, outcome, document, warnings=(said,), passages=0)

    def unchanged(self, plan: Plan) -> FileReport:
        """Nothing to do. A file that failed before says why again; one that was only touched is not hashed again."""
        earlier = self._planner.earlier(plan)
        if earlier["mtime_ns"] != plan.found.mtime_ns:
            row = earlier | {"mtime_ns": plan.found.mtime_ns, "size": plan.found.size}
            with self._store.write() as connection:
                write.put_source(connection, row)
        with self._store.read() as connection:
            held = read.document(connection, earlier["document"], Access.RESTRICTED) if earlier["document"] else None
        warnings = tuple(earlier["warnings"])
        return _report(plan, Outcome.UNCHANGED, held[0] if held else None, warnings=warnings, error=earlier["error"])

    def without_document(self, found: Found, settings: Settings) -> FileReport:
        """Record a container, or a member that could not be taken out of it; what it held before is kept."""
        plan, same = self._planner.without_document(found, settings)
        outcome = Outcome.FAILED if found.failure else Outcome.INDEXED
        if not same:
            row = self._row(plan, outcome, 0.0, warnings=list(found.warnings), error=found.failure)
            with self._store.write() as connection:
                before = upkeep.source(connection, row["path"])
                self._source(connection, plan, row | {"document": before["document"] if before else None})
        outcome = Outcome.UNCHANGED if same else outcome
        return _report(plan, outcome, None, warnings=found.warnings, error=found.failure)

    def gone(self, path: str, *, prune: bool) -> FileReport | None:
        """A file that is no longer there: reported, or forgotten with its document unless a copy of it remains."""
        with self._store.write() as connection:
            row = upkeep.source(connection, path)
            if row is None:  # moved: its new place has been recorded
                return None
            if not prune:
                return FileReport(source=path, outcome=Outcome.UNCHANGED, document=row["document"], warnings=(GONE,))
            write.remove_source(connection, path)
            write.remove_container(connection, path)
            last = row["document"] and not upkeep.has_source(connection, row["document"])
            if last:
                variants.part(connection, row["document"])
                write.remove_document(connection, row["document"])
        if last:
            self._index.remove(row["document"])
            self._count(0)
        return FileReport(source=path, outcome=Outcome.REMOVED, document=row["document"])

    def _row(
        self,
        plan: Plan,
        outcome: Outcome,
        seconds: float,
        *,
        warnings: list[str] | None = None,
        error: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        return {
            "path": str(plan.found.path),
            "size": plan.found.size,
            "mtime_ns": plan.found.mtime_ns,
            "sha256": plan.sha256,
            "settings": plan.stamp,
            "document": plan.document,
            "outcome": outcome.value,
            "error": error,
            "warnings": warnings or [],
            "access": plan.access.value,
            "seconds": round(seconds, 3),
        }

    def _source(self, connection: Any, plan: Plan, row: dict[str, Any]) -> None:
        if plan.moved_from:
            write.remove_source(connection, plan.moved_from)
        write.put_source(connection, row)
        self._planner.record(row)

    def _count(self, passages: int) -> None:
        self._changed = True
        self._passages += passages
        if self._passages >= COMMIT_PASSAGES or time.monotonic() - self._since > COMMIT_SECONDS:
            self._commit()

    def _commit(self) -> None:
        self._index.commit()
        self._passages, self._since, self._changed = 0, time.monotonic(), False

    def finish(self) -> None:
        """Make the last entries durable, settle which of the same texts is shown, then look up waiting citations."""
        if self._changed:
            self._commit()
        settle_variants(self._store)
        write_pending(self._store, self._index)
        settle(self._store)

    def __enter__(self) -> Writing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._index.__exit__(kind, error, at)


def _report(
    plan: Plan,
    outcome: Outcome,
    document: Document | None,
    *,
    seconds: float = 0.0,
    warnings: tuple[str, ...] = (),
    error: dict[str, str] | None = None,
    passages: int | None = None,
) -> FileReport:
    return FileReport(
        source=str(plan.found.path),
        outcome=outcome,
        document=document.id if document else None,
        language=document.language if document else None,
        pages=document.pages if document else None,
        passages=passages if passages is not None else (document.passages if document else 0),
        seconds=seconds,
        warnings=warnings,
        error=error,
    )
