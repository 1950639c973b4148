"""The title that a document prints, rather than its file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from indexer.describe.head import Line
from indexer.describe.kinds import JUDGMENT, LAW, kind_of_title
from kb.nouns import Kind

_LONGEST = 300
_WEB = {".html", ".htm", ".xhtml"}
# Who publishes stands above what is published.
_LETTERHEAD = re.compile(
    r"\b(?:cent(?:re|er)|ministry|service|committee|council|court|ombuds\w+|agency|department|ministère|comité|conseil"
    r"|qendra|ministria|shërbimi|komiteti|këshilli|gjykata|avokati i popullit|departamenti|republika e"
    r"|cent[ao]r\w*|ministarstvo|služba|komitet|savet|vijeće|sud|zaštitnik\w*|republika|uprava"
    r"|центар\w*|министерство|министарство|служба|комитет|савет|суд|заштитник|омбудсман|народен правобранител|република"
    r"|merkezi|bakanlığı|komitesi|mahkemesi|kurumu)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{2,6}[-/]\S*\d")
_JUDGMENT_END = re.compile(r"\s(?:v|c)\.\s[^\d(]{2,80}|\s(?:protiv|kundër|против)\s[^\d(]{2,80}")
_INSANE = re.compile(
    r"microsoft (?:word|powerpoint|excel)|untitled|^\W*$|\.(?:docx?|pdf|indd|qxp|rtf|odt|html?)\b|^(?:document|slide"
    r"|print|layout)\W?\d*$"
    r"|[\\/_]{1}\w+[\\/_]|^\S{0,60}\d{4,}\S*$|\bSHTYP\b|^doc\d*$",
    re.IGNORECASE,
)
# Symbols, page numbers, letterheads and the headings every document has are no titles.
_SYMBOL = re.compile(
    r"(?:[A-Z]{1,6}/\S+|CPT/Inf.{0,20}|[\d.\s/–-]+|(?:page|faqe|strana)\s\d+|(?:ISSN|ISBN|COBISS|Distr)\b.*"
    r"|united (?:a )?nations.{0,30}|nations (?:a )?unies.{0,30}|naciones (?:a )?unidas.{0,30}"
    r"|организация объединенных наций.{0,30}"
    r"|general assembly.{0,20}|assemblée générale.{0,20}|asamblea general|\[.*\]|general|human rights council"
    r"|original\b.*|(?:[\w-]+\s){1,2}session|agenda item.*"
    r"|table of contents|contents|sommaire|përmbajtja|tabela e përmbajtjes|sadržaj|садржај|содржина|içindekiler|inhalt"
    r"|introduction|hyrje|uvod|увод|вовед|giriş|foreword|preface|parathënie|predgovor|предговор|preamble|preambul\w*"
    r"|strasbourg,?.{0,20}|ligj|zakon|закон|loi|law)\W*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:[IVX\d]{1,3}[.)]?\s)?(?:introduction|hyrje|parathënie|uvod|predgovor|увод|предговор|вовед|giriş|önsöz|foreword"
    r"|preface|einleitung|table of contents|contents|sommaire|përmbajtja|sadržaj|садржај|содржина|içindekiler)\W*",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"^(?:report|rapport|raport\w*|response|réponse|përgjigj\w*|izve[šs]taj|извештај)\b.{0,120}\b(?:government"
    r"|gouvernement|qeveri\w*|vlad\w*|влад\w*)\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"^Report of the Working Group on the Universal Periodic\s*Review\W{0,2}$", re.IGNORECASE)


def judgment_title(text: str) -> str | None:
    """``CASE OF X v. Y`` as the judgment prints it, None in other documents."""
    match = JUDGMENT.search(text)
    if match is None:
        return None
    line_end = text.find("\n", match.end())
    line = text[match.start() : line_end if line_end != -1 else len(text)]
    return re.split(r"\s\((?:App|Req|Kërk|Predst|nos?\.)", line)[0].strip()[:_LONGEST]


def title_of(lines: Sequence[Line], *, stated: str, path: Path) -> str:
    """The best printed title; where none is printed the one the file states, and at last the file's name.

    ``stated`` is what the file says of itself (PDF Info, HTML title): believed at once where the page prints it too.
    """
    statement = " ".join(stated.split())[:_LONGEST] if sane(stated) else ""
    if statement and (path.suffix.lower() in _WEB or _key(statement) in {_key(line.text) for line in lines[:15]}):
        return statement
    if long := _report(lines) or _law(lines):
        return long
    candidates = [
        (number, line) for number, line in enumerate(lines[:12]) if _worthy(line.text) and not _CODE.match(line.text)
    ]
    named = [n for n, line in candidates[:5] if len(line.text) <= 160 and kind_of_title(line.text) is not Kind.OTHER]
    if named:
        return _joined(lines, named[0])
    opening = next((n for n, line in enumerate(lines[:12]) if line.heading and _OPENING.fullmatch(line.text)), 12)
    headings = [n for n, line in candidates if line.heading and n < opening and not _LETTERHEAD.search(line.text)]
    if not headings:  # a title in plain type stands above the introduction, whose neighbours are sections
        candidates = [one for one in candidates if one[0] < opening] or candidates
    if headings and (headings[0] <= 3 or not statement):
        return _joined(lines, headings[0])
    lone = [line.text for _, line in candidates if len(line.text) <= 160]
    short = [text for text in lone if not _LETTERHEAD.search(text)] or lone
    return statement or next(iter(short), "") or re.sub(r"[\s_-]+", " ", path.stem).strip() or path.name


def _report(lines: Sequence[Line]) -> str | None:
    """The long names of the reports of the CPT and of the Universal Periodic Review."""
    for number, line in enumerate(lines[:40]):
        if _REVIEW.match(line.text):
            after = [one.text for one in lines[number + 1 : number + 3] if len(one.text) < 60 and "*" not in one.text]
            return f"{line.text.rstrip('* ')}: {after[0]}" if after else line.text.rstrip("* ")
        if _VISIT.match(line.text) and len(line.text) <= _LONGEST:
            return line.text
    return None


def _law(lines: Sequence[Line]) -> str | None:
    for number, line in enumerate(lines[:25]):
        if LAW.match(line.text) and len(line.text) <= 200 and not line.text.rstrip().endswith((";", ",")):
            return _joined(lines, number)
    return None


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def sane(stated: str) -> bool:
    """Whether a file's own title was written by a person for readers, not by the word processor."""
    text = " ".join(stated.split())
    letters = sum(c.isalpha() for c in text)
    return 8 <= len(text) <= 200 and letters >= 0.6 * len(text.replace(" ", "")) and not _INSANE.search(text)


def _worthy(text: str) -> bool:
    return 4 <= len(text) <= _LONGEST and sum(c.isalpha() for c in text) >= 4 and not _SYMBOL.fullmatch(text)


def _joined(lines: Sequence[Line], number: int) -> str:
    """A title in capitals that runs over several headings ("LIGJ", "PËR EKZEKUTIMIN …") comes back whole."""
    title = lines[number].text
    for line in lines[number + 1 : number + 4]:
        short = len(title) < 60 and len(line.text) < 160
        if not (short and title.isupper() and line.text.isupper() and _worthy(line.text)):
            break
        title = f"{title} {line.text}"
    return title[:_LONGEST]
