"""Report-like PDFs made on the spot: numbered paragraphs, headings, running heads, footnotes, in invented words."""

from __future__ import annotations

import random
from pathlib import Path

from fpdf import FPDF

SYLLABLES = "ka re mi to sa ne lu vi pro der con sti po ra na be fi gu jo ze tra kon mur del ost".split()
FILES, PAGES = 24, 40


def _words(chance: random.Random) -> list[str]:
    return ["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))) for _ in range(4000)]


def _sentence(chance: random.Random, words: list[str]) -> str:
    picked = [words[min(int(chance.paretovariate(0.7)), len(words)) - 1] for _ in range(chance.randint(8, 26))]
    return " ".join(picked).capitalize() + "."


def make_reports(folder: Path, *, files: int = FILES, pages: int = PAGES, seed: int = 1) -> Path:
    """The folder, with ``files`` PDFs of ``pages`` pages of about 2,500 characters; the same for the same seed."""
    chance = random.Random(seed)
    words = _words(chance)
    for number in range(files):
        pdf = FPDF(format="A4")
        pdf.set_creation_date(None)
        pdf.set_auto_page_break(True, margin=25)
        paragraph = 0
        while pdf.pages_count < pages:
            if pdf.pages_count == 0 or pdf.will_page_break(40):
                pdf.add_page()
                pdf.set_font("Times", "I", 8)
                pdf.cell(0, 6, f"Report {number} of an invented monitoring body", new_x="LMARGIN", new_y="NEXT")
            if paragraph % 9 == 0:
                pdf.set_font("Times", "B", 13)
                pdf.multi_cell(0, 8, _sentence(chance, words)[:50], new_x="LMARGIN", new_y="NEXT")
            paragraph += 1
            pdf.set_font("Times", "", 11)
            text = f"{paragraph}.  " + " ".join(_sentence(chance, words) for _ in range(chance.randint(2, 6)))
            pdf.multi_cell(0, 5.2, text, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(2.5)
        pdf.output(str(folder / f"report-{number:02}.pdf"))
    return folder
