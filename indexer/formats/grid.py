"""Tables to blocks: rows that stay legible as text, or the running text of a table that is only layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.blocks import Block

_CELL = 600  # characters; a cell with more holds running text, and the table is the page's layout
_PARAGRAPH = 80  # characters; a longer text under an automatic number is a paragraph to cite, not a cell


def as_blocks(rows: Sequence[Sequence[Sequence[Block]]]) -> Iterator[Block]:
    """One table block with a line for each row, its cells parted by " | ", then the footnotes called in it.

    ``rows`` are rows of cells of blocks. A table of one column, with long cells or with numbered paragraphs is the
    page's layout: its blocks come as they are.
    """
    widest = max((len(row) for row in rows), default=0)
    longest = max((sum(len(block.text) for block in cell) for row in rows for cell in row), default=0)
    numbered = any(
        block.number[:1].isdigit() and len(block.text) > _PARAGRAPH for row in rows for cell in row for block in cell
    )
    if widest < 2 or longest > _CELL or numbered:
        yield from (block for row in rows for cell in row for block in cell)
        return
    lines = [" | ".join(_joined(cell) for cell in row).rstrip(" |") for row in rows]
    if text := "\n".join(line for line in lines if line):
        yield Block(text=text, kind="table")
    yield from (block for row in rows for cell in row for block in cell if block.kind == "footnote")


def _joined(cell: Sequence[Block]) -> str:
    texts = (f"{block.number} {block.text}".strip() for block in cell if block.kind != "footnote")
    return " ".join(text.replace("\n", " ") for text in texts if text)
