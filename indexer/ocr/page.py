"""One page by OCR: which way up, in which language, and where its words stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from indexer.limits import limits
from indexer.ocr.hocr import Box, Row, Seen, rows, separators
from indexer.ocr.languages import ANY, data_for
from indexer.ocr.margins import add_numbers
from indexer.ocr.marks import read_marks
from indexer.ocr.references import mend_numerals, mend_references, mend_sections
from indexer.ocr.rules import straightened
from indexer.ocr.runs import runs_of, slope_of
from indexer.ocr.tesseract import begin, run
from kb.languages import detect
from kb.originals.pdfium import PageContent, Pdf

DPI, QUICK_DPI = 300, 150  # what Tesseract was trained on; half of it is enough to see which language and way up it is
POOR = 0.55  # mean confidence below which another language or another way up is tried
SURE_WORD, SURE_LINE, SURE_PAGE = 0.2, 0.35, 0.45  # below these a word, a line, a page is a picture's grain
SURE_NEIGHBOURS = 0.8
ENOUGH = 40  # letters by which a language is told
BARE_DPI, BARE, INK = 72, 0.001, 48  # a page is bare where less of it differs from its paper by so many greys
PART, FEW = 0.35, 300  # of a page's height for the first look, unless fewer letters are seen there


class Scans:
    """Reads pages of one PDF, and keeps for the next page of it what the last turned out to be: language, way up."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._spoken: tuple[str, ...] = ()
        self._turn = 0
        self._first = True
        begin()

    def read(self, number: int, *, languages: Sequence[str] = ()) -> PageContent:
        """What is printed on page ``number`` (from 1): runs with their places, no runs where nothing can be read.

        ``languages`` (BCP 47) are those that the document is known to speak, the likeliest first; () where nobody
        knows. A page that turns out to be in another language is read in that. ``confidence`` is the mean over words,
        weighted by their length. Raises UnreadableOriginal for this page alone.
        """
        page = _Page(self._pdf, number, first=self._first)
        self._first = False
        content, self._spoken, self._turn = page.read(tuple(languages) or self._spoken, self._turn)
        return content


class _Page:
    def __init__(self, pdf: Pdf, number: int, *, first: bool) -> None:
        self._pdf, self._number, self._first = pdf, number, first
        self._where = f"{pdf.path}, page {number}"
        self._ruled: list[Box] = []  # of the last look at full size, in points

    def read(self, spoken: tuple[str, ...], turn: int) -> tuple[PageContent, tuple[str, ...], int]:
        """The page, the languages that it was read in, and the quarters that it is turned by."""
        bare = self._is_bare()
        best: list[Row] = []
        if not data_for(spoken):
            spoken, best = self._any(turn, best)
        elif not self._first or self._is_upright(spoken, turn):
            best = self._rows(spoken, turn)
        if _sure(best) < POOR and not bare:
            before, turn = turn, self._way_up(spoken or ANY)
            if data_for(spoken) and (turn != before or not best):
                best = max(best, self._rows(spoken, turn), key=_weight)
            if _sure(best) < POOR:
                spoken, best = self._any(turn, best, doubtful=True)
        if other := _another(best, spoken):
            spoken, best = other, self._rows(other, turn)
        content = self._content(best, turn)
        content.images = 0 if bare and not content.runs else 1
        return content, spoken, turn

    def _is_bare(self) -> bool:
        """Whether there is next to nothing on the paper, whatever its grey: the back of a printed sheet."""
        picture, _ = self._pdf.grey(self._number, dpi=BARE_DPI, max_pixels=limits().pixels)
        pixels = picture.split(b"255\n", 1)[1]
        counts = Counter(pixels)
        paper = counts.most_common(1)[0][0]
        return sum(count for value, count in counts.items() if abs(value - paper) > INK) < BARE * len(pixels)

    def _is_upright(self, spoken: tuple[str, ...], turn: int) -> bool:
        """Whether a small look at the middle can be read so: the whole page, read lying, takes half a minute."""
        return _sure(self._rows(spoken, turn, dpi=QUICK_DPI, part=PART)) >= POOR

    def _any(self, turn: int, best: list[Row], *, doubtful: bool = False) -> tuple[tuple[str, ...], list[Row]]:
        """The page in the language that a first look at half the size finds, of those that are installed.

        Where that look saw next to no words, it is as it was before, unless it is to be read however ``doubtful``.
        """
        firsts = [first for first in ANY if data_for((first,))]
        looks = {first: self._rows((first,), turn, dpi=QUICK_DPI, part=PART) for first in firsts}
        if all(len(_text(seen)) < FEW for seen in looks.values()):
            looks = {first: self._rows((first,), turn, dpi=QUICK_DPI) for first in firsts}
        if not looks:
            return (), best
        first = max(looks, key=lambda each: _weight(looks[each]))
        if _sure(looks[first]) < POOR and not doubtful:
            return (), best
        text = _text(looks[first])
        language = detect(text).language if len(text) >= ENOUGH else None
        chosen = (language,) if language and data_for((language,)) else (first,)
        seen = self._rows(chosen, turn)
        return (chosen, seen) if _weight(seen) > _weight(best) else ((), best)

    def _way_up(self, languages: tuple[str, ...]) -> int:
        """Quarter turns clockwise that the text is turned by: the way up in which most can be read."""
        if not data_for(languages[:1]):
            return 0
        weights = {turn: _weight(self._rows(languages[:1], turn, dpi=QUICK_DPI)) for turn in (0, 1, 3, 2)}
        best = max(weights, key=lambda turn: weights[turn])
        return best if weights[best] > 1.5 * weights[0] else 0

    def _rows(self, languages: tuple[str, ...], turn: int, dpi: int = DPI, part: float = 1.0) -> list[Row]:
        """What Tesseract sees; with ``part`` only in so much of the page's height, around its middle."""
        picture, used = self._pdf.grey(self._number, dpi=dpi, turn=-turn % 4, max_pixels=limits().pixels)
        picture = _middle(picture, part) if part < 1 else picture
        data = data_for(languages)
        printed = run(picture, data=data, dpi=used, where=self._where)
        found = list(rows(printed))
        if dpi == DPI:
            self._ruled = [_scaled(box, 72 / used) for box in separators(printed)]
            add_numbers(picture, found, lambda again: run(again, data=data, dpi=used, where=self._where, layout=6))
            english = data_for(("en",)) or data

            def again(part: bytes) -> str:
                return run(part, data=english, dpi=used, where=self._where, layout=6)

            if english not in data.split("+"):
                mend_references(picture, found, again)
            read_marks(picture, found, again)
        mend_numerals(found)
        mend_sections(found)
        for row in found:  # from pixels to points
            scale = 72 / used
            row.box = _scaled(row.box, scale)
            row.base, row.size = row.base * scale, row.size * scale
            row.heights = [height * scale for height in row.heights]
            for word in row.words:
                word.box = _scaled(word.box, scale)
        return found

    def _content(self, best: list[Row], turn: int) -> PageContent:
        width, height = self._pdf.size(self._number)
        kept = [row for row in best if _mean(row) >= SURE_LINE]
        for row in kept:
            row.words = [word for word in row.words if word.sure >= SURE_WORD or _is_word(word, row)]
        kept = [row for row in kept if row.words]
        sure = _sure(kept)
        if sure < SURE_PAGE:
            kept = []
        content = PageContent(number=self._number, width=width, height=height, pictured=1.0)
        content.runs = runs_of(kept, turn, width, height)
        content.rules = straightened(self._ruled, slope_of(kept), width, height) if turn == 0 else []
        content.characters = sum(len(each.text) for each in content.runs)
        content.confidence = round(sure, 3)
        return content


def _middle(picture: bytes, part: float) -> bytes:
    """A stretch of a PGM, as wide as it is, around its middle."""
    head, pixels = picture.split(b"255\n", 1)
    width, height = (int(value) for value in head.split()[1:3])
    rows_kept = max(1, int(part * height))
    start = (height - rows_kept) // 2
    return b"P5\n%d %d\n255\n" % (width, rows_kept) + pixels[start * width : (start + rows_kept) * width]


def _another(found: Sequence[Row], spoken: tuple[str, ...]) -> tuple[str, ...]:
    """The language that was read, where it is none of those that were expected and has trained data of its own."""
    text = _text(found)
    language = detect(text).language if len(text) >= FEW else None
    data = data_for((language,)) if language else ""
    return (language,) if language and data and data not in data_for(spoken).split("+") else ()


def _scaled(box: Box, scale: float) -> Box:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


def _text(found: Sequence[Row]) -> str:
    return " ".join(word.text for row in found for word in row.words)


def _is_word(word: Seen, row: Row) -> bool:
    """Whether something unsure is a word all the same: made of letters, in a line that is sure."""
    letters = word.text.strip(".,;:").replace("-", "")
    return len(word.text) > 2 and letters.isalpha() and _mean(row) >= SURE_NEIGHBOURS


def _mean(row: Row) -> float:
    return _sure([row])


def _sure(found: Sequence[Row]) -> float:
    """The mean confidence of all words, weighted by their letters; 0 where there is none."""
    letters = sum(len(word.text) for row in found for word in row.words)
    return sum(word.sure * len(word.text) for row in found for word in row.words) / letters if letters else 0.0


def _weight(found: Sequence[Row]) -> float:
    """How much was read, and how surely: noise is little and unsure."""
    return sum(word.sure**2 * len(word.text) for row in found for word in row.words if len(word.text) > 1)
