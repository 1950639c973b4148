"""One walk over a page's elements, gathering words until a block ends."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.blocks import Block
from indexer.formats.grid import as_blocks
from indexer.formats.html_furniture import BACK, is_furniture, length_of
from indexer.formats.markup import Element, attribute, children, name_of, words_of
from indexer.formats.numerals import numeral
from indexer.formats.runs import Run, gather
from indexer.formats.text import clean

_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "body", "blockquote", "dd", "dt", "dl", "address", "figure", "center",
     "figcaption", "pre", "header", "aside", "fieldset", "details", "summary", "hgroup", "hr", "caption", "html"}
)  # fmt: skip
_REF = re.compile(r"#_?(?:ref|back|return)[-_:]?\w{0,6}$", re.I)
_FORTH = re.compile(r"#_?(?:ftn|fn|footnote|edn|note|cite_note|sd(?:foot|end)note\d+sym)[-_:]?\w*$", re.I)
_NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
_CALLS = frozenset({"noteref", "doc-noteref"})
_MARK = re.compile(r"\[?(\d{1,4}|[ivxlc]{1,6}|\*{1,4}|[†‡])\]?[.)]?\s*(?=\S)")
_PLAIN = Run("")


class Walk:
    """``bold``, ``italic`` and ``hidden`` are the classes that the style sheet makes so."""

    def __init__(
        self,
        *,
        bold: frozenset[str] = frozenset(),
        italic: frozenset[str] = frozenset(),
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._bold, self._italic, self._hidden = bold, italic, hidden
        self._found: list[Block] = []
        self._runs: list[Run] = []
        self._pending = Block(text="")  # what the next block will be: kind, level, number
        self._marker = ""
        self._whole = 0

    def blocks(self, root: Element) -> list[Block]:
        """The blocks below ``root``, in order."""
        self._whole = self._whole or length_of(root)
        self._visit(root, like=_PLAIN)
        self._flush()
        return self._found

    def _visit(self, element: Element, *, like: Run) -> None:
        name = name_of(element).lower()
        if not name or self._is_dropped(element, name):
            return
        like = self._style(element, name, like)
        if re.fullmatch(r"h[1-6]", name) or attribute(element, "role") == "heading":
            level = int(name[1]) if name[0] == "h" and name[1:].isdigit() else 2
            self._block(element, Block(text="", kind="heading", level=level), like=_PLAIN)
        elif name in ("ul", "ol"):
            self._list(element, name)
        elif name == "table":
            self._table(element)
        elif not _NOTES.isdisjoint(_kinds(element)) and name != "a":
            self._note(element)
        elif name in _BLOCKS or name in ("li", "tr", "td", "th", "tbody", "thead"):
            self._block(element, None, like=like)
        elif name == "br":
            self._break()
        elif name == "a" and self._note_mark(element):
            pass
        else:
            self._inside(element, like=like)

    def _inside(self, element: Element, *, like: Run) -> None:
        if element.text:
            self._runs.append(like._replace(text=element.text))
        for child in element:
            self._visit(child, like=like)
            if child.tail:
                self._runs.append(like._replace(text=child.tail))

    def _block(self, element: Element, pending: Block | None, *, like: Run) -> None:
        """Walk an element whose words are blocks of their own, of the kind of ``pending`` or of what they stand in."""
        self._flush()
        outer = self._pending
        self._pending = pending or outer
        self._inside(element, like=like)
        self._flush()
        if pending:
            self._pending = replace(outer, number="")

    def _flush(self) -> None:
        line, self._runs = gather(self._runs), []
        if self._marker and line.text:
            note = re.sub(rf"^(?:\[{re.escape(self._marker)}\])?[\s.]*", "", line.text)
            self._found.append(Block(text=note or line.text, kind="footnote", marker=self._marker))
            self._marker = ""
        elif line.text:
            self._found.append(replace(self._pending, text=line.text, bold=line.bold, italic=line.italic))
            self._pending = Block(text="", kind="list") if self._pending.kind == "list" else self._pending

    def _break(self) -> None:
        """A line break ends a block after a full stop, a short line or another break; else it is a space."""
        text = clean("".join(run.text for run in self._runs))
        if len(text) < 60 or text.endswith((".", ";", ":", "!", "?")):
            self._flush()
        else:
            self._runs.append(Run(" "))

    def _list(self, element: Element, name: str) -> None:
        self._flush()
        start, kind = attribute(element, "start"), attribute(element, "type") or "1"
        count = int(start) - 1 if re.fullmatch(r"-?\d{1,6}", start) else 0
        self._runs.append(Run(element.text or ""))
        for item in children(element):
            if name_of(item).lower() == "li" and not self._is_dropped(item, "li"):
                value = attribute(item, "value")
                count = int(value) if re.fullmatch(r"\d{1,6}", value) else count + 1
                number = f"{numeral(count, kind)}." if name == "ol" else "–"
                printed = name == "ol" and re.match(r"\(?\w{1,4}[.)]", words_of(item)[:8]) is not None
                self._block(item, Block(text="", kind="list", number="" if printed else number), like=_PLAIN)
            else:
                self._visit(item, like=_PLAIN)
            self._runs.append(Run(item.tail or ""))
        self._flush()

    def _table(self, table: Element) -> None:
        rows = [[cell for cell in children(row) if name_of(cell).lower() in ("td", "th")] for row in table.iter("tr")]
        self._flush()
        if any(True for inner in table.iter("table") if inner is not table) or max(map(len, rows), default=0) < 2:
            self._block(table, Block(text=""), like=_PLAIN)
        else:
            captions = (inner for inner in children(table) if name_of(inner).lower() == "caption")
            for caption in captions:
                self._block(caption, Block(text=""), like=_PLAIN)
            self._found.extend(as_blocks([[self._apart(cell) for cell in row] for row in rows]))

    def _apart(self, element: Element) -> list[Block]:
        """The blocks of an element by themselves."""
        return self._another().blocks(element)

    def _another(self) -> Walk:
        inner = Walk(bold=self._bold, italic=self._italic, hidden=self._hidden)
        inner._whole = self._whole
        return inner

    def _note(self, element: Element) -> None:
        """A footnote that is marked as such: its first number or sign is its marker."""
        self._flush()
        inner = self._another()
        inner._inside(element, like=_PLAIN)
        inner._flush()
        text = " ".join(block.text for block in inner._found).replace("\n", " ")
        mark = next((block.marker for block in inner._found if block.marker), "")
        if not mark and (found := _MARK.match(text)):
            mark, text = found[1], text[found.end() :]
        if text:
            self._found.append(Block(text=text, kind="footnote" if mark else "text", marker=mark))

    def _note_mark(self, link: Element) -> bool:
        """Note a footnote's number where it is called and where it stands; whether ``link`` was one."""
        target, shown = attribute(link, "href"), words_of(link).strip("[]()↑ ^")
        if not _CALLS.isdisjoint(_kinds(link)) and re.fullmatch(r"[\w*†‡]{1,6}", shown):
            self._runs.append(Run(f"[{shown}]"))
            return True
        if BACK.search(target):
            if not clean("".join(run.text for run in self._runs)) and re.fullmatch(r"[\w*]{1,4}", shown):
                self._marker = shown
            return bool(re.fullmatch(r"[\w*]{0,4}[↩︎]*", shown))
        if (
            _REF.search(target)
            and re.fullmatch(r"\d{1,4}|\*{1,3}", shown)
            and not clean("".join(run.text for run in self._runs))
        ):
            self._marker = shown  # elsewhere in a line, such a link calls a work in a list of references
            return True
        if _FORTH.search(target) and re.fullmatch(r"[\w*]{1,4}", shown):
            self._runs.append(Run(f"[{shown}]"))
            return True
        return False

    def _is_dropped(self, element: Element, name: str) -> bool:
        classes = attribute(element, "class")
        if classes and not self._hidden.isdisjoint(classes.split()):
            return True
        return is_furniture(element, name, self._whole)

    def _style(self, element: Element, name: str, like: Run) -> Run:
        """What the words in an element look like, where those around it look ``like``."""
        style = re.sub(r"\s+", "", attribute(element, "style").casefold())
        classes = attribute(element, "class").split()
        heavy = name in ("b", "strong", "th") or not self._bold.isdisjoint(classes)
        slanted = name in ("i", "em", "cite", "var", "dfn") or not self._italic.isdisjoint(classes)
        weight = re.search(r"font-weight:(bold|[6-9]00|normal|[1-5]00)", style)
        slant = re.search(r"font-style:(italic|oblique|normal)", style)
        return Run(
            "",
            (like.bold or heavy) if weight is None else weight[1] == "bold" or weight[1][0] in "6789",
            (like.italic or slanted) if slant is None else slant[1] != "normal",
        )


def _kinds(element: Element) -> list[str]:
    """What the element says that it is for, in EPUB's or the Web's words."""
    return f"{attribute(element, 'epub:type')} {attribute(element, 'type')} {attribute(element, 'role')}".split()
