"""Report-like PDFs made on the spot from the words of the project's own sample corpus, shuffled: numbered paragraphs,
headings, running heads. Nobody's text, but letters, words and lengths as in a monitoring report."""

from __future__ import annotations

import random
import re
from pathlib import Path

from fpdf import FPDF

SOURCES = Path(__file__).resolve().parent.parent / "samples" / "sources"
FILES, PAGES = 24, 40


def _sentences() -> list[str]:
    """The sentences of the samples that the built-in fonts of PDF can print (Latin 1)."""
    text = " ".join(path.read_text("utf-8") for path in sorted(SOURCES.glob("*-en.md")))
    text += " ".join(path.read_text("utf-8") for path in sorted(SOURCES.glob("*-sq.md")))
    plain = re.sub(r"[*#_|>\[\]]+|^\d+\.", " ", text, flags=re.MULTILINE)
    found = (" ".join(each.split()) for each in re.split(r"(?<=[.;])\s", plain))
    usable = [each for each in found if 30 < len(each) < 300 and not set(each) & set("{}=<")]
    return [each.encode("latin-1", "ignore").decode("latin-1") for each in usable]


def make_reports(folder: Path, *, files: int = FILES, pages: int = PAGES, seed: int = 1) -> Path:
    """The folder, with ``files`` PDFs of ``pages`` pages of about 2,500 characters; the same for the same seed."""
    chance = random.Random(seed)
    sentences = _sentences()
    for number in range(files):
        pdf = FPDF(format="A4")
        pdf.set_auto_page_break(True, margin=25)
        paragraph = 0
        while pdf.pages_count < pages:
            if pdf.pages_count == 0 or pdf.will_page_break(40):
                pdf.add_page()
                pdf.set_font("Times", "I", 8)
                pdf.cell(0, 6, f"Report {number} of an invented monitoring body", new_x="LMARGIN", new_y="NEXT")
            if paragraph % 9 == 0:
                pdf.set_font("Times", "B", 13)
                pdf.multi_cell(0, 8, chance.choice(sentences)[:50], new_x="LMARGIN", new_y="NEXT")
            paragraph += 1
            pdf.set_font("Times", "", 11)
            text = f"{paragraph}.  " + " ".join(chance.choice(sentences) for _ in range(chance.randint(2, 6)))
            pdf.multi_cell(0, 5.2, text, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(2.5)
        pdf.output(str(folder / f"report-{number:02}.pdf"))
    return folder
