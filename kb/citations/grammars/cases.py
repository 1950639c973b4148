"""Cases by name, in the Court's style, OSCOLA's and those of the languages of the field, and their short forms.

``Kudła v. Poland [GC], no. 30210/96, § 92``, ``Kudła v Poland App no 30210/96 (ECtHR, 26 October 2000)``,
``Kudła kundër Polonisë, nr. 30210/96``; then ``Kudła, cited above, § 92``, ``the Golder judgment, Series A no. 18,
§ 45`` and ``ibid.``, which a Memory of what the document cited before leads to their case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kb.citations.grammar import Draft, Grammar
from kb.citations.grammars.case_examples import EXAMPLES, NEAR_MISSES
from kb.citations.grammars.ecthr import application
from kb.citations.grammars.elements import Tail, tail
from kb.citations.grammars.party import name_start, slug, words_of
from kb.citations.grammars.signs import VERSUS, signs_of
from kb.citations.grammars.states import RESPONDENT_ANY, RESPONDENT_EN

# A short form is found by what makes it one (see signs.py); the name is read backwards from there.
_STATE = re.compile(rf"(?:the\s)?(?P<state>{RESPONDENT_EN})")
_ANY_STATE = re.compile(RESPONDENT_ANY)
_NUMBER_OF_CASE = re.compile(r"[^(]{0,5}\([Nn]o\.?\s(\d)\)")  # "X v. Poland (no. 2)"
_BEFORE = re.compile(
    r"(?P<cut>(?:\s(?:cases?|judgments?))?[,\s]{0,2}(?:\(?\((?:merits|just\ssatisfaction|dec\.)\),?\s?)?[\s(]{0,2}"
    r"(?:also\s)?(?:judgment\s)?)\Z"
)
_SAID = ("case", "cases", "judgment", "judgments", ")", "),", "also")
_LOOK = 60  # characters between a short name and what follows it


@dataclass(slots=True)
class Memory:
    """What the document cited so far: applicant's words and target of each case, and the last of them."""

    named: dict[str, dict[tuple[str, ...], str]] = field(default_factory=dict)  # by the first word of the name
    full: dict[str, str] = field(default_factory=dict)  # case/<name> → app/<number>
    qualifiers: dict[str, str] = field(default_factory=dict)  # target → the one day it was cited with, "" for several
    last: tuple[str, str, str] | None = None  # target, pinpoint, qualifier

    def keep(self, words: tuple[str, ...], target: str, qualifier: str = "") -> None:
        """Remember how the document calls a case; a number known earlier is not lost to a bare name."""
        if not words:
            return
        known = self.named.setdefault(words[0], {})
        if words not in known or target.startswith("app/"):
            known[words] = target
        if qualifier:
            earlier = self.qualifiers.setdefault(target, qualifier)
            if earlier != qualifier:
                self.qualifiers[target] = ""

    def short(self, words: tuple[str, ...]) -> str | None:
        """The one case whose name begins with these words, None where there is none or more than one."""
        known = self.named.get(words[0], {}) if words else {}
        if words in known:
            return known[words]
        found = {target for name, target in known.items() if name[: len(words)] == words}
        return found.pop() if len(found) == 1 else None


def cases(text: str, memory: Memory) -> list[Draft]:
    """Every case that is named in the text or referred back to, in order; the memory goes on to the next text."""
    places = signs_of(text)
    if not places:
        return []
    places.sort()
    found: list[Draft] = []
    done = 0
    for low, high, what in places:
        if low < done:
            continue
        if what == "v":
            drafts = _full(text, low, high, memory)
        elif what == "ibid":
            drafts = _again(text, low, high, memory)
        else:
            drafts = _short(text, low, memory)
        if drafts and drafts[0].start >= done:
            first = drafts[0]
            memory.last = (first.target, drafts[-1].pinpoint, first.qualifier)
            done = drafts[-1].end
            found += drafts
    return found


def _full(text: str, low: int, high: int, memory: Memory) -> list[Draft]:
    start = name_start(text, low)
    if start is None:
        return []
    known = _STATE.match(text, high)
    respondent = known or _ANY_STATE.match(text, high)
    if respondent is None:
        return []
    end = respondent.end()
    read = tail(text, end)
    if known is None and not read.numbers:
        return []
    name = text[start:low]
    called = slug(name, respondent["state"] if known else respondent[0])
    if name.isupper() and len(name) > 6:
        return []  # "CASE OF NAME v. STATE" on a cover
    if read.numbers:
        target = application(read.numbers[0])
        memory.full[called] = target
    else:
        target = memory.full.get(called, called)
    if not read.numbers and (numbered := _NUMBER_OF_CASE.match(text, end, end + 12)):
        target = memory.full.get(f"{called}-no-{numbered[1]}", f"{called}-no-{numbered[1]}")
    memory.keep(words_of(name), target, read.qualifier)
    return _qualified(read, start, target, memory)


def _short(text: str, low: int, memory: Memory) -> list[Draft]:
    end = _end_of_name(text, low)
    start = name_start(text, end)
    if start is None:
        return []
    words = words_of(text[start:end])
    # "the Convention Halford": longer readings of the name are tried before shorter ones.
    target = memory.short(words)
    while target is None and (space := text.find(" ", start, end)) > 0:
        rest = words_of(text[space + 1 : end])
        if not rest:
            break
        if (target := memory.short(rest)) is not None:
            start, words = space + 1, rest
            break
        start_next = space + 1
        if not memory.named:
            break
        start, words = (start, words) if start_next >= end else (start_next, rest)
    read = tail(text, end)
    if target is None:
        start = name_start(text, end) or start
        words = words_of(text[start:end])
        # Before a case is known, only the reports of the Court make "the Golder judgment" one of its cases.
        if not (read.reports or read.above) or not words or words[-1] in _NOT_NAMES or words[0] in _NOT_NAMES:
            return []
        target = slug(text[start:end])
        memory.keep(words, target)
    if not (read.above or read.reports or read.pins):
        return []
    return _qualified(read, start, target, memory)


def _end_of_name(text: str, low: int) -> int:
    """Where the name ends that stands before "cited above": without a comma, a bracket or "case ((merits), "."""
    high = low
    while high > 0 and text[high - 1] in " ,(\n":
        high -= 1
    if not text.endswith(_SAID, max(0, high - 10), high):
        return high
    before = _BEFORE.search(text, max(0, low - _LOOK), low)
    return before.start() if before else high


def _qualified(read: Tail, start: int, target: str, memory: Memory) -> list[Draft]:
    """The drafts; where the day is not printed again, it is that with which the document cited the case before."""
    qualifier = read.qualifier or memory.qualifiers.get(target, "")
    return [one._replace(qualifier=qualifier) for one in read.drafts(start, target)]


_NOT_NAMES = frozenset((
    "court", "courts", "law", "case", "cases", "judgment", "judgments", "convention", "article", "articles",
    "commission", "government", "chamber", "report", "reports", "act", "code", "constitution", "decision",
    "applicant", "applicants", "state", "states", "section", "rule", "protocol", "council", "committee",
    "principles", "authorities", "provisions", "legislation", "regulations", "considerations", "documents",
    "facts",
))  # fmt: skip


def _again(text: str, low: int, high: int, memory: Memory) -> list[Draft]:
    if memory.last is None:
        return []
    target, pinpoint, qualifier = memory.last
    read: Tail = tail(text, high)
    read.end = max(read.end, high) if read.pins else high
    return [one._replace(qualifier=qualifier) for one in read.drafts(low, target, pinpoint)]


CASE = Grammar(
    name="case",
    pattern=VERSUS,
    read=lambda match: cases(match.string, Memory()),
    examples=EXAMPLES,
    near_misses=NEAR_MISSES,
)
