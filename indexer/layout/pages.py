"""Pages of runs to Pages of blocks. Pages are read ahead in stretches, because furniture is known by coming back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from indexer.blocks import Block, Page
from indexer.layout import footnotes
from indexer.layout.beginnings import BULLET, DECIMAL, NUMBER, may_begin
from indexer.layout.columns import reading_order
from indexer.layout.continuity import Continuity
from indexer.layout.furniture import Furniture
from indexer.layout.grids import take_grids
from indexer.layout.headings import Levels, Look, style_of
from indexer.layout.hyphens import Words
from indexer.layout.join import Joined, join
from indexer.layout.lines import call, line_of
from indexer.layout.margins import Stamps, line_numbers
from indexer.layout.masthead import masthead
from indexer.layout.outline import Outline, contents_in
from indexer.layout.paragraphs import Paragraph, measure, paragraphs_of
from indexer.layout.pieces import pieces_of, rows_of
from indexer.layout.sheet import Sheet, Table
from indexer.layout.titles import join_titles, unfinished
from indexer.layout.turning import dominant_turn
from kb.originals.pdfium import Bookmark, PageContent

STRETCH = 48  # pages read ahead; what has been learnt stays for the next stretch
NEEDS_OCR = "needs OCR"
DAMAGED = "damaged"
OUTLINES = 40  # paths on a page without text: letters drawn as shapes

Text = tuple[Paragraph, Joined]


class Layout:
    """The layout of one document. ``blocks`` takes its pages in order and gives them back, one for one."""

    def __init__(self, bookmarks: Iterable[Bookmark] = ()) -> None:
        self._stamps = Stamps()
        self._furniture, self._words, self._levels = Furniture(), Words(), Levels()
        self._outline = Outline(bookmarks)
        self._sizes: Counter[float] = Counter()
        self._last: Paragraph | None = None
        self._continuity = Continuity()
        self._begun = self._unfinished = False
        self._table = ""  # the one that stands last on the page before
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
            unfinished(texts, looks)
            self._name(stretch, texts, looks)
            for look in (look for page in looks for look in page):
                if look.style is not None:
                    self._levels.learn(look.style, look.told)
            for sheet, page, its in zip(stretch, texts, looks, strict=True):
                yield self._page(sheet, page, its)

    def _look(self, paragraph: Paragraph, text: str, body: float) -> Look:
        if paragraph.kind != "text":
            return Look()
        return Look(style_of(paragraph, text, body), self._outline.level(text, paragraph.page))

    def _name(self, stretch: Sequence[Sheet], texts: list[list[Text]], looks: list[list[Look]]) -> None:
        """Takes the look of headings from the masthead of the document's first page; joins what is one heading."""
        first = next((i for i, page in enumerate(texts) if page), None) if not self._begun else None
        if first is not None:
            self._begun = True
            lines = [(joined.text, paragraph.first.y) for paragraph, joined in texts[first]]
            for i in masthead(lines, stretch[first].turn.height):
                looks[first][i] = Look()
        for at, page in enumerate(texts):
            if at == first or self._outline:
                texts[at], looks[at] = join_titles(
                    page,
                    looks[at],
                    first=at == first,
                    told=self._outline.level,
                    rejoin=lambda whole: join(whole.lines, self._words),
                )

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
            self._stamps.learn(sheet.aside)
        return sheet

    def _body(self) -> float:
        return self._sizes.most_common(1)[0][0] if self._sizes else 0.0

    def _strip(self, sheet: Sheet) -> None:
        """Takes furniture and what the tables hold out of the rows."""
        gone = self._furniture.strip(sheet.content.number, sheet.turn.height, sheet.rows) | line_numbers(sheet.rows)
        if not gone and not sheet.tables:
            return
        tables = sheet.tables
        rows = [[p for p in row if id(p) not in gone and not any(t.holds(p) for t in tables)] for row in sheet.rows]
        sheet.keep(rows)

    def _take_contents(self, stretch: Sequence[Sheet]) -> None:
        """Takes contents pages out of the rows and into the outline, and tables without lines out of the rest."""
        found = contents_in([sheet.rows for sheet in stretch])
        for at, contents in found.items():
            del stretch[at].rows[contents.start : contents.end]
            stretch[at].outlined, stretch[at].whole = True, False
        self._outline.take(list(found.values()))
        for sheet in stretch:
            if grids := take_grids(sheet.rows):
                sheet.whole = False
                sheet.tables = sorted([*sheet.tables, *grids], key=lambda table: table.top)

    def _lay_out(self, sheet: Sheet, body: float) -> None:
        content = sheet.content
        pieces = [piece for row in sheet.rows for piece in row]
        notes: list[Paragraph] = []
        rules = sheet.turn.rules(content.rules)
        columns = reading_order(pieces, sheet.rows if sheet.whole else None) if pieces else []
        sheet.rows = []
        for index, rows in enumerate(columns):
            lines = footnotes.led([line for line in map(line_of, rows) if line.text or line.lead])
            self._words.learn(line.text for line in lines)
            height = sheet.turn.height
            text, small = footnotes.split(lines, body, rules, height, unfinished=self._unfinished)
            self._unfinished = footnotes.is_unfinished(small)
            for line in text if small else ():
                call(line, [marker for marker, _ in small])
            text = [line for line in text if not footnotes.is_ornament(line)]
            edges = measure(text, self._right if len(columns) == 1 else 0.0)
            if len(columns) == 1 and len(text) >= 6:
                self._right = edges.right
            cut = paragraphs_of(text, content.number, index, edges)
            for paragraph in cut:
                footnotes.give_back(paragraph.lines)
            sheet.paragraphs += cut
            self._mark_continuations(sheet, index, edges.right)
            for marker, its in small:
                notes.append(Paragraph(its, index, content.number, "footnote", marker, continues=not marker))
        sheet.place_tables()
        self._table = sheet.without_head(self._table)
        sheet.paragraphs += notes
        for line in self._stamps.strip(sheet.aside):
            sheet.paragraphs.append(Paragraph([line], len(columns), content.number))

    def _mark_continuations(self, sheet: Sheet, column: int, edge: float) -> None:
        first = next((p for p in sheet.paragraphs if p.column == column), None)
        if first is not None and self._last is not None:
            first.continues = self._continuity.goes_on(self._last, first, self._edge)
        for paragraph in (p for p in sheet.paragraphs if p.column == column):
            if paragraph is not first:
                self._continuity.learn(paragraph)
            self._last, self._edge = paragraph, edge

    def _page(self, sheet: Sheet, texts: Sequence[Text], looks: Sequence[Look]) -> Page:
        blocks = []
        for (paragraph, joined), look in zip(texts, looks, strict=True):
            text = joined.text
            if not text:
                continue
            kind = paragraph.kind
            if look.told or (look.style is not None and not paragraph.continues):
                kind = "heading"
            elif kind == "text" and may_begin(text) and not text[0].isdigit():
                kind = "list" if BULLET.match(text) or NUMBER.match(text) or DECIMAL.match(text) else "text"
            blocks.append(
                Block(
                    text=paragraph.table or text,
                    kind=kind,
                    level=self._level(look) if kind == "heading" else 0,
                    page=sheet.content.number,
                    bold=joined.bold,
                    italic=joined.italic,
                    marks=(sheet.mark(paragraph),),
                    marker=paragraph.marker,
                    notes=tuple(note for line in paragraph.lines for note in line.notes),
                    continues=paragraph.continues and kind in ("text", "list", "footnote"),
                    indent=round(paragraph.first.x0, 1),
                    size=paragraph.first.size,
                )
            )
        content = sheet.content
        pictured = (content.images or content.paths >= OUTLINES) and not sheet.outlined
        note = DAMAGED if content.damaged else NEEDS_OCR if pictured and not blocks else ""
        return Page(number=content.number, blocks=tuple(blocks), width=content.width, height=content.height, note=note)

    def _level(self, look: Look) -> int:
        return look.told or (self._levels.level(look.style) if look.style is not None else 0)
