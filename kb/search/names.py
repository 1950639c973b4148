"""What has a name and can be completed: documents, references, institutions, the concepts of the thesaurus."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.engines.protocol import IndexReader
from kb.institutions import known
from kb.languages import fold
from kb.nouns import Concept, Document, Instrument

SUGGESTIONS = 10
# How many of each kind, in the order in which they are offered.
SHARES = {"reference": 2, "institution": 2, "theme": 3, "document": 3}
_LONGEST = 80  # letters of a name by which it is found
_LOOKED_THROUGH = 400
_MOST_PLACES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What may be meant: ``kind`` is reference, institution, theme, document or word.

    ``address`` leads to the one document of that title or reference, "" where the text is to be searched for.
    """

    text: str
    kind: str
    address: str = ""


def named(readers: Sequence[IndexReader]) -> list[str]:
    """The names, in every language, of the institutions that readable passages are found under."""
    held = dict.fromkeys(term for one in readers for term, _ in one.terms("institution", "", limit=_MOST_PLACES))
    return [name for term in held for name in known().names(term)]


class Names:
    """Names of what one reader may see, found by the beginning of any of their words, without regard to diacritics.

    It is made of readable documents, so it can betray no other; concepts and instruments are the same for everybody.
    """

    def __init__(
        self,
        documents: Iterable[Document] = (),
        instruments: Iterable[Instrument] = (),
        concepts: Iterable[Concept] = (),
        places: Iterable[str] = (),
    ) -> None:
        found: dict[Suggestion, None] = {}
        for document in documents:
            url = f"/d/{document.id}"
            if document.title:
                found[Suggestion(text=document.title, kind="document", address=url)] = None
            if document.reference:
                found[Suggestion(text=document.reference, kind="reference", address=url)] = None
            for institution in document.institutions:
                found[Suggestion(text=institution, kind="institution")] = None
        for place in places:
            found[Suggestion(text=place, kind="institution")] = None
        for instrument in instruments:
            for text in (*instrument.names.values(), *(one for many in instrument.aliases.values() for one in many)):
                found[Suggestion(text=text, kind="reference")] = None
        for concept in concepts:
            for terms in concept.terms.values():
                for text in terms:
                    found[Suggestion(text=text, kind="theme")] = None
        keyed = []
        for each in found:
            words = fold(each.text)[:_LONGEST].split()
            keyed += [(" ".join(words[at:]), at, each) for at in range(len(words))]
        keyed.sort(key=lambda item: (item[0], item[1], item[2].text))
        self._keys = [key for key, _, _ in keyed]
        self._found = [(at, each) for _, at, each in keyed]

    def suggest(self, prefix: str, *, words: Sequence[str] = (), limit: int = SUGGESTIONS) -> list[Suggestion]:
        """Names with a word that begins so, those that begin so themselves first; then ``words``, up to the limit."""
        start = " ".join(fold(prefix).split())
        named = self._beginning(start) if len(start) > 1 else []
        kept: list[Suggestion] = []
        for kind, share in SHARES.items():
            kept += [each for each in named if each.kind == kind][:share]
        typed = {fold(each.text) for each in kept}
        frequent = [Suggestion(text=word, kind="word") for word in words if fold(word) not in typed]
        room = limit - min(len(frequent), 4)
        return [*kept[:room], *frequent][:limit]

    def _beginning(self, start: str) -> list[Suggestion]:
        first = bisect_left(self._keys, start)
        last = min(bisect_left(self._keys, start + "\U0010ffff"), first + _LOOKED_THROUGH)
        ranked = sorted(self._found[first:last], key=lambda item: (item[0] > 0, len(item[1].text), item[1].text))
        return list(dict.fromkeys(each for _, each in ranked))
