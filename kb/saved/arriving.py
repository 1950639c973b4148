"""Notes which passages are there for the first time.

A passage is known by its document and its words, not by its anchor, so that a paragraph put in above, or a better
reading of the same file, makes nothing new of it. Where words stand in a document twice they are counted.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, datetime

from kb.nouns import Access
from kb.register.retie import same, unlabelled
from kb.store import Connection, Store, arrivals, register
from kb.store.arrivals import State, Waiting

AT_ONCE = 100  # documents of one transaction
GROWN = 1.1  # a file that was only read better brings news where it has this many times the letters it had


def settle(store: Store) -> int:
    """Look at every document that was read, or given another access level, since the last time; how many.

    Done when somebody asks what is new, and not when documents are read: a collection without saved searches has no
    use for it.
    """
    with store.read() as connection:
        waiting = arrivals.waiting(connection)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for start in range(0, len(waiting), AT_ONCE):
        with store.write() as connection:
            for each in waiting[start : start + AT_ONCE]:
                _settle(connection, each, at)
    return len(waiting)


def _settle(connection: Connection, each: Waiting, at: str) -> None:
    before, access = arrivals.state(connection, each.document), Access(each.access)
    texts = register.texts(connection, each.document)
    passages, letters = keys_of(each.document, texts)
    earlier = arrivals.of_documents(connection, [each.document], access)
    known = {key for row in earlier for key in row.passages}
    fresh = [key for _, key in passages if key not in known]
    if fresh:
        reread = before is not None and before.sha256 == each.sha256 and before.access == each.access
        news = not reread or letters > GROWN * (before.letters if before else 0)
        arrivals.put_arrival(connection, each.document, access, fresh, news=news, at=at)
    now = State(each.access, each.sha256, letters, [list(pair) for pair in passages])
    arrivals.put_state(connection, each.document, now)


def keys_of(document: str, texts: dict[str, tuple[str, str]]) -> tuple[list[tuple[str, str]], int]:
    """Anchor and key of words of each passage, in order; and how many letters there are in all."""
    times: Counter[str] = Counter()
    found, letters = [], 0
    for anchor, (text, label) in texts.items():
        words = same(unlabelled(text, label)) or text
        times[words] += 1
        said = f"{document}\0{times[words]}\0{words}".encode("utf-8", "surrogatepass")
        found.append((anchor, hashlib.blake2b(said, digest_size=8).hexdigest()))
        letters += len(words)
    return found, letters
