"""The saved searches as one reader sees them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kb.collection import Collection
from kb.errors import KBError, NotHeld
from kb.nouns import Access, Query
from kb.saved.arriving import settle
from kb.saved.news import News, news_of
from kb.saved.search import SavedSearch, asked, kept
from kb.store import arrivals, searches
from kb.store.changes import changes
from kb.wording import worded

LONGEST = {"name": 100, "why": 2_000, "who": 100}


class SavedSearches:
    """What is saved in a collection, as far as its clearance may know of it. Safe to share between threads."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._settled = -1  # the count of changes when arrivals were last settled

    def list(self) -> list[SavedSearch]:
        """All of them, by name."""
        clearance = self.collection.clearance
        with self.collection.store.read() as connection:
            looks = searches.looks(connection, clearance)
            rows = searches.saved(connection, clearance)
        public = clearance is Access.PUBLIC  # who saved it and why is the staff's own
        return [
            SavedSearch(
                id=row.id,
                name=row.name,
                query=asked(row.query),
                why="" if public else row.why,
                who="" if public else row.who,
                at=row.at,
                access=Access(row.access),
                key="" if public else row.key,
                begun=row.begun,
                seen=max(row.begun, looks.get(row.id, (0, ""))[0]),
                looked=looks.get(row.id, (0, ""))[1],
            )
            for row in rows
        ]

    def named(self, name: str | int) -> SavedSearch:
        """The one of this name or number; NotHeld."""
        own = self.list()
        wanted = str(name).strip()
        found = [each for each in own if each.name.casefold() == wanted.casefold()]
        found = found or [each for each in own if str(each.id) == wanted]
        if not found:
            raise NotHeld(
                worded("no saved search “%(name)s” is there", name=wanted[:100]),
                advice=worded("See what is saved: kb saved"),
            )
        return found[0]

    def by_id(self, number: int) -> SavedSearch:
        """The one of this number; NotHeld."""
        found = next((each for each in self.list() if each.id == number), None)
        if found is None:
            raise NotHeld(worded("There is nothing at this address."), advice=worded("See what is saved: kb saved"))
        return found

    def add(
        self, name: str, query: Query, *, why: str = "", who: str = "", access: Access = Access.INTERNAL
    ) -> SavedSearch:
        """Save a search; what is there now is not new in it.

        Raises KBError of kind ``misuse`` where the name is empty, taken or too long or the search asks nothing,
        QueryError where the question cannot be read.
        """
        said = {"name": " ".join(name.split()), "why": why.strip(), "who": " ".join(who.split())}
        self._check(said, query, access)
        self.collection.search(replace(query, limit=1, offset=0))
        self.settle()
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self.collection.store.write() as connection:
            if said["name"].casefold() in map(str.casefold, searches.names(connection)):
                raise KBError(
                    worded("a search is saved under the name “%(name)s” already", name=said["name"]),
                    where="name",
                    advice=worded("Choose another name"),
                    kind="misuse",
                )
            row: dict[str, Any] = {**said, "query": kept(query), "at": at, "access": access.value}
            row |= {"key": secrets.token_urlsafe(18), "begun": arrivals.last(connection)}
            number = searches.add(connection, row)
        return self.by_id(number)

    def _check(self, said: dict[str, str], query: Query, access: Access) -> None:
        if not said["name"]:
            raise KBError(
                worded("a saved search has a name"), where="name", advice=worded("Give it one"), kind="misuse"
            )
        for field, longest in LONGEST.items():
            if len(said[field]) > longest:
                raise KBError(
                    worded("“%(name)s” is longer than %(most)s characters.", name=field, most=longest),
                    where=field,
                    advice=worded("Shorten it."),
                    kind="misuse",
                )
        if not kept(replace(query, sort="relevance", group=False, exact=False, without=())):
            raise KBError(
                worded("this search asks nothing"), advice=worded("Type words, or choose a filter"), kind="misuse"
            )
        if access not in self.collection.clearance.readable:
            raise KBError(
                worded("you could not see that search yourself"),
                where="access",
                advice=worded("Choose a level that you may read"),
                kind="misuse",
            )

    def remove(self, saved: SavedSearch) -> None:
        with self.collection.store.write() as connection:
            searches.remove(connection, saved.id)

    def settle(self) -> None:
        """Note what was read since the last time."""
        with self.collection.store.read() as connection:
            now, lagging = changes(connection), arrivals.lagging(connection)
        if now != self._settled:
            settle(self.collection.store)
            self._settled = -1 if lagging else now

    def news(self, saved: SavedSearch, *, most: int | None = None) -> News:
        """What is new for readers of this clearance since they last looked; looking does not move that on."""
        self.settle()
        return news_of(self.collection, saved.query, after=saved.seen, most=most)

    def since_saved(self, saved: SavedSearch, *, most: int | None = None) -> News:
        """What is new since the search was saved, whoever has looked."""
        self.settle()
        return news_of(self.collection, saved.query, after=saved.begun, most=most)

    def mark_seen(self, saved: SavedSearch, upto: int) -> None:
        """Readers of this clearance have seen what came up to the arrival ``upto`` (``News.upto``)."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self.collection.store.write() as connection:
            searches.put_look(connection, saved.id, self.collection.clearance, min(upto, arrivals.last(connection)), at)
