"""What the register says of each recommendation and finding is made from its passage."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from kb.home import Home
from kb.institutions import of_passages
from kb.languages import ANALYSIS_VERSION, analyse
from kb.nouns import Access, Role
from kb.register.addressees import addressees_of, is_address, names_of
from kb.register.retie import retie
from kb.register.themes import themes_of
from kb.store import Connection, Store, institutions, read, register
from kb.store.register import Registered
from kb.thesaurus import Thesaurus, kept

RULES = "2"  # raised when the same passage gives another row
MOST_STEMS = 120


class Filing:
    """The rules by which passages are filed; made once by a program, because reading the thesaurus takes a while."""

    def __init__(self, home: Home, store: Store) -> None:
        with store.read() as connection:
            self._thesaurus, places = kept(connection), institutions.held(connection)
        self._names = names_of(home.path / "addressees")
        rules = (RULES, ANALYSIS_VERSION, self._names.concepts, self._thesaurus.concepts, places)
        self.mark = hashlib.sha256(repr(rules).encode()).hexdigest()[:16]
        self._store = store

    def settle(self) -> int:
        """File what was read since: how many documents that were. All are, after the thesaurus has changed.

        Done when the register is opened and not when documents are read: what nobody looks at need not be filed.
        """
        with self._store.read() as connection:
            waiting = register.unmarked(connection, self.mark)
        for document in waiting:
            with self._store.write() as connection:
                rows = list(_rows(connection, document, self._thesaurus, self._names))
                register.put_registered(connection, document, rows, mark=self.mark)
                retie(connection, document)
        return len(waiting)


def _rows(connection: Connection, document_id: str, thesaurus: Thesaurus, names: Thesaurus) -> list[dict[str, Any]]:
    held = read.document(connection, document_id, Access.RESTRICTED)
    if held is None:
        return []
    document = held[0]
    registered = register.registered(connection, document_id)
    places = of_passages(document, institutions.mentions(connection, document_id))
    above = Counter(heading for each in registered for heading in set(each.headings))
    telling = {
        heading
        for heading, count in above.items()
        if count <= len(registered) / 2 and not is_address(heading, names, thesaurus, document.language)
    }
    return [
        {
            "document": document_id,
            "anchor": each.anchor,
            "role": each.role.value,
            "ordinal": each.ordinal,
            "addressees": list(addressees_of(each.text, each.headings, names, each.language)) if asks(each) else [],
            "themes": list(themes_of(each.text, [h for h in each.headings if h in telling], thesaurus, each.language)),
            "institutions": list(places(each.anchor)),
            "standards": each.cited,
            "stems": stems_of(each.text, each.language or document.language) if asks(each) else [],
        }
        for each in registered
    ]


def asks(each: Registered) -> bool:
    """Whether it recommends; a finding is asked of nobody."""
    return each.role is Role.RECOMMENDATION


def stems_of(text: str, language: str | None) -> list[str]:
    """The distinct stems of a text that tell it from others, sorted: words of four letters and more,
    because the shortest ones join and say nothing."""
    stems = {token.stem for token in analyse(text, language) if len(token.folded) > 3}
    return sorted(stems)[:MOST_STEMS]


def same_words(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of the shorter of two texts is in the other, 0..1, by their stems."""
    if not one or not other:
        return 0.0
    return len(set(one) & set(other)) / min(len(one), len(other))
