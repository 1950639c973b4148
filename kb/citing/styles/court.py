"""As the European Court of Human Rights cites in its own judgments.

Rules: the Court's practice for judgments since 1 November 1998 (Registry, form of citation of judgments and decisions):
name, ``[GC]`` for the Grand Chamber and ``(dec.)`` for a decision, ``no.`` or ``nos.``, ``§``, and the day where it is
not in the Reports. In its judgments it cites a separate opinion by its title, and an operative provision as
"point 3 of the operative provisions". A report of the CPT by its reference with ``§``, a provision as "Article 19 of
…".
"""

from __future__ import annotations

from kb.citing.facts import Facts, without_end
from kb.citing.styles.portion import placed

_POINT = "point %s of the operative provisions"


def court(facts: Facts) -> str:
    """``Name v. State [GC], no. 30210/96, § 92, 26 October 2000``."""
    document, place = facts.document, f"§ {facts.number}" if facts.number else ""
    if facts.word == "footnote":
        place = f"footnote {facts.number}"
    if facts.case:
        mark = " [GC]" if facts.grand else ""
        mark += " (dec.)" if facts.decision else ""
        parts = [facts.name + mark, _numbers(facts.numbers), place, facts.day]
        if facts.portion is not None:
            parts[2:] = [facts.day, placed(facts, place, point=_POINT)]
    elif facts.instrument is not None:
        name = facts.instrument.names.get("en", facts.name)
        reference = next(iter(facts.instrument.references), "")
        whole = f"{name} ({reference})" if reference and facts.word != "article" else name
        parts = [f"{facts.word.title()} {facts.number} of the {whole}" if facts.number else whole]
    else:
        reference = document.reference if document.reference and document.reference not in facts.name else ""
        if facts.number and facts.word != "paragraph":
            place = f"{facts.word.title()} {facts.number}"
        parts = [
            without_end(facts.name),
            reference or "",
            placed(facts, place, point=_POINT),
            "" if reference else facts.day,
        ]
    return ", ".join(filter(None, parts))


def _numbers(numbers: tuple[str, ...]) -> str:
    if len(numbers) == 1:
        return f"no. {numbers[0]}"
    if len(numbers) > 3:
        return f"nos. {numbers[0]} and {len(numbers) - 1} others"
    return f"nos. {', '.join(numbers[:-1])} and {numbers[-1]}"
