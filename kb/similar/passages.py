"""More like this, of a passage of a collection."""

from __future__ import annotations

from collections.abc import Sequence

from kb.collection import Collection
from kb.nouns import Document, Passage, Query
from kb.similar.finding import Likes, likes
from kb.store import fetching


def more_like(collection: Collection, document: str, anchor: str, query: Query) -> Likes:
    """The passages most like one that this reader may see; NotHeld where it may not see that one.

    Of ``query`` the filters, ``exact``, ``without``, ``limit`` and ``offset`` count.
    """
    passage = collection.passage(document, anchor)

    def texts(keys: Sequence[str]) -> dict[str, tuple[Document, Passage]]:
        with collection.store.read() as connection:
            return fetching.fetch(connection, keys, collection.clearance)

    return likes(
        passage,
        collection.links(document, anchor),
        query,
        readers=collection.readers(),
        texts=texts,
        languages=collection.languages(),
        thesaurus=collection.thesaurus,
        dictionary=collection.dictionary,
        signed=collection.signed,
    )
