"""RTF's bytes to tokens: groups, control words, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """``kind`` is ``{``, ``}``, ``word``, ``sign``, ``hex`` (one byte that was escaped) or ``text``.

    ``value`` is the word, the sign, or "" for bytes, which are in ``raw``. ``number`` is a word's, None without one.
    """

    kind: str
    value: str = ""
    number: int | None = None
    raw: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in order; binary data (\\bin) is passed over."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:  # a backslash at the very end
            return
        at = found.end()
        if word := found["word"]:
            number = int(found["number"]) if found["number"] else None
            if word == b"bin":
                at += min(max(number or 0, 0), len(data))
            else:
                yield Token("word", word.decode("ascii"), number)
        elif found["hex"]:
            yield Token("hex", raw=bytes([int(found["hex"], 16)]))
        elif found["text"]:
            yield Token("text", raw=found["text"])
        elif found["brace"]:
            yield Token(found["brace"].decode("ascii"))
        elif found["sign"]:
            yield Token("sign", found["sign"].decode("latin-1"))
