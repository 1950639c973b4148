"""Read a whole search query as one reference."""

from __future__ import annotations

import re

from kb.citations.find import find
from kb.citations.grammars.ecthr import application
from kb.citations.grammars.provisions import provisions
from kb.citations.names import known, name_at
from kb.citations.pinpoint import pinpoints, through
from kb.nouns import Citation

_LEAD = re.compile(r"[\s\"'“”„«»(.,;:]{1,100}")
_TAIL = re.compile(r"[\s\"'“”„«».,;:?!]+\Z")
_NUMBER = re.compile(r"(?:no\.?\s?|app\.?\s?)?(\d{1,5}/\d{2})(?!\d)", re.IGNORECASE)
_LOOSE = re.compile(r"[\s,:#]{1,3}§?\s?(\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)")


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
    for one in find(text):
        if (one.start, one.end) == (0, whole):
            return [(one.target, one.pinpoint, one.grammar)]
    for start, end, target, pinpoint, _ in provisions(text, strict=False):
        if (start, end) == (0, whole):
            return [(target, pinpoint, "provision")]
    if number := _NUMBER.match(text):
        found = list(pinpoints(text, 0, number.end(), application(number[1])))
        if len(found) == 1 and found[0][1] == whole:
            return [(found[0][2], found[0][3], "ecthr")]
    if (name := name_at(text, 0, strict=False)) is not None:
        if name[0] == whole:
            return [(name[1], "", "name")]
        loose = _LOOSE.fullmatch(text, name[0])
        numbering = _numbering(name[1])
        if loose and numbering:
            return [(name[1], f"{numbering}-{loose[1].lower()}", "provision")]
    return []


def _numbering(target: str) -> str | None:
    names = known()
    ids = names.families.get(target) or (target,)
    one = names.instruments.get(ids[0])
    return one.numbering if one else None
