"""Serbian in Cyrillic letters from Serbian in Latin ones, so that one text is kept: catalogues, terms of concepts."""

from __future__ import annotations

import re

_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_SINGLE = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
# Two letters that are two sounds, though they look like one: after these beginnings the pair stays apart.
_APART = re.compile(r"(?i)^(?:pod|nad|pred|od(?=živ))(?=ž)|^van(?=j)|^in(?=j(?:ek|un))|^kon(?=jug|junk)|^tan(?=jug)")
# What no script changes: placeholders, addresses, commands and what the query language or a format calls so.
_KEPT = re.compile(
    r"%\(\w+\)s|<[^>]+>|&\w+;|https?:\S+|/\w[\w./-]*"
    r"|\b(?:year|title|heading|kind|role|lang|institution|mechanism|state|theme|document):(?:\d+|\[[^\]]*\])?"
    r"|\bkb \w+(?: FOLDER| show| list)?|\bCPT/Inf \(\d+\) \d+|\bno\. \d+/\d+|\bOPCAT article \d+|\bArticle \d+"
    r"|„(?:relevance|date|sq|sr-Cyrl)“|\(fi, fl\)"
    r"|\b(?:AND|OR|NOT|TO|GET|JSON|PDF|DOCX|XLSX|EPUB|OCR|UTF-8|CSV|SKOS|OPCAT|CPT|ECLI|HUDOC|API|HTTP|KRCT|ID|Tesseract"
    r"|Word|Excel|Markdown|Detention KB|kb|ms|kB|MB|GB)\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def cyrillic(text: str) -> str:
    """The text in Cyrillic letters; what must stay as it is stays."""
    out, at = [], 0
    for kept in _KEPT.finditer(text):
        out += [_WORD.sub(_word, text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join((*out, _WORD.sub(_word, text[at:])))


def _word(found: re.Match[str]) -> str:
    word, made, at = found.group(), [], 0
    apart = _APART.search(word)
    while at < len(word):
        pair = word[at : at + 2].lower()
        if pair in _PAIRS and not (apart and at + 1 == apart.end()):
            letter, step = _PAIRS[pair], 2
        else:
            letter, step = _SINGLE.get(word[at].lower(), word[at]), 1
        made.append(letter.upper() if word[at].isupper() else letter)
        at += step
    return "".join(made)
