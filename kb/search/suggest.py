"""Words of the collection: to complete what is being typed, and to mend what was misspelt.

Both come from the dictionaries of the indexes that the reader may open, so they betray no other document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kb.engines.distance import within
from kb.engines.protocol import IndexReader
from kb.languages import fold, words

SUGGESTIONS = 10
_LOOKED_THROUGH = 5_000  # terms that begin with the same letter
_FREQUENT = 1_000  # of them, those in which two edits are looked for


def complete(prefix: str, readers: Sequence[IndexReader], *, limit: int = SUGGESTIONS) -> list[str]:
    """What the last word of ``prefix`` may become, the words before it kept; most frequent first.

    As typed first; where nothing begins so, without regard to diacritics and script. Empty for less than two letters.
    """
    last = (words(prefix) or [""])[-1]
    if len(last) < 2 or not prefix.rstrip().endswith(last) or prefix != prefix.rstrip():
        return []
    lead = prefix[: prefix.rfind(last)]
    found = _begin("exact", last.lower(), readers, limit)
    if len(found) < limit:
        folded = _begin("folded", fold(last), readers, limit)
        known = {fold(word) for word in found}
        found += [word for word in folded if word not in known]
    return [lead + word for word in found[:limit]]


def _begin(field: str, start: str, readers: Sequence[IndexReader], limit: int) -> list[str]:
    counts: Counter[str] = Counter()
    for reader in readers:
        counts.update(dict(reader.terms(field, start, limit=limit * 4)))
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))][:limit]


def spelling(word: str, readers: Sequence[IndexReader], *, limit: int = 3) -> list[str]:
    """Words of the collection spelt nearly so, most frequent first; two letters wrong only where none has but one."""
    asked = fold(word)
    if len(asked) < 4 or asked.isdigit():
        return []
    counts: Counter[str] = Counter()
    for reader in readers:
        counts.update(dict(reader.terms("folded", asked[:1], limit=_LOOKED_THROUGH)))
    likely = sorted(counts, key=lambda term: (-counts[term], term))
    found = [term for term in alike(likely, asked, 1) if term != asked]
    if len(asked) > 4 and not found:  # two edits in four letters leave another word
        found = alike(likely[:_FREQUENT], asked, 2)
    return found[:limit]


def alike(terms: Sequence[str], asked: str, edits: int) -> list[str]:
    """The terms so near to the word; where more letters differ than edits may change, unmeasured."""
    letters, least, most = set(asked), len(asked) - edits, len(asked) + edits
    return [
        term
        for term in terms
        if least <= len(term) <= most
        and len(letters.difference(term)) <= edits
        and len(set(term) - letters) <= edits
        and within(term, asked, edits)
    ]
