"""A brief as PDF, in a font that has the letters of all our languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from kb.brief.brief import Brief, Line, Source
from kb.errors import KBError
from kb.wording import worded

_FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu"), Path("/usr/share/fonts/TTF"))
_FONT = "dejavu"


def written(brief: Brief) -> bytes:
    """The bytes of the file; KBError of kind ``font`` where the machine has no DejaVu."""
    folder = next((each for each in _FOLDERS if (each / "DejaVuSans.ttf").is_file()), None)
    if folder is None:
        raise KBError(
            worded("The font DejaVu Sans, which a PDF needs, is not on this machine."),
            advice=worded("Install it (Debian: fonts-dejavu-core), or write DOCX, HTML or Markdown."),
            kind="font",
        )
    pdf = _Pages()
    pdf.add_font(_FONT, "", str(folder / "DejaVuSans.ttf"))
    pdf.add_font(_FONT, "B", str(folder / "DejaVuSans-Bold.ttf"))
    pdf.set_title(brief.heading)
    pdf.set_lang(brief.language)
    pdf.set_auto_page_break(True, margin=20)
    pdf.set_margins(20, 20)
    pdf.add_page()
    pdf.put(brief.title, size=24, bold=True)
    if brief.subtitle:
        pdf.put(brief.subtitle, size=14, bold=True)
    for name, value in brief.facts:
        pdf.put(f"{name}: {value}")
    notes: list[Source] = []
    for section in brief.sections:
        pdf.ln(4)
        if section.title:
            pdf.start_section(section.title, level=0)
            pdf.put(section.title, size=15, bold=True, ahead=40)
        for group in section.groups:
            pdf.ln(1)
            if group.title:
                pdf.put(group.title, size=11.5, bold=True, ahead=25)
            for line in group.lines:
                _line(pdf, line, notes, brief.words["note"], 0)
    pdf.ln(4)
    pdf.start_section(brief.words["sources"], level=0)
    pdf.put(brief.words["sources"], size=15, bold=True, ahead=30)
    for number, note in enumerate(notes, start=1):
        pdf.put(f"{number}. {note.citation}, {note.address}", size=8, link=note.address)
    return bytes(pdf.output())


class _Pages(FPDF):
    """A4 pages with their number at the foot."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        self._widths: dict[tuple[str, float, bool], float] = {}

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(_FONT, "", 8)
        self.cell(0, 8, str(self.page_no()), align="C")

    def put(
        self, text: str, *, size: float = 10, bold: bool = False, indent: float = 0, ahead: float = 0, link: str = ""
    ) -> None:
        """A paragraph; ``indent`` in millimetres, ``ahead`` the millimetres that must be left on the page below it."""
        if ahead and self.get_y() + ahead > self.eph + self.t_margin:
            self.add_page()
        self.set_font(_FONT, "B" if bold else "", size)
        room = self.epw - indent
        for line in self._lines(text, room - 2 * self.c_margin, size, bold):
            self.set_x(self.l_margin + indent)
            self.cell(room, size * 0.5, line, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT, link=link)
        self.ln(1)

    def _lines(self, text: str, room: float, size: float, bold: bool) -> Iterator[str]:
        """The lines of a paragraph. ``multi_cell`` measures a line anew for each of its letters, which takes ten
        seconds for three hundred passages; here each word is measured once."""
        for part in text.split("\n"):
            line, used = "", 0.0
            for word in part.split(" "):
                wide, blank = self._width(word, size, bold), self._width(" ", size, bold)
                if line and used + blank + wide > room:
                    yield line
                    line, used = word, wide
                else:
                    line, used = (f"{line} {word}", used + blank + wide) if line else (word, wide)
                while used > room and len(line) > 1:  # an address that is longer than a line
                    cut = max(1, int(len(line) * room / used) - 1)
                    yield line[:cut]
                    line = line[cut:]
                    used = self.get_string_width(line)
            yield line

    def _width(self, word: str, size: float, bold: bool) -> float:
        """How wide a word is in the font that is set, in millimetres."""
        key = (word, size, bold)
        if key not in self._widths:
            self._widths[key] = float(self.get_string_width(word))
        return self._widths[key]


def _line(pdf: _Pages, line: Line, notes: list[Source], word: str, depth: int) -> None:
    text = " · ".join(line.facts) + ("  " if line.facts else "") + line.text
    if line.source:
        notes.append(line.source)
        text += f" [{len(notes)}]"
    pdf.put(f"{'☐' if line.tick else '•'} {text}", indent=depth * 6)
    if line.note:
        pdf.put(f"{word}: {line.note}", indent=(depth + 1) * 6)
    for each in line.below:
        _line(pdf, each, notes, word, depth + 1)
