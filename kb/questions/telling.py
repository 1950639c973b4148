"""A question as people write it in a checklist, made into what a search can use: its telling words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from kb.languages import detect, fold, group_of, words
from kb.languages.small_words import SMALL

_TYPED = re.compile(r'["„“”«»*~()\[\]]|\b[a-z]+:\S|\b(?:AND|OR|NOT)\b')
FEWEST = 4  # words of what is taken for a sentence

Named = Callable[[Sequence[str]], Collection[tuple[int, int]]]


def telling(text: str, named: Named = lambda _: ()) -> str:
    """The question without the small words of its language, but for those inside of what ``named`` says is a name
    (stretches of the words). Fewer than four words, and what is written in the query language, stay as they are.
    """
    text = text.lower() if text.isupper() else text  # or AND would be an operator
    run = words(text)
    if len(run) < FEWEST or _TYPED.search(text):
        return text
    language = detect(text).language
    small = SMALL.get(group_of(language), frozenset())
    kept_for = {at for start, end in named(run) for at in range(start, end)}
    kept = [word for at, word in enumerate(run) if at in kept_for or fold(word) not in small]
    return " ".join(kept) if kept else text
