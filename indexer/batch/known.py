"""What the collection is told before anything is read: the instruments, concepts, words and places that are shipped."""

from __future__ import annotations

from corpus.catalogue import instruments
from corpus.concepts import concepts
from corpus.places import institutions
from corpus.words import words
from kb.home import Home
from kb.institutions.keeping import keep_institutions
from kb.nouns import Institution
from kb.store import Store, write
from kb.thesaurus import keep, keep_general


def keep_known(home: Home, store: Store) -> tuple[Institution, ...]:
    """Keep a copy of them in the store; the places that are not shipped, which the readers are to know too."""
    with store.write() as connection:
        write.put_instruments(connection, instruments())
        keep(connection, concepts())
        keep_general(connection, words())
        return keep_institutions(connection, institutions(), home.institutions)
