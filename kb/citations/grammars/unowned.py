"""Provisions whose instrument is not said, in a judgment of the Court: "a violation of Article 8", "section 53(3)".

There a bare article is the Convention's, unless the judgment is just speaking of another law; a bare rule is the Rules
of Court's. What belongs to a law that is not said by name is kept as nobody's (``unnamed``), never guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kb.citations.context import Context

UNNAMED = "unnamed"
_ARTICLES = 59  # of the Convention
_QUOTED = 2  # characters: a quotation mark and a bracket
_DIGITS = re.compile(r"\d+")
_OTHER = re.compile(
    r"(?<!\w)(?:Code|Act|Law(?!\sof\sthe\sConvention)|Constitution|Ordinance|Decree|Statute|Regulations?|Charter"
    r"|(?:Hague|Luxembourg|Vienna|Geneva|Dublin|UN|Child|Refugee)\sConvention|Criminal\sCode|Civil\sCode"
    r"|of\sthat\sinstrument)(?!\w)"
)
_CONVENTION = re.compile(r"(?<!\w)(?:[Aa]rticles?\s[^.;]{1,60}\sof\sthe\sConvention|the\sConvention)(?!\w)")
_OF_ANOTHER = re.compile(r"\W{1,3}(?:\([a-z]\)\s)?of\s(?:that|this)\s(?:instrument|Act|Law|Code)")
_AID = ("art. ", "arts. ")  # "(art. 8)" repeats for machines what was printed before it
Unowned = tuple[int, int, str, str]
"""Start, end, kind and number of a provision."""


def unowned(text: str, items: Sequence[Unowned], context: Context) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, target and pinpoint of each."""
    named: list[int] | None = None  # where other laws are named, where the Convention is: looked for once
    convention: list[int] = []
    for start, end, kind, number in items:
        if kind == "paragraph" or text.startswith(_AID, start):
            continue
        if kind == "rule":
            yield start, end, "ecthr-rules", f"rule-{number}"
            continue
        if kind == "article" and _may_be_of_the_convention(number) and not _OF_ANOTHER.match(text, end):
            if named is None and context.elsewhere:
                named = [match.end() for match in _OTHER.finditer(text)]
                convention = [match.start() for match in _CONVENTION.finditer(text)]
            if not context.elsewhere or _last_named(start, named or [], convention):
                yield start, end, "echr", f"article-{number}"
                continue
        yield start, end, UNNAMED, f"{kind}-{number}"


def _may_be_of_the_convention(number: str) -> bool:
    digits = _DIGITS.match(number)
    return digits is not None and 0 < int(digits[0]) <= _ARTICLES


def _last_named(start: int, named: Sequence[int], convention: Sequence[int]) -> bool:
    """Whether, of all law named before ``start``, the Convention was the last.

    Where nothing was named it is, except at the very beginning: "Section 12. The right to …" is a law that is quoted.
    """
    other = bisect_right(named, start)
    if other == 0:
        return start > _QUOTED
    return bisect_left(convention, start) > bisect_left(convention, named[other - 1])
