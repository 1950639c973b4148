"""Make the index anew from the store, with the same engine or another."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from kb.home import Home
from kb.index.entries import entries
from kb.index.writing import SIGNS, IndexWriting, engine_name
from kb.institutions import use_institutions
from kb.languages import ANALYSIS_VERSION
from kb.store import Store, institutions, upkeep, variants, write
from kb.thesaurus import mark

COMMIT_EVERY = 20_000  # passages: bounds what a kill repeats and what the writer holds in memory


def rebuild(
    home: Home, store: Store, *, engine: str | None = None, progress: Callable[[int, int], None] = lambda *_: None
) -> int:
    """The number of passages indexed. Calls ``progress(documents done, documents)``. Hold ``home.writing()``.

    The engine's setting is changed last: a kill before leaves the collection on the engine it had, and every document
    on the list of pending ones, so that the next writer finishes the work.
    """
    old = engine_name(store)
    name = engine or old
    with store.write() as connection:
        signs = mark(connection)
        write.put_setting(connection, SIGNS, "")
        use_institutions(institutions.held(connection))
        names = upkeep.ids(connection)
        if name == old:
            for document_id in names:
                write.mark_pending(connection, document_id)
    shutil.rmtree(home.path / "index" / name, ignore_errors=True)
    count = waiting = 0
    with IndexWriting(home, store, name) as writing:
        for done, document_id in enumerate(names, start=1):
            with store.read() as connection:
                held = None if variants.shown(connection, document_id) else upkeep.whole(connection, document_id)
                mentions = institutions.mentions(connection, document_id)
            if held is not None:
                document, _, passages, links = held
                writing.put(document_id, document.access, entries(document, passages, links, mentions))
                count += len(passages)
                waiting += len(passages)
            if waiting >= COMMIT_EVERY:
                writing.commit()
                waiting = 0
            progress(done, len(names))
        writing.commit()
    with store.write() as connection:
        write.put_setting(connection, "engine", name)
        write.put_setting(connection, "analysis", str(ANALYSIS_VERSION))
        write.put_setting(connection, SIGNS, signs)
    if name != old:
        shutil.rmtree(home.path / "index" / old, ignore_errors=True)
    return count
