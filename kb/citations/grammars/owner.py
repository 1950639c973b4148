"""Whose a provision is: the instrument, the law or the document that is named beside it."""

from __future__ import annotations

import re

from kb.citations.context import Context
from kb.citations.grammars.codes import known_law_at, law_at
from kb.citations.names import name_at, name_before
from kb.citations.plain import plain_at

# What may stand between a provision and the text it belongs to: "of the", "i", "të", "de la", a comma, a bracket.
# The Court's judgments of 1980 to 1997 repeat it for machines: "Article 8 (art. 8) of the Convention".
_AID = r"(?:\s\(art\.\s[^)\n]{1,60}\))?"
JOIN = re.compile(
    _AID
    + r"[, \xa0(]{0,3}(?:(?:of|to|in|under|from|the|present|that|these|those|Council|OF|THE|i|e|të|së|te|se|nga|sipas"
    r"|[Rr]ecommendation|[Rr]esolution|document|report|[Pp]reporuke|[Rr]ekomandimit|dokumentit|dokumenta"
    r"|iz|od|po|prema|из|од|по|на|de|du|des|la|le|les|l[’']"
    r"|der|des|am|del|della|dell[’']|UN|CoE)\b[ \xa0]?|[’'\"“„«]){0,4}"
)
_NOBODY = (")", ".", ";", ":", " above", " below")  # nothing is named after these, and often they follow
_BEFORE = re.compile(r"[ \xa0,:(–-]{1,3}\Z|['’][^\W\d_]{1,5}\s\Z")


def owner_after(text: str, end: int, context: Context, strict: bool) -> tuple[int, str] | None:
    """The owner named after ``end``: where its name ends, and its target."""
    if text.startswith(_NOBODY, end) or end == len(text):
        return None
    join = JOIN.match(text, end)
    place = join.end() if join else end
    found = name_at(text, place, strict=strict)
    if found is None or text[found[0] : found[0] + 1] == "/":  # "CAT/C/SRB/CO/2" is no article of the Convention
        found = plain_at(text, place) or found
    if found is not None or place == end:
        return found
    if context.own and (itself := _ITSELF.match(text, end)) is not None:
        return itself.end(), f"doc/{context.document}"
    bare = _BARE.match(text, place) if context.convention else None
    if bare is not None and context.convention and (context.convention == "echr" or bare[0][0] in "CKКS"):
        return bare.end(), context.convention
    state = context.state or ("int" if context.court else "")
    if text[end:place].strip() in ("", ",", "(", "and", "or"):
        # "Article 8, Constitutional Court": in English only a word like "of" makes it the law's.
        return known_law_at(text, place, state)
    return law_at(text, place, state)


_ITSELF = re.compile(
    r"[,\s]{1,2}(?:(?:of|to|in|under)\s(?:this|the\spresent)\s(?:Law|Act|Code|Regulation|Protocol"
    r"|Convention|Covenant|Rules)"
    r"|(?:i|e|t[ëe]|s[ëe])\sk[ëe]tij\s(?:ligji|kodi|rregulloreje|protokolli)|(?:e|t[ëe]|s[ëe])\sk[ëe]saj\s(?:rregulloreje|konvente)"
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


def owner_before(text: str, start: int, strict: bool) -> tuple[int, str] | None:
    """The owner named before ``start``: where its name begins, and its target."""
    gap = _BEFORE.search(text, max(0, start - 8), start)
    return name_before(text, gap.start(), strict=strict) if gap else None
