"""As the CPT cites in its own reports.

Rules: the CPT's practice in its visit reports and General Reports: documents by reference (``CPT/Inf (2019) 9``)
with ``paragraph`` written out, standards by their rule, judgments by name with number and day in brackets.
"""

from __future__ import annotations

from kb.citing.facts import Facts, without_end
from kb.citing.styles.portion import placed


def cpt(facts: Facts) -> str:
    """``Report on the visit (CPT/Inf (2019) 9), paragraph 41``."""
    document = facts.document
    place = placed(facts, f"{facts.word} {facts.number}" if facts.number else "")
    if facts.case:
        many = "applications nos." if len(facts.numbers) > 1 else "application no."
        what = "decision" if facts.decision else "judgment"
        inside = f"{many} {', '.join(facts.numbers)}" + (f", {what} of {facts.day}" if facts.day else "")
        whole = f"{facts.name} ({inside})"
    elif facts.instrument is not None:
        name = facts.instrument.names.get("en", facts.name)
        reference = next(iter(facts.instrument.references), "")
        whole = f"{name} ({reference})" if reference else name
        return f"{facts.word.title()} {facts.number} of the {whole}" if facts.number else whole
    else:
        title = without_end(facts.name)
        reference = document.reference or facts.day
        whole = f"{title} ({reference})" if reference and reference not in title else title
    return f"{whole}, {place}" if place else whole
