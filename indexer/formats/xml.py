"""XML: the UDHR's own form, Akoma Ntoso, and whatever else keeps its text in paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.markup import Element, attribute, children, name_of, parse_xml, refuse_deep, words_of
from indexer.formats.reading import empty, read_bytes
from indexer.formats.text import clean

# Names of many vocabularies (UDHR, Akoma Ntoso, DocBook, TEI, JATS, Formex), compared in lower case.
_HEADINGS = frozenset({"title", "heading", "head", "subheading", "bridgehead", "ti", "sti", "ti.art", "doctitle"})
_ITEMS = frozenset({"listitem", "item", "point", "li", "indent", "subparagraph"})
_NOTES = frozenset({"footnote", "authorialnote", "fn"})
_INLINE = frozenset(
    {"b", "i", "u", "em", "strong", "emphasis", "hi", "ref", "a", "span", "sup", "sub", "date", "term", "def", "link",
     "xref", "ins", "organization", "person", "role", "location", "br", "eol", "quote", "q", "ulink", "doctitle",
     "docnumber", "docdate", "doctype", "shorttitle", "rref", "mref", "noteref", "ht", "bold", "italic"}
)  # fmt: skip
_PARTS = frozenset({"article", "rule", "principle"})
_SILENT = frozenset({"meta", "metadata", "teiheader", "prefatory", "bib.instance", "script", "style"})


class XmlExtractor:
    """One Page without number."""

    media_types: tuple[str, ...] = ("application/xml", "text/xml", "application/akn+xml")

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks. Raises UnreadableOriginal: ``empty``, ``damaged``, ``unsafe``, ``too-large``, ``unreadable``."""
        root = parse_xml(read_bytes(path), path, recover=True)
        refuse_deep(root, path)
        blocks = tuple(_walk(root, 1))
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """The root's language and the first title; date and author where Akoma Ntoso's metadata have them."""
        root = parse_xml(read_bytes(path), path, recover=True)
        title = next((words_of(e) for e in root.iter() if name_of(e).lower() in _HEADINGS), "")
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
                    block = Block(text=block.text, kind=_kind(name, ordered), number=mark, marker=block.marker)
                    number = ""
                first = False
                yield block
    if number:
        yield Block(text=number, kind="heading" if name in _PARTS else "text", level=level if name in _PARTS else 0)


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
    text = clean("".join(_texts(element)))
    name = name_of(element).lower()
    if text:
        heading = name in _HEADINGS
        kind = "heading" if heading else "list" if name in _ITEMS else "text"
        yield Block(text=text, kind=kind, level=level if heading else 0)
    for note in notes:
        yield from _footnote(note)


def _texts(element: Element) -> Iterator[str]:
    """The text without that of footnotes; a footnote's mark stays where it is printed."""
    if element.text:
        yield element.text
    for child in element:
        name = name_of(child).lower()
        if name in _NOTES:
            marker = attribute(child, "marker")
            yield f"[{marker}]" if marker else ""
        elif name:
            yield " " if name in ("br", "eol") else ""
            yield from _texts(child)
            yield "" if name in _INLINE else " "
        yield child.tail or ""


def _footnote(element: Element) -> Iterator[Block]:
    marker = attribute(element, "marker") or attribute(element, "label") or attribute(element, "n")
    if text := words_of(element):
        yield Block(text=text, kind="footnote", marker=marker)
