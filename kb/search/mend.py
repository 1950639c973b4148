"""Mending: what people type becomes what the parser reads, so that an odd character is never an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.languages import words

FIELDS = {
    "kind": "kind",
    "role": "role",
    "lang": "language",
    "language": "language",
    "institution": "institution",
    "mechanism": "mechanism",
    "state": "state",
    "theme": "theme",
    "document": "document",
    "year": "year",
    "title": "title",
    "heading": "heading",
    "ref": "ref",
}
_QUOTES = str.maketrans(dict.fromkeys("„“”«»‟″＂", '"'))
_LEXEME = re.compile(
    rf"""(?P<field>\b(?:{"|".join(FIELDS)}):(?=[\w"(\[*?]))
    |(?P<minus>(?<![^\s(])[-−](?=[^\W\d_]|["(]))
    |(?P<phrase>"[^"]*"(?:~\d+)?)
    |(?P<range>\[[^\[\]()"]{{0,40}}\])
    |(?P<open>\()|(?P<close>\))
    |(?P<word>[^\s()"]+)
    |(?P<lone>")""",
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r"\[\s*(\d{1,4}|\*)?\s*(?:TO|-|–|\.\.)\s*(\d{1,4}|\*)?\s*\]", re.IGNORECASE)
_FUZZY = re.compile(r"(.*\w)~(\d?)\Z", re.DOTALL)
_EDGES = re.compile(r"^[^\w./]+|[^\w./]+\Z")
_QUOTE, _BRACKET, _OPERATOR = re.compile('"'), re.compile(r"[()]"), re.compile(r"(?<!\S)(?:AND|OR|NOT)(?!\S)")
_PLAIN = re.compile(r"[\w./’'\-]+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A lexeme: ``text`` is as the parser shall read it, ``kind`` as named in _LEXEME, or operator."""

    kind: str
    text: str


def repaired(text: str) -> str:
    """What is read in place of a query that has a bracket, a quotation mark or an operator without its counterpart;
    "" where all that it has is read."""
    mended = mend(text)
    fewer = any(
        len(mark.findall(mended)) < len(mark.findall(text.translate(_QUOTES))) for mark in (_QUOTE, _BRACKET, _OPERATOR)
    )
    return mended if fewer else ""


def mend(text: str) -> str:
    """The query in words that the parser reads without fail; "" where nothing in it can be searched for."""
    pieces = _minus([piece for match in _LEXEME.finditer(text.translate(_QUOTES)) for piece in _piece(match)])
    if pieces and pieces[-1].kind == "word" and pieces[-1].text.endswith("?"):
        pieces = [*pieces[:-1], *_word(pieces[-1].text.rstrip("?"))]  # a question, not a wildcard
    before = None
    while before != pieces:
        before, pieces = pieces, _operands(_fields(_brackets(pieces)))
    return " ".join(piece.text for piece in pieces).replace(": ", ":")


def _piece(match: re.Match[str]) -> list[Piece]:
    kind, text = str(match.lastgroup), match.group()
    if kind == "field":
        return [Piece(kind, FIELDS[text[:-1].lower()] + ":")]
    if kind == "phrase":
        return [Piece(kind, text)] if words(text) else []
    if kind == "range":
        found = _RANGE.match(text)
        if not found:
            return _word(text[1:-1])
        low, high = ("" if end in (None, "*") else end for end in found.groups())
        return [Piece("range", f"[{low} TO {high}]")] if low or high else []
    if kind == "minus":
        return [Piece(kind, "NOT")]
    if kind == "word":
        return _word(text)
    return [Piece(kind, text)] if kind != "lone" else []


def _minus(pieces: list[Piece]) -> list[Piece]:
    """A minus before a word is NOT, as everywhere else; where nothing but that was typed, it is a dash."""
    before = ("", *(piece.kind for piece in pieces))
    asked = any(
        piece.kind in ("word", "phrase") and lead != "minus" for piece, lead in zip(pieces, before, strict=False)
    )
    if not asked:
        return [piece for piece in pieces if piece.kind != "minus"]
    return [Piece("operator", "NOT") if piece.kind == "minus" else piece for piece in pieces]


def _word(text: str) -> list[Piece]:
    """A word as it is if the parser reads it so; without what no index holds; or between quotation marks."""
    if text in ("AND", "OR", "NOT"):
        return [Piece("operator", text)]
    if text.strip("*") == "" and text:
        return [Piece("word", "*")]
    if not words(text):
        return []
    if fuzzy := _FUZZY.match(text):
        word = words(fuzzy[1])
        distance = min(int(fuzzy[2] or 1), 2)
        if len(word) == 1 and distance:
            return [Piece("word", f"{word[0]}~{distance}")]
        return _word(fuzzy[1])
    if ("*" in text or "?" in text) and _PLAIN.match(text.replace("*", "").replace("?", "")):
        return [Piece("word", re.sub(r"\*+", "*", text))]
    text = _EDGES.sub("", text.replace("*", " ").replace("?", " "))
    if _PLAIN.match(text):
        return [Piece("word", text)]
    return [Piece("phrase", f'"{text}"')]


def _brackets(pieces: list[Piece]) -> list[Piece]:
    """Without brackets that have no other half, or nothing between them."""
    opened: list[int] = []
    useless: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.kind == "open":
            opened.append(at)
        elif piece.kind == "close":
            if not opened:
                useless.add(at)
            elif opened.pop() == at - 1:
                useless |= {at - 1, at}
    useless |= set(opened)
    return [piece for at, piece in enumerate(pieces) if at not in useless]


def _fields(pieces: list[Piece]) -> list[Piece]:
    """A field with nothing after it is dropped; a range without its field is two words."""
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        follower = pieces[at + 1].kind if at + 1 < len(pieces) else ""
        if piece.kind == "field" and follower not in ("word", "phrase", "range", "open"):
            continue
        if piece.kind == "range" and (not kept or kept[-1].text != "year:"):
            if kept and kept[-1].kind == "field":
                kept.pop()
            kept += [Piece("word", number) for number in re.findall(r"\d+", piece.text)]
            continue
        kept.append(piece)
    return kept


def _operands(pieces: list[Piece]) -> list[Piece]:
    """Without operators that have nothing to join."""
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind != "operator":
            kept.append(piece)
            continue
        before = kept[-1] if kept else None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        follows = after is not None and (after.kind not in ("close", "operator") or after.text == "NOT" != piece.text)
        leads = before is not None and before.kind not in ("open", "field", "operator")
        if follows and (leads or piece.text == "NOT"):
            kept.append(piece)
    return kept
