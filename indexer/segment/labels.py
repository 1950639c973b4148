"""What number does a block begin with, and what is it called? Reads one block; whether to believe it is for chains."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.segment.words import LETTERS, MONTHS, NUMBER_FIRST, ORDINALS, PROVISIONS

_NOUN = {word: canon for canon, words in PROVISIONS.items() for word in words}
_NOUNS = "|".join(sorted(map(re.escape, _NOUN), key=len, reverse=True))
_BEGIN = frozenset(word[:2] for word in _NOUN)
_NUMBER = (
    r"\d{1,4}(?:[.\-‑]\d{1,3}){0,3}(?:/\d{1,2}(?!\d))?"
    r"(?:\s?(?:bis|ter|quater|quinquies)\b|[a-zа-шђѓќ](?!\w)|\s[A-Z](?=\s*$))?"
)
_ORDINAL = "|".join(map(re.escape, sorted(ORDINALS, key=len, reverse=True)))
_PROVISION = re.compile(
    rf"(?P<noun>{_NOUNS})\.?\s*(?:(?:no|nr|br|бр)\.\s*)?(?P<n>{_NUMBER}|[IVXLC]{{1,7}}(?![\w'’])|(?:{_ORDINAL})(?!\w))",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"(?P<n>{_NUMBER})\s*\.?\s*(?P<noun>{'|'.join(NUMBER_FIRST)})(?!\w)", re.IGNORECASE)
_SIGN = re.compile(rf"§\s*(?P<n>{_NUMBER})")
_PLAIN = re.compile(
    r"(?P<open>\[?)(?P<n>\d{1,4}(?:\.\d{1,3}){0,3})(?P<letter>[a-z]|(?<=\.\d)\.[a-z](?![\w.]))?"  # 21a, and 60.6.a
    r"(?P<close>\.\)|\.[–—-]|[.)\]]|)"
)
_AFTER = re.compile(r"\s*[.:)\]]?\s*[-–—.]?\s*")
_DATE = re.compile(r"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:19|20)\d\d(?!\d)|\d{1,2}/\d")
_TO_LATIN = str.maketrans("аеорсхујікАЕОРСХУЈІКМНТВ", "aeopcxyjikAEOPCXYJIKMHTB")
_TO_CYRILLIC = str.maketrans("aeopcxyjkAEOPCXYJKMHTB", "аеорсхујкАЕОРСХУЈКМНТВ")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LATIN = {"bis": 2, "ter": 3, "quater": 4, "quinquies": 5}


@dataclass(frozen=True, slots=True)
class Label:
    """A number at a block's start. ``style`` says which numbers count together; ``value`` is what they count by.

    ``printed`` is the label without closing punctuation, ``end`` where it ends in the block's text (0 where the
    format knew the number and the text does not print it), ``alone`` that nothing follows it in the block,
    ``firm`` how far it looks like a label and not like the beginning of a sentence (0..1).
    """

    style: str
    value: tuple[int, ...]
    printed: str
    anchor: str
    end: int
    alone: bool
    firm: float


def read_label(text: str, number: str = "") -> Label | None:
    """The number that ``text`` begins with, or that the format gave as ``number``; None where there is none."""
    if number and (known := _read(number.strip())):
        own = _read(text)
        shown = known.style in PROVISIONS and len(text) <= 40 and own is not None and own.value == known.value
        if shown or (known.style in PROVISIONS and len(text) <= 40 and str(known.value[0]) in text):
            printed = own.printed if own and own.value == known.value else text.strip().rstrip(" .:")
            return replace(known, printed=printed, end=len(text), alone=True, firm=1.0)
        return replace(known, end=0, alone=not text.strip(), firm=1.0)
    return _read(text)


def readings(label: Label) -> list[Label]:
    """The label, and what it would be if its last one or two digits were a footnote's mark: "Neni 453" under note 3 is
    article 45. Only the count of its neighbours can tell."""
    found = [label]
    if label.style in PROVISIONS and label.alone and label.end and len(label.value) == 1:
        for cut in (1, 2):
            number = str(label.value[0])
            if label.printed.endswith(number) and len(number) > cut:
                value, printed = int(number[:-cut]), label.printed[:-cut]
                found.append(replace(label, value=(value,), printed=printed, anchor=f"{label.style}-{value}"))
    return found


def _read(text: str) -> Label | None:
    start = len(text) - len(text.lstrip())
    first = text[start : start + 1]
    if not first or not (first in "[§~^" or first.isalnum()):
        return None  # most blocks: nothing that numbers begin with
    body = _one_script(text[start:])
    if not first.isdecimal() and first not in "[§" and body[:2].casefold()[:2] not in _BEGIN:
        return None
    if found := (_FIRST if first.isdecimal() else _PROVISION).match(body):
        return _provision(body, found, start)
    if found := _SIGN.match(body):
        value, tail = _value(found["n"])
        firm = _firmness(body[found.end() :], 0.6)
        if not value or firm is None:
            return None
        return Label("sign", value, found.group().strip(), tail, start + found.end(), *firm)
    return _plain(body, start)


def _one_script(body: str) -> str:
    """The text with Cyrillic letters in its first Latin word read as the Latin ones they look like, or the reverse:
    broken text layers mix them, and "Člаn" must still be an article. Letters change, their places do not."""
    word = re.match(r"[^\W\d_]{2,15}", body)
    if word is None or word.group().isascii():
        return body
    cyrillic = sum("а" <= letter.lower() <= "џ" or letter.lower() == "ј" for letter in word.group())
    if cyrillic in (0, len(word.group())):
        return body
    table = _TO_LATIN if cyrillic <= len(word.group()) / 2 else _TO_CYRILLIC
    return word.group().translate(table) + body[word.end() :]


def _provision(body: str, found: re.Match[str], start: int) -> Label | None:
    value, tail = _value(found["n"])
    firm = _firmness(body[found.end() :], 0.4)
    if not value or firm is None:
        return None
    style = _NOUN[found["noun"].casefold()]
    if found["noun"].casefold() in ("art", "čl", "чл") and not firm[0]:
        firm = (False, min(firm[1], 0.4))
    return Label(style, value, found.group().strip(), f"{style}-{tail}", start + found.end(), *firm)


def _firmness(rest: str, loose: float) -> tuple[bool, float] | None:
    """(nothing follows, how firm), or None where a sentence runs on: "Article 3 of the Convention provides"."""
    after = _AFTER.match(rest)
    mark, follows = (after.group().strip(), rest[after.end() :]) if after else ("", rest)
    if not follows:
        return True, 1.0
    if follows[0].islower() or follows[0] in ",;§/&%" or (rest[:1].isalnum()):
        return None
    if follows[0] == "(" and not re.match(r"\(\s*\d+\s*\)|\([A-ZА-ШČŠŽĆĐÇË]", follows):
        return None
    return False, 1.0 if mark else loose


def _plain(body: str, start: int) -> Label | None:
    found = _PLAIN.match(body)
    if not found or _DATE.match(body):
        return None
    closed, rest = found["close"], body[found.end() :]
    if (closed == "]") != bool(found["open"]):
        return None
    follows = rest.lstrip()
    word = re.match(r"\w+", follows)
    if follows[:1] in tuple("/%–,;:&=+") or (word and word.group().casefold() in MONTHS):
        return None
    if rest[:1].isalnum() and not (closed == "." and rest[0].isupper()):
        return None
    if not closed and not (follows[:1].isupper() or follows[:1] in tuple("“„«\"'([‘")):
        return None
    firm = 1.0 if closed else 0.7 if "." in found["n"] else 0.6
    if follows[:1].islower():
        firm *= 0.6
    letter = found["letter"] or ""
    number = found["n"] + letter
    value, tail = _value(found["n"] + letter.lstrip("."))
    tail = f"{tail[:-1]}{letter}" if letter.startswith(".") else tail  # the European Prison Rules' Rule 60.6.a
    if not value or (not closed and value[0] > 1500):
        return None
    style = {")": "paren", ".)": "paren", "]": "bracket"}.get(closed, "dot")
    return Label(style, value, number, tail, start + found.end(), not follows, firm)


@lru_cache(maxsize=8192)  # the same numbers begin every document
def _value(number: str) -> tuple[tuple[int, ...], str]:
    """The number to count by and the anchor's end: "21a" → (21, 1), "21a"; "IV" → (4,), "4"."""
    number = number.strip().casefold()
    if number in ORDINALS:
        return (ORDINALS[number],), str(ORDINALS[number])
    if not number[0].isdigit():
        total = _roman(number.upper())
        return ((total,), str(total)) if total else ((), "")
    digits = re.match(r"[\d.\-‑/]*\d", number)
    if not digits:
        return (), ""
    parts = [int(part) for part in re.split(r"[.\-‑/]", digits.group())]
    tail = number[digits.end() :].strip()
    if tail:
        tail = LETTERS.get(tail, tail)
        parts.append(_LATIN.get(tail) or max(1, ord(tail[0]) - ord("a") + 1))
    plain = digits.group().replace("‑", "-").replace("/", "-")
    return tuple(parts), ".".join(
        str(int(part)) for part in plain.split(".")
    ) + tail if "-" not in plain else plain + tail


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    total = sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return total if 0 < total < 400 else 0
