"""Provisions of instruments: ``Article 3 ECHR``, ``neni 19 i OPCAT``, ``OPCAT article 19``, ``AİHS'nin 3. maddesi``.

The pattern finds the word and the numbers; what they belong to is looked up beside them among the names of the
catalogue, the references of the plain grammars and the laws of the document's State. Without one there is no citation:
"Article 3" alone is nobody's, except in a judgment of the Court, where it is the Convention's (see ``unowned.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.citations.context import NONE, Context
from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.field_examples import FIELD
from kb.citations.grammars.law_before import Law, law_before, listed_on
from kb.citations.grammars.mention import Item, mention
from kb.citations.grammars.not_cited import NOT_CITED
from kb.citations.grammars.owner import owner_after, owner_before
from kb.citations.grammars.provision_examples import EXAMPLES, NEAR_MISSES
from kb.citations.grammars.unowned import unowned
from kb.citations.numbers import Place, numbers_of

_PATTERN = re.compile(r"\d(?<=[\s.§]\d)\d{0,4}(?!\d)")  # a number; which word stands before it, numbers.py looks up
_LINK = re.compile(
    r"[\s,;(]{0,3}(?:(?:and|or|et|ou|dhe|ose|i|ili|и|или|ve|read|taken|alone|together|in|conjunction"
    r"|connection|relation|with|to|lidhur|me"
    r"|u vezi|sa)\b[\s,]{0,2}){0,5}"
)


def provisions(
    text: str,
    *,
    context: Context = NONE,
    strict: bool = True,
    language: str | None = None,
    places: Sequence[Place] | None = None,
    laws: Sequence[Law] = (),
) -> Iterator[Draft]:
    """Every provision in the text whose instrument stands beside it, or is known from the context.

    Not ``strict``: acronyms in small letters too. ``m.`` is an article only in Turkish. ``places`` are where provisions
    may be, for those who read the numbers before; ``laws`` are those named by their numbers (see law_before).
    """
    waiting: list[Item] = []  # "Article 13 in conjunction with Article 3 of the Convention"
    alone: list[Item] = []
    covered = 0
    for place in numbers_of(text, text.lower()).provisions if places is None else places:
        if place.start < covered or not (items := mention(text, place, context, language)):
            continue
        covered = items[-1].end
        typed = _typed(text, items[0].start)
        if waiting and waiting[-1].kind == "paragraph" and items[0].kind != "paragraph":
            said = waiting.pop()  # "st. 1 čl. 5": the article's paragraph
            if text[said.end : items[0].start].strip(". ") == "":
                items[0] = items[0]._replace(start=said.start)
        if waiting and not _joined(text, waiting[-1].end, items[0].start):
            alone += waiting
            waiting = []
        law = law_before(text, items[0].start, covered, laws) if laws and not waiting else None
        if typed and law is not None and text[law.start].lower() not in _SOUTH_SLAVIC:
            law = None
        owner = None if law and listed_on(text, covered) else owner_after(text, covered, context, strict)
        if typed and owner is not None and _FOREIGN.match(text, covered):
            continue
        if owner is not None and _may_own(owner[1], items) and not _loose(text, items[-1]):
            end, target = owner
            for one in (*waiting, *items[:-1]):
                yield Draft(one.start, one.end, target, one.pinpoint_of(target))
            last = items[-1]
            yield Draft(
                last.start, end, target, last.pinpoint_of(target), "former" if _former(text, items[0].start) else ""
            )
            covered, waiting = end, []
        elif law is not None and _may_own(law.target, items):
            yield Draft(law.start, items[0].end, law.target, items[0].pinpoint_of(law.target))
            for one in items[1:]:
                yield Draft(one.start, one.end, law.target, one.pinpoint_of(law.target))
        elif typed and strict:
            continue
        elif not waiting and (before := owner_before(text, items[0].start, strict)) is not None:
            if _may_own(before[1], items):
                yield Draft(before[0], items[0].end, before[1], items[0].pinpoint_of(before[1]))
                for one in items[1:]:
                    yield Draft(one.start, one.end, before[1], one.pinpoint_of(before[1]))
        else:
            waiting.extend(items)
    alone += waiting
    if context.court and alone:
        yield from (Draft(*found) for found in unowned(text, [(*one[:3], one.number) for one in alone], context))


_SOUTH_SLAVIC = frozenset("zs0123456789")
_TYPED = re.compile(r"[Cc]l(?:an)?(?![^\W\d_])")
_FOREIGN = re.compile(r"[^\w]{0,3}(?:of|to|in|under|the|de|du|des|la)\b", re.IGNORECASE)


def _typed(text: str, start: int) -> bool:
    """Whether "cl." or "clan" stands there: an article only where a text follows whose language has the word."""
    return text[start : start + 2] in ("cl", "Cl") and _TYPED.match(text, start) is not None


def _loose(text: str, last: Item) -> bool:
    """A paragraph needs a word to be another text's: "paragraph 15 (a) (A/HRC/1/2)" says where it is reported."""
    if "." in last.number:
        return False  # "recommendation 145.24 (A/HRC/28/99)" of a Universal Periodic Review
    return last.kind == "paragraph" and text[last.end : last.end + 3].lstrip(" ,")[:1] == "("


def _former(text: str, start: int) -> bool:
    return text.endswith(("former ", "ancien "), max(0, start - 8), start)


def _may_own(target: str, items: list[Item]) -> bool:
    """Whether such a provision can be that document's: numbered documents have paragraphs, treaties few articles."""
    plain = "/" in target and not target.startswith(("law/", "doc/", "eu/"))
    if items[0].kind == "paragraph":
        return plain or target.startswith("law/")
    if items[0].kind == "section":
        return target.startswith("law/")
    if target.startswith("cpt/"):
        return False  # "OPCAT article 19, CPT/Inf (2019) 9" are two: reports of the CPT have paragraphs only
    return target.startswith(("law/", "eu/")) or all(len(one.number.split(".")[0]) <= 3 for one in items)


def _joined(text: str, start: int, end: int) -> bool:
    link = _LINK.match(text, start)
    return bool(link and link.end() == end)


def _read(match: re.Match[str]) -> Iterator[Draft]:
    return provisions(match.string)


PROVISIONS = Grammar(
    name="provision",
    pattern=_PATTERN,
    read=_read,
    examples=(*EXAMPLES, *FIELD),
    near_misses=(*NEAR_MISSES, *NOT_CITED),
)
