"""As the Oxford University Standard for the Citation of Legal Authorities has it (4th edition, 2012).

Rules: 2.6.2 for judgments of the Court that are not in the reports (application number, then court and day in brackets,
no full stops in abbreviations); 2.8.1 for treaties (adopted on, then ``art``); 3.4.2 for reports (author, title in
single quotation marks, reference and date in brackets, ``para``). Who said it follows the pinpoint in round brackets,
as OSCOLA has it of judges: ``para 2 (dissenting opinion of Judge Bonello)``.
"""

from __future__ import annotations

from kb.citing.facts import Facts, day_of, without_end
from kb.citing.styles.portion import placed

_SHORT = {
    "article": "art",
    "paragraph": "para",
    "footnote": "fn",
    "principle": "principle",
    "rule": "r",
    "section": "s",
}


def oscola(facts: Facts) -> str:
    """``Name v State App no 30210/96 (ECtHR, 26 October 2000), para 92``."""
    place = f"{_SHORT.get(facts.word, facts.word)} {facts.number}" if facts.number else ""
    if facts.case:
        name = facts.name.replace(" v. ", " v ").replace(" c. ", " c ")
        many = "nos" if len(facts.numbers) > 1 else "no"
        court = "ECtHR [GC]" if facts.grand else "ECtHR"
        inside = ", ".join(filter(None, (court, facts.day)))
        whole = f"{name} App {many} {', '.join(facts.numbers)} ({inside})"
        if facts.operative:
            return f"{whole}, {placed(facts, place)}"
        whole = f"{whole}, {place}" if place else whole
        return f"{whole} ({facts.opinion})" if facts.opinion else whole
    if facts.instrument is not None:
        name = facts.instrument.names.get("en", facts.name)
        adopted = day_of(facts.instrument.adopted)
        whole = f"{name} (adopted {adopted})" if adopted else name
        return f"{whole} {place}".strip()
    document = facts.document
    inside = ", ".join(filter(None, (document.reference, facts.day if not _dated(facts) else "")))
    author = f"{document.mechanism}, " if document.mechanism else ""
    whole = f"{author}‘{without_end(facts.name)}’" + (f" ({inside})" if inside else "")
    return f"{whole} {placed(facts, place)}".strip()


def _dated(facts: Facts) -> bool:
    """Whether its reference carries its year already: ``CPT/Inf (2019) 9``."""
    year = facts.document.year
    return year is not None and f"({year})" in (facts.document.reference or "")
