"""Seven-bit alphabets of the 1980s and 1990s, in which signs and letters of ASCII were printed as others.

JUS I.B1.002 (YUSCII, Latin), I.B1.003 (Serbian Cyrillic) and I.B1.004 (Macedonian); fonts kept them alive in Windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.quality.repairs.repair import Repair
from indexer.quality.words import is_address

_SIGNS = "@[]^\\`{}~|"
_LATIN = str.maketrans(_SIGNS, "ŽŠĆČĐžšćčđ")
_ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz" + _SIGNS
_SERBIAN = str.maketrans(_ASCII, "АБЦДЕФГХИЈКЛМНОПЉРСТУВЊЏYЗ" + "абцдефгхијклмнопљрстувњџyз" + "ЖШЋЧЂжшћчђ")
_MACEDONIAN = str.maketrans(_ASCII, "АБЦДЕФГХИЈКЛМНОПЉРСТУВЊЏЅЗ" + "абцдефгхијклмнопљрстувњџѕз" + "ЖШЌЧЃжшќчѓ")

_TOKEN = re.compile(r"\S+")
# A sign is a letter where letters are beside it; one of the capitals never follows a small letter. The case decides
# between a letter and a bracket: "mogu}e" and "[ta", but "[12]", "x]" and "{ }" stay.
_LETTER = re.compile(
    r"[`{}~|](?=[^\W\d_`{}~|]|[`{}~|][a-z])|(?<=[^\W\d_])[`{}~|]+"
    r"|(?<![a-z])[@\[\]^\\]+(?=[^\W\d_])|(?<=[A-Z])[@\[\]^\\]+"
)
# Ć does not end a word after a small letter: what such a bracket closes is no letter either.
_BRACKETS = re.compile(r"\[[^\[\]]{0,200}[a-z0-9.,;:!?…\"”)]\](?![^\W\d_])")
_TYPICAL = re.compile(r"[a-z][`{}~|][a-z]|\b[A-Z]*[@\[\]^\\][A-Z]|(?<!\S)[`{~^@\[][a-z]|[a-z][}~|](?!\S)")


def candidates(text: str) -> Iterator[Repair]:
    """The three alphabets, where signs stand among letters as only they have them."""
    if _TYPICAL.search(text):
        yield Repair("yu-ascii", ("hbs", "sl"), _signs)
        yield Repair("yu-ascii-cyrillic", ("hbs-Cyrl",), _serbian, whole=True)
        yield Repair("macedonian-ascii", ("mk",), _macedonian, whole=True)


def _signs(text: str) -> str:
    kept = _BRACKETS.findall(text)
    parts = [_letters(part) for part in _BRACKETS.split(text)]
    return "".join(part + bracket for part, bracket in zip(parts, [*kept, ""], strict=True))


def _letters(text: str) -> str:
    return _TOKEN.sub(lambda m: m[0] if _mail(m[0]) else _LETTER.sub(_sign, m[0]), text)


def _sign(match: re.Match[str]) -> str:
    return match[0].translate(_LATIN)


def _serbian(text: str) -> str:
    return _TOKEN.sub(lambda m: m[0] if _mail(m[0]) else m[0].translate(_SERBIAN), text)


def _macedonian(text: str) -> str:
    return _TOKEN.sub(lambda m: m[0] if _mail(m[0]) else m[0].translate(_MACEDONIAN), text)


def _mail(token: str) -> bool:
    return ("@" in token or "://" in token or "www." in token) and is_address(re.sub(r"\d", "", token))
