"""One page by OCR: which way up, in which language, and where its words stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from indexer.limits import limits
from indexer.ocr.hocr import Row, rows
from indexer.ocr.languages import ANY, data_for
from indexer.ocr.margins import add_numbers
from indexer.ocr.runs import runs_of
from indexer.ocr.tesseract import run
from kb.languages import detect
from kb.originals.pdfium import PageContent, Pdf

DPI, QUICK_DPI = 300, 150  # what Tesseract was trained on; half of it is enough to see which language and way up it is
POOR = 0.55  # mean confidence below which another language or another way up is tried
SURE_WORD, SURE_LINE, SURE_PAGE = 0.2, 0.35, 0.45  # below these a word, a line, a page is a picture's grain
ENOUGH = 40  # letters by which a language is told

# What the pages before turned out to be, for the document in hand: the languages that nobody named, the way up.
_known: dict[Path, tuple[tuple[str, ...], int]] = {}


def read_page(pdf: Pdf, number: int, *, languages: Sequence[str] = ()) -> PageContent:
    """What is printed on page ``number`` (from 1): runs with their places, no runs where nothing can be read.

    ``languages`` (BCP 47) are those that the document is known to speak, the likeliest first; () where nobody knows.
    ``confidence`` is the mean over words, weighted by their length. Raises UnreadableOriginal for this page alone.
    """
    return _Reader(pdf, number).read(tuple(languages))


class _Reader:
    def __init__(self, pdf: Pdf, number: int) -> None:
        self._pdf, self._number = pdf, number
        self._where = f"{pdf.path}, page {number}"

    def read(self, languages: tuple[str, ...]) -> PageContent:
        known, turn = _known.get(self._pdf.path, ((), 0))
        spoken = languages or known
        if data_for(spoken):
            best = self._rows(spoken, turn)
        else:
            spoken, best = self._any(turn, [])
        if _sure(best) < POOR:
            turn = self._way_up(spoken or ANY)
            spoken, best = self._any(turn, best)
        _known.clear()  # one document at a time
        _known[self._pdf.path] = (() if languages else spoken, turn)
        return self._content(best, turn)

    def _any(self, turn: int, best: list[Row]) -> tuple[tuple[str, ...], list[Row]]:
        """The page in the language that a first look at half the size finds, of those that are installed."""
        looks = {first: self._rows((first,), turn, dpi=QUICK_DPI) for first in ANY if data_for((first,))}
        if not looks:
            return (), best
        first = max(looks, key=lambda each: _weight(looks[each]))
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

    def _rows(self, languages: tuple[str, ...], turn: int, dpi: int = DPI) -> list[Row]:
        picture, used = self._pdf.grey(self._number, dpi=dpi, turn=-turn % 4, max_pixels=limits().pixels)
        data = data_for(languages)
        found = list(rows(run(picture, data=data, dpi=used, where=self._where)))
        if dpi == DPI:
            add_numbers(picture, found, lambda again: run(again, data=data, dpi=used, where=self._where, layout=6))
        for row in found:  # from pixels to points
            scale = 72 / used
            row.box = _scaled(row.box, scale)
            row.base, row.size = row.base * scale, row.size * scale
            for word in row.words:
                word.box = _scaled(word.box, scale)
        return found

    def _content(self, best: list[Row], turn: int) -> PageContent:
        width, height = self._pdf.size(self._number)
        kept = [row for row in best if _mean(row) >= SURE_LINE]
        for row in kept:
            row.words = [word for word in row.words if word.sure >= SURE_WORD]
        kept = [row for row in kept if row.words]
        sure = _sure(kept)
        if sure < SURE_PAGE:
            kept = []
        content = PageContent(number=self._number, width=width, height=height, images=1, pictured=1.0)
        content.runs = runs_of(kept, turn, width, height)
        content.characters = sum(len(each.text) for each in content.runs)
        content.confidence = round(sure, 3)
        return content


def _scaled(box: tuple[float, float, float, float], scale: float) -> tuple[float, float, float, float]:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


def _text(found: Sequence[Row]) -> str:
    return " ".join(word.text for row in found for word in row.words)


def _mean(row: Row) -> float:
    return _sure([row])


def _sure(found: Sequence[Row]) -> float:
    """The mean confidence of all words, weighted by their letters; 0 where there is none."""
    letters = sum(len(word.text) for row in found for word in row.words)
    return sum(word.sure * len(word.text) for row in found for word in row.words) / letters if letters else 0.0


def _weight(found: Sequence[Row]) -> float:
    """How much was read, and how surely: noise is little and unsure."""
    return sum(word.sure**2 * len(word.text) for row in found for word in row.words if len(word.text) > 1)
