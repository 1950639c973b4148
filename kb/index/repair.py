"""Hold the index against the store when a collection opens, and mend what differs."""

from __future__ import annotations

from kb.engines import open_engine
from kb.errors import EngineError, HomeError
from kb.home import Home
from kb.index.entries import entries
from kb.index.rebuild import rebuild
from kb.index.writing import SIGNS, IndexWriting, engine_name
from kb.institutions import use_institutions
from kb.languages import ANALYSIS_VERSION
from kb.nouns import Access
from kb.store import Store, institutions, upkeep, variants

CURRENT = str(ANALYSIS_VERSION)
NEVER = "never"


def differs(home: Home, store: Store, *, thorough: bool = False) -> str:
    """Why the index is not what the store says; "" where it is. ``thorough`` compares document by document."""
    name = engine_name(store)
    with store.read() as connection:
        analysis = upkeep.setting(connection, "analysis", CURRENT)
    if analysis != CURRENT:
        return f"the index was made with version {analysis} of the analysis, this program has {CURRENT}"
    for level in Access:
        folder = home.index(name, level)
        with store.read() as connection:
            expected = upkeep.passages_of_level(connection, level)
            by_document = upkeep.passages_by_document(connection, level) if thorough else {}
        if not folder.exists():
            if expected:
                return f"the index of level {level} is missing"
            continue
        try:
            reader = open_engine(name).reader(folder)
            held = reader.count()
            documents = reader.documents() if thorough else {}
            reader.close()
        except EngineError as error:
            return f"the index of level {level} cannot be opened ({error.message})"
        if held != expected:
            return f"the index of level {level} holds {held} passages, the store {expected}"
        if documents != by_document:
            wrong = sorted(dict(documents.items() ^ by_document.items()))
            return f"the index of level {level} differs from the store for {', '.join(wrong[:5])}"
    return ""


def lacks_signs(store: Store) -> bool:
    """Whether the index was made before concepts had signs in it: it answers everything, only slower."""
    with store.read() as connection:
        return bool(upkeep.setting(connection, "generation")) and upkeep.setting(connection, SIGNS, NEVER) == NEVER


def catch_up(home: Home, store: Store) -> int:
    """Index the documents that a killed run left pending; how many there were."""
    with store.read() as connection:
        names = upkeep.pending(connection)
    if not names:
        return 0
    with IndexWriting(home, store) as writing:
        return write_pending(store, writing)


def write_pending(store: Store, writing: IndexWriting) -> int:
    """Give the index what the store's list of pending documents says it lacks, or take it out; how many there were."""
    with store.read() as connection:
        names = upkeep.pending(connection)
        if not names:  # as at the end of most runs
            return 0
        use_institutions(institutions.held(connection))
    for document_id in names:
        with store.read() as connection:
            held = None if variants.shown(connection, document_id) else upkeep.whole(connection, document_id)
            mentions = institutions.mentions(connection, document_id)
        if held is None:
            writing.remove(document_id)
        else:
            document, _, passages, links = held
            writing.put(document_id, document.access, entries(document, passages, links, mentions))
    writing.commit()
    return len(names)


def repair(home: Home, store: Store) -> str:
    """Make the index equal to the store; says what was done, "" where nothing had to be. Hold ``home.writing()``."""
    try:
        caught = catch_up(home, store)
    except EngineError:
        caught = 0  # a damaged index is rebuilt below
    reason = differs(home, store)
    if reason or lacks_signs(store):
        rebuild(home, store)
        return f"rebuilt the index: {reason or 'it was made before concepts had signs in it'}"
    return f"indexed {caught} documents that an interrupted run had left" if caught else ""


def mend(home: Home, store: Store) -> None:
    """Finish what a killed run left, unless a run is under way: then its own commits will."""
    with store.read() as connection:
        pending = upkeep.pending(connection)
    wrong = bool(pending) or bool(differs(home, store))
    if not wrong and not lacks_signs(store):
        return
    try:
        with home.writing():
            repair(home, store)
    except Exception as error:
        # What is only slow, and as it was, is left to who may write.
        locked = isinstance(error, HomeError) and error.kind == "locked"
        if not locked and (wrong or differs(home, store)):
            raise
