"""One source as a PDF that looks like a printed report: running head, columns, footnotes, tables, page numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

from samples.source import Part, Run, Source
from samples.typeset import Line, Measure, Style, draw, lines

# fonts-dejavu-core: has every letter of the samples' languages and may be embedded freely.
FONTS = Path("/usr/share/fonts/truetype/dejavu")
WIDTH, HEIGHT, MARGIN, TOP, BOTTOM, GUTTER = 210.0, 297.0, 24.0, 28.0, 272.0, 8.0
BLUE, GREY = (31, 62, 92), (105, 105, 105)
TABLE = Style("sans", 8, 4.1)


def build(source: Source, target: Path) -> None:
    """Writes the PDF; the same source gives the same bytes."""
    Sheet(source).write(target)


class Sheet:
    """The page being filled: ``column``, the height ``y`` reached in it, and the footnotes waiting at its foot."""

    def __init__(self, source: Source) -> None:
        self.source, self.meta = source, source.meta
        self.pdf = FPDF(format="A4")
        self.pdf.set_auto_page_break(auto=False)
        for family, file in (("serif", "DejaVuSerif"), ("sans", "DejaVuSans")):
            self.pdf.add_font(family, "", FONTS / f"{file}.ttf")
            self.pdf.add_font(family, "B", FONTS / f"{file}-Bold.ttf")
        self.pdf.set_creation_date(datetime.fromisoformat(self.meta["date"]).replace(tzinfo=UTC))
        self.pdf.set_title(self.meta["title"])
        self.pdf.set_author(self.meta["body"])
        self.pdf.set_lang(self.meta["language"])
        self.measure = Measure(self.pdf)
        self.columns = int(self.meta.get("columns", "1"))
        self.column, self.y, self.top, self.notes = 0, TOP, TOP, list[str]()
        narrow = self.columns > 1
        self.body = Style("serif", 8.6 if narrow else 10, 4.3 if narrow else 5.1, after=2.2 if narrow else 2.8)
        self.note = Style("serif", 7 if narrow else 7.8, 3.2 if narrow else 3.7)
        self.heads = {
            1: Style("sans", 12.5 if narrow else 14, 6, bold=True, before=5, after=2.5, colour=BLUE),
            2: Style("sans", 10 if narrow else 11.5, 5, bold=True, before=3.5, after=2, colour=BLUE),
            3: Style("sans", 10, 4.8, bold=True, before=3, after=1.2, centred=self.meta.get("articles") == "centred"),
            4: Style("sans", 9, 4.6, bold=True, after=1.8, centred=self.meta.get("articles") == "centred"),
        }

    @property
    def width(self) -> float:
        return (WIDTH - 2 * MARGIN - GUTTER * (self.columns - 1)) / self.columns

    @property
    def left(self) -> float:
        return MARGIN + self.column * (self.width + GUTTER)

    def write(self, target: Path) -> None:
        self._page()
        self._opening()
        for number, part in enumerate(self.source.parts):
            following = self.source.parts[number + 1 : number + 2]
            self._part(part, keep=max((self._tall(each) for each in following), default=0.0))
        self._foot()
        self.pdf.output(str(target))

    def _tall(self, part: Part) -> float:
        """What a heading takes with it: a whole table, or the first lines of anything else."""
        return sum(tall for _, tall in self._rows(part)) + 4 if part.kind == "table" else 14.0

    def _part(self, part: Part, *, keep: float) -> None:
        match part.kind:
            case "columns":
                self._foot()
                self.columns, self.column = part.level, 0
                self._page()
            case "heading":
                style = self.heads[part.level]
                self._set(lines(part.runs, style, self.measure, width=self.width), style, keep=keep)
            case "table":
                self._table(part)
            case "numbered":
                indent = 8.0 if self.columns > 1 else 11.0
                rest = 0.0 if self.meta.get("numbers") == "margin" else indent
                made = lines(part.runs, self.body, self.measure, width=self.width, first=indent, rest=rest)
                self._set(made, self.body, label=part.label)
            case "item":
                made = lines(part.runs, self.body, self.measure, width=self.width, first=15, rest=15)
                self._set(made, self.body, label="–", label_x=10)
            case _:
                self._set(lines(part.runs, self.body, self.measure, width=self.width), self.body)

    def _set(self, made: list[Line], style: Style, *, label: str = "", label_x: float = 0, keep: float = 0) -> None:
        """Puts lines into the columns; a heading takes ``keep`` millimetres of what follows with it."""
        self.y += style.before if self.y > self.top else 0
        if self.y + len(made) * style.leading * bool(keep) + keep > self._floor():
            self._next()
        for place, line in enumerate(made):
            two = 2 if place == 0 and len(made) > 1 else 1  # no paragraph leaves its first line alone
            if self.y + two * style.leading > self._floor(line.notes):
                self._next()
            self.notes += line.notes
            self.y += style.leading
            if place == 0 and label:
                mark = Line(label_x, [(label, False, False)])
                draw(self.pdf, mark, style, self.measure, x=self.left, y=self.y, width=self.width)
            draw(self.pdf, line, style, self.measure, x=self.left, y=self.y, width=self.width)
        self.y += style.after

    def _note_lines(self, number: str) -> list[Line]:
        runs = (Run("", note=number), Run(" "), *self.source.notes[number])
        return lines(runs, self.note, self.measure, width=self.width, rest=2.5)

    def _floor(self, more: list[str] | None = None) -> float:
        held = [*self.notes, *(more or [])]
        return BOTTOM - sum(len(self._note_lines(number)) * self.note.leading for number in held) - 4 * bool(held)

    def _foot(self) -> None:
        """Sets the footnotes of this column at its foot under a short rule."""
        if not self.notes:
            return
        y = self._floor() + 2.5
        self.pdf.set_draw_color(*GREY)
        self.pdf.line(self.left, y, self.left + 28, y)
        y += 0.8
        for number in self.notes:
            for line in self._note_lines(number):
                y += self.note.leading
                draw(self.pdf, line, self.note, self.measure, x=self.left, y=y, width=self.width)
        self.notes = []

    def _next(self) -> None:
        self._foot()
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.top
        else:
            self.column = 0
            self._page()

    def _page(self) -> None:
        self.pdf.add_page()
        self.y = self.top = TOP
        head = Style("sans", 7.5, 4, colour=GREY)
        number = self.pdf.page_no()
        self._centre(str(number), head, 285)
        if number > 1:
            draw(self.pdf, Line(0, [(self.meta["running"], False, False)]), head, self.measure, x=MARGIN, y=17, width=0)
            wide = self.measure(self.meta["reference"], head, bold=False)
            right = Line(WIDTH - 2 * MARGIN - wide, [(self.meta["reference"], False, False)])
            draw(self.pdf, right, head, self.measure, x=MARGIN, y=17, width=0)
            self.pdf.set_draw_color(170, 170, 170)
            self.pdf.line(MARGIN, 19.5, WIDTH - MARGIN, 19.5)

    def _centre(self, text: str, style: Style, y: float) -> None:
        wide = self.measure(text, style, bold=False)
        draw(self.pdf, Line((WIDTH - wide) / 2, [(text, False, False)]), style, self.measure, x=0, y=y, width=WIDTH)

    def _opening(self) -> None:
        """The head of the first page: body, reference and date, title, subtitle, and the notice in a box."""
        across = WIDTH - 2 * MARGIN
        self.pdf.set_fill_color(*BLUE)
        self.pdf.rect(0, 0, WIDTH, 11, style="F")
        y = 22.0
        for text, style in (
            (self.meta["body"], Style("sans", 10, 5, bold=True, colour=BLUE, after=0.5)),
            (f"{self.meta['reference']}  ·  {self.meta['dated']}", Style("sans", 8.5, 5, colour=GREY, after=7)),
            (self.meta["title"], Style("serif", 19, 8.6, bold=True, after=2)),
            (self.meta.get("subtitle", ""), Style("serif", 12, 6, after=6, colour=GREY)),
        ):
            for line in lines([Run(text)], style, self.measure, width=across):
                y += style.leading
                draw(self.pdf, line, style, self.measure, x=MARGIN, y=y, width=across)
            y += style.after
        style = Style("sans", 8.5, 4.4)
        notice = lines([Run(self.meta["notice"])], style, self.measure, width=across - 8)
        self.pdf.set_fill_color(238, 243, 248)
        self.pdf.rect(MARGIN, y, across, len(notice) * style.leading + 6, style="F")
        for line in notice:
            y += style.leading
            draw(self.pdf, line, style, self.measure, x=MARGIN + 4, y=y + 1.8, width=across)
        self.y = self.top = y + 12

    def _rows(self, part: Part) -> list[tuple[list[list[Line]], float]]:
        """The rows of a table as cells of lines, each with its height."""
        wide = self.width / len(part.rows[0])
        made = []
        for number, row in enumerate(part.rows):
            cells = [lines([Run(cell, bold=number == 0)], TABLE, self.measure, width=wide - 4) for cell in row]
            made.append((cells, max(len(cell) for cell in cells) * TABLE.leading + 3))
        return made

    def _table(self, part: Part) -> None:
        wide = self.width / len(part.rows[0])
        for number, (cells, tall) in enumerate(self._rows(part)):
            if self.y + tall > self._floor():
                self._next()
            self.pdf.set_draw_color(150, 150, 150)
            self.pdf.set_fill_color(226, 233, 240)
            for place, cell in enumerate(cells):
                x = self.left + place * wide
                self.pdf.rect(x, self.y, wide, tall, style="DF" if number == 0 else "D")
                for down, line in enumerate(cell, start=1):
                    base = self.y + down * TABLE.leading + 0.5
                    draw(self.pdf, line, TABLE, self.measure, x=x + 2, y=base, width=wide)
            self.y += tall
        self.y += 4
