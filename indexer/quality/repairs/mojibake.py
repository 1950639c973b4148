"""UTF-8 that was read as a code page of single bytes: ``Å¡`` for ``š``, ``Ã«`` for ``ë``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from indexer.quality.letters import OTHER, models
from indexer.quality.repairs.repair import Repair

_READ = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman")
_LOST_BLANK = re.compile("Ã(?= )")  # à, whose second byte is a no-break space that became a plain one


def candidates(text: str) -> Iterator[Repair]:
    """The code pages by which ``text`` would turn into UTF-8."""
    if text.isascii():
        return
    languages = tuple(name for name in models() if name != OTHER)
    for read in _READ:
        _, sequence = _table(read)
        if sequence.search(text):
            yield Repair(f"utf-8-as-{read.replace('_', '-')}", languages, partial(_decoded, read=read))


def _decoded(text: str, *, read: str) -> str:
    codes, sequence = _table(read)

    def decode(match: re.Match[str]) -> str:
        try:
            return bytes(codes[char] for char in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            return match[0]

    found = sequence.sub(decode, text)
    return _LOST_BLANK.sub("à", found) if found != text and read != "cp1251" else found


@cache
def _table(read: str) -> tuple[dict[str, int], re.Pattern[str]]:
    codes: dict[str, int] = {}
    for code in range(0x80, 0x100):
        for how in (read, "latin-1"):
            char = bytes([code]).decode(how, "replace")
            if char != "\ufffd" and (how == read or code < 0xA0):
                codes.setdefault(char, code)
    groups = [
        re.escape("".join(char for char, code in codes.items() if low <= code < high))
        for low, high in ((0xC2, 0xE0), (0xE0, 0xF0), (0x80, 0xC0))
    ]
    two, three, rest = groups
    return codes, re.compile(f"[{two}][{rest}]|[{three}][{rest}]{{2}}")
