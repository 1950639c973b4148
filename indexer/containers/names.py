"""In which letters is a name in an archive written? Many programs never said."""

from __future__ import annotations

import struct
import zipfile
import zlib

_UTF8, _UNICODE_PATH = 0x800, 0x7075
_TABLES = ("cp437", "cp852", "cp1250", "cp1251", "cp866", "cp855", "cp1252")
# What stands in names of files between Tirana, Skopje and Istanbul, besides ASCII.
_LETTERS = frozenset("ëçčćžšđáàâäéèêíîïóôöúùûüßñőűłńśźżăâîșțşţğıİŞĞĆČŽŠĐËÇÄÖÜÉ–§") | {
    chr(code) for code in (*range(0x410, 0x450), *(ord(letter) for letter in "ђјљњћџѓќѕЂЈЉЊЋЏЃЌЅ"))
}


def decoded(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: what says that it is Unicode, then UTF-8 by form, then the likeliest code page."""
    stated = _unicode_path(info)
    if stated:
        return stated
    if info.flag_bits & _UTF8 or info.orig_filename.isascii():
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        names = (raw.decode(table, "replace") for table in _TABLES)
        return max(names, key=lambda name: sum(letter in _LETTERS for letter in name if not letter.isascii()))


def _unicode_path(info: zipfile.ZipInfo) -> str:
    """The name from Info-ZIP's extra field, where it belongs to this name; else ""."""
    extra, at = info.extra, 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        body = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE_PATH and len(body) > 5:
            raw = info.orig_filename.encode("cp437", "replace")
            if struct.unpack_from("<I", body, 1)[0] == zlib.crc32(raw):
                return body[5:].decode("utf-8", "replace")
        at += 4 + size
    return ""
