"""What a paragraph of its own begins with: numbers, letters, bullets, and the names of provisions."""

from __future__ import annotations

import re

# A number needs the paragraph before it to have ended.
NUMBER = re.compile(
    r"^(?:§+\s*)?\(?(?:\d{1,4}(?:\.\d{1,3}){0,4}|[a-zа-я]{1,2}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|[A-ZА-Я])[.)](?=\s|$)"
)
DECIMAL = re.compile(r"^\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s|$)")
BRACKETED = re.compile(r"^\([^()\s]{1,7}\)(?=\s|$)")
DASH = re.compile(r"^[*–—-](?=\s|$)")
BULLET = re.compile(r"^[•‣◦●○■□▪▫◆➢➤✓·\uf0b7\uf0a7\uf0d8*–—-](?=\s|$)")
PROVISION = re.compile(
    r"^(?:article|art\.|rule|principle|section|chapter|neni|rregulla|kreu|kapitulli|[čćc~^]l[aа]n(?:[aа]k)?|чл[aа]н|pravilo|правило|член|"
    r"glava|глава|madde|artikel|artículo|artigo|regla|règle|статья|čl\.)\s*\(?(?:\d|[ivxlc]+\b)",
    re.IGNORECASE,
)
# A provision's number with nothing behind it: a line of its own, not the beginning of a sentence.
LABEL = re.compile(PROVISION.pattern.removesuffix(r"(?:\d|[ivxlc]+\b)") + r"[\divxlc]+[a-zа-я]?[.)]?$", re.IGNORECASE)
# What else than a number and a sign can begin any of these: the first two letters of a provision's name.
_OPENINGS = frozenset(
    "ar ru rr re rè pr se ſe ch cl čl ćl ~l ^l ne kr ka ma gl чл пр гл ст".split()  # noqa: SIM905 - read as a list
)
_SIGNS = frozenset("§(*–—-•‣◦●○■□▪▫◆➢➤✓·\uf0b7\uf0a7\uf0d8")


def may_begin(text: str) -> bool:
    """Whether any of the patterns may match: most lines begin like none of them, and this is sooner seen."""
    first = text[:1]
    if first.isdecimal() or first in _SIGNS or text[:2].lower() in _OPENINGS:
        return True
    head = text[1:8]  # "viii."
    return "." in head or ")" in head
