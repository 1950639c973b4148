"""Provisions of instruments: ``Article 3 ECHR``, ``neni 19 i OPCAT``, ``OPCAT article 19``, ``AİHS'nin 3. maddesi``.

The pattern finds the word and the numbers; what they belong to is looked up beside them among the names of the
catalogue and the references of the plain grammars. Without one there is no citation: "Article 3" alone is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.provision_examples import EXAMPLES, NEAR_MISSES
from kb.citations.names import name_at, name_before
from kb.citations.plain import plain_at
from kb.citations.words import PARAGRAPH, kind_of, number_of

_RANGE = r"(?:\s?[-–‑]\s?\d{1,3}(?![\d/])|\s(?:to|deri|do)\s\d{1,3})?"
_ITEM = r"\d{1,3}(?:\.\d{1,2}){0,3}(?:\.?[a-z](?![^\W_]))?(?:\s?bis\b)?" + _RANGE
# Paragraph and letter: "§ 1 (a)", "(1)", ", paragraph 2", "stav 2". They stay in the citation's text.
_UNIT = r"\d{1,3}[a-z]?(?![\w/])\)?(?:\s?\([a-zа-я0-9]{1,4}\))?"
_LETTER = r"\([a-zа-я0-9]{1,4}\)"
_FINE = (
    rf"(?:\.?,?\s?(?:{PARAGRAPH})\.?\s?{_UNIT}(?:(?:\s?[-–‑]\s?|\s(?:and|to|et|dhe|i|и|ve)\s){_UNIT}){{0,2}}"
    rf"|\s?{_LETTER}|\s?(?:,|and|or)\s{_LETTER}|\sin fine\b"
    r"|,?\s(?:first|second|third|last)\s(?:sub-?paragraph|sentence),?|\s(?:sub-?paragraph|letter|point|lit\.)\s\(?[a-z]\)?(?![^\W_]))"
)
_ONE = re.compile(rf"({_ITEM})\.?(?:{_FINE}){{0,4}}", re.IGNORECASE)
_MORE = re.compile(
    r"\s?,?\s(?:and|or|et|ou|dhe|ose|i|ili|и|или|ve|und|oder|y|e)\s(?=\d)"
    r"|\s?,\s?(?=\d)(?!\s?\d{1,2}\.?\s[^\W\d_]{3,}\s\d{4})",
    re.IGNORECASE,
)
# Numbers are rarer than words: each number is asked which word stands before it.
_PATTERN = re.compile(r"\d{1,4}")
_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{1,14})(?:\.\s{0,2}|\s{1,2})(?:(?:n[ro]|br)\.?\s?)?\Z", re.IGNORECASE)
_BACK = 24  # characters: the longest word, its spaces and a "nr."
_TURKISH = re.compile(r"(\d{1,3})\.?\s?madde\w{0,10}", re.IGNORECASE)
# What may stand between a provision and the text it belongs to: "of the", "i", "të", "de la", a comma, a bracket.
_JOIN = re.compile(
    r"[, \xa0(]{0,3}(?:(?:of|to|in|under|from|the|present|i|e|të|së|nga|sipas|iz|od|po|prema|из|од|по|на|de"
    r"|du|des|la|le|les|l[’']"
    r"|der|des|am|del|della|dell[’']|UN|CoE)\b[ \xa0]?|[’'\"“„«]){0,4}"
)
_LINK = re.compile(
    r"[\s,;(]{0,3}(?:(?:and|or|et|ou|dhe|ose|i|ili|и|или|ve|read|taken|alone|together|in|conjunction|connection|relation|with|to|lidhur|me"
    r"|u vezi|sa)\b[\s,]{0,2}){0,5}"
)
_BEFORE = re.compile(r"[ \xa0,:(–-]{1,3}\Z|['’][^\W\d_]{1,5}\s\Z")


def _mention(text: str, position: int, language: str | None) -> list[tuple[int, int, str]]:
    """The items of the mention whose first number is here, each (start, end, pinpoint); the first has the word."""
    if turkish := _TURKISH.match(text, position):
        return [(position, turkish.end(), f"article-{int(turkish[1])}")]
    word = _WORD.search(text, max(0, position - _BACK), position)
    kind = kind_of(word[1]) if word else None
    if word is None or kind in (None, "paragraph") or (word[1] in "mM" and language not in (None, "tr")):
        return []
    items: list[tuple[int, int, str]] = []
    start = word.start()
    one = _ONE.match(text, position)
    while one and len(items) < 40:
        number = number_of(re.split(r"\s?[-–‑]|\s(?:to|deri|do)\s", one[1])[0])
        end = one.end() - 1 if one[0].endswith(".") and not _ends_as_ordinal(text, one.end()) else one.end()
        items.append((start, end, f"{kind}-{number}"))
        more = _MORE.match(text, one.end())
        one = _ONE.match(text, more.end()) if more else None
        start = more.end() if more else 0
    return items


def _ends_as_ordinal(text: str, end: int) -> bool:
    """South Slavic numbers carry a full stop ("člana 3. Konvencije"): it belongs to the number if words follow."""
    return bool(re.match(r"\s[^\W\d_]", text[end : end + 2]))


def _owner_after(text: str, end: int, context: str | None, strict: bool) -> tuple[int, str] | None:
    join = _JOIN.match(text, end)
    place = join.end() if join else end
    found = name_at(text, place, strict=strict) or plain_at(text, place)
    if found is None and context and (bare := _BARE.match(text, place)) is not None and place > end:
        found = (bare.end(), context) if context == "echr" or bare[0][0] in "CKКS" else None
    return found


# "the Convention", "of this Law": what it means depends on the document, so only the caller can say.
_BARE = re.compile(
    r"(?:European\s)?(?:Conventions?|Konvent(?:ës|a|ën)|Konvencij[aeiu]|Конвенциј(?:а|е|и|у|ата)|Sözleşme\w{0,6}|Konvention)(?![^\W_])"
    # In English another convention's name goes on in capitals ("on Extradition"), a sentence does not ("on account").
    r"(?!\s(?:on|against|relating to|concerning|for)\s(?:the\s)?[A-Z])"
    r"(?!\s(?:kundër|protiv|против|o\s|о\s|za\s|за\s|për|mbi|relative|contre|sur|üb|gegen|hakkında))"
)


def _owner_before(text: str, start: int, strict: bool) -> tuple[int, str] | None:
    gap = _BEFORE.search(text, max(0, start - 8), start)
    return name_before(text, gap.start(), strict=strict) if gap else None


def provisions(
    text: str, *, context: str | None = None, strict: bool = True, language: str | None = None
) -> Iterator[Draft]:
    """Every provision in the text whose instrument stands beside it. ``context`` is what "the Convention" means.

    Not ``strict``: acronyms in small letters too. ``m.`` is an article only in Turkish.
    """
    waiting: list[tuple[int, int, str]] = []  # "Article 13 in conjunction with Article 3 of the Convention"
    covered = 0
    for match in _PATTERN.finditer(text):
        if match.start() < covered or not (items := _mention(text, match.start(), language)):
            continue
        covered = items[-1][1]
        if waiting and not _joined(text, waiting[-1][1], items[0][0]):
            waiting = []
        owner = _owner_after(text, covered, context, strict)
        if owner is not None:
            end, target = owner
            yield from ((a, b, target, pin) for a, b, pin in (*waiting, *items[:-1]))
            yield items[-1][0], end, target, items[-1][2]
            covered, waiting = end, []
        elif (before := _owner_before(text, items[0][0], strict)) is not None and not waiting:
            yield before[0], items[0][1], before[1], items[0][2]
            yield from ((a, b, before[1], pin) for a, b, pin in items[1:])
        else:
            waiting.extend(items)


def _joined(text: str, start: int, end: int) -> bool:
    link = _LINK.match(text, start)
    return bool(link and link.end() == end)


def _read(match: re.Match[str]) -> Iterator[Draft]:
    return provisions(match.string)


_TRIGGERS = ("art", "nen", "čl", "clan", "чл", "člen", "член", "стат", "ст.", "mad", "md.", "m.", "rul", "règl", "regl",
             "rregull", "prav", "прав", "kural", "regel", "princip", "parim", "načel", "начел", "принцип", "ilke",
             "grunds", "udhëz", "smern", "смерн", "guideline", "standard", "стандард")  # fmt: skip
PROVISIONS = Grammar(
    name="provision",
    triggers=_TRIGGERS,
    pattern=_PATTERN,
    read=_read,
    examples=EXAMPLES,
    near_misses=NEAR_MISSES,
)
