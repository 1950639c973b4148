"""Report-like PDFs made on the spot from the sentences of the project's own sample corpus, shuffled, with words
changed: numbered paragraphs, headings, running heads. Nobody's text, but letters, words and lengths as in a report."""

from __future__ import annotations

import random
import re
import textwrap
from pathlib import Path

from fpdf import FPDF

SOURCES = Path(__file__).resolve().parent.parent / "samples" / "sources"
FILES, PAGES = 48, 40
WIDTH, BOTTOM = 100, 272.0  # characters in a line, and where a page ends (mm)


def _sentences(language: str) -> list[str]:
    """The sentences of the samples in a language that the built-in fonts of PDF can print (Latin 1)."""
    text = " ".join(path.read_text("utf-8") for path in sorted(SOURCES.glob(f"*-{language}.md")))
    plain = re.sub(r"[*#_|>\[\]]+|^\d+\.", " ", text, flags=re.MULTILINE)
    found = (" ".join(each.split()) for each in re.split(r"(?<=[.;])\s", plain))
    usable = [each for each in found if 30 < len(each) < 300 and not set(each) & set("{}=<")]
    return [each.encode("latin-1", "ignore").decode("latin-1") for each in usable]


def _plain(sentences: list[str]) -> list[str]:
    return [word for sentence in sentences for word in sentence.split() if word.isalpha() and word.islower()]


def _varied(chance: random.Random, sentence: str, words: list[str]) -> str:
    """The sentence with every fourth of its plain words changed for another: two reports share no runs of words."""
    return " ".join(
        chance.choice(words) if each.isalpha() and each.islower() and chance.random() < 0.25 else each
        for each in sentence.split()
    )


def make_reports(folder: Path, *, files: int = FILES, pages: int = PAGES, seed: int = 1) -> Path:
    """The folder, with ``files`` PDFs of ``pages`` pages of about 2,800 characters; the same for the same seed."""
    chance = random.Random(seed)
    by_language = [(found, _plain(found)) for found in (_sentences("en"), _sentences("sq"))]
    for number in range(files):
        sentences, words = by_language[number % 2]
        pdf = FPDF(format="A4")
        pdf.set_auto_page_break(False)
        paragraph, y = 0, 999.0
        while pdf.pages_count < pages or y < BOTTOM:
            paragraph += 1
            if paragraph % 9 == 1:
                y = _set(pdf, y, [chance.choice(sentences)[:50]], style="B", size=13, running=f"Report {number}")
            body = " ".join(_varied(chance, chance.choice(sentences), words) for _ in range(chance.randint(2, 6)))
            y = _set(
                pdf, y, textwrap.wrap(f"{paragraph}.  {body}", WIDTH), style="", size=11, running=f"Report {number}"
            )
        pdf.output(str(folder / f"report-{number:02}.pdf"))
    return folder


def _set(pdf: FPDF, y: float, lines: list[str], *, style: str, size: int, running: str) -> float:
    """Set lines below ``y`` (mm), on new pages as needed; where the next block may begin."""
    for line in lines:
        if y > BOTTOM:
            pdf.add_page()
            pdf.set_font("Times", "I", 8)
            pdf.text(20, 12, f"{running} of an invented monitoring body")
            pdf.text(190, 287, str(pdf.pages_count))
            y = 25.0
        pdf.set_font("Times", style, size)
        pdf.text(20, y, line)
        y += 5.2
    return y + 3.0
