"""Reads one source: TOML between ``+++`` lines, then paragraphs in a small Markdown."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

NOTE_MARK = re.compile(r"\[\^(\d+)\]")
NUMBERED = re.compile(r"(\d+(?:\.\d+)*\.|\(\d+\))\s+(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``note`` is the number of a footnote mark and then ``text`` is empty."""

    text: str
    bold: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block: ``heading``, ``numbered``, ``text``, ``item``, ``table`` or ``columns`` (a new page with so many)."""

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One document to build: what its front matter says, its parts in order and its footnotes by number."""

    meta: dict[str, str]
    parts: tuple[Part, ...]
    notes: dict[str, tuple[Run, ...]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        return self.meta["file"]


def read(path: Path) -> Source:
    """The source in ``path``. Raises ValueError when its front matter is missing."""
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    meta = {key: str(value) for key, value in tomllib.loads(front).items()}
    parts: list[Part] = []
    notes: dict[str, tuple[Run, ...]] = {}
    for block in re.split(r"\n\s*\n", body.strip()):
        lines = block.strip().splitlines()
        if note := re.match(r"\[\^(\d+)\]:\s*(.*)", " ".join(lines), re.DOTALL):
            notes[note[1]] = runs(note[2])
        elif lines[0].startswith("|"):
            rows = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines]
            parts.append(Part("table", rows=tuple(row for row in rows if not set("".join(row)) <= set("-: "))))
        elif lines[0].startswith("- "):
            parts += [Part("item", runs(item.strip())) for item in re.split(r"(?m)^- ", block)[1:]]
        else:
            parts.append(_single(" ".join(line.strip() for line in lines)))
    return Source(meta, tuple(parts), notes)


def _single(text: str) -> Part:
    if columns := re.fullmatch(r":::columns (\d)", text):
        return Part("columns", level=int(columns[1]))
    if heading := re.match(r"(#+) (.*)", text):
        return Part("heading", runs(heading[2]), level=len(heading[1]))
    if numbered := NUMBERED.fullmatch(text):
        return Part("numbered", runs(numbered[2]), label=numbered[1])
    return Part("text", runs(text))


def runs(text: str) -> tuple[Run, ...]:
    """``text`` cut where bold begins or ends and at footnote marks."""
    found: list[Run] = []
    for number, piece in enumerate(text.split("**")):
        for place, cut in enumerate(NOTE_MARK.split(piece)):
            if cut:
                found.append(Run("", note=cut) if place % 2 else Run(cut, bold=bool(number % 2)))
    return tuple(found)


def plain(of: tuple[Run, ...]) -> str:
    """The text of the runs without style and without footnote marks."""
    return "".join(run.text for run in of)
