"""Ways to break a text as documents do, and the texts to break: the project's own samples."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[3] / "samples" / "sources"
LANGUAGES = {
    "sq": "house-rules-sq.md",
    "sr-Latn": "house-rules-sr.md",
    "sr-Cyrl": "visit-bregmir-2024-sr-cyrl.md",
    "mk": "visit-kodrazh-2023-mk.md",
    "tr": "complaints-guide-tr.md",
    "en": "house-rules-en.md",
    "fr": "press-release-2024-fr.md",
    "ro": "",
}
ROMANIAN = """
Orice persoană lipsită de libertate trebuie să fie informată, într-o limbă pe care o înţelege, despre drepturile sale.
Personalul închisorii păstrează un registru al tuturor măsurilor luate şi îl pune la dispoziţia comisiei de inspecţie.
Deţinuţii pot primi vizite de două ori pe lună, iar convorbirile telefonice sunt permise în fiecare zi după prânz.
Administraţia asigură asistenţă medicală fără întârziere, inclusiv consultaţii la specialişti din afara instituţiei.
Camerele au lumină naturală şi ventilaţie suficientă; suprafaţa nu este mai mică de patru metri pătraţi de persoană.
Plângerile se trimit în plic închis, iar răspunsul este dat în scris în cel mult cincisprezece zile.
Comisia recomandă ca autorităţile să ia măsuri pentru a îmbunătăţi condiţiile de detenţie şi formarea personalului.
"""


def sample(language: str, *, length: int = 4_000) -> str:
    """Running text of the project's own in ``language``, without markup, one paragraph to a line."""
    if not LANGUAGES[language]:
        return " ".join(ROMANIAN.split())
    suffix = {"sr-Latn": "sr", "sr-Cyrl": "sr-cyrl"}.get(language, language)
    text = ""
    for path in [SOURCES / LANGUAGES[language], *sorted(SOURCES.glob(f"*-{suffix}.md"))]:
        body = path.read_text("utf-8").split("+++", 2)[2]
        lines = [re.sub(r"\[\^\d+\]:?|[*_#>|`\[\]{}]|^\s*[-+]\s", " ", line).strip() for line in body.splitlines()]
        text += "\n".join(" ".join(line.split()) for line in lines if len(line) > 1) + "\n"
        if len(text) > length:
            break
    return text[:length].rpartition(" ")[0]


_TO_SIGNS = str.maketrans("ŽŠĆČĐžšćčđ", "@[]^\\`{}~|")
_SERBIAN = dict(zip("АБЦДЕФГХИЈКЛМНОПЉРСТУВЊЏЗабцдефгхијклмнопљрстувњџзЖШЋЧЂжшћчђ",
                    "ABCDEFGHIJKLMNOPQRSTUVWXZabcdefghijklmnopqrstuvwxz@[]^\\`{}~|", strict=True))  # fmt: skip
_MACEDONIAN = {key: value for key, value in _SERBIAN.items() if key not in "ЋЂћђ"} | dict(
    zip("ЌЃЅќѓѕ", "]\\Y}|y", strict=True)
)
_MAC_END = "Łł Šš Žž ¦Ðð Ýý Þþ −× ¹²³ ½¼¾ ₣Ğğ İŞş Ćć Čč đ".replace(" ", "")


def yu_ascii(text: str) -> str:
    return text.translate(_TO_SIGNS)


def serbian_ascii(text: str) -> str:
    return text.translate(str.maketrans(_SERBIAN))


def macedonian_ascii(text: str) -> str:
    return text.translate(str.maketrans(_MACEDONIAN))


def _glyph(char: str) -> str:
    if char == "'":
        char = "’"  # its number would be that of a line end
    if " " < char <= "~":
        return chr(ord(char) - 29)
    if char in _MAC_END:
        return chr(226 + _MAC_END.index(char))
    try:
        return chr(char.encode("mac_roman")[0] - 0x80 + 98) if char > "~" else char
    except UnicodeEncodeError:
        return char


def glyph_shift(text: str) -> str:
    return "".join(map(_glyph, text))


def shift(distance: int) -> Callable[[str], str]:
    return lambda text: "".join(chr(ord(c) + distance) if " " < c < "\x7f" else c for c in text)


def cyrillic_lookalikes(text: str) -> str:
    return re.sub(r"(?<=\w)[aeo](?=\w)", lambda m: {"a": "а", "e": "е", "o": "о"}[m[0]], text)


def latin_lookalikes(text: str) -> str:
    return re.sub(r"(?<=\w)[аеоср](?=\w)", lambda m: dict(zip("аеоср", "aeocp", strict=True))[m[0]], text)


def code_page(written: str, read: str) -> Callable[[str], str]:
    def broken(text: str) -> str:
        return _read(text.encode(written, "ignore"), read)

    return broken


def _read(data: bytes, read: str) -> str:
    """Bytes as a program reads them that does not know their code page; what has no letter there stays a control."""
    found = []
    for byte in data:
        try:
            found.append(bytes([byte]).decode(read))
        except UnicodeDecodeError:
            found.append(chr(byte))
    return "".join(found)


def mojibake(read: str) -> Callable[[str], str]:
    def broken(text: str) -> str:
        return _read(text.encode("utf-8"), read)

    return broken


def turkish_shift(text: str) -> str:
    return text.translate(str.maketrans("İıĞğ", "ĐđþÿÞ"[:3] + "ÿ"))


def romanian_shift(text: str) -> str:
    return text.translate(str.maketrans("ţŢ", "Ńł"))


def soft_hyphens(text: str) -> str:
    return re.sub(r"([^\W\d_]{3})(?=[^\W\d_]{2})", "\\1\xad", text)


def ligatures_as(fi: str, fl: str) -> Callable[[str], str]:
    return lambda text: text.replace("fi", fi).replace("fl", fl)


def private_letters(text: str) -> str:
    """Every letter beyond ASCII in the private-use area, in the order of its first use."""
    letters = sorted({c for c in text if c.isalpha() and not c.isascii() and c.islower()})
    return text.translate({ord(c): chr(0xE010 + at) for at, c in enumerate(letters)})


def symbol_font(text: str) -> str:
    return "".join(chr(0xF000 + ord(c)) if "!" <= c <= "\xff" else c for c in text)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


_SPACING = {"\u030c": "ˇ", "\u0301": "´", "\u0308": "¨", "\u0327": "¸", "\u0302": "ˆ", "\u0300": "`", "\u0306": "˘"}


def accents_after(text: str) -> str:
    return "".join(_SPACING.get(c, c) for c in unicodedata.normalize("NFD", text))


def accents_before(text: str) -> str:
    parts = re.sub("(.)([\u0300-\u0327\u030c])", r"\2\1", unicodedata.normalize("NFD", text))
    return "".join(_SPACING.get(c, c) for c in parts)


def lost_spaces(text: str) -> str:
    return "\n".join(line.replace(" ", "") for line in text.splitlines())


# The name of the repair that undoes it, the languages, how it is broken.
WAYS: list[tuple[str, tuple[str, ...], Callable[[str], str]]] = [
    ("yu-ascii", ("sr-Latn",), yu_ascii),
    ("yu-ascii-cyrillic", ("sr-Cyrl",), serbian_ascii),
    ("macedonian-ascii", ("mk",), macedonian_ascii),
    ("glyph-shift", ("en", "sq", "fr"), glyph_shift),
    ("glyph-shift", ("en", "tr", "sr-Latn", "ro"), shift(5)),
    ("look-alikes", ("sr-Latn", "sq", "tr", "en", "ro"), cyrillic_lookalikes),
    ("look-alikes", ("sr-Cyrl", "mk"), latin_lookalikes),
    ("cp1250-as-cp1252", ("sr-Latn", "ro"), code_page("cp1250", "cp1252")),
    ("cp1251-as-cp1252", ("sr-Cyrl", "mk"), code_page("cp1251", "cp1252")),
    ("cp1254-as-cp1252", ("tr",), code_page("cp1254", "cp1252")),
    ("cp1252-as-cp1250", ("fr",), code_page("cp1252", "cp1250")),
    ("cp1254-as-cp1250", ("tr",), code_page("cp1254", "cp1250")),
    ("cp1250-as-cp1251", ("sr-Latn",), code_page("cp1250", "cp1251")),
    ("cp1252-as-cp1251", ("fr", "sq"), code_page("cp1252", "cp1251")),
    ("iso8859-2-as-cp1252", ("sr-Latn",), code_page("iso8859_2", "latin-1")),
    ("utf-8-as-cp1252", ("sq", "sr-Latn", "sr-Cyrl", "mk", "tr", "fr", "ro"), mojibake("cp1252")),
    ("utf-8-as-cp1250", ("sq", "sr-Latn", "tr", "fr"), mojibake("cp1250")),
    ("utf-8-as-cp1251", ("sr-Cyrl", "mk"), mojibake("cp1251")),
    ("diacritics-shifted", ("tr",), turkish_shift),
    ("diacritics-shifted", ("ro",), romanian_shift),
    ("soft-hyphens", ("sq", "sr-Latn", "sr-Cyrl", "mk", "tr", "en", "fr", "ro"), soft_hyphens),
    ("ligatures", ("en",), ligatures_as("\x0c", "\x0e")),
    ("ligatures", ("en",), ligatures_as("Þ", "ß")),
    ("ligatures", ("en",), ligatures_as("\ue001", "\ue002")),
    ("letters", ("sq", "sr-Latn", "tr", "ro"), private_letters),
    ("private-use", ("en", "fr", "sq"), symbol_font),
    ("decomposed", ("sr-Latn", "fr", "tr", "mk"), decomposed),
    ("accents-apart", ("sr-Latn", "fr", "sq"), accents_after),
    ("accents-apart", ("sr-Latn", "fr", "sq"), accents_before),
]
