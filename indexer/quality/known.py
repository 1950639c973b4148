"""The words that a language's dictionary has, by their folded form."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from kb.languages.folding import fold
from kb.languages.stems import is_known
from kb.languages.stems.keeping import kept_table
from kb.languages.stems.lemmas import DICTIONARIES, edition, forms
from kb.languages.stems.table import Table, build


def knows(language: str) -> bool:
    """Whether there is a word list for a letter model's language."""
    return language.partition("-")[0] in DICTIONARIES


def word_list(language: str) -> Callable[[str], bool]:
    """Tells of a folded word whether the dictionary has it. Only for a language that `knows`."""
    group = language.partition("-")[0]
    return _albanian if group == "sq" else partial(is_known, group)


def _albanian(folded: str) -> bool:
    """Whether the Albanian dictionary has a form; the table of stems holds its verbs only."""
    return _albanian_words().get(folded) is not None


@cache
def _albanian_words() -> Table:
    return kept_table(f"sq-words-{edition()}", lambda: build((0, fold(form), "") for form, _ in forms("sq")))
