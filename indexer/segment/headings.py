"""Is this block a heading, and how deep? What the format says is believed; of plain lines, only what looks the part."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from indexer.blocks import Block
from indexer.segment.piece import Piece, leads
from indexer.segment.words import DIVISIONS, OPERATIVE, ORDINAL_ROOTS, PROVISIONS, SECTION_WORDS

_DIVISION = {word: depth for depth, words in DIVISIONS.items() for word in words}
_ENUMERATED = re.compile(
    r"(?P<roman>[IVXLC]{1,6})[.)]?\s+[\w“\"„]|(?P<letter>[A-ZА-ЯČŠŽĐ])[.)]\s+[\w“\"„]|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\w"
    r"|\((?P<small>[a-z])\)\s+[A-ZА-ЯČŠŽĐ]|\((?P<tiny>[ivx]+|[IVX]+)\)\s+[A-ZА-ЯČŠŽĐ]|(?P<sub>[a-zivx]{1,4})[.)]\s+[A-ZА-ЯČŠŽĐ“]"
)
_DATED = re.compile(r"^\W*(?:\d{1,2}\W+\w+\W+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4})\W*$")
_LONGEST = 160
_ENDS = (".", ";", ":", ",", "…", "—", "–", "-")


class Look(IntEnum):
    """How much a block looks like a heading."""

    NOT = 0
    WEAK = 1  # a short line without an end: a heading only where its place says so
    ENUMERATED = 2  # the same with "A." or "II." before it
    STRONG = 3  # in capitals, bold, or a word that heads sections
    TOLD = 4  # the format says so


def look_of(piece: Piece) -> Look:
    """How much the block looks like a heading by itself, without its neighbours."""
    block, text = piece.block, piece.text.strip()
    if piece.label and piece.label.alone and piece.label.style not in PROVISIONS:
        return Look.NOT  # a number that stands alone is a paragraph's, whose text follows
    if leads(text):
        return Look.NOT  # a line of the table of contents
    if block.kind == "heading":
        return Look.TOLD if len(text) <= 400 else Look.NOT
    if block.kind == "list" and not block.number and not block.continues and not piece.quoted and len(text) <= _LONGEST:
        found = _ENUMERATED.match(text)
        return Look.WEAK if found and not found["number"] and not text.endswith(_ENDS) else Look.NOT
    if block.kind != "text" or block.continues or piece.quoted or len(text) > _LONGEST:
        return Look.NOT
    if piece.label and piece.label.style in PROVISIONS:
        return Look.NOT
    core = text.rstrip("*†0123456789 ").rstrip() or text
    letters = [letter for letter in core if letter.isalpha()]
    first = next(iter(letters), "")
    if len(letters) < 3 or not (first.isupper() or _ENUMERATED.match(text)):
        return Look.NOT
    known = core.rstrip(".:").casefold() in SECTION_WORDS or division_of(text) is not None
    if known and len(text) <= 80:
        return Look.STRONG
    if text.isupper() and text.casefold().startswith(OPERATIVE):
        return Look.STRONG
    if core.endswith(_ENDS) or core.endswith(("”", "»")) or "; " in core or re.search(r"[a-zа-ш]\. [A-ZА-Ш]", core):
        return Look.NOT
    if text[0] in "“„«\"-–—•*·‘'(" and not _ENUMERATED.match(text):
        return Look.NOT
    capitals = sum(letter.isupper() for letter in letters) >= 0.85 * len(letters)
    if capitals and len(letters) >= 4 and len(core.split()) >= (1 if block.bold else 2):
        return Look.STRONG
    bold = sum(end - start for start, end in block.bold) >= 0.85 * len(text)
    if bold:
        return Look.STRONG
    if _ENUMERATED.match(text):
        return Look.ENUMERATED
    return Look.WEAK if len(text) <= 100 and not _DATED.search(text) else Look.NOT


@lru_cache(maxsize=4096)  # every heading is asked several times
def division_of(text: str) -> int | None:
    """The depth of "Chapter II" and the like (0 outermost), None where the line is no such thing."""
    words = re.split(r"[\s.:–—-]+", text.strip().replace("İ", "i"), maxsplit=2)
    first, second = words[0].casefold(), words[1] if len(words) > 1 else ""
    if first in _DIVISION and (not second or _numeral(second) or (len(words) == 2 and words[0][:1].isupper())):
        return _DIVISION[first]  # "Chapter II", "Annex", and "Glava prva" with its number in a word
    if first in _DIVISION and second.casefold().startswith(ORDINAL_ROOTS) and words[0][:1].isupper() and len(text) < 50:
        return _DIVISION[first]  # "Glava dvadeset prva"
    if _DIVISION.get(first) == 0 and words[0][:1].isupper() and re.match(r"\w+\s?[:.–—-]\s?\w", text.strip()):
        return 0  # "Annex: Places visited"
    if second.casefold() in _DIVISION and (_numeral(words[0]) or (first.startswith(ORDINAL_ROOTS) and len(text) < 50)):
        return _DIVISION[second.casefold()]
    return None


def is_enumerated(text: str) -> bool:
    """Whether a heading has a number or a letter of its own, like "A." or "1.2"."""
    return bool(_ENUMERATED.match(text))


def _numeral(word: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}[a-z]?|[IVXLC]+|[A-ZА-Ш]|[Pp]rv[ai]|[Пп]рв[аи]", word))


def rank_of(block: Block, sizes: tuple[float, ...]) -> float:
    """How deep a heading stands: the level its format gives, else its division word, enumerator, capitals or size.

    ``sizes`` are the font sizes of the document's headings without a level, largest first.
    """
    text = block.text.strip()
    if block.level:
        return float(block.level)
    if (depth := division_of(text)) is not None:
        return (1.0, 1.2, 2.0, 3.0)[depth]  # a part stands below the text's title, an annex beside it
    letters = [letter for letter in text if letter.isalpha()]
    found = _ENUMERATED.match(text)
    if found:
        if found["roman"] and not (found["roman"] in "CDL" and text[1:2] == "."):
            return 2.0
        depths = {"letter": 3.0, "roman": 3.0, "number": 4.0, "small": 5.0, "tiny": 6.0, "sub": 5.5}
        depth_here = depths[next(name for name, value in found.groupdict().items() if value)]
        return depth_here + 0.1 * (found["number"] or "").count(".")
    if letters and all(letter.isupper() for letter in letters):
        return 1.0 + (0.1 * sizes.index(block.size) if block.size in sizes else 0.0)
    if block.size in sizes:
        return 1.0 + min(sizes.index(block.size), 5)
    return 7.0
