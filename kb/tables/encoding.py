"""The text of a CSV file that does not say how its letters are written."""

from __future__ import annotations

import codecs

# The letters beyond ASCII that people write in the code pages of Windows: where two would do, the first.
_EXPECTED = {
    "cp1252": "ëçéèêàâîïôûùœËÇÉÈÊÀÂÎÏÔ",
    "cp1250": "ëçčćšžđËÇČĆŠŽĐ",
    "cp1254": "çşğıöüîâûÇŞĞİÖÜ",
    "cp1251": "".join(chr(code) for code in range(0x410, 0x450)) + "јљњћђџЈЉЊЋЂЏѓќѕЃЌЅ",
}
_SIGNS = "„“”«»’‘–—…€§°•\u00a0"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_of(data: bytes) -> str:
    """The text; UnicodeDecodeError where it is none.

    A mark at the beginning decides; then UTF-16 is known by its empty bytes, UTF-8 by being valid; what is left is of
    an old spreadsheet, and the code page whose letters are those that people write wins.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name)
    head = data[:4_000]
    if b"\0" in head:  # Latin letters in UTF-16 have every other byte empty
        return data.decode("utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_code_page(data), "replace")


def _code_page(data: bytes) -> str:
    def odd(name: str) -> int:
        text = data.decode(name, "replace")
        return sum(1 for c in text if ord(c) > 127 and c not in _EXPECTED[name] and c not in _SIGNS)

    return min(_EXPECTED, key=odd)  # of equals the first
