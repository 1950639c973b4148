"""BibTeX (Patashnik, BibTeXing, 1988), with the fields that biblatex adds for what BibTeX has none (url, langid).

Values stand in braces; the characters that TeX takes for commands are written so that they print as themselves. The
file is UTF-8, as biber and today's BibTeX styles read it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kb.citing.facts import Facts
from kb.citing.formats.keys import key_of, one_line, place_text
from kb.nouns import Kind

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_TYPES = {Kind.REPORT: "techreport", Kind.CPT_REPORT: "techreport"}


def bibtex(entries: Sequence[Facts]) -> str:
    """One entry for each document or passage."""
    return "\n".join(_entry(facts) for facts in entries)


def escaped(text: str) -> str:
    """A text that TeX prints as it is. Braces are written by name: an escaped one still counts for BibTeX."""
    out = one_line(text).translate(_TEX)
    return out.replace(r"\{", r"\textbraceleft{}").replace(r"\}", r"\textbraceright{}")


def _entry(facts: Facts) -> str:
    document = facts.document
    year, _, rest = (document.date or "").partition("-")
    kind = _TYPES.get(document.kind, "misc")
    number = document.reference or ("; ".join(facts.numbers) if facts.numbers else "")
    fields = {
        "title": facts.name,
        "institution": document.mechanism or "" if kind == "techreport" else "",
        "howpublished": "European Court of Human Rights" if facts.case else "",
        "number": number,
        "year": year,
        "month": str(int(rest[:2])) if rest[:2].isdigit() else "",
        "pages": str(facts.passage.page) if facts.passage is not None and facts.passage.page else "",
        "note": place_text(facts),
        "langid": facts.language,
    }
    lines = [f"  {name} = {{{escaped(value)}}}" for name, value in fields.items() if value]
    if document.mechanism:  # in braces of its own it is one name, not a first and a last one
        lines.insert(1, f"  author = {{{{{escaped(document.mechanism)}}}}}")
    lines.append(f"  url = {{{one_line(facts.address).replace('{', '%7B').replace('}', '%7D')}}}")
    return f"@{kind}{{{key_of(facts)},\n" + ",\n".join(lines) + "\n}\n"
