"""Numbers as lists print them: decimal, letters, Roman."""

from __future__ import annotations

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"  # Word's russianLower
_SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"


def numeral(number: int, kind: str) -> str:
    """``number`` in HTML's ``type`` (1 a A i I) or Word's ``numFmt`` (decimal lowerLetter upperRoman …).

    Word repeats letters after z (27 is aa, 28 bb); HTML counts on (aa, ab). Numbers that a kind cannot say, and kinds
    not known here, are printed in decimal.
    """
    if number < 1 or number > 3999:
        return str(number)
    match kind:
        case "i" | "lowerRoman":
            return _roman(number).lower()
        case "I" | "upperRoman":
            return _roman(number)
        case "a" | "lowerLetter":
            return _letters(number, word=kind == "lowerLetter")
        case "A" | "upperLetter":
            return _letters(number, word=kind == "upperLetter").upper()
        case "russianLower":
            return _CYRILLIC[(number - 1) % len(_CYRILLIC)]
        case "russianUpper":
            return _CYRILLIC[(number - 1) % len(_CYRILLIC)].upper()
        case "serbianLower":
            return _SERBIAN[(number - 1) % len(_SERBIAN)]
        case "serbianUpper":
            return _SERBIAN[(number - 1) % len(_SERBIAN)].upper()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}."
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int, *, word: bool) -> str:
    if word:
        return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
