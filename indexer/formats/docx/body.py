"""From Word's paragraphs and tables to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from indexer.blocks import Block
from indexer.formats.docx.numbering import Numbering
from indexer.formats.docx.styles import PLAIN, Style, Styles, child, numbering, outline, switch, value
from indexer.formats.markup import Element, attribute, children, name_of
from indexer.formats.numerals import numeral
from indexer.formats.runs import gather

_DROPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "Fallback", "sdtEndPr"}
)
_SPACES = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}
_CELL = 600  # characters; a cell with more holds running text, and the table is the page's layout


@dataclass(slots=True)
class _Words:
    """What a paragraph holds: its runs, the notes it calls, and boxes whose text follows it."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Body:
    """One document. ``notes`` are the trees of footnotes and endnotes by the element that refers to them."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, Element | None]) -> None:
        self._styles, self._numbering = styles, numbering
        self._notes = {
            kind: {attribute(note, "id"): note for note in children(tree)} if tree is not None else {}
            for kind, tree in notes.items()
        }
        self._counts = dict.fromkeys(notes, 0)
        self._held: _Words | None = None  # of a paragraph whose end was deleted: it runs on into the next

    def blocks(self, root: Element) -> Iterator[Block]:
        """The blocks of the whole document, a document title above all headings."""
        found = list(self._flow(root))
        titled = any(block.level == -1 for block in found)
        for block in found:
            yield (
                replace(block, level=1)
                if block.level == -1
                else replace(block, level=block.level + titled)
                if block.level
                else block
            )

    def _flow(self, element: Element) -> Iterator[Block]:
        for inner in children(element):
            match name_of(inner):
                case "p":
                    yield from self._paragraph(inner)
                case "tbl":
                    yield from self._table(inner)
                case name if name not in _DROPPED:
                    yield from self._flow(inner)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = child(element, "pPr")
        style = self._styles.of(value(properties, "pStyle") or "Normal")
        words = self._held or _Words()
        self._held = None
        self._words(element, style, words)
        marks = child(properties, "rPr")
        if child(marks, "del") is not None or child(marks, "moveFrom") is not None:
            self._held = words
            return
        text, bold = gather(words.runs)
        number = self._number(properties, style) if text or not words.boxes else ""
        said = outline(properties)
        level = style.level if said is None else said
        if text or (number and number != "•"):
            if style.title or level:
                yield Block(text=text, kind="heading", level=-1 if style.title else level, bold=bold, number=number)
            else:
                yield Block(text=text, kind="list" if number else "text", bold=bold, number=number)
        for box in words.boxes:
            yield from self._flow(box)
        yield from words.notes

    def _number(self, properties: Element | None, style: Style) -> str:
        number, depth = numbering(properties)
        number = number or style.number
        depth = depth if depth >= 0 else max(style.depth, 0)
        return self._numbering.next(number, depth) if number and number != "0" else ""

    def _words(self, element: Element, style: Style, words: _Words, *, bold: bool = False) -> None:
        for inner in children(element):
            name = name_of(inner)
            if name in _DROPPED:
                continue
            if name == "r":
                self._run(inner, style, words)
            elif name == "txbxContent":
                words.boxes.append(inner)
            elif name == "t":
                words.runs.append((inner.text or "", bold))
            elif name in _SPACES:
                words.runs.append((_SPACES[name], bold))
            elif name in self._notes:
                self._note(name, attribute(inner, "id"), words)
            else:
                self._words(inner, style, words, bold=bold)

    def _run(self, run: Element, style: Style, words: _Words) -> None:
        properties = child(run, "rPr")
        own = self._styles.of(value(properties, "rStyle")) if value(properties, "rStyle") else PLAIN
        hidden, bold = switch(properties, "vanish"), switch(properties, "b")
        if own.hidden if hidden is None else hidden:
            return
        self._words(run, style, words, bold=(own.bold or style.bold) if bold is None else bold)

    def _note(self, kind: str, identity: str, words: _Words) -> None:
        note = self._notes[kind].get(identity)
        if note is None or attribute(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
            return
        self._counts[kind] += 1
        marker = str(self._counts[kind]) if kind == "footnoteReference" else numeral(self._counts[kind], "lowerRoman")
        words.runs.append((f"[{marker}]", False))
        inner = _Words()
        for paragraph in note.iter():
            if name_of(paragraph) == "p":
                self._words(paragraph, PLAIN, inner)
                inner.runs.append((" ", False))
        if text := gather(inner.runs)[0]:
            words.notes.append(Block(text=text, kind="footnote", marker=marker))

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [list(self._cells(row)) for row in children(table) if name_of(row) in ("tr", "sdt")]
        blocks = [[list(self._flow(cell)) for cell in row] for row in rows]
        widest = max((len(row) for row in rows), default=0)
        longest = max((sum(len(block.text) for block in cell) for row in blocks for cell in row), default=0)
        numbered = any(
            block.number[:1].isdigit() and len(block.text) > 80 for row in blocks for cell in row for block in cell
        )
        if widest < 2 or longest > _CELL or numbered:
            yield from (block for row in blocks for cell in row for block in cell)
            return
        lines = [" | ".join(_joined(cell) for cell in row) for row in blocks]
        if text := "\n".join(line for line in lines if line.strip(" |")):
            yield Block(text=text, kind="table")
        yield from (block for row in blocks for cell in row for block in cell if block.kind == "footnote")

    def _cells(self, row: Element) -> Iterator[Element]:
        for inner in children(row):
            if name_of(inner) == "tc":
                yield inner
            elif name_of(inner) in ("sdt", "sdtContent", "tr", "ins", "customXml"):
                yield from self._cells(inner)


def _joined(cell: list[Block]) -> str:
    texts = (f"{block.number} {block.text}".strip() for block in cell if block.kind != "footnote")
    return " ".join(text.replace("\n", " ") for text in texts)
