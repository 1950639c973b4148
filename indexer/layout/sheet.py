"""One page on its way through the layout, and the tables that were read from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.layout.lines import Line
from indexer.layout.paragraphs import Paragraph
from indexer.layout.pieces import Piece
from indexer.layout.turning import Turn
from kb.nouns import Mark
from kb.originals.pdfium import PageContent

CELLS = " | "  # between the cells of a row


@dataclass(slots=True)
class Table:
    """Rows of a table as text, and the rectangle of the page that they were read from."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, piece: Piece) -> bool:
        """Whether the piece stands in the table."""
        x, y = (piece.x0 + piece.x1) / 2, piece.y - 0.3 * piece.size
        return self.x0 - 1 <= x <= self.x1 + 1 and self.top - 1 <= y <= self.bottom + 1


@dataclass(slots=True)
class Sheet:
    """A page with its rows, and what they become. ``outlined`` says that it held the contents of the document,
    ``whole`` that nothing was taken out from among its rows, so that they are still those of its pieces."""

    content: PageContent
    turn: Turn
    rows: list[list[Piece]]
    tables: Sequence[Table] = ()
    aside: list[Line] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    outlined: bool = False
    whole: bool = True

    def keep(self, rows: list[list[Piece]]) -> None:
        """Leaves of each row what ``rows`` has of it."""
        kept = [at for at, row in enumerate(rows) if row]
        self.whole = not kept or (
            kept[-1] - kept[0] + 1 == len(kept) and all(len(rows[at]) == len(self.rows[at]) for at in kept)
        )
        self.rows = [row for row in rows if row]

    def mark(self, paragraph: Paragraph) -> Mark:
        """Where the paragraph stands, as shares of the page that is shown."""
        lines = paragraph.lines
        x0, y0, x1, y1 = self.turn.back(
            min([line.x0 for line in lines]),
            min([line.top for line in lines]),
            max([line.x1 for line in lines]),
            max([line.bottom for line in lines]),
        )
        width, height = self.content.width or 1.0, self.content.height or 1.0
        return Mark(self.content.number, _share(x0, width), _share(y0, height), _share(x1, width), _share(y1, height))

    def place_tables(self) -> None:
        """Puts each table before the first paragraph that stands below its head."""
        for table in self.tables:
            place = next(
                (i for i, p in enumerate(self.paragraphs) if p.first.y > table.top and p.kind == "text"),
                len(self.paragraphs),
            )
            line = Line(table.x0, table.x1, table.top, table.bottom, table.bottom, 0.0, table.text)
            self.paragraphs.insert(place, Paragraph([line], 0, self.content.number, "table", table=table.text))

    def without_head(self, before: str) -> str:
        """Takes its head from a table that goes on from the page before; the table that may go on over the next."""
        if not self.paragraphs:
            return before if self.outlined else ""
        first, last = self.paragraphs[0], self.paragraphs[-1].table
        head, _, rest = first.table.partition("\n")
        if rest and before.startswith(head + "\n"):
            first.table = rest
        return last


def _share(value: float, whole: float) -> float:
    share = value / whole
    return round(share, 4) if 0.0 < share < 1.0 else float(share > 0.0)
