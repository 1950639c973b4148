"""Every letter moved by one distance: ``*HQHUDO 5HSRUW``.

It comes from fonts whose glyph numbers were taken for letters: number 3 is the space in the order that most
TrueType fonts begin with (OpenType specification, table ``post``, format 1), so the distance is 29 and letters beyond
ASCII stand in the Macintosh's order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from indexer.quality.letters import OTHER, models
from indexer.quality.repairs.repair import Repair

_GLYPHS = 29
_FAR = 96  # the farthest distance that is tried
MASK = 0xF600  # control characters that Python takes for blanks are kept here until they are repaired
_COMMON = frozenset("aeiountsrAEIаеиоАЕИ ")
_MADE = re.compile(r"[^\W\d_]|[ ,.;:()'\"-]")
# The end of the Macintosh's glyph order, 226 to 257; before it, from 98 on, it follows the code page Mac Roman.
_LAST = dict(enumerate("Łł Šš Žž ¦Ðð Ýý Þþ −× ¹²³ ½¼¾ ₣Ğğ İŞş Ćć Čč đ".replace(" ", ""), 226))


def candidates(text: str) -> Iterator[Repair]:
    """Distances that would turn nearly all of ``text`` into letters, blanks and stops; the likeliest first."""
    sample = Counter(char for char in text[:3_000] if not char.isspace())
    total = sum(sample.values())
    if total < 20:
        return
    common = [char for char, _ in sample.most_common(4)]
    languages = tuple(name for name in models() if name != OTHER)
    distances = {ord(usual) - ord(char) for char in common for usual in _COMMON if ord(usual) < 128}
    ranked: list[tuple[float, int]] = []
    for distance in {d for d in distances if 0 < abs(d) <= _FAR} | {_GLYPHS}:
        made = sum(times for char, times in sample.items() if _MADE.match(_moved(char, distance)))
        if made > 0.85 * total:
            ranked.append((-made, distance))
    beyond = any(char > "\x7f" for char in sample)
    for _, distance in sorted(ranked)[:12]:
        move = partial(_shifted, distance=distance)
        yield Repair("glyph-shift", languages, move, whole=True, key=str(distance))
        if beyond and distance != _GLYPHS:
            move = partial(_shifted_ascii, distance=distance)
            yield Repair("glyph-shift", languages, move, whole=True, key=f"ascii{distance}")


def _shifted(text: str, *, distance: int) -> str:
    return "".join(char if char in " \n\r" else _moved(char, distance) for char in text)


def _shifted_ascii(text: str, *, distance: int) -> str:
    return "".join(char if char in " \n\r" or char > "\x7f" else _moved(char, distance) for char in text)


def _moved(char: str, distance: int) -> str:
    code = ord(char)
    if MASK <= code < MASK + 0x100:
        code -= MASK
    if distance == _GLYPHS and 98 <= code <= 257:
        return _LAST.get(code) or bytes([code - 98 + 0x80]).decode("mac_roman", "replace")
    code += distance
    return chr(code) if 0x20 <= code < 0x250 or 0x400 <= code < 0x500 else char
