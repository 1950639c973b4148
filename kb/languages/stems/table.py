"""A table from folded words to stems in 12 bytes a word: a tenth of a dict, and ready to be mapped from a file.

Layout, little-endian: magic, count of words, size of the pool, CRC-32 of the rest; the words' 64-bit hashes, sorted;
for each the offset of its stem; the pool of stems, UTF-8, each ended by a zero byte. Two words of one hash would
share a stem: among a million words that is a chance of one in ten million.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from mmap import mmap

_MAGIC = b"KBSTEM1\0"
_HEAD = struct.Struct("<8sQQQ")


def _key(word: str) -> int:
    # Two checksums of the word, forwards and backwards: as good as a hash for words, and four times as fast.
    written = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(written) << 32 | zlib.crc32(written[::-1])


class Table:
    """Stems by folded word, read from bytes or from a mapped file. Safe to share between threads and processes."""

    def __init__(self, data: bytes | mmap) -> None:
        """``data`` as `build` makes it. ValueError where it is something else or damaged."""
        if len(data) < _HEAD.size:
            raise ValueError("not a table of stems")
        magic, count, pool, crc = _HEAD.unpack_from(data)
        start = _HEAD.size + 12 * count
        if magic != _MAGIC or len(data) != start + pool or zlib.crc32(memoryview(data)[_HEAD.size :]) != crc:
            raise ValueError("not a table of stems, or a damaged one")
        self._data, self._pool = data, start
        view = memoryview(data)
        self._keys = view[_HEAD.size : _HEAD.size + 8 * count].cast("Q")
        self._places = view[_HEAD.size + 8 * count : start].cast("I")

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, word: str) -> str | None:
        """The stem of a folded word, None where the table has it not."""
        key = _key(word)
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return None
        place = self._pool + self._places[at]
        return self._data[place : self._data.find(b"\0", place)].decode("utf-8", "surrogatepass")


def build(ranked: Iterable[tuple[int, str, str]]) -> bytes:
    """The bytes of a table of (rank 0..255, folded word, stem); of one word's stems the lowest rank wins, then the
    one that came first."""
    if sys.byteorder != "little":
        raise ValueError("tables of stems are written on little-endian machines only")
    numbers: dict[str, int] = {}
    # One integer an entry (hash, rank, number of the stem), because a million tuples would take ten times as much.
    entries = [
        (_key(word) << 40) | (rank << 32) | numbers.setdefault(stem, len(numbers)) for rank, word, stem in ranked
    ]
    entries.sort()
    places = array("I")
    pool = bytearray()
    for stem in numbers:
        places.append(len(pool))
        pool += stem.encode("utf-8", "surrogatepass") + b"\0"
    keys, values = array("Q"), array("I")
    last = -1
    for entry in entries:
        if (key := entry >> 40) != last:
            keys.append(key)
            values.append(places[entry & 0xFFFFFFFF])
            last = key
    body = keys.tobytes() + values.tobytes() + bytes(pool)
    return _HEAD.pack(_MAGIC, len(keys), len(pool), zlib.crc32(body)) + body
