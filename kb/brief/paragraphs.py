"""The body of a Word document as it is written, paragraph by paragraph, with what is needed to number its pages.

python-docx looks every style up by its name, which takes most of the time of a long document; this writes the elements
(ECMA-376, Part 1, 17.3) and hands them over at the end.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from kb.brief.brief import Line
from kb.brief.footnotes import Footnotes
from kb.brief.pages import Block, pages_of

SIZE, AFTER, STEP = 10.5, 4.0, 18.0  # points: of the letters, below a paragraph, of one depth of lists
HEADINGS = {1: (16.0, 18.0, 6.0), 2: (12.5, 10.0, 4.0)}  # size, above, below
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BULLETS = ("ListBullet", "ListBullet2", "ListBullet3")
CONTENTS = 2.0  # points below a line of the table of contents


def clean(text: str) -> str:
    """A text without what no XML may hold."""
    return _NO_XML.sub("", text)


def run(text: str, marks: str = "") -> str:
    """A run of text; ``marks`` are elements of its properties."""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'


def field(kind: str) -> str:
    """A mark of a field: ``begin``, ``separate`` or ``end``."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    """What a field is to work out."""
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'


class Body:
    """Paragraphs in order; headings are numbered as they come, so that the table of contents can name them."""

    def __init__(self, notes: Footnotes, note: str) -> None:
        self._notes, self._note = notes, note
        self._written: list[str] = []
        self._blocks: list[Block] = []
        self.headings: list[tuple[int, str]] = []  # level and text

    def heading(self, text: str, level: int) -> None:
        """A heading with the bookmark that the table of contents leads to."""
        self.headings.append((level, text))
        name = f"_Toc{len(self.headings):05}"
        number = len(self.headings)
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{run(text)}<w:bookmarkEnd w:id="{number}"/>'
        first = number == 1
        page = "<w:pageBreakBefore/>" if first else ""
        self._written.append(f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/>{page}</w:pPr>{mark}</w:p>')
        size, before, after = HEADINGS[level]
        self._blocks.append(
            Block(text=text, size=size, before=before, after=after, bold=True, heading=level, new_page=first)
        )

    def line(self, line: Line, depth: int = 0) -> None:
        """A passage or a question, with its note and what belongs below it."""
        style, indent = _BULLETS[min(depth, 2)], STEP * (min(depth, 2) + 1)
        where = f'<w:pStyle w:val="{style}"/>'
        if line.tick:
            where, indent = f'<w:ind w:left="{int(STEP * 20)}" w:hanging="320"/>', STEP
        facts = " · ".join(line.facts)
        text = run("☐ ") if line.tick else ""
        text += run(facts + "  ", "<w:b/>") if facts else ""
        text += run(line.text)
        noted: tuple[str, ...] = ()
        if line.source:
            text += self._notes.reference(clean(line.source.citation), line.source.address)
            noted = (f"00 {line.source.citation}, {line.source.address}",)
        self._add(where, text, f"{facts} {line.text}", indent, noted)
        if line.note:
            said = f"{self._note}: {line.note}"
            parts = "<w:r><w:br/></w:r>".join(run(part, "<w:i/>") for part in said.split("\n"))
            self._add(f'<w:pStyle w:val="{_BULLETS[min(depth + 1, 2)]}"/>', parts, said, indent + STEP, ())
        for each in line.below:
            self.line(each, depth + 1)

    def _add(self, properties: str, runs: str, text: str, indent: float, notes: tuple[str, ...]) -> None:
        self._written.append(f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
        self._blocks.append(Block(text=text, size=SIZE, indent=indent, after=AFTER, notes=notes))

    def contents(self, title: str) -> str:
        """The paragraphs of a table of contents with its page numbers (a field of the kind TOC, 17.16.5.68)."""
        lines = [*self.headings]
        before = [Block(text=title, size=SIZE, heading=0, before=24.0, after=AFTER)]
        before += [Block(text=text, size=SIZE, after=CONTENTS) for _, text in lines]
        # The title page with the table stands before the first heading, which begins a page.
        pages = pages_of([Block(text=title, size=26.0, after=60.0), *before, *self._blocks])
        written = []
        for at, ((level, text), page) in enumerate(zip(lines, pages, strict=True)):
            name = f"_Toc{at + 1:05}"
            entry = (
                f'<w:hyperlink w:anchor="{name}" w:history="1">{run(text)}<w:r><w:tab/></w:r>'
                f"{field('begin')}{instruction(f' PAGEREF {name} ' + chr(92) + 'h ')}{field('separate')}"
                f"{run(str(page))}{field('end')}</w:hyperlink>"
            )
            opening = field("begin") + instruction(' TOC \\o "1-2" \\h \\z \\u ') + field("separate")
            written.append(
                f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{opening if at == 0 else ""}{entry}'
                f"{field('end') if at == len(lines) - 1 else ''}</w:p>"
            )
        return "".join(written)

    def paragraphs(self) -> str:
        """Every paragraph, to be put into a document."""
        return "".join(self._written)
