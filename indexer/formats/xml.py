"""XML: the UDHR's own form, Akoma Ntoso, and whatever else keeps its text in paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.grid import as_blocks
from indexer.formats.markup import Element, attribute, children, name_of, parse_xml, refuse_deep, words_of
from indexer.formats.reading import empty, read_bytes
from indexer.formats.runs import Run, gather

# Names of many vocabularies (UDHR, Akoma Ntoso, DocBook, TEI, JATS, Formex), compared in lower case.
_HEADINGS = frozenset({"title", "heading", "head", "subheading", "bridgehead", "ti", "sti", "ti.art", "doctitle"})
_ITEMS = frozenset({"listitem", "item", "point", "li", "indent", "subparagraph"})
_NOTES = frozenset({"footnote", "authorialnote", "fn"})
_INLINE = frozenset(
    {"b", "i", "u", "em", "strong", "emphasis", "hi", "ref", "a", "span", "sup", "sub", "date", "term", "def", "link",
     "xref", "ins", "organization", "person", "role", "location", "br", "eol", "quote", "q", "ulink", "doctitle",
     "docnumber", "docdate", "doctype", "shorttitle", "rref", "mref", "noteref", "ht", "bold", "italic"}
)  # fmt: skip
_BOLD = frozenset({"b", "strong", "bold"})
_ITALIC = frozenset({"i", "em", "emphasis", "italic"})
_PARTS = frozenset({"article", "rule", "principle"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "entry", "cell"})
_SILENT = frozenset({"meta", "metadata", "teiheader", "prefatory", "bib.instance", "script", "style"})


class XmlExtractor:
    """One Page without number."""

    media_types: tuple[str, ...] = ("application/xml", "text/xml", "application/akn+xml")

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks. Raises UnreadableOriginal: ``empty``, ``damaged``, ``unsafe``, ``too-large``, ``unreadable``."""
        root = parse_xml(read_bytes(path), path, recover=True)
        refuse_deep(root, path)
        _bring_notes(root)
        blocks = tuple(_walk(root, 1))
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """The root's language and the first title; date and author where Akoma Ntoso's metadata have them."""
        root = parse_xml(read_bytes(path), path, recover=True)
        long = next((words_of(e) for e in root.iter() if name_of(e) == "longTitle"), "")
        title = long or next((words_of(e) for e in root.iter() if name_of(e).lower() in _HEADINGS), "")
        date = next((attribute(e, "date") for e in root.iter() if name_of(e) == "FRBRdate"), "")
        language = attribute(root, "lang") or next(
            (attribute(e, "language") for e in root.iter() if name_of(e) == "FRBRlanguage"), ""
        )
        return Facts(title=title, language=language, date=date)


def _walk(element: Element, level: int) -> Iterator[Block]:
    """An element's blocks in order: its head with its number, then its paragraphs, deeper parts a level deeper."""
    name = name_of(element).lower()
    if not name or name in _SILENT:
        return
    if name in _NOTES:
        yield from _footnote(element)
    elif name == "table" and any(name_of(inner).lower() in _ROWS for inner in element.iter()):
        yield from _table(element)
    elif _is_paragraph(element):
        yield from _paragraph(element, level)
    else:
        yield from _part(element, name, level)


def _part(element: Element, name: str, level: int) -> Iterator[Block]:
    """A container. Its ``num`` is printed before its heading, or before its first paragraph where it has none."""
    number = ""
    known = attribute(element, "number") if name in _PARTS else ""
    counter = 0
    ordered = name == "orderedlist"
    for child in children(element):
        inner = name_of(child).lower()
        text = words_of(child) if inner in _HEADINGS or inner == "num" else ""
        if inner == "num":
            number = text
        elif inner in _HEADINGS and _is_paragraph(child):
            if known:
                yield Block(text=text, kind="heading", level=level, number=f"{name.title()} {known}")
            elif name in _PARTS and number:
                yield Block(text=number, kind="heading", level=level)
                yield Block(text=text, kind="heading", level=level + 1)
            elif text:
                yield Block(text=f"{number} {text}".strip(), kind="heading", level=level)
            number = known = ""
        else:
            counter += ordered
            first = True
            if known or (number and name in _PARTS):
                yield Block(text=number, kind="heading", level=level, number=f"{name.title()} {known}" if known else "")
                number = known = ""
            for block in _walk(child, level + 1):
                if first and block.kind in ("text", "list") and not block.number:
                    mark = number or (f"{counter}." if ordered else "")
                    block = replace(block, kind=_kind(name, ordered), number=mark)
                    number = ""
                first = False
                yield block
    if number:
        yield Block(text=number, kind="heading" if name in _PARTS else "text", level=level if name in _PARTS else 0)


def _table(element: Element) -> Iterator[Block]:
    """The rows of HTML's, CALS's and TEI's tables."""
    rows = [row for row in element.iter() if name_of(row).lower() in _ROWS]
    yield from (
        block
        for child in children(element)
        if name_of(child).lower() in ("caption", *_HEADINGS)
        for block in _paragraph(child, 0)
    )
    yield from as_blocks(
        [[list(_walk(cell, 0)) for cell in children(row) if name_of(cell).lower() in _CELLS] for row in rows]
    )


def _bring_notes(root: Element) -> None:
    """Akoma Ntoso may keep its notes in the metadata; put each where it is called."""
    notes = {attribute(note, "eId") or attribute(note, "id"): note for note in root.iter() if name_of(note) == "note"}
    for call in list(root.iter()):
        note = notes.get(attribute(call, "href").removeprefix("#")) if name_of(call) == "noteRef" else None
        if note is not None and len(call) == 0:
            marker = attribute(call, "marker") or attribute(note, "marker")
            call.tag = "authorialNote"
            call.set("marker", marker)
            call.text = note.text
            call.extend(list(note))


def _kind(name: str, ordered: bool) -> str:
    return "list" if ordered or name in _ITEMS else "text"


def _is_paragraph(element: Element) -> bool:
    """Whether the element holds text itself, or nothing but inline elements."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return True
    inner = [name_of(child).lower() for child in children(element)]
    return not inner or all(name in _INLINE for name in inner)


def _paragraph(element: Element, level: int) -> Iterator[Block]:
    notes = [child for child in element.iter() if name_of(child).lower() in _NOTES]
    line = gather(_runs(element, Run("")))
    name = name_of(element).lower()
    if line.text:
        heading = name in _HEADINGS
        kind = "heading" if heading else "list" if name in _ITEMS else "text"
        yield Block(text=line.text, kind=kind, level=level if heading else 0, bold=line.bold, italic=line.italic)
    for note in notes:
        yield from _footnote(note)


def _runs(element: Element, like: Run) -> Iterator[Run]:
    """The text without that of footnotes; a footnote's mark stays where it is printed."""
    if element.text:
        yield like._replace(text=element.text)
    for child in element:
        name = name_of(child).lower()
        if name in _NOTES:
            marker = attribute(child, "marker")
            yield Run(f"[{marker}]" if marker else "")
        elif name and name != "del":
            look = attribute(child, "rend") or attribute(child, "role")  # TEI's hi, DocBook's emphasis
            inner = Run("", like.bold or name in _BOLD or look in _BOLD,
                        like.italic or (name in _ITALIC and look not in _BOLD) or look in _ITALIC)  # fmt: skip
            yield Run(" " if name in ("br", "eol") else "")
            yield from _runs(child, inner)
            yield Run("" if name in _INLINE else " ")
        if child.tail:
            yield like._replace(text=child.tail)


def _footnote(element: Element) -> Iterator[Block]:
    marker = attribute(element, "marker") or attribute(element, "label") or attribute(element, "n")
    if text := words_of(element):
        yield Block(text=text, kind="footnote", marker=marker)
