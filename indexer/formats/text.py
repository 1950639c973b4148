"""Plain text: the encoding is guessed with care, lines become paragraphs."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from indexer.blocks import Block, Facts, Page
from indexer.formats.encoding import decode
from indexer.formats.reading import empty, read_bytes

SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
# What nobody sees goes: soft hyphens, zero-width spaces and joiners, marks of direction and byte order, anchors.
# And the letters of Windows-1252 that stand at their bytes' places in pages that are declared to be Latin-1.
UNSEEN: dict[int, str | None] = dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffc",
    )
)
UNSEEN |= dict.fromkeys((0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF076, 0xF06E), "•")  # bullets of Symbol and Wingdings
UNSEEN |= {0xF0FC: "✓", 0xF02D: "–"}
UNSEEN[0x2011] = "-"  # a hyphen at which no line may end
UNSEEN |= {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}
_NOTE = re.compile(r"\[(\d{1,3})\]\s*\d*\.?\s*\S")
_STARTS = re.compile(r"\s*(?:\d{1,4}(?:\.\d+)*[.)]\s|\([a-z0-9]{1,4}\)\s|[-–•*]\s|\.[A-Z]\b)")


class TextExtractor:
    """One Page without number. Lines are paragraphs, or hard-wrapped lines are joined where the text is wrapped."""

    media_types: tuple[str, ...] = ("text/plain",)

    def extract(self, path: Path) -> Iterator[Page]:
        """The text's paragraphs. Raises UnreadableOriginal: ``empty``, ``too-large``, ``encoding``, ``unreadable``."""
        blocks = blocks_of(decode(read_bytes(path), path))
        if not blocks:
            raise empty(path)
        yield Page(number=None, blocks=blocks)

    def facts(self, path: Path) -> Facts:  # noqa: ARG002 - the protocol's signature
        """Nothing: plain text says nothing of itself."""
        return Facts()


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text."""
    lines = [clean(line) for line in re.split(r"\r\n|[\n\r\f\x0b\x85\u2028\u2029]", text)]
    return tuple(_blocks(_joined(lines) if _is_wrapped(lines) else [line for line in lines if line]))


def clean(text: str) -> str:
    """Single spaces, no control characters, no soft hyphens, composed letters (NFC)."""
    return unicodedata.normalize("NFC", SPACES.sub(" ", text.translate(UNSEEN))).strip()


def _blocks(texts: list[str]) -> Iterator[Block]:
    """The paragraphs; those at the very end that begin "[1]" are the footnotes of a saved web page."""
    tail = len(texts)
    while tail and _NOTE.match(texts[tail - 1]):
        tail -= 1
    for at, text in enumerate(texts):
        note = _NOTE.match(text) if at >= tail and tail else None
        yield Block(text=text, kind="footnote", marker=note[1]) if note else Block(text=text)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a width: many lines of nearly equal length that do not end a sentence."""
    full = [line for line in lines if len(line) > 25]
    if len(full) < 8:
        return False
    width = max(statistics.quantiles([len(line) for line in full], n=20)[-1], 1)
    if width > 120:
        return False
    near = [line for line in full if len(line) >= 0.75 * width]
    open_ended = sum(not line.endswith((".", "!", "?", ":", ";", "”", '"')) for line in near)
    return len(near) >= 0.4 * len(full) and open_ended >= 0.5 * len(near)


def _joined(lines: list[str]) -> list[str]:
    """Hard-wrapped lines joined to paragraphs; a blank line, a short line or a number ends one."""
    width = statistics.quantiles([len(line) for line in lines if len(line) > 25], n=20)[-1]
    texts: list[str] = []
    held: list[str] = []
    last = ""
    for line in lines:
        ended = not line or _STARTS.match(line) or (len(last) < 0.6 * width and not line[:1].islower())
        if held and ended:
            texts.append(" ".join(held))
            held = []
        if line:
            before = held[-1] if held else ""
            if before.endswith("-") and before[-2:-1].isalpha() and line[:1].islower():
                held[-1] = before[:-1] + line
            else:
                held.append(line)
        last = line
    return [*texts, " ".join(held)] if held else texts
