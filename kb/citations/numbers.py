"""The numbers of a text, read once for all grammars: which word stands before each says who has to look at it.

Nearly every citation has a number, and numbers are rare: a judgment has one in a hundred characters, and most are
days and years. So the word before each number is looked up, and what no number hints at is not searched for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kb.citations.words import kind_of

# What stands directly before the number of a provision, a paragraph or an application is none of these.
_NUMBER = re.compile(r"[0-9](?<=[^0-9/\-–‑,:;(\[“”\"'’].)(?<![0-9]\..)[0-9]*")
_WORD = re.compile(r"([^\W\d_]{1,16}|§)\.?\Z")
_LONGEST = 5  # digits of a provision's number
_BACK = 26  # characters: the longest word, its spaces and a "nr."
_COUNTED = ("no", "nr", "br", "broj", "бр", "број", "res", "resolution")

# Read as provisions only where a law or a numbered document follows: "section 53 of the Act", "§ 36 of the Rules",
# "paragraph 41 of CPT/Inf (2019) 9", "recommendation 145.24 of A/HRC/28/99".
SECTION = {"section": "section", "sections": "section", "s": "section", "ss": "section", "regulation": "section"}
OWNED = frozenset((
    "§", "paragraph", "paragraphs", "para", "paras", "paragrafi", "paragrafin", "paragrafit", "stav", "stava",
    "став", "става", "параграф", "paragraphe", "recommendation", "recommendations", "rekomandimi",
    "rekomandimin", "preporuka", "preporuke", "препорука", "препораке", "st", "ст",
))  # fmt: skip
# "čl." as people type it; in other languages it is a clause or a centilitre (see provisions.py).
TYPED = {"cl": "article"}
SECTIONED = frozenset((*OWNED, *SECTION, *TYPED))
_WITHIN = re.compile(
    r"(?:[Pp]aragraph(?:s|es?)?|[Pp]aras?|[Pp]oints?|§|[Pp]aragraf(?:i|it|in|ët|ëve)?|[Pp]ika(?:t|ve)?"
    r"|[Pp]asus(?:i|u|a)?|[Ss]tav(?:a|u|om|ovi|ove|ovima)?|[Tt]ačk[aeiu]|[Сс]тав(?:а|у|ом|ови|ове)?|[Тт]ачк[аеиу]"
    r"|[Пп]араграф(?:от|и)?)\Z"
)


class Place(NamedTuple):
    """A number that may be a provision's: ``text[start:end]``. ``word_at`` is where the word before it begins, if only
    one space is between; LOOK where that takes a closer look, AFTER where the word may also come after the number.
    """

    start: int
    end: int
    word_at: int


LOOK, AFTER = -1, -2


class Numbers(NamedTuple):
    """``provisions``: the numbers that may be provisions'. ``paragraphs``: where those stand that may be of the
    document's own paragraphs. ``counted``: whether "no." or a word like it stands before a number.
    """

    provisions: list[Place]
    paragraphs: list[int]
    counted: bool


def numbers_of(text: str, lowered: str) -> Numbers:
    """The numbers of a text by the words before them; ``lowered`` is the text in small letters."""
    provisions: list[Place] = []
    paragraphs: list[int] = []
    any_counted = False
    any_may_be = "madde" in lowered  # Turkish, after the number: "3. maddesi"
    for match in _NUMBER.finditer(text):
        at = match.start()
        before = text[at - _BACK if at > _BACK else 0 : at].rsplit(None, 1)
        if not before or ((said := _said(before[-1])) is None and not any_may_be):
            continue
        provision, paragraph, counted, alone = said or _NOTHING
        if counted:
            any_counted = True
        if paragraph:
            paragraphs.append(at)
        if (provision or any_may_be) and match.end() - at <= _LONGEST:
            if any_may_be:
                word_at = AFTER
            elif alone and text[at - 1].isspace() and not text[at - 2].isspace():
                word_at = at - 1 - len(before[-1])
            else:
                word_at = LOOK
            provisions.append(Place(at, match.end(), word_at))
    return Numbers(provisions, paragraphs, any_counted)


_NOTHING = (False, False, False, False)


@lru_cache(maxsize=8192)
def _said(token: str) -> tuple[bool, bool, bool, bool] | None:
    """What a number after this token may be: a provision, a paragraph, counted; and whether it is one word alone."""
    match = _WORD.search(token)
    if match is None:
        return None
    word = match[1].lower()
    counted = word.endswith(_COUNTED)
    kind = kind_of(word)
    provision = kind not in (None, "paragraph") or word in SECTIONED or word.endswith(("no", "nr", "br"))
    paragraph = _WITHIN.search(match[1]) is not None
    if not (provision or paragraph or counted):
        return None
    return provision, paragraph, counted, token == match[1] and not counted
