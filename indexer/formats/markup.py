"""XML and HTML trees, parsed so that no file can make us fetch, expand or build without end. The one home of lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from indexer.formats.reading import damaged
from indexer.formats.text import clean
from indexer.limits import limits
from kb.errors import UnreadableOriginal

Element = etree._Element
_MOST_ATTRIBUTES = 1_000  # of one element: going through them takes quadratic time
_DEEPEST = 200  # nested elements; deeper is an attack or a converter gone wrong, and recursion follows it


def parse_xml(data: bytes, path: Path, *, recover: bool = False, dtd: bool = True) -> Element:
    """The root element. Entities are never resolved and nothing is fetched.

    ``recover`` reads on behind an error where the root stands. Raises UnreadableOriginal: ``damaged``; ``unsafe`` for
    a document type where ``dtd`` says that the format has none.
    """
    if not dtd and b"<!DOCTYPE" in data[:4096]:
        raise unsafe(path, "it declares a document type, which this format never does")
    try:
        root: Element | None = etree.fromstring(data, _xml_parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        root = _recovered(data) if recover else None
        if root is None or not has_text(root):
            raise damaged(path, f"not well-formed XML ({error})") from error
    if root is None:
        raise damaged(path, "no root element")
    return root


def parse_html(text: str, path: Path) -> Element:
    """The root element of a web page, repaired as browsers do. Raises UnreadableOriginal: ``damaged``."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))
    try:
        root: Element | None = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path, f"not HTML ({error})") from error
    if root is None:
        raise damaged(path, "no root element")
    return root


def unsafe(path: Path, what: str) -> UnreadableOriginal:
    """The error for a file built to harm its reader."""
    return UnreadableOriginal(
        f"the file is refused: {what}",
        where=str(path),
        advice="Ask where it comes from; save it anew from its program, or print it to PDF",
        kind="unsafe",
    )


def name_of(element: Element) -> str:
    """The tag without namespace; "" for comments, instructions and unresolved entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace, "" where it is missing."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def children(element: Element) -> Iterator[Element]:
    """The child elements, without comments, instructions and entities."""
    return (child for child in element if isinstance(child.tag, str))


def texts_of(element: Element) -> Iterator[str]:
    """The texts in an element, in order, as they stand."""
    return (text for text in element.itertext() if isinstance(text, str))


def words_of(element: Element) -> str:
    """All the text in an element, cleaned."""
    return clean(" ".join(texts_of(element)))


def has_text(element: Element) -> bool:
    """Whether there is any text in it at all."""
    return any(text.strip() for text in texts_of(element))


def refuse_deep(root: Element, path: Path) -> None:
    """Raise UnreadableOriginal ``unsafe`` for a tree nested beyond all reason, or of too many elements."""
    depth, most = 0, limits().elements
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):  # without recursion
        depth += 1 if event == "start" else -1
        if event == "start" and len(element.attrib) > _MOST_ATTRIBUTES:
            raise unsafe(path, f"an element has more than {_MOST_ATTRIBUTES} attributes")
        if depth > _DEEPEST:
            raise unsafe(path, f"its elements are nested more than {_DEEPEST} deep")
        if count > 2 * most:
            raise unsafe(path, f"it has more than {most:,} elements")


def _recovered(data: bytes) -> Element | None:
    try:
        return etree.fromstring(data, _xml_parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _xml_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True
    )
