"""Which theme of a brief is meant by what a person types."""

from __future__ import annotations

from kb.errors import NotHeld
from kb.languages import fold, words
from kb.thesaurus import Thesaurus
from kb.wording import worded


def theme_meant(thesaurus: Thesaurus, said: str) -> str:
    """The id of the concept that an id, or a name in any language, stands for. A name that several share is that of the
    one that is called so first of all. NotHeld, with what it may be, where nothing or more than one is meant."""
    if said in thesaurus.concepts:
        return said
    asked = words(said)
    named = [one.concept for one in thesaurus.named(asked) if one.end - one.start == len(asked)] if asked else []
    if not named:
        raise NotHeld(
            worded("no theme “%(id)s” is known", id=said),
            advice=worded("Look for it by any word: kb thesaurus list %(word)s", word=said),
        )
    own = [each for each in named if fold(said.casefold()) in {fold(some[0]) for some in each.terms.values() if some}]
    meant = {each.id for each in (own or named)}
    if len(meant) > 1:
        raise NotHeld(
            worded("“%(id)s” may be several themes", id=said),
            advice=worded("Choose one: %(known)s", known=", ".join(sorted(meant))),
        )
    return meant.pop()
