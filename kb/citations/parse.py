"""Read a whole search query as one reference."""

from __future__ import annotations

import re

from kb.citations.find import find
from kb.citations.grammars.ecthr import application
from kb.citations.grammars.provisions import provisions
from kb.citations.law_names import named_law, numbered_law
from kb.citations.names import known, name_at
from kb.citations.pinpoint import pinpoints, through
from kb.citations.words import kind_of
from kb.nouns import Citation

_LEAD = re.compile(r"[\s\"'“”„«»(.,;:]{1,100}")
_TAIL = re.compile(r"[\s\"'“”„«».,;:?!]+\Z")
_NUMBER = re.compile(r"(?:no\.?\s?|app\.?\s?)?(\d{1,5}/\d{2})(?!\d)", re.IGNORECASE)
_PROVISION = r"(\d{1,3}(?:\.\d{1,2}){0,3}(?:\.?[a-z])?)"
_LOOSE = re.compile(rf"[\s,:#]{{1,3}}§?\s?{_PROVISION}", re.IGNORECASE)
_BEFORE = re.compile(rf"{_PROVISION}[\s,:]{{1,3}}", re.IGNORECASE)
# "Rule 18.4", "60.6.a": of all that is cited by rules, only the European Prison Rules number them so.
_RULE_ALONE = re.compile(r"(?:([^\W\d_]{2,10})\.?\s)?(\d{1,3})\.(\d{1,2})(?:\.?([a-z]))?", re.IGNORECASE)
_PRISON_RULES, _LAST_RULE = "epr", 108


def parse_reference(query: str) -> Citation | None:
    """The citation that the whole query is, in any order and case ("OPCAT article 19", "30210/96", "epr 18.4").

    None where the query is more than one reference, or has other words in it. Offsets are into ``query``.
    """
    if len(query) > 300:
        return None
    lead = _LEAD.match(query)
    start = lead.end() if lead else 0
    text = _TAIL.sub("", query[start:])
    if not text:
        return None
    for target, pinpoint, grammar in _candidates(text):
        return Citation(
            text=text,
            start=start,
            end=start + len(text),
            grammar=grammar,
            target=known().references.get(target, target),
            pinpoint=pinpoint,
            through=through(text, pinpoint),
        )
    return None


def _candidates(text: str) -> list[tuple[str, str, str]]:
    whole = len(text)
    found = find(text)
    for one in found:
        if (one.start, one.end) == (0, whole):
            return [(one.target, one.pinpoint, one.grammar)]
    for start, end, target, pinpoint, _ in provisions(text, strict=False):
        if (start, end) == (0, whole):
            return [(target, pinpoint, "provision")]
    if number := _NUMBER.match(text):
        drafts = list(pinpoints(text, 0, number.end(), application(number[1])))
        if len(drafts) == 1 and drafts[0][1] == whole:
            return [(drafts[0][2], drafts[0][3], "ecthr")]
    if (name := name_at(text, 0, strict=False)) is not None:
        if name[0] == whole:
            return [(name[1], "", "name")]
        loose = _LOOSE.fullmatch(text, name[0])
        numbering = _numbering(name[1])
        if loose and numbering:
            return [(name[1], f"{numbering}-{loose[1].lower()}", "provision")]
    if first := _BEFORE.match(text):  # "60.6.a EPR"
        name = name_at(text, first.end(), strict=False)
        if name is not None and name[0] == whole and (numbering := _numbering(name[1])):
            return [(name[1], f"{numbering}-{first[1].lower()}", "provision")]
    law = numbered_law(text, found) or named_law(text)
    return _prison_rule(text) or ([(*law, "law-name")] if law else [])


def _prison_rule(text: str) -> list[tuple[str, str, str]]:
    """A rule with its sub-number and the word before it, or with a letter behind it, is the European Prison Rules'."""
    alone = _RULE_ALONE.fullmatch(text)
    if alone is None or not 0 < int(alone[2]) <= _LAST_RULE or not (alone[1] or alone[4]):
        return []
    if alone[1] and kind_of(alone[1]) != "rule":
        return []
    letter = f".{alone[4].lower()}" if alone[4] else ""
    return [(_PRISON_RULES, f"rule-{alone[2]}.{alone[3]}{letter}", "provision")]


def _numbering(target: str) -> str | None:
    names = known()
    ids = names.families.get(target) or (target,)
    one = names.instruments.get(ids[0])
    return one.numbering if one else None
