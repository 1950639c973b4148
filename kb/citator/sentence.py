"""The sentence that cites, cut out of its passage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.nouns import Snippet

LONGEST = 420  # characters; a longer sentence is cut near its citation
_AROUND = 160  # characters kept before the citation where a long sentence is cut
# A full stop, perhaps with a closing mark, then a blank and what begins a sentence: a capital, a quote, a number.
_END = re.compile(r"[.!?…][”\"»’)\]]{0,2}(?=\s+[\"“„«(\[]{0,2}[^\W\d_a-zа-яёђјљњћџ])|\n+")
# No sentence ends after these, nor after a single letter or a number: abbreviations of the field.
_ABBREVIATED = re.compile(
    r"(?:^|[^\w])(?:[^\W\d_]|no|nos|nr|br|бр|art|arts|para|paras|par|pp|p|cf|v|vs|op|cit|ibid|ed|eds|vol|chap|ch|sec|st|ст"
    r"|čl|чл|al|al|str|стр|tač|тач|sl|сл|mr|mrs|ms|dr|prof|inf|rev|doc|res|rec|app|dec|jo|etc|e\.g|i\.e|viz|dh|f|fn|n)\Z",
    re.IGNORECASE,
)


def sentence(text: str, spans: Sequence[tuple[int, int]]) -> Snippet:
    """The sentence with the first of the spans (half-open, in characters), and those spans that it holds."""
    if not spans:
        return Snippet(text=text[:LONGEST].strip())
    first = min(spans)
    start, end = 0, len(text)
    for match in _END.finditer(text):
        at = match.end()
        if match[0][0] == "." and _ABBREVIATED.search(text, max(0, match.start() - 8), match.start()):
            continue
        if at <= first[0]:
            start = at
        elif match.start() >= first[1] - 1:
            end = at
            break
    while start < first[0] and text[start].isspace():
        start += 1
    before = after = ""
    if end - start > LONGEST:
        if first[0] - start > _AROUND:
            start, before = _word(text, first[0] - _AROUND, first[0]), "… "
        if start + LONGEST < end and first[1] < start + LONGEST:
            end, after = _back(text, start + LONGEST, first[1]), " …"
    cut = text[start:end].rstrip()
    shift = len(before) - start
    kept = [(a + shift, b + shift) for a, b in sorted(spans) if a >= start and b <= start + len(cut)]
    return Snippet(text=before + cut + after, spans=tuple(kept))


def _word(text: str, start: int, limit: int) -> int:
    """The beginning of the first whole word at or after ``start``."""
    blank = text.find(" ", start, limit)
    return blank + 1 if blank >= 0 else start


def _back(text: str, end: int, limit: int) -> int:
    blank = text.rfind(" ", limit, end)
    return blank if blank >= 0 else end
