"""Runs of text in bold or italics become one clean line with the spans that are so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from indexer.formats.text import SPACES, UNSEEN

BREAK = "\v"  # a line break that somebody typed inside a paragraph
_OWN = re.compile(
    r"\s*(?:\d{1,4}(?:\.\d{1,3})*[.)]\s|(?:Article|Art\.|Rule|Neni|Član|Članak|Члан|Чл\.|Madde|Статья|Стаття|Člen|Artikulli)"
    r"\s+\d{1,4}\b)"
)
Spans = tuple[tuple[int, int], ...]


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


class Line(NamedTuple):
    """A cleaned text, and the half-open spans of it that are bold and italic (touching spans joined)."""

    text: str
    bold: Spans = ()
    italic: Spans = ()


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The runs as one line, or as more where a typed line break stands before a number or the name of an article:
    who breaks lines by hand means a new paragraph there; so does one behind an article's name alone. Others are spaces.
    """
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split(BREAK)
        parts[-1].append(run._replace(text=first))
        parts += [[run._replace(text=each)] for each in rest]
    joined: list[list[Run]] = [parts[0]]
    for part in parts[1:]:
        before = "".join(run.text for run in joined[-1]).strip()
        if _OWN.match("".join(run.text for run in part)[:60]) or (before and _OWN.fullmatch(before)):
            joined.append(part)
        else:
            joined[-1] += [Run(" "), *part]
    return [line for each in joined if (line := gather(each)).text] or [Line("")]


def gather(runs: Iterable[Run]) -> Line:
    """The runs as one line: what ``clean`` makes of all their text, with the spans where the styles are."""
    parts: list[str] = []
    bold: list[tuple[int, int]] = []
    italic: list[tuple[int, int]] = []
    length = 0
    spaced = True  # nothing yet, or a space last: the next space is one too many
    for run in runs:
        text = SPACES.sub(" ", run.text.translate(UNSEEN))
        if spaced:
            text = text.removeprefix(" ")
        if not text:
            continue
        parts.append(text)
        if run.bold:
            bold.append((length, length + len(text)))
        if run.italic:
            italic.append((length, length + len(text)))
        length += len(text)
        spaced = text.endswith(" ")
    raw = "".join(parts).rstrip()
    whole = unicodedata.normalize("NFC", raw)
    return Line(whole, _spans(bold, raw, whole), _spans(italic, raw, whole))


def _spans(found: list[tuple[int, int]], raw: str, whole: str) -> Spans:
    """The spans without blanks at their ends, joined where nothing but blanks parts them, in the composed text."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        end = min(end, len(raw))
        start += len(raw[start:end]) - len(raw[start:end].lstrip())
        end -= len(raw[start:end]) - len(raw[start:end].rstrip())
        if start >= end:
            continue
        if joined and not raw[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if len(raw) == len(whole):
        return tuple(joined)
    placed = ((_composed(raw, start), _composed(raw, end)) for start, end in joined)
    return tuple((start, end) for start, end in placed if start < end <= len(whole))


def _composed(raw: str, at: int) -> int:
    return len(unicodedata.normalize("NFC", raw[:at]))
