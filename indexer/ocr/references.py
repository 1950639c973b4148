"""Numbers and references that the language's own trained data misreads, read once more as English.

What Tesseract learnt of a small language holds few application numbers, symbols and Latin abbreviations: `23380/09`
comes out as `23380709`, `CPT/Inf` in a Cyrillic text as letters of no word. So the lines in which such words are
doubtful are cut out and read again as one small picture, and of that only what reads as a reference is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.ocr.hocr import Row, Seen, rows

PLAIN = re.compile(r"\W*\d{1,4}(?:[.,]\d{1,3})?%?\W*")  # numbers that every language reads
DIGIT, CAPITALS = re.compile(r"\d"), re.compile(r"\W*[IVXLC]{1,5}\W*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
REFERENCE = re.compile(r"[\x21-\x7e§–“”„‘’]+")
SYMBOL = re.compile(
    r"\W*[A-Z]{2,}\w?[A-Z]\w*[a-z]\w*\W*"
)  # capitals that run into letters: the stroke of `CPT/Inf` is lost
LATIN_WORD = re.compile(r"[\[(„“\"]?[A-Z][A-Za-z/]+\W?")
APPLICATION, SECTION = re.compile(r"\d{2,6}/\d{2},"), re.compile(r"[$§Ss58]{1,2}")  # `23380/09,` and `§§` misread
BRACKETED = re.compile(r"[\[(|IJl1]([A-Z]{2,})[\])|IJl1](\W?)")  # `[DHM],`, its brackets taken for letters
SIGN = re.compile(r"§{1,2}")
DOUBTFUL, SURE, NO_LESS, MUCH = 0.8, 0.85, 0.06, 0.25  # of Tesseract's own confidence, 0 to 1
GRAIN = 0.3  # what is less sure is a piece of a neighbouring line
AT_MOST = 12  # lines of one page
# A Roman number at the head of a line, its strokes taken for small letters; `Il`, `ili`, `Ill` are words.
STROKES = re.compile(r"(?:l[lI]|l[lI][lIi]|II?l|Ill\.)\.?")
EDGE, PAPER = 6, b"\xf4"

Read = Callable[[bytes], str]


@dataclass(slots=True)
class _Strip:
    """A line that is read again: where it stands on the page, and in the small picture."""

    row: Row
    left: int
    top: int
    pixels: list[bytes]
    at: int = 0


def mend_references(picture: bytes, found: Sequence[Row], read: Read) -> None:
    """Puts what ``read`` (English) makes of doubtful references in their place. Boxes are in pixels of ``picture``."""
    doubtful = [row for row in found if any(map(_is_doubtful, row.words))]
    doubtful = sorted(doubtful, key=_is_plain)[:AT_MOST]
    head, pixels = picture.split(b"255\n", 1)
    width, height = (int(value) for value in head.split()[1:3])
    strips = [strip for row in doubtful if (strip := _strip(row, pixels, width, height))]
    if not strips:
        return
    wide = max(len(strip.pixels[0]) for strip in strips) + 40
    lines: list[bytes] = []
    for strip in strips:
        lines += [PAPER * wide] * 20
        strip.at = len(lines)
        lines += [(PAPER * 20 + line).ljust(wide, PAPER) for line in strip.pixels]
    lines += [PAPER * wide] * 20
    again = [
        word for row in rows(read(b"P5\n%d %d\n255\n" % (wide, len(lines)) + b"".join(lines))) for word in row.words
    ]
    for strip in strips:
        here = [word for word in again if strip.at <= (word.box[1] + word.box[3]) / 2 < strip.at + len(strip.pixels)]
        for word in strip.row.words:
            if _is_doubtful(word):
                _mend(word, [other for other in here if _overlaps(other, word, 20 - strip.left)])


def mend_numerals(found: Sequence[Row]) -> None:
    """Reads `ll.` and `lli.` at the head of a line as the Roman numbers that they are."""
    for row in found:
        first = row.words[0]
        heads = first.text == "li." and len(row.words) > 1 and row.words[1].text[:1].isupper()
        if heads or (STROKES.fullmatch(first.text) and first.text not in ("Il", "Il.")):
            first.text = re.sub("[li]", "I", first.text)


def mend_sections(found: Sequence[Row]) -> None:
    """Reads what stands between an application number and a paragraph's number as the sign of paragraphs it is."""
    words = [word for row in found for word in row.words]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if not APPLICATION.fullmatch(before.text):
            continue
        if SECTION.fullmatch(word.text) and after.text[:1].isdigit():
            word.text = "§" * min(len(word.text), 2)
        elif word.text[0] == "$" and word.text.lstrip("$§")[:1].isdigit():
            number = word.text.lstrip("$§")
            word.text = "§" * min(len(word.text) - len(number), 2) + number


def _is_doubtful(word: Seen) -> bool:
    """Whether English may know the word better: it has digits and is no plain number, or is unsure."""
    if word.raised:
        return False
    return _is_reference(word) or word.sure < DOUBTFUL


def _is_reference(word: Seen) -> bool:
    if STROKES.fullmatch(word.text) or SYMBOL.fullmatch(word.text) or BRACKETED.fullmatch(word.text):
        return True
    return bool(DIGIT.search(word.text) and not PLAIN.fullmatch(word.text))


def _is_plain(row: Row) -> bool:
    """Whether nothing in the line looks like a reference: such lines come last."""
    return not any(map(_is_reference, row.words))


def _mend(word: Seen, others: Sequence[Seen]) -> None:
    """Takes the other reading where it is a reference, whole and surer."""
    others = [other for other in others if not other.raised and other.sure >= GRAIN] or others
    text = "".join(other.text for other in others if not other.raised)
    if bracketed := _bracketed(word.text, text):
        word.text = bracketed
        return
    if not text or text == word.text or not REFERENCE.fullmatch(text) or abs(len(text) - len(word.text)) > 3:
        return
    sure = min(other.sure for other in others)
    if STROKES.fullmatch(word.text) and STROKES.fullmatch(text) and sure >= word.sure + MUCH:
        word.text = text  # of one stroke more or fewer
        return
    cyrillic = bool(CYRILLIC.search(word.text))
    if not cyrillic and not word.text.isascii():
        return  # letters that English does not have
    better = sure >= SURE and sure >= word.sure - NO_LESS
    number = DIGIT.search(text) and (DIGIT.search(word.text) or cyrillic)
    name = cyrillic and LATIN_WORD.fullmatch(text) and sure >= word.sure + 0.1
    roman = CAPITALS.fullmatch(text) and (sure >= word.sure + MUCH or STROKES.fullmatch(word.text))
    symbol = SYMBOL.fullmatch(word.text) and "/" in text
    section = SIGN.fullmatch(text) and SECTION.fullmatch(word.text)
    if better and (number or name or roman or symbol or section):
        word.text, word.sure = text, sure


def _bracketed(text: str, other: str) -> str:
    """``text`` with its brackets, where the other reading has one and the same letters behind it; else ""."""
    seen, surer = BRACKETED.fullmatch(text), BRACKETED.fullmatch(other)
    same = seen and surer and seen.groups() == surer.groups() and not text.startswith("[")
    return f"[{seen[1]}]{seen[2]}" if seen and same and other.startswith("[") else ""


def _overlaps(other: Seen, word: Seen, shift: int) -> bool:
    """Whether most of the other word, moved by ``shift``, stands in the same place."""
    x0, x1 = other.box[0] - shift, other.box[2] - shift
    return min(x1, word.box[2]) - max(x0, word.box[0]) > 0.6 * (x1 - x0)


def _strip(row: Row, pixels: bytes, width: int, height: int) -> _Strip | None:
    """The line cut out along its slope, so that nothing of the lines above and below comes with it."""
    left, right = max(0, int(row.box[0]) - EDGE), min(width, int(row.box[2]) + EDGE)
    rise = row.slope * (row.box[2] - row.box[0])  # from end to end; what the box is higher by than the letters
    top, bottom = row.box[1] - EDGE - min(0.0, rise), row.box[3] + EDGE - max(0.0, rise)
    if right - left < 20 or bottom - top < 12:
        return None
    stretch = max(1, min(right - left, int(1 / abs(row.slope)) if row.slope else right - left))
    lines = []
    for y in range(int(top), int(bottom)):
        line = bytearray()
        for x in range(left, right, stretch):
            at = min(height - 1, max(0, round(y + row.slope * (x - left)))) * width
            line += pixels[at + x : at + min(x + stretch, right)]
        lines.append(bytes(line))
    return _Strip(row, left, int(top), lines)
