"""Writes pixels as PNG with the standard library alone (ISO/IEC 15948): kb needs no imaging library to show a page."""

from __future__ import annotations

import struct
import zlib

_COLOUR_TYPE = {1: 0, 3: 2, 4: 6}  # channels: grey, RGB, RGBA


def png(pixels: memoryview, width: int, height: int, stride: int, channels: int) -> bytes:
    """The bytes of a PNG. ``pixels`` holds ``height`` rows of ``stride`` bytes each, 8 bits a channel, RGB order."""
    rows = bytearray()
    for row in range(height):
        rows.append(0)  # filter: none; a page is mostly white, and zlib does the rest
        rows += pixels[row * stride : row * stride + width * channels]
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPE[channels], 0, 0, 0)
    body = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 4)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in body)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
