"""Scans made from the project's own texts: pages set by ``samples``, drawn, laid aslant, greyed, speckled."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pypdfium2
from fpdf import FPDF
from PIL import Image, ImageFilter

from samples import pdf, source

SOURCES = Path(source.__file__).parent / "sources"
PAPER, INK = 232, 34  # greys: no scan is black on white


@dataclass(frozen=True, kw_only=True)
class Scanner:
    """How a page is scanned: ``skew`` in degrees (counterclockwise), ``turn`` in quarters clockwise."""

    dpi: int = 300
    skew: float = 0.7
    turn: int = 0
    quality: int = 70
    seed: int = 0


def typeset(name: str, target: Path, *, start: int, parts: int) -> Path:
    """Some parts (headings, paragraphs, tables) of a sample of samples/sources, as a PDF with a text layer.

    The first page has the title above them.
    """
    whole = source.read(SOURCES / f"{name}.md")
    pdf.build(replace(whole, parts=whole.parts[start : start + parts]), target)
    return target


def merge(paths: Sequence[Path], target: Path) -> Path:
    """The pages of several PDFs in one."""
    made = pypdfium2.PdfDocument.new()
    for path in paths:
        with pypdfium2.PdfDocument(path) as part:
            made.import_pages(part)
    made.save(target)
    made.close()
    return target


def picture(path: Path, page: int, how: Scanner) -> Image.Image:
    """Page ``page`` (from 1) as a scanner sees it."""
    with pypdfium2.PdfDocument(path) as whole:
        drawn = whole[page - 1].render(scale=how.dpi / 72, grayscale=True).to_pil().convert("L")
    drawn = drawn.point([INK + (PAPER - INK) * value // 255 for value in range(256)])
    drawn = drawn.rotate(how.skew, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
    drawn = drawn.filter(ImageFilter.GaussianBlur(how.dpi / 600))
    grain = _grain(drawn.size, how.seed)
    as_bright = [min(255, round((value - 0.12 * 128) / 0.88)) for value in range(256)]
    drawn = Image.blend(drawn, grain, 0.12).point(as_bright)
    return drawn.rotate(-90 * how.turn, expand=True) if how.turn else drawn


def _grain(size: tuple[int, int], seed: int) -> Image.Image:
    """Noise that is the same for the same seed, laid out from one tile."""
    chance = random.Random(seed)
    tile = Image.frombytes("L", (256, 256), bytes(int(min(255, max(0, chance.gauss(128, 60)))) for _ in range(65_536)))
    grain = Image.new("L", size)
    for x in range(0, size[0], 256):
        for y in range(0, size[1], 256):
            grain.paste(tile.rotate(90 * chance.randrange(4)), (x, y))
    return grain


def pack(pictures: Sequence[Image.Image], dpi: int, target: Path, *, quality: int = 70) -> Path:
    """A PDF whose pages are nothing but pictures."""
    made = FPDF(unit="pt")
    for each in pictures:
        made.add_page(format=(each.width * 72 / dpi, each.height * 72 / dpi))
        jpeg = BytesIO()
        each.save(jpeg, "JPEG", quality=quality)
        made.image(jpeg, 0, 0, each.width * 72 / dpi, each.height * 72 / dpi)
    made.output(str(target))
    return target


def scan(path: Path, target: Path, how: Scanner) -> Path:
    """A PDF as a PDF of pictures."""
    with pypdfium2.PdfDocument(path) as whole:
        pages = len(whole)
    return pack([picture(path, page, how) for page in range(1, pages + 1)], how.dpi, target, quality=how.quality)


def accuracy(printed: Sequence[str], read: Sequence[str]) -> float:
    """1 − word error rate: substitutions, omissions and insertions over the number of printed words."""
    row = list(range(len(read) + 1))
    for i, word in enumerate(printed, 1):
        left, row[0] = row[0], i
        for j, other in enumerate(read, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (word != other))
    return 1 - row[-1] / max(len(printed), 1)
