"""As documents of the United Nations cite.

Rules: United Nations Editorial Manual, footnotes and other references: a document by its symbol, ``para.``; an
instrument by its name, ``art.``; a resolution of the General Assembly by number with ``annex``; a judgment with its
court, application number (``No.``) and day.
"""

from __future__ import annotations

import re

from kb.citing.facts import Facts, without_end
from kb.citing.styles.portion import placed

_SHORT = {"article": "art.", "paragraph": "para.", "principle": "principle", "rule": "rule", "section": "sect."}
_RESOLUTION = re.compile(r"A/RES/(\d+/\d+)\Z")
_SYMBOL = re.compile(r"(?:A|S|E|ST|CAT|CCPR|CRC|CRPD|CED|CEDAW|CERD|CMW|HRI|HRC)/\S+\Z")


def un(facts: Facts) -> str:
    """``A/HRC/43/12, para. 41``; ``European Court of Human Rights, Name v. State, No. 30210/96, …``."""
    document = facts.document
    place = f"{_SHORT.get(facts.word, facts.word)} {facts.number}" if facts.number else ""
    place = placed(facts, place, point="operative para. %s", whole="operative part")
    if facts.case:
        many = "applications Nos." if len(facts.numbers) > 1 else "application No."
        what = "decision" if facts.decision else "judgment"
        day = f"{what} of {facts.day}" if facts.day else what
        parts = ["European Court of Human Rights", facts.name, f"{many} {', '.join(facts.numbers)}", day, place]
    elif facts.instrument is not None:
        name = facts.instrument.names.get("en", facts.name)
        resolution = next((m for r in facts.instrument.references if (m := _RESOLUTION.match(r))), None)
        parts = [name, place]
        if resolution is not None and facts.word != "article":  # rules are annexed; treaties are cited by name
            parts = [name, f"General Assembly resolution {resolution[1]}", "annex", place]
    elif document.reference and _SYMBOL.match(document.reference):
        parts = [document.reference, place]
    else:
        known = document.reference or facts.day
        parts = [document.mechanism or "", without_end(facts.name), known, place]
    return ", ".join(filter(None, parts))
