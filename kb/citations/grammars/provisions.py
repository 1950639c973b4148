"""Provisions of instruments: ``Article 3 ECHR``, ``neni 19 i OPCAT``, ``OPCAT article 19``, ``AİHS'nin 3. maddesi``.

The pattern finds the word and the numbers; what they belong to is looked up beside them among the names of the
catalogue, the references of the plain grammars and the laws of the document's State. Without one there is no citation:
"Article 3" alone is nobody's, except in a judgment of the Court, where it is the Convention's (see ``unowned.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.citations.context import NONE, Context
from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.codes import law_at
from kb.citations.grammars.provision_examples import EXAMPLES, NEAR_MISSES
from kb.citations.grammars.unowned import unowned
from kb.citations.names import name_at, name_before
from kb.citations.plain import plain_at
from kb.citations.words import PARAGRAPH, kind_of, number_of

_RANGE = r"(?:\s?[-–‑]\s?\d{1,5}(?![\d/])|\s(?:to|deri|do|à)\s\d{1,5}(?!\d))?"
_ITEM = r"\d{1,5}(?:\.\d{1,2}){0,3}(?:\.?[a-z](?![^\W_]))?(?:\s?bis\b)?" + _RANGE
# Paragraph and letter: "§ 1 (a)", "(1)", ", paragraph 2", "stav 2". They stay in the citation's text.
_LETTER = r"\([a-zа-я0-9]{1,4}\)"
_UNIT = rf"\d{{1,3}}[a-z]?(?![\w/])(?:(?:\s?[-–‑]\s?|\sto\s)\d{{1,3}}(?![\w/]))?(?:\s?{_LETTER}){{0,2}}"
_AND = r"(?:\s?,\s?|,?\s(?:and|or|et|ou|dhe|ose|i|ili|и|или|ve)\s)"
_FINE = (
    # One paragraph after "§" or "para."; several after their plurals, and in languages that have one form for both.
    rf"(?:,?\s?(?:§|paragraph\s|para\.\s)(?!§)\s?{_UNIT}"
    rf"|\.?,?\s?(?:{PARAGRAPH})\.?\s?{_UNIT}(?:{_AND}{_UNIT}(?!\s?§)(?!\.?\s[^\W\d_]{{3,9}}\s\d{{4}})){{0,4}}"
    rf"|\s?{_LETTER}|\s?(?:,|and|or)\s{_LETTER}|\sin fine\b"
    r"|,?\s(?:first|second|third|last)\s(?:sub-?paragraph|sentence),?|\s(?:sub-?paragraph|letter|point"
    r"|lit\.)\s\(?[a-z]\)?(?![^\W_]))"
)
_ONE = re.compile(rf"({_ITEM})\.?(?:{_FINE}){{0,4}}", re.IGNORECASE)
_MORE = re.compile(
    r"\s?,?\s(?:and/or|and|or|et|ou|dhe|ose|i|ili|и|или|ve|und|oder|y|e)\s(?=\d)"
    r"|\s?,\s?(?=\d)(?!\s?\d{1,2}\.?\s[^\W\d_]{3,}\s\d{4})",
    re.IGNORECASE,
)
# Numbers are rarer than words: each number is asked which word stands before it.
_PATTERN = re.compile(r"(?<=[\s.§])\d{1,5}(?!\d)")
_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{1,14}|§)(?:\.\s{0,2}|\s{1,2})(?:(?:n[ro]|br)\.?\s?)?\Z", re.IGNORECASE)
_BACK = 24  # characters: the longest word, its spaces and a "nr."
_TURKISH = re.compile(r"(\d{1,3})\.?\s?madde\w{0,10}", re.IGNORECASE)
# What may stand between a provision and the text it belongs to: "of the", "i", "të", "de la", a comma, a bracket.
# The Court's judgments of 1980 to 1997 repeat it for machines: "Article 8 (art. 8) of the Convention".
_AID = r"(?:\s\(art\.\s[^)\n]{1,60}\))?"
_JOIN = re.compile(
    _AID + r"[, \xa0(]{0,3}(?:(?:of|to|in|under|from|the|present|that|these|those|Council|OF|THE|i|e|të|së|nga|sipas"
    r"|iz|od|po|prema|из|од|по|на|de|du|des|la|le|les|l[’']"
    r"|der|des|am|del|della|dell[’']|UN|CoE)\b[ \xa0]?|[’'\"“„«]){0,4}"
)
_LINK = re.compile(
    r"[\s,;(]{0,3}(?:(?:and|or|et|ou|dhe|ose|i|ili|и|или|ve|read|taken|alone|together|in|conjunction"
    r"|connection|relation|with|to|lidhur|me"
    r"|u vezi|sa)\b[\s,]{0,2}){0,5}"
)
_BEFORE = re.compile(r"[ \xa0,:(–-]{1,3}\Z|['’][^\W\d_]{1,5}\s\Z")


class _Item(NamedTuple):
    start: int
    end: int
    kind: str
    number: str

    def pinpoint_of(self, target: str) -> str:
        """Its anchor there: laws have sections where other documents have paragraphs ("§ 36 of the Rules")."""
        if self.kind != "paragraph":
            return f"{self.kind}-{self.number}"
        return f"section-{self.number}" if target.startswith("law/") else self.number


def _mention(text: str, position: int, context: Context, language: str | None) -> list[_Item]:
    """The items of the mention whose first number is here; the first has the word before it."""
    if turkish := _TURKISH.match(text, position):
        return [_Item(position, turkish.end(), "article", str(int(turkish[1])))]
    word = _WORD.search(text, max(0, position - _BACK), position)
    if word is None or (word[1] in "mM" and language not in (None, "tr")):
        return []
    kind = kind_of(word[1]) or _SECTION.get(word[1].lower() if context.state else "")
    if kind is None or (kind == "paragraph" and word[1].lower() not in _OWNED):
        return []
    if word[1] == "§" and _ITEM_BEFORE.search(text, max(0, word.start() - 8), word.start()):
        return []
    ordinal = _ORDINAL.match(word[1]) is not None
    items: list[_Item] = []
    start = word.start()
    one = _ONE.match(text, position)
    while one and len(items) < 40:
        number = number_of(re.split(r"\s?[-–‑]|\s(?:to|deri|do|à)\s", one[1])[0])
        end = (
            one.end() - 1 if one[0].endswith(".") and not (ordinal and _ends_as_ordinal(text, one.end())) else one.end()
        )
        items.append(_Item(start, end, kind, number))
        more = _MORE.match(text, one.end())
        one = _ONE.match(text, more.end()) if more else None
        start = more.end() if more else 0
    return items


_ITEM_BEFORE = re.compile(r"\d[a-z]?\)?,?\s\Z")
_ORDINAL = re.compile(r"čl|cl|чл|prav|прав|nač|нач|smern|смерн|princ|принц|стан|m|st|ст|kur", re.IGNORECASE)

# Read as provisions only where a law or a numbered document follows: "section 53 of the Act", "§ 36 of the Rules",
# "paragraph 41 of CPT/Inf (2019) 9", "recommendation 145.24 of A/HRC/28/99".
_SECTION = {"section": "section", "sections": "section", "s": "section", "ss": "section", "regulation": "section"}
_OWNED = frozenset((
    "§", "paragraph", "paragraphs", "para", "paras", "paragrafi", "paragrafin", "paragrafit", "stav", "stava",
    "став", "става", "параграф", "paragraphe", "recommendation", "recommendations", "rekomandimi",
    "rekomandimin", "preporuka", "preporuke", "препорука", "препораке",
))  # fmt: skip


def _ends_as_ordinal(text: str, end: int) -> bool:
    """South Slavic numbers carry a full stop ("člana 3. Konvencije"): it belongs to the number if words follow."""
    return bool(re.match(r"\s[^\W\d_]", text[end : end + 2]))


def _owner_after(text: str, end: int, context: Context, strict: bool) -> tuple[int, str] | None:
    join = _JOIN.match(text, end)
    place = join.end() if join else end
    found = name_at(text, place, strict=strict) or plain_at(text, place)
    if found is not None or place == end:
        return found
    if context.own and (itself := _ITSELF.match(text, end)) is not None:
        return itself.end(), f"doc/{context.document}"
    bare = _BARE.match(text, place) if context.convention else None
    if bare is not None and context.convention and (context.convention == "echr" or bare[0][0] in "CKКS"):
        return bare.end(), context.convention
    joined = text[end:place]
    if joined.strip() in ("", ",", "(") or (joined.strip() in ("and", "or")):
        return None  # "Article 8, Constitutional Court": only a word like "of" makes it the law's
    return law_at(text, place, context.state or ("int" if context.court else ""))


_ITSELF = re.compile(
    r"[,\s]{1,2}(?:(?:of|to|in|under)\s(?:this|the\spresent)\s(?:Law|Act|Code|Regulation|Protocol"
    r"|Convention|Covenant|Rules)"
    r"|(?:i|e|të|së)\skëtij\s(?:ligji|kodi|rregulloreje|protokolli)|(?:e|të|së)\skësaj\s(?:rregulloreje|konvente)"
    r"|(?:ovog|ovoga)\s(?:zakona|zakonika|pravilnika|protokola)|ove\s(?:konvencije|uredbe)"
    r"|(?:овог|овога)\s(?:закона|законика|правилника|протокола)|ове\s(?:конвенције|уредбе)"
    r"|(?:од|на)\sов(?:ој|а)\s(?:закон|конвенција)|(?:de\sla\sprésente\s(?:loi|convention)"
    r"|du\sprésent\s(?:code|protocole)))(?!\w)",
    re.IGNORECASE,
)


# "the Convention", "of this Law": what it means depends on the document, so only the caller can say.
_BARE = re.compile(
    r"(?:European\s)?(?:CONVENTION|Conventions?|Konvent(?:ës|a|ën)|Konvencij[aeiu]|Конвенциј(?:а|е|и|у"
    r"|ата)|Sözleşme\w{0,6}|Konvention)(?![^\W_])"
    # In English another convention's name goes on in capitals ("on Extradition"), a sentence does not ("on account").
    r"(?!\s(?:on|against|relating to|concerning|for)\s(?:the\s)?[A-Z])"
    r"(?!\s(?:kundër|protiv|против|o\s|о\s|za\s|за\s|për|mbi|relative|contre|sur|üb|gegen|hakkında))"
)


def _owner_before(text: str, start: int, strict: bool) -> tuple[int, str] | None:
    gap = _BEFORE.search(text, max(0, start - 8), start)
    return name_before(text, gap.start(), strict=strict) if gap else None


def provisions(
    text: str, *, context: Context = NONE, strict: bool = True, language: str | None = None
) -> Iterator[Draft]:
    """Every provision in the text whose instrument stands beside it, or is known from the context.

    Not ``strict``: acronyms in small letters too. ``m.`` is an article only in Turkish.
    """
    waiting: list[_Item] = []  # "Article 13 in conjunction with Article 3 of the Convention"
    alone: list[_Item] = []
    covered = 0
    for match in _PATTERN.finditer(text):
        if match.start() < covered or not (items := _mention(text, match.start(), context, language)):
            continue
        covered = items[-1].end
        if waiting and not _joined(text, waiting[-1].end, items[0].start):
            alone += waiting
            waiting = []
        owner = _owner_after(text, covered, context, strict)
        if owner is not None and _may_own(owner[1], items):
            end, target = owner
            for one in (*waiting, *items[:-1]):
                yield Draft(one.start, one.end, target, one.pinpoint_of(target))
            last = items[-1]
            yield Draft(
                last.start, end, target, last.pinpoint_of(target), "former" if _former(text, items[0].start) else ""
            )
            covered, waiting = end, []
        elif not waiting and (before := _owner_before(text, items[0].start, strict)) is not None:
            if _may_own(before[1], items):
                yield Draft(before[0], items[0].end, before[1], items[0].pinpoint_of(before[1]))
                for one in items[1:]:
                    yield Draft(one.start, one.end, before[1], one.pinpoint_of(before[1]))
        else:
            waiting.extend(items)
    alone += waiting
    if context.court and alone:
        yield from (Draft(*found) for found in unowned(text, [(*one[:3], one.number) for one in alone], context))


def _former(text: str, start: int) -> bool:
    return text.endswith(("former ", "ancien "), max(0, start - 8), start)


def _may_own(target: str, items: list[_Item]) -> bool:
    """Whether such a provision can be that document's: numbered documents have paragraphs, treaties few articles."""
    plain = "/" in target and not target.startswith(("law/", "doc/", "eu/"))
    if items[0].kind == "paragraph":
        return plain or target.startswith("law/")
    if items[0].kind == "section":
        return target.startswith("law/")
    return target.startswith(("law/", "eu/")) or all(len(one.number.split(".")[0]) <= 3 for one in items)


def _joined(text: str, start: int, end: int) -> bool:
    link = _LINK.match(text, start)
    return bool(link and link.end() == end)


def _read(match: re.Match[str]) -> Iterator[Draft]:
    return provisions(match.string)


_TRIGGERS = ("art", "section", "§", " s. ", "paragra", "para. ", "recommendation", "rekomandim", "preporuk",
             "препорук", "параграф", "stav", "став", "nen", "čl", "clan", "чл", "člen", "член", "стат", "ст.", "mad",
             "md.", "m.", "rul", "règl", "regl",
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
