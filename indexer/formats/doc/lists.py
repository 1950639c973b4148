"""Word's lists in binary form (2.9.131, 2.9.147, 2.9.150) as what can be counted."""

from __future__ import annotations

import struct
from contextlib import suppress

from indexer.formats.counting import Count, Level, Listing

# 2.2.4 MSONFC: formats by the names that DOCX has for them; the rest print in decimal, as numeral() says.
_FORMS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 22: "decimalZero",
    23: "bullet", 58: "russianLower", 59: "russianUpper", 255: "none",
}  # fmt: skip


def count_of(lists: bytes, overrides: bytes) -> Count:
    """The count of a file's lists. ``lists`` begins at the list definitions and holds the levels that follow them;
    what is damaged is not counted."""
    definitions: dict[int, dict[int, Level]] = {}
    listings: dict[str, Listing] = {}
    with suppress(struct.error, IndexError, ValueError):
        _read_lists(lists, definitions)
    with suppress(struct.error, IndexError, ValueError):
        _read_overrides(overrides, definitions, listings)
    return Count(listings)


def _read_lists(data: bytes, definitions: dict[int, dict[int, Level]]) -> None:
    (count,) = struct.unpack_from("<H", data)
    at = 2 + 28 * count
    for number in range(count):
        (identity,) = struct.unpack_from("<i", data, 2 + 28 * number)
        simple = data[2 + 28 * number + 26] & 1
        levels: dict[int, Level] = {}
        for depth in range(1 if simple else 9):
            levels[depth], at = _level(data, at)
        definitions[identity] = levels


def _read_overrides(data: bytes, definitions: dict[int, dict[int, Level]], listings: dict[str, Listing]) -> None:
    (count,) = struct.unpack_from("<I", data)
    at = 4 + 16 * count
    heads = [struct.unpack_from("<i8xB", data, 4 + 16 * number) for number in range(count)]
    for number, (identity, _) in enumerate(heads, 1):  # without their overrides, should those be damaged
        listings[str(number)] = Listing(str(identity), definitions.get(identity, {}))
    for number, (identity, changes) in enumerate(heads, 1):
        at += 4
        levels = dict(definitions.get(identity, {}))
        starts: dict[int, int] = {}
        for _ in range(changes):
            start, flags = struct.unpack_from("<iI", data, at)
            at += 8
            depth = flags & 0xF
            if flags & 0x10:
                starts[depth] = start
            if flags & 0x20:
                levels[depth], at = _level(data, at)
                if flags & 0x10:
                    starts[depth] = levels[depth].start
        listings[str(number)] = Listing(str(identity), levels, starts)


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """The level at ``at`` (LVL) and where it ends."""
    start, form, flags = struct.unpack_from("<iBB", data, at)
    places = data[at + 6 : at + 15]
    characters, paragraphs, limit = struct.unpack_from("<BBB", data, at + 24)
    at += 28 + characters + paragraphs
    (length,) = struct.unpack_from("<H", data, at)
    if length > 255:
        raise ValueError("its lists are damaged")
    units = struct.unpack_from(f"<{length}H", data, at + 2)
    text = "".join(f"%{unit + 1}" if unit < 9 and place in places else chr(unit) for place, unit in enumerate(units, 1))
    restart = limit if flags & 0x08 else -1
    return Level(start, _FORMS.get(form, "decimal"), text, bool(flags & 0x04), restart), at + 2 + 2 * length
