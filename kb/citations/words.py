"""The words that provisions and paragraphs are called by, in the languages of the field, in their inflected forms."""

from __future__ import annotations

import re
from functools import lru_cache

_FORMS: dict[str, str] = {
    # en fr de it es; sq; sr bs hr in both scripts; mk bg; tr; ru uk; sl
    "article": r"articles?|artikels?|artikeln|articol[oi]|art[ií]culos?|arts?|nen(?:i|it|in|et|eve|ve|ve?t)"
    r"|član(?:a|u|om|ovi|ova|ove|ovima|ak|ka|ku)?|člank(?:om|u|a)|clan(?:a|u|om|ovi|ova|ove|ovima|ak|ka|ku|kom)?|člen(?:a|u"
    r"|om|i|ih)?|čl"
    r"|член(?:от|а|у|ови|ови?те|ове|ом)?|члан(?:а|у|ом|ови|ова|ове|овима)?|чл|стать[яиею]|статт[яіею]"
    r"|madde(?:si|sinin|sinde|sine|ler|leri|nin)?|md|mad|m",
    "rule": r"rules?|r[eè]gles?|rregull(?:a|i|it|in|ën|ës|at|ave)|pravil(?:o|a|u|om|ima)|правил(?:о|а|у|ом|има|ото|ата)"
    r"|kural(?:ı|ın|ının|ında|lar|ları)?|regeln?|regla[s]?",
    "principle": r"principles?|principes?|parim(?:i|it|in|et|eve)|na[čc]el(?:o|a|u|om|ima)|princip(?:a|u|om|i)?"
    r"|начел(?:о|а|у|ом|има|ото|ата)|принцип(?:а|у|ом|от|и)?|ilke(?:si|ler|leri)?|grundsatz|grundsätze",
    "guideline": r"guidelines?|udhëzim(?:i|it|et)|smernic[aeiu]|смерниц[аеиу]",
    "standard": r"standards?|standard(?:i|it|in|et|a|u|om)|стандард(?:а|у|от)?",
}
PARAGRAPH = (
    r"paragraph(?:es|e|s)?|paras?\.?|§§?|paragraf(?:i|it|in|ët|a|u|om|ı|ın|lar|ları|e)?|par\.|pika|pikën|pikat"
    r"|stav(?:a|u|om|ovi)?"
    r"|st\.|став(?:а|у|ом|от)?|ст\.|параграф(?:а|у|ом|от|и)?|пар\.|to[čc]k[aeiou]|ta[čc]k[aeiou]|тачк[аеиоу]"
    r"|точк[аеи]|alin[eé]as?"
    r"|al\.|abs\.|absatz|fıkra(?:sı|nın)?|ziffern?|nr\.|punkt|subparagraphs?|sub-paragraphs?"
)
_KIND = {kind: re.compile(rf"(?:{forms})\.?\Z", re.IGNORECASE) for kind, forms in _FORMS.items()}
_PARAGRAPH = re.compile(rf"(?:{PARAGRAPH})\Z", re.IGNORECASE)
_NOT_OF_A_NUMBER = re.compile(r"[^a-z0-9.]+")
_LABEL = re.compile(r"\W{0,3}([^\W\d]{1,20}\.?|§{1,2})?\s{0,3}(\d[^\W_]{0,6}(?:\.[^\W_]{1,4}){0,4})\W{0,3}\Z")


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str | None:
    """``article``, ``rule``, ``principle``, ``guideline``, ``standard`` or ``paragraph``: what the word stands for."""
    for kind, pattern in _KIND.items():
        if pattern.match(word):
            return kind
    return "paragraph" if _PARAGRAPH.match(word) else None


def number_of(printed: str) -> str:
    """A printed number as it stands in an anchor: lower case, inner dots kept, nothing at the ends."""
    return _NOT_OF_A_NUMBER.sub("", printed.lower()).strip(".")


def anchor_of(label: str) -> str | None:
    """The anchor that a label gives: ``Neni 3`` → ``article-3``, ``18.1`` → ``18.1``, ``§ 5`` → ``5``; None if none."""
    match = _LABEL.match(label)
    if not match or not (number := number_of(match[2])):
        return None
    kind = kind_of(match[1]) if match[1] else "paragraph"
    if kind is None:
        return None
    return number if kind == "paragraph" else f"{kind}-{number}"
