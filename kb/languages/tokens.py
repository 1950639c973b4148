"""Where words begin and end. One rule for all languages, because a query does not say its language.

Whole: words, numbers (``2019``, ``18.1``, ``15.03.2019``, ``1,000``), application and law numbers (``30210/96``,
``04/L-149``). Apart: hyphenated and elided words (``semi-open``, ``l'article``, ``Türkiye'de``), ``Article 3``,
``CPT/Inf``. The apostrophe of Cyrillic words (``зв'язок``) is part of the word.
"""

from __future__ import annotations

import re

from kb.languages.folding import INVISIBLE

# Superscript and subscript digits are footnote marks, not part of the word they hang on.
_LETTER = "[^\\W_\u00b2\u00b3\u00b9\u2070-\u209c]"
# Marks and invisible characters (a soft hyphen at a line's end) do not end a word.
_INNER = f"[{INVISIBLE}\u0300-\u036f\u0483-\u0489]"
_NUMBER = r"\d+(?:[.,:]\d+)*(?:/(?:[A-Z]{1,3}-)?\d+)*"
_NUMBER_ENDS = f"(?!{_LETTER})"
_WORD = f"{_LETTER}+(?:{_INNER}+{_LETTER}*|['’ʼ](?=[\u0400-\u04ff])(?<=[\u0400-\u04ff].){_LETTER}+)*"

TOKEN = re.compile(f"{_NUMBER}{_NUMBER_ENDS}|{_WORD}")


# What votes on a language are counted by: runs of letters, with one apostrophe in them ("l'article").
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def letter_words(text: str) -> list[str]:
    """The words of ``text`` without its numbers; every apostrophe in them is ``'``."""
    return _LETTERS.findall(text.replace("’", "'"))


def words(text: str) -> list[str]:
    """The words and numbers of ``text`` as the index cuts them, as they are written."""
    return TOKEN.findall(text)
