"""A collection as one reader sees it: the door for the web, the command line and programs of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from kb import citations
from kb.engines.protocol import IndexReader
from kb.errors import HomeError, NotHeld
from kb.home import Home
from kb.index.levels import Readers
from kb.index.repair import mend
from kb.index.variants.related import Related
from kb.institutions import use_institutions
from kb.nouns import Access, Answer, Document, Link, PageFacts, Passage, Query
from kb.originals.render import page_image
from kb.pages import pages_to_check
from kb.search import Names, Suggestion, complete, missing, named, search, uncollected
from kb.store import Connection, Store, fetching, institutions, read, upkeep
from kb.store.known import Known
from kb.thesaurus import Dictionary, kept
from kb.wording import worded


class Collection:
    """Opens the home for reading with a clearance; every answer is made of what that clearance may see.

    Raises HomeError of kind ``empty`` where nothing was ever indexed. Safe to share between threads.
    """

    def __init__(self, home: Home, clearance: Access = Access.RESTRICTED) -> None:
        if not home.store.exists():
            raise HomeError(
                "holds no collection yet",
                where=str(home.path),
                advice="Index a folder first: kb index FOLDER",
                kind="empty",
            )
        self.home, self.clearance = home, clearance
        self.store = Store(home.store)
        mend(home, self.store)
        self._known = Known(self.store, clearance)
        self._readers = Readers(home, self.store, clearance)
        self.related = Related(self.store, clearance)
        self.pages_to_check = partial(pages_to_check, self.store, clearance)
        with self.store.read() as connection:
            citations.use_instruments(upkeep.instruments(connection))
            use_institutions(institutions.held(connection))
            self.thesaurus = kept(connection)
        self.dictionary = Dictionary(self.store.read)
        self._named: tuple[tuple[IndexReader, ...] | None, Names] = (None, Names())

    def readers(self) -> tuple[IndexReader, ...]:
        """Snapshots of the indexes this reader may open."""
        return self._readers.current()

    @property
    def signed(self) -> bool:
        """Whether passages are found by the concepts they speak of, and not by each word for these."""
        return self._readers.have_signs(self.thesaurus.mark)

    @uncollected()
    def search(self, query: Query) -> Answer:
        """The passages that answer a query; QueryError where it cannot be read."""
        answer = search(
            query,
            readers=self.readers(),
            texts=self._known.fetch,
            references=self.address,
            languages=self.languages(),
            thesaurus=self.thesaurus,
            dictionary=self.dictionary,
            signed=self.signed,
        )
        if answer.direct or citations.parse_reference(query.text) is None:
            return answer
        return replace(answer, advice=(*missing(self.cite(query.text)), *answer.advice))

    def languages(self) -> list[str]:
        """The languages of the readable documents; those of their passages where a document is mixed."""
        return self._known.languages()

    def complete(self, prefix: str) -> list[str]:
        """Words of the readable passages that begin so, most frequent first."""
        return complete(prefix, self.readers())

    def suggest(self, prefix: str) -> list[Suggestion]:
        """What is being typed may become: titles, references, institutions, themes and words, each with its kind."""
        readers = self.readers()
        if self._named[0] is not readers:
            with self.store.read() as connection:
                held, instruments = read.documents(connection, self.clearance), upkeep.instruments(connection)
            self._named = (readers, Names(held, instruments, self.thesaurus.concepts.values(), named(readers)))
        return self._named[1].suggest(prefix, words=complete(prefix, readers))

    def documents(self) -> list[Document]:
        with self.store.read() as connection:
            return read.documents(connection, self.clearance)

    def _held(self, connection: Connection, document_id: str) -> tuple[Document, str]:
        held = read.document(connection, document_id, self.clearance)
        if held is None:
            raise NotHeld(
                worded("no document “%(id)s” is held", id=document_id), advice="See what is held: kb documents"
            )
        return held

    def document(self, document_id: str) -> Document:
        """The document; NotHeld if there is none or it is not for this reader."""
        with self.store.read() as connection:
            return self._held(connection, document_id)[0]

    def passages(self, document_id: str) -> list[Passage]:
        """Its passages in order; NotHeld."""
        with self.store.read() as connection:
            self._held(connection, document_id)
            return read.passages(connection, document_id, self.clearance)

    def passage(self, document_id: str, anchor: str) -> Passage:
        """One passage; NotHeld."""
        with self.store.read() as connection:
            self._held(connection, document_id)
            found = read.passage(connection, document_id, anchor, self.clearance)
        if found is None:
            raise NotHeld(
                worded("no passage “%(anchor)s” in “%(id)s”", anchor=anchor, id=document_id),
                advice=f"See kb passages {document_id}",
            )
        return found

    def around(self, passage: Passage, *, before: int = 2, after: int = 2) -> list[Passage]:
        """The passages next to one, itself included, in order."""
        with self.store.read() as connection:
            return read.around(connection, passage, self.clearance, before=before, after=after)

    def siblings(self, document: Document) -> list[Document]:
        """The other readable documents of the same work: its language versions and editions."""
        if not document.work:
            return []
        with self.store.read() as connection:
            found = read.siblings(connection, document.work, self.clearance)
        return [other for other in found if other.id != document.id]

    def links(self, document_id: str, anchor: str | None = None) -> list[Link]:
        """What the document, or one passage, cites, resolved as far as this reader may see."""
        with self.store.read() as connection:
            document = self._held(connection, document_id)[0]
            found = read.links(connection, document_id, anchor, self.clearance)
            return [self._seen(connection, link, document) for link in found]

    def citing(self, document_id: str, anchor: str | None = None) -> list[tuple[Link, Document, Passage]]:
        """Who cites the document, or one passage of it: each link with where it stands."""
        with self.store.read() as connection:
            self._held(connection, document_id)
            if self.clearance is Access.RESTRICTED:
                found = read.citing(connection, document_id, anchor, self.clearance)
            else:
                # What a link leads to may differ when a document that would rival or replace the target is unseen.
                aim = f"{document_id}#{anchor}" if anchor else document_id
                aimed = read.aimed_at(connection, document_id, self.clearance)
                citing = {link.document: self._held(connection, link.document)[0] for link in aimed}
                seen = (self._seen(connection, link, citing[link.document]) for link in aimed)
                found = [link for link in seen if link.resolved and (link.resolved + "#").startswith(aim + "#")]
            keys = list({f"{link.document}#{link.anchor}" for link in found})
            places = fetching.fetch(connection, keys, self.clearance)
        keyed = ((link, places.get(f"{link.document}#{link.anchor}")) for link in found)
        return [(link, *place) for link, place in keyed if place]

    def _seen(self, connection: Connection, link: Link, citing: Document) -> Link:
        """The link as this reader may see it: looked up again among readable documents unless all are readable."""
        if self.clearance is Access.RESTRICTED:
            return link
        return self._resolve(connection, link, citing.language, citing.date or "")

    def _resolve(self, connection: Connection, link: Link, language: str | None = None, date: str = "") -> Link:
        """Looked up among what this reader may see; a reader's own question is asked of the editions of today."""
        resolved, why = citations.resolve(
            link.citation,
            documents=lambda target: read.answering(connection, target, self.clearance),
            anchors=lambda document_id, anchor: read.has_anchor(connection, document_id, anchor),
            language=language,
            date=date or datetime.now(UTC).date().isoformat(),
        )
        return replace(link, resolved=resolved, why=why)

    def cite(self, text: str) -> list[Link]:
        """The citations in a text that is not in the collection, each resolved or with the reason why not."""
        whole = citations.parse_reference(text)
        found = citations.find(text) or ([whole] if whole else [])
        with self.store.read() as connection:
            return [self._resolve(connection, Link(document="", anchor="", citation=each)) for each in found]

    def address(self, reference: str) -> str | None:
        """The permanent address that a reference names, or None if it is no reference or leads to nothing held."""
        citation = citations.parse_reference(reference)
        if citation is None:
            return None
        with self.store.read() as connection:
            link = self._resolve(connection, Link(document="", anchor="", citation=citation))
        if link.resolved is None:
            return None
        document_id, _, anchor = link.resolved.partition("#")
        return f"/d/{document_id}/p/{anchor}" if anchor else f"/d/{document_id}"

    def pages(self, document_id: str) -> list[PageFacts]:
        """The pages of its original; empty for formats without pages."""
        with self.store.read() as connection:
            self._held(connection, document_id)
            return read.pages(connection, document_id, self.clearance)

    def original(self, document_id: str) -> Path:
        """The kept original, byte for byte; NotHeld."""
        path = self.home.original(self.document(document_id).sha256)
        if not path.is_file():
            raise NotHeld(
                f"the original of {document_id!r} is missing from the home folder",
                where=str(path),
                advice="Restore a backup, or index the file again",
            )
        return path

    def original_name(self, document_id: str) -> str:
        """The file name the original came with."""
        with self.store.read() as connection:
            return self._held(connection, document_id)[1]

    def page_image(self, document_id: str, page: int, width_px: int) -> Path:
        """A picture (PNG) of one page of the original; NotHeld, or KBError where it cannot be drawn."""
        document = self.document(document_id)
        if document.pages is None or not 1 <= page <= document.pages:
            raise NotHeld(f"{document_id!r} has no page {page}")
        return page_image(self.home.cache, self.original(document_id), document.sha256, page, width_px)

    def sources(self) -> list[dict[str, Any]]:
        """How the reading of each file ended, as far as this reader may see."""
        with self.store.read() as connection:
            return list(read.sources(connection, self.clearance))

    def statistics(self) -> dict[str, Any]:
        """What the collection holds: totals, and documents by kind, language, access level, mechanism and state."""
        with self.store.read() as connection:
            return read.statistics(connection, self.clearance)

    def close(self) -> None:
        self.store.close()
