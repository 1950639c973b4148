"""Web pages as they are saved: the main text with headings, lists, tables and footnotes; not the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.encoding import decode
from indexer.formats.html_furniture import length_of
from indexer.formats.html_walk import Walk
from indexer.formats.markup import Element, attribute, name_of, parse_html, refuse_deep, texts_of, words_of
from indexer.formats.reading import empty, read_bytes
from indexer.formats.text import clean

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}encoding=[\"']([\w.:-]+)", re.I
)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_CLASS = re.compile(r"\.([\w-]+)(?=[\s,:]|$)")
_SIGNS = (
    ("bold", "font-weight:bold"),
    ("bold", "font-weight:700"),
    ("italic", "font-style:italic"),
    ("hidden", "display:none"),
)
_DATES = ("dcterms.date", "dc.date", "date", "article:published_time", "dc.date.issued", "dcterms.issued")


class HtmlExtractor:
    """One Page without number."""

    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks of the main text. Raises UnreadableOriginal: ``empty``, ``damaged``, ``unsafe``, ``too-large``."""
        blocks = blocks_of(read_bytes(path), path)
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=tuple(blocks))

    def facts(self, path: Path) -> Facts:
        """The page's title, language, and the date and author its meta elements give."""
        root = _parse(read_bytes(path), path)
        metas = {
            (attribute(e, "name") or attribute(e, "property")).casefold(): attribute(e, "content").strip()
            for e in root.iter("meta")
        }
        title = metas.get("dcterms.title") or metas.get("dc.title") or next(_texts(root, "title"), "")
        return Facts(
            title=clean(title or next(_texts(root, "h1"), "")),
            language=attribute(root, "lang"),
            date=next((metas[name] for name in _DATES if metas.get(name)), ""),
            author=metas.get("author", ""),
        )


def blocks_of(data: bytes, path: Path, *, sheet: str = "") -> list[Block]:
    """The blocks of one page's main text. ``sheet`` are style rules that the page links to.

    Raises UnreadableOriginal: ``damaged``, ``unsafe``, ``encoding``.
    """
    root = _parse(data, path)
    return Walk(**_styles(root, sheet)).blocks(_main(root))


def _parse(data: bytes, path: Path) -> Element:
    found = _CHARSET.search(data[:8192])
    declared = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    root = parse_html(decode(data, path, declared=declared), path)
    refuse_deep(root, path)
    return root


def _texts(root: Element, tag: str) -> Iterator[str]:
    return (text for element in root.iter(tag) if (text := words_of(element)))


def _main(root: Element) -> Element:
    """The one element that holds the main text, where the page names it and it holds most of the body."""
    body = next(root.iter("body"), root)
    whole = length_of(body)
    for element in body.iter("main", "article", "div", "section"):
        named = name_of(element) in ("main", "article") or attribute(element, "role") == "main"
        if named and length_of(element) >= 0.5 * whole:
            return element
    return body


def _styles(root: Element, sheet: str) -> dict[str, frozenset[str]]:
    """The classes that the page's own style sheet makes bold and italic, and those it hides."""
    sheet = "\n".join((sheet, *("".join(texts_of(element)) for element in root.iter("style"))))[:500_000]
    found: dict[str, set[str]] = {"bold": set(), "italic": set(), "hidden": set()}
    for selectors, body in _RULE.findall(re.sub(r"/\*.*?\*/|<!--|-->", "", sheet, flags=re.DOTALL)):
        flat = re.sub(r"\s+", "", body.casefold())
        for into, sign in _SIGNS:
            if sign in flat and "@" not in selectors:
                found[into].update(
                    name
                    for part in selectors.split(",")
                    for name in _CLASS.findall(part.split()[-1] if part.split() else "")
                )
    return {name: frozenset(classes) for name, classes in found.items()}
