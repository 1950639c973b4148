"""What a word that no passage holds was meant to be: one of the thesaurus or the collection, with a letter wrong."""

from __future__ import annotations

from collections.abc import Sequence

from kb.engines.protocol import IndexReader
from kb.languages import fold
from kb.search.suggest import alike, spelling
from kb.thesaurus import Thesaurus

SHORTEST = 4  # letters; of three, one that is wrong leaves another word
LONG = 7  # letters, of which two may be wrong


def meant(word: str, readers: Sequence[IndexReader], thesaurus: Thesaurus) -> str | None:
    """The likeliest word, folded; None where none is near. The first letter is taken to be right.

    Of words equally near one that names something comes first, for it is found in every language, and of those the one
    that the collection has most often.
    """
    asked = fold(word)
    if len(asked) < SHORTEST or not asked.isalpha():
        return None
    named = [word for word in thesaurus.words.get(asked[0], ()) if len(word) >= SHORTEST]
    held = spelling(word, readers, limit=1)
    if near := alike(named, asked, 1):
        return max(near, key=lambda one: sum(reader.frequency("folded", one) for reader in readers))
    if held and alike(held, asked, 1):
        return held[0]
    if len(asked) >= LONG:
        return next(iter((*alike(named, asked, 2), *held)), None)
    return None
