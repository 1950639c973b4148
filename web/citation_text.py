"""A passage's citation in words that can be pasted into a submission, in the language of the answer."""

from __future__ import annotations

import re

from kb.judgments import OPERATIVE, is_note, portion_of
from kb.nouns import Document, Kind, Passage
from web.i18n import N_, gettext
from web.strings import name_of, opinion_text

NESTED = re.compile(r"\d+\.(?:\d+|[a-z]{1,5})")
ROUND = re.compile(r"\d+(?:\.[a-z0-9]{1,5}){1,3}")
AGAIN = re.compile(r"~\d+")  # of an anchor whose number was there before
NUMBER = re.compile(r"\(?[0-9]+[0-9.\-/]*[a-z]{0,5}[.)]?$")
LAST_NUMBER = re.compile(r"\d[\w.]*(?<!\.)")
# The first word of an anchor, and how a numbered passage is named after it.
NAMED = {
    "article": N_("Article %(number)s"),
    "rule": N_("Rule %(number)s"),
    "principle": N_("Principle %(number)s"),
    "standard": N_("Standard %(number)s"),
    "guideline": N_("Guideline %(number)s"),
    "section": N_("Section %(number)s"),
    "recommendation": N_("Recommendation %(number)s"),
    "chapter": N_("Chapter %(number)s"),
}


def pinpoint(document: Document, passage: Passage) -> str:
    """``para. 41``, ``para. 41 (a)``, ``§ 41`` (judgments), ``Rule 18.1``, ``Article 3``; "" for one without number.

    What stands in the operative part of a judgment or in a separate opinion has numbers of its own:
    ``dissenting opinion of Judge X, § 2``.
    """
    portion = portion_of(document, passage)
    if portion is None:
        return _numbered(document, passage)
    if portion.kind == OPERATIVE:
        number = _numbered(document, passage).removeprefix("§ ")
        if not number[:1].isdigit():
            return name_of(OPERATIVE, "portion")
        return gettext("operative part, point %(number)s") % {"number": number}
    return ", ".join(filter(None, (opinion_text(portion), _numbered(document, passage))))


def _numbered(document: Document, passage: Passage) -> str:
    label = passage.label.strip()
    if is_note(document, passage) and label.strip("[]. ").isdigit():
        return gettext("footnote %(number)s") % {"number": label.strip("[]. ")}
    anchor = AGAIN.sub("", passage.anchor)
    if (
        label
        and not label.startswith("(")
        and NESTED.fullmatch(anchor)
        and anchor.endswith(f".{label.strip('().').lower()}")
    ):
        label = anchor  # an item of a list in paragraph 57 is cited with its paragraph: 57.1
    if label.startswith("(") and ROUND.fullmatch(anchor):
        number, *items = anchor.split(".")
        label = " ".join((number, *(f"({item})" for item in items)))
    elif not label or not NUMBER.match(label):
        # An instrument has its articles in every language; a law is cited by the word that it prints itself.
        return label if document.kind is Kind.LAW else _provision(label, anchor) or label
    else:
        label = label.strip("().")
    if named := NAMED.get(passage.anchor.partition("-")[0]):
        return gettext(named) % {"number": label}
    return f"§ {label}" if document.kind is Kind.JUDGMENT else gettext("para. %(number)s") % {"number": label}


def _provision(label: str, anchor: str) -> str:
    """``Article 3`` in the language of the answer, whatever word the text prints; "" for what is no provision."""
    word, _, number = anchor.partition("-")
    found = LAST_NUMBER.search(label)
    if word not in NAMED or found is None or found[0].casefold() != number:
        return ""
    return gettext(NAMED[word]) % {"number": found[0]}


def cite_document(document: Document) -> str:
    """``KRCT, Title, Reference, 2023``: what is known of it, in this order, nothing twice."""
    parts = [document.mechanism or "", document.title.strip()]
    if document.reference and document.reference.casefold() not in document.title.casefold():
        parts.append(document.reference)
    if document.year and f"({document.year})" not in (document.reference or ""):
        parts.append(str(document.year))
    return ", ".join(filter(None, parts))


def cite_passage(document: Document, passage: Passage, *, address: str) -> str:
    """``KRCT, Title, 2023, para. 41, p. 12, http://…/d/…/p/41``; ``address`` is the site's root."""
    page = gettext("p. %(n)s") % {"n": passage.page} if passage.page else ""
    parts = (cite_document(document), pinpoint(document, passage), page, address + passage.url)
    return ", ".join(filter(None, parts))
