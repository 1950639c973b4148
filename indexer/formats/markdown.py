"""Markdown, read by its tokens: headings with level, paragraphs, lists with their numbers, tables, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from indexer.blocks import Block, Facts, Page
from indexer.formats.encoding import decode
from indexer.formats.reading import empty, read_bytes
from indexer.formats.runs import Line, Run, gather
from indexer.formats.text import clean

_TIGHT = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)  # "##Title": no heading to CommonMark, one to its writer
_NOTE = re.compile(r"^\[\^([^\]\s]{1,20})\]:[ \t]*(.*(?:\n(?:[ \t]+.*|(?=\n[ \t])))*)", re.MULTILINE)
_FRONT = re.compile(r"\A---\s*\n(.*?\n)---\s*\n", re.DOTALL)
_SAID = re.compile(r"^(title|lang|language|date|author)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_TARGET = re.compile(r"\]\([^()\s]{0,2000}(?:\s[^()]{0,500})?\)|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,500}>")


class MarkdownExtractor:
    """One Page without number, its footnotes last."""

    media_types: tuple[str, ...] = ("text/markdown",)

    def extract(self, path: Path) -> Iterator[Page]:
        """The blocks. Raises UnreadableOriginal: ``empty``, ``too-large``, ``encoding``, ``unreadable``."""
        source = _FRONT.sub("", decode(read_bytes(path), path).replace("\r\n", "\n"))
        notes = [
            Block(text=text, kind="footnote", marker=found[1])
            for found in _NOTE.finditer(source)
            if (text := clean(found[2].replace("\n", " ")))
        ]
        source = re.sub(r"\[\^([^\]\s]{1,20})\]", r"[\1]", _NOTE.sub("", source))
        parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
        body = tuple(_blocks(parser.parse(_TIGHT.sub(r"\1 ", source))))
        if _letters(block.text for block in body) < 0.5 * _letters([_TAG.sub("", _TARGET.sub("", source))]):
            # Nested beyond what is parsed, where the parser drops text: better every line as it stands.
            body = tuple(Block(text=text) for line in source.split("\n") if (text := clean(line)))
        blocks = (*body, *notes)
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:
        """Title, language, date and author of the front matter, where there is one."""
        front = _FRONT.match(decode(read_bytes(path), path).replace("\r\n", "\n"))
        said: dict[str, str] = dict(_SAID.findall(front[1])) if front else {}
        return Facts(
            title=said.get("title", ""),
            language=said.get("language") or said.get("lang", ""),
            date=said.get("date", ""),
            author=said.get("author", ""),
        )


def _letters(texts: Iterable[str]) -> int:
    return sum(letter.isalnum() for text in texts for letter in text)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    level, number, lists = 0, "", 0
    rows: list[list[str]] | None = None
    for token in tokens:
        match token.type:
            case "heading_open":
                level = int(token.tag[1:])
            case "heading_close":
                level = 0
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
            case "list_item_open":
                number = f"{token.info}{token.markup}" if token.info else "–"
            case "table_open":
                rows = []
            case "tr_open" if rows is not None:
                rows.append([])
            case "table_close" if rows is not None:
                yield Block(text="\n".join(" | ".join(row) for row in rows), kind="table")
                rows = None
            case "inline":
                line = _inline(token.children or [])
                if rows is not None:
                    rows[-1].append(line.text)
                elif line.text or number:
                    kind = "heading" if level else "list" if lists else "text"
                    yield Block(
                        text=line.text, kind=kind, level=level, bold=line.bold, italic=line.italic, number=number
                    )
                    number = ""
            case "fence" | "code_block":
                yield from (Block(text=text) for line in token.content.split("\n") if (text := clean(line)))
            case "html_block":
                if text := clean(_TAG.sub(" ", token.content)):
                    yield Block(text=text)


def _inline(children: Sequence[Token]) -> Line:
    """A line with its bold and italic spans. Links keep their words, images their description."""
    parts: list[Run] = []
    strong = slanted = 0
    for token in children:
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "em_open":
                slanted += 1
            case "em_close":
                slanted -= 1
            case "softbreak" | "hardbreak":
                parts.append(Run(" ", strong > 0, slanted > 0))
            case "text" | "code_inline" | "image":
                parts.append(Run(token.content, strong > 0, slanted > 0))
            case "html_inline" if token.content[:3].casefold() == "<br":
                parts.append(Run(" ", strong > 0, slanted > 0))
    return gather(parts)
