"""Pages of runs to Pages of blocks. Pages are read ahead in stretches, because furniture is known by coming back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from indexer.blocks import Block, Page
from indexer.layout import footnotes
from indexer.layout.columns import reading_order
from indexer.layout.continuity import Continuity
from indexer.layout.furniture import Furniture
from indexer.layout.headings import Levels, Style, style_of
from indexer.layout.hyphens import Words
from indexer.layout.join import Joined, join
from indexer.layout.lines import Line, Piece, call, line_of, pieces_of, rows_of
from indexer.layout.masthead import masthead
from indexer.layout.outline import Outline, contents_in
from indexer.layout.paragraphs import BULLET, DECIMAL, NUMBER, Paragraph, measure, paragraphs_of
from indexer.layout.turning import Turn, dominant_turn
from kb.nouns import Mark
from kb.originals.pdfium import Bookmark, PageContent

STRETCH = 48  # pages read ahead; what has been learnt stays for the next stretch
NEEDS_OCR = "needs OCR"
DAMAGED = "damaged"
OUTLINES = 40  # paths on a page without text: letters drawn as shapes


Texts = Sequence[tuple[Paragraph, Joined]]


@dataclass(slots=True)
class Table:
    """Rows of a table as text, and the rectangle of the page that they were read from."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Sheet:
    """One page on its way through the layout."""

    content: PageContent
    turn: Turn
    rows: list[list[Piece]]
    tables: Sequence[Table] = ()
    aside: list[Line] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    right: float = 0.0


@dataclass(slots=True, frozen=True)
class Look:
    """What makes a paragraph a heading: its style, and how deep the document's outline has it (0: it has it not)."""

    style: Style | None = None
    told: int = 0


class Layout:
    """The layout of one document. ``blocks`` takes its pages in order and gives them back, one for one."""

    def __init__(self, bookmarks: Iterable[Bookmark] = ()) -> None:
        self._furniture, self._words, self._levels = Furniture(), Words(), Levels()
        self._outline = Outline(bookmarks)
        self._sizes: Counter[float] = Counter()
        self._last: Paragraph | None = None
        self._continuity = Continuity()
        self._begun = False
        self._right = self._edge = 0.0

    def blocks(self, contents: Iterable[tuple[PageContent, Sequence[Table]]]) -> Iterator[Page]:
        """Pages of blocks in reading order, without furniture."""
        source = iter(contents)
        while stretch := [self._sheet(content, tables) for content, tables in islice(source, STRETCH)]:
            body = self._body()
            for sheet in stretch:
                self._strip(sheet)
            self._take_contents(stretch)
            for sheet in stretch:
                self._lay_out(sheet, body)
            texts = [[(p, join(p.lines, self._words)) for p in sheet.paragraphs] for sheet in stretch]
            looks = [[self._look(p, joined.text, body) for p, joined in page] for page in texts]
            self._unhead(stretch, texts, looks)
            for look in (look for page in looks for look in page):
                if look.style is not None:
                    self._levels.learn(look.style, look.told)
            for sheet, page, its in zip(stretch, texts, looks, strict=True):
                yield self._page(sheet, page, its)

    def _look(self, paragraph: Paragraph, text: str, body: float) -> Look:
        if paragraph.kind != "text":
            return Look()
        return Look(style_of(paragraph, text, body), self._outline.level(text, paragraph.page))

    def _unhead(self, stretch: Sequence[Sheet], texts: Sequence[Texts], looks: Sequence[list[Look]]) -> None:
        """Takes the look of headings from the masthead of the document's first page."""
        at = next((i for i, page in enumerate(texts) if page), None)
        if self._begun or at is None:
            return
        self._begun = True
        lines = [(joined.text, paragraph.first.y) for paragraph, joined in texts[at]]
        for i in masthead(lines, stretch[at].turn.height):
            looks[at][i] = Look()

    def _sheet(self, content: PageContent, tables: Sequence[Table]) -> Sheet:
        turn = dominant_turn(content)
        straight = [run for run in content.runs if run.angle == turn.angle]
        rows = rows_of(pieces_of([turn.straighten(run) for run in straight]))
        sheet = Sheet(content, turn, rows, tables)
        self._furniture.learn(content.number, turn.height, rows)
        for run in straight:
            self._sizes[round(run.size * 2) / 2] += len(run.text)
        if len(straight) < len(content.runs):
            other = [run for run in content.runs if run.angle != turn.angle and run.angle < 4]
            sheet.aside = [line_of([piece]) for piece in pieces_of(other)] if len(other) < 200 else []
        return sheet

    def _body(self) -> float:
        return self._sizes.most_common(1)[0][0] if self._sizes else 0.0

    def _strip(self, sheet: Sheet) -> None:
        """Takes furniture and what the tables hold out of the rows."""
        gone = self._furniture.strip(sheet.content.number, sheet.turn.height, sheet.rows)
        if gone or sheet.tables:
            rows = ([p for p in row if id(p) not in gone and not _inside(p, sheet.tables)] for row in sheet.rows)
            sheet.rows = [row for row in rows if row]

    def _take_contents(self, stretch: Sequence[Sheet]) -> None:
        """Takes contents pages out of the rows and into the outline."""
        found = contents_in([sheet.rows for sheet in stretch])
        for at, contents in found.items():
            del stretch[at].rows[contents.start : contents.end]
        self._outline.take(list(found.values()))

    def _lay_out(self, sheet: Sheet, body: float) -> None:
        content = sheet.content
        pieces = [piece for row in sheet.rows for piece in row]
        sheet.rows = []
        notes: list[Paragraph] = []
        rules = sheet.turn.rules(content.rules)
        columns = reading_order(pieces) if pieces else []
        for index, rows in enumerate(columns):
            lines = [line for line in map(line_of, rows) if line.text or line.lead]
            self._words.learn(line.text for line in lines)
            text, small = footnotes.split(lines, body, rules, sheet.turn.height)
            for line in text if small else ():
                call(line, [marker for marker, _ in small])
            edges = measure(text, self._right if len(columns) == 1 else 0.0)
            if len(columns) == 1 and len(text) >= 6:
                self._right = edges.right
            sheet.paragraphs += paragraphs_of(text, content.number, index, edges)
            self._mark_continuations(sheet, index, edges.right)
            for marker, its in small:
                notes.append(Paragraph(its, index, content.number, "footnote", marker, continues=not marker))
        self._place_tables(sheet)
        sheet.paragraphs += notes
        if sheet.aside:
            sheet.paragraphs += [Paragraph([line], len(columns), content.number) for line in sheet.aside if line.text]

    def _mark_continuations(self, sheet: Sheet, column: int, edge: float) -> None:
        first = next((p for p in sheet.paragraphs if p.column == column), None)
        if first is not None and self._last is not None:
            first.continues = self._continuity.goes_on(self._last, first, self._edge)
        for paragraph in (p for p in sheet.paragraphs if p.column == column):
            if paragraph is not first:
                self._continuity.learn(paragraph)
            self._last, self._edge = paragraph, edge

    def _place_tables(self, sheet: Sheet) -> None:
        for table in sheet.tables:
            place = next(
                (i for i, p in enumerate(sheet.paragraphs) if p.first.y > table.top and p.kind == "text"),
                len(sheet.paragraphs),
            )
            line = Line(table.x0, table.x1, table.top, table.bottom, table.bottom, 0.0, table.text)
            sheet.paragraphs.insert(place, Paragraph([line], 0, sheet.content.number, "table", table=table.text))

    def _page(
        self,
        sheet: Sheet,
        texts: Texts,
        looks: Sequence[Look],
    ) -> Page:
        blocks = []
        for (paragraph, joined), look in zip(texts, looks, strict=True):
            text = joined.text
            if not text:
                continue
            kind = paragraph.kind
            if look.told or (look.style is not None and not paragraph.continues):
                kind = "heading"
            elif kind == "text" and (BULLET.match(text) or NUMBER.match(text) or DECIMAL.match(text)):
                kind = "list" if not text[0].isdigit() else "text"
            blocks.append(
                Block(
                    text=paragraph.table or text,
                    kind=kind,
                    level=self._level(look) if kind == "heading" else 0,
                    page=sheet.content.number,
                    bold=joined.bold,
                    italic=joined.italic,
                    marks=(_mark(sheet, paragraph),),
                    marker=paragraph.marker,
                    notes=tuple(note for line in paragraph.lines for note in line.notes),
                    continues=paragraph.continues and kind in ("text", "list", "footnote"),
                    indent=round(paragraph.first.x0, 1),
                    size=paragraph.first.size,
                )
            )
        content = sheet.content
        pictured = content.images or content.paths >= OUTLINES
        note = DAMAGED if content.damaged else NEEDS_OCR if pictured and not blocks else ""
        return Page(number=content.number, blocks=tuple(blocks), width=content.width, height=content.height, note=note)

    def _level(self, look: Look) -> int:
        return look.told or (self._levels.level(look.style) if look.style is not None else 0)


def _inside(piece: Piece, tables: Sequence[Table]) -> bool:
    x, y = (piece.x0 + piece.x1) / 2, piece.y - 0.3 * piece.size
    return any(t.x0 - 1 <= x <= t.x1 + 1 and t.top - 1 <= y <= t.bottom + 1 for t in tables)


def _mark(sheet: Sheet, paragraph: Paragraph) -> Mark:
    lines = paragraph.lines
    content = sheet.content
    x0, y0, x1, y1 = sheet.turn.back(
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
    width, height = content.width or 1.0, content.height or 1.0
    return Mark(content.number, _share(x0, width), _share(y0, height), _share(x1, width), _share(y1, height))


def _share(value: float, whole: float) -> float:
    return round(min(1.0, max(0.0, value / whole)), 4)
