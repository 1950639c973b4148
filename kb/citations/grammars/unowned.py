"""Provisions whose instrument is not said, in a judgment of the Court: "a violation of Article 8", "section 53(3)".

There a bare article is the Convention's, unless the judgment is just speaking of another law; a bare rule is the Rules
of Court's. What belongs to a law that is not said by name is kept as nobody's (``unnamed``), never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.citations.context import Context

UNNAMED = "unnamed"
_ARTICLES = 59  # of the Convention
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
    for start, end, kind, number in items:
        if kind == "paragraph" or text.startswith(_AID, start):
            continue
        if kind == "rule":
            yield start, end, "ecthr-rules", f"rule-{number}"
            continue
        if kind == "article" and _of_the_convention(text, start, end, number, context):
            yield start, end, "echr", f"article-{number}"
            continue
        yield start, end, UNNAMED, f"{kind}-{number}"


def _of_the_convention(text: str, start: int, end: int, number: str, context: Context) -> bool:
    digits = re.match(r"\d+", number)
    if digits is None or int(digits[0]) > _ARTICLES or number[:1] == "0":
        return False
    other = None
    for other in _OTHER.finditer(text, 0, start):  # noqa: B007 - the last one counts
        pass
    if context.elsewhere:
        if other is None:
            return not _is_heading(start)
        return _CONVENTION.search(text, other.end(), start) is not None
    return _OF_ANOTHER.match(text, end) is None


def _is_heading(start: int) -> bool:
    """A provision that is quoted with its number: "“Section 12. The right to confidentiality"."""
    return start <= 2
