"""A provision that follows its law: ``Ligji Nr. 04/L-149, neni 5``, ``Službeni glasnik RS br. 55/2014 član 163``.

What is said of the provision itself comes first: in "Ligji Nr. 04/L-149, neni 5 i Kushtetutës" the article is the
Constitution's, in "by Law No. 04/L-149, Article 5 was deleted" it is not said whose. So the law before it is asked only
where the reference ends with the number, or where a verb says what the article provides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kb.citations.grammar import Draft


class Law(NamedTuple):
    """A law that is named by its number: where its reference begins and ends, and its target."""

    start: int
    end: int
    target: str


# "„…, br. 55/2014), član 163"; "04/L-149 sayılı Kanun'un 5. maddesi"; the title of the law after its number.
_GAP = re.compile(
    r"[\"”“»’']{0,2}(?:\s(?:sayılı|nolu|numaralı)\s(?:Kanun|Yasa)[^\W\d_]{0,6}(?:['’][^\W\d_]{1,5})?)?"
    r"(?:\s(?:për|per|mbi|on|o|о|za|за|relative|portant|hakkında)\s[^\d.,;:()\"„“”\n]{3,120}(?=,))?"
    r"[\"”“»’']{0,2}\)?[ \xa0,:(–-]{1,3}\Z",
    re.IGNORECASE,
)
_FAR = 190  # characters between them: a title and what stands around it
# How it goes on after the provision: with nothing that could be its owner, or with what the provision does.
_DONE = re.compile(
    r"\s*(?:\Z|[.;:)\]»”“\"–—]|\s-\s|,(?!\s?(?:of|to|in|under|i|e|të|te|së|se|iz|od|из|од|на|de|du|des|la)\s))"
    r"|\s(?:provides|states|says|stipulates|parasheh|përcakton|percakton|thotë|propisuje|predviđa|određuje|kaže"
    r"|прописује|предвиђа|одређује|предвидува|пропишува|prévoit|dispose)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s?,\s|\s(?:i|и)\s")  # "br. 85/2005, 88/2005 i 72/2009": the law, and what amended it


def laws_by_number(text: str, drafts: Sequence[Draft]) -> list[Law]:
    """The laws that are named in the text, in order; an issue that amends a law stands for that law."""
    found: list[Law] = []
    for start, end, target, pinpoint, _ in drafts:
        if pinpoint or not target.startswith(("law/", "eu/")):
            continue
        law = Law(start, end, target)
        if found and "/gazette/" in target and text[start].isdecimal() and _LIST.fullmatch(text, found[-1].end, start):
            law = Law(found[-1].start, end, found[-1].target)
        found.append(law)
    return sorted(found, key=_end)


def _end(law: Law) -> int:
    return law.end


def law_before(text: str, start: int, end: int, laws: Sequence[Law]) -> Law | None:
    """The law that the provision ``text[start:end]`` follows; None where the provision may be another's."""
    at = bisect_left(laws, start, key=_end)
    law = laws[at - 1] if at else None
    if law is None or law.end < start - _FAR or not _GAP.match(text[law.end : start]) or not _DONE.match(text, end):
        return None
    return law


def listed_on(text: str, end: int) -> bool:
    """Whether a comma follows the provision: "Law A, Article 5, Law B, Article 6" names each law first."""
    return text.startswith(",", end)


EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ligji Nr. 04/L-149, neni 5", ("law/xkx/04-l-149#article-5",)),
    ("Ligji nr. 04/L-149 neni 5", ("law/xkx/04-l-149#article-5",)),
    ("ligji numër 04/L-149, neni 5", ("law/xkx/04-l-149#article-5",)),
    ("Ligji Nr. 04/L-149, nenet 5 dhe 6", ("law/xkx/04-l-149#article-5", "law/xkx/04-l-149#article-6")),
    ("(Ligji Nr. 04/L-149, neni 5 paragrafi 2)", ("law/xkx/04-l-149#article-5",)),
    ("Ligji Nr. 04/L-149 për ekzekutimin e sanksioneve penale, neni 5", ("law/xkx/04-l-149#article-5",)),
    ("Ligji nr. 81/2020, neni 4", ("law/alb/2020/81#article-4",)),
    ("Ligji nr. 8328, datë 16.4.1998, neni 5", ("law/alb/1998/8328#article-5",)),
    ("Law No. 04/L-149, Article 5", ("law/xkx/04-l-149#article-5",)),
    ("Law No. 04/L-149 (Article 5)", ("law/xkx/04-l-149#article-5",)),
    ("Law No. 04/L-149, Article 5 provides that", ("law/xkx/04-l-149#article-5",)),
    ("Law No. 04/L-149, Articles 5 and 6, says", ("law/xkx/04-l-149#article-5", "law/xkx/04-l-149#article-6")),
    ("Law No. 04/L-149, Article 5, Law No. 05/L-129, Article 6",
     ("law/xkx/04-l-149#article-5", "law/xkx/05-l-129#article-6")),
    ("Zakon br. 04/L-149, član 5", ("law/xkx/04-l-149#article-5",)),
    ("Zakon broj 04/L-149 o izvršenju krivičnih sankcija, čl. 5. st. 2", ("law/xkx/04-l-149#article-5",)),
    ("Закон бр. 04/Л-149, члан 5", ("law/xkx/04-l-149#article-5",)),
    ("Закон бр. 04/L-149, член 5", ("law/xkx/04-l-149#article-5",)),
    ("Službeni glasnik RS br. 55/2014 član 163", ("law/srb/gazette/2014/55#article-163",)),
    ("(„Sl. glasnik RS”, br. 55/2014), član 163", ("law/srb/gazette/2014/55#article-163",)),
    ("Sl. glasnik RS, br. 85/2005, 88/2005 i 72/2009, član 137", ("law/srb/gazette/2005/85#article-137",)),
    ("Службени гласник РС, бр. 55/14, члан 163", ("law/srb/gazette/2014/55#article-163",)),
    ("„Службен весник на РМ“, бр. 2/2006, член 5", ("law/mkd/gazette/2006/2#article-5",)),
    ("Loi n° 04/L-149, article 5", ("law/xkx/04-l-149#article-5",)),
    ("loi nº 04/L-149, art. 5", ("law/xkx/04-l-149#article-5",)),
    ("04/L-149 sayılı Kanun, madde 5", ("law/xkx/04-l-149#article-5",)),
    ("04/L-149 sayılı Kanun'un 5. maddesi", ("law/xkx/04-l-149#article-5",)),
    ("Directive 2012/13/EU, Article 3", ("eu/dir/2012/13#article-3",)),
)  # fmt: skip
NOT_OF_THE_LAW: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Zakon br. 04/L-149, član 5 i član 6 Ustava Srbije",
     ("law/xkx/04-l-149", "law/srb/constitution#article-5", "law/srb/constitution#article-6")),
    ("Ligji Nr. 04/L-149, neni 5 i Kushtetutës", ("law/xkx/04-l-149",)),
    ("Ligji Nr. 04/L-149, neni 5 te Statutit", ("law/xkx/04-l-149",)),
    ("Ligji Nr. 04/L-149, neni 5 KEDNJ", ("law/xkx/04-l-149", "echr#article-5")),
    ("Ligji Nr. 04/L-149, neni 5, i Kushtetutës", ("law/xkx/04-l-149",)),
    ("Law No. 04/L-149, Article 5 of the lease", ("law/xkx/04-l-149",)),
    ("By Law No. 04/L-149, Article 5 was deleted", ("law/xkx/04-l-149",)),
    ("Law No. 04/L-149 and Article 5", ("law/xkx/04-l-149",)),
    ("Law No. 04/L-149. Article 5", ("law/xkx/04-l-149",)),
    ("Law No. 04/L-149, adopted in 2013, Article 5", ("law/xkx/04-l-149",)),
    ("Zakon br. 04/L-149, član 5 statuta", ("law/xkx/04-l-149",)),
    ("Zakon br. 04/L-149, član 5 Ustava", ("law/xkx/04-l-149",)),
    ("Službeni glasnik RS br. 55/2014 i član 163", ("law/srb/gazette/2014/55",)),
    ("Loi n° 04/L-149, article 5 de la Constitution", ("law/xkx/04-l-149",)),
    ("Закон бр. 04/L-149, член 5 од Уставот", ("law/xkx/04-l-149",)),
    ("Law No. 04/L-149, Article 5 and chapter 6 of the Code", ("law/xkx/04-l-149",)),
)  # fmt: skip
