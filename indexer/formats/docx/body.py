"""From Word's paragraphs and tables to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from indexer.blocks import Block
from indexer.formats.counting import BULLET, Count
from indexer.formats.docx.styles import PLAIN, Style, Styles, child, numbering, outline, switch, value
from indexer.formats.grid import as_blocks
from indexer.formats.markup import Element, attribute, children, name_of
from indexer.formats.numerals import numeral
from indexer.formats.runs import BREAK, Line, Run, gather, lines_of

_DROPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "Fallback", "sdtEndPr"}
)
_ROWS = frozenset({"tr", "sdt", "ins", "customXml"})
_PLAIN_RUN = Run("")
_SPACES = {"tab": " ", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-", "ptab": " "}


@dataclass(slots=True)
class _Words:
    """What a paragraph holds: its runs, the notes it calls, and boxes whose text follows it."""

    runs: list[Run] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Body:
    """One document. ``notes`` are the trees of footnotes and endnotes by the element that refers to them."""

    def __init__(self, styles: Styles, numbering: Count, notes: dict[str, Element | None]) -> None:
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
        style = self._styles.of(value(properties, "pStyle") or self._styles.usual)
        words = self._held or _Words()
        self._held = None
        self._words(element, style, words)
        marks = child(properties, "rPr")
        if child(marks, "del") is not None or child(marks, "moveFrom") is not None:
            self._held = words
            return
        line, *others = [Line("")] if style.contents else lines_of(words.runs)
        number = self._number(properties, style) if line.text or not words.boxes else ""
        said = outline(properties)
        level = style.level if said is None else said
        if line.text or (number and number != BULLET and not style.contents):
            kind = "heading" if style.title or level else "list" if number else "text"
            level = -1 if style.title else level
            yield Block(text=line.text, kind=kind, level=level, bold=line.bold, italic=line.italic, number=number)
        yield from (Block(text=other.text, bold=other.bold, italic=other.italic) for other in others)
        for box in words.boxes:
            yield from self._flow(box)
        yield from words.notes

    def _number(self, properties: Element | None, style: Style) -> str:
        number, depth = numbering(properties)
        number = number or style.number
        if depth < 0:
            linked = self._numbering.depth_of(number, value(properties, "pStyle"))
            depth = style.depth if style.depth >= 0 else max(linked, 0)
        return self._numbering.next(number, depth) if number and number != "0" else ""

    def _words(self, element: Element, style: Style, words: _Words, like: Run = _PLAIN_RUN) -> None:
        for inner in children(element):
            name = name_of(inner)
            if name in _DROPPED:
                continue
            if name == "r":
                self._run(inner, style, words)
            elif name == "txbxContent":
                words.boxes.append(inner)
            elif name == "t":
                words.runs.append(like._replace(text=inner.text or ""))
            elif name in _SPACES:
                words.runs.append(like._replace(text=_SPACES[name]))
            elif name in self._notes:
                self._note(name, attribute(inner, "id"), words)
            else:
                self._words(inner, style, words, like)

    def _run(self, run: Element, style: Style, words: _Words) -> None:
        properties = child(run, "rPr")
        own = self._styles.of(value(properties, "rStyle")) if value(properties, "rStyle") else PLAIN
        hidden, bold, italic = (switch(properties, name) for name in ("vanish", "b", "i"))
        if own.hidden or style.hidden if hidden is None else hidden:
            return
        # Bold in the style of the paragraph and in that of the words toggle each other, as in Word.
        like = Run("", own.bold != style.bold if bold is None else bold,
                   own.italic != style.italic if italic is None else italic)  # fmt: skip
        self._words(run, style, words, like)

    def _note(self, kind: str, identity: str, words: _Words) -> None:
        note = self._notes[kind].get(identity)
        if note is None or attribute(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
            return
        self._counts[kind] += 1
        marker = str(self._counts[kind]) if kind == "footnoteReference" else numeral(self._counts[kind], "lowerRoman")
        words.runs.append(Run(f"[{marker}]"))
        inner = _Words()
        for paragraph in note.iter():
            if name_of(paragraph) == "p":
                self._words(paragraph, PLAIN, inner)
                inner.runs.append(Run(" "))
        if (line := gather(inner.runs)).text:
            note_block = Block(text=line.text, kind="footnote", marker=marker, bold=line.bold, italic=line.italic)
            words.notes.append(note_block)

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [list(self._cells(row)) for row in children(table) if name_of(row) in _ROWS]
        yield from as_blocks([[list(self._flow(cell)) for cell in row] for row in rows])

    def _cells(self, row: Element) -> Iterator[Element]:
        for inner in children(row):
            if name_of(inner) == "tc":
                yield inner
            elif name_of(inner) in ("sdt", "sdtContent", "tr", "ins", "customXml"):
                yield from self._cells(inner)
