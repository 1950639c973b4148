"""Why files failed and pages were left, in the language of the answer; the indexer writes its own words in English."""

from __future__ import annotations

from kb.nouns import PageFacts
from kb.pages import state_words
from web.i18n import N_, gettext, said, speech

# What each reason means and what to do, as in docs/indexing.md.
_FAILURES = {
    "unreadable-text": (
        N_("the text is garbled on every page and could not be repaired"),
        N_("install Tesseract with its languages, or fetch the document in another format"),
    ),
    "needs-ocr": (
        N_("the PDF has pages but no text"),
        N_(
            "install OCR with its languages and index it again; "
            "where OCR found nothing, see whether it is the right file, or scan it anew"
        ),
    ),
    "encrypted": (
        N_("the file asks for a password, or is locked by its seller"),
        N_("save a copy without a password; for an EPUB ask the publisher"),
    ),
    "damaged": (
        N_("the file breaks the rules of its format"),
        N_("fetch it again, or open it in its program and save it anew"),
    ),
    "empty": (N_("there is no text in it"), N_("look whether it is the right file")),
    "unsupported": (N_("this kind of file is not read"), N_("save it as PDF, DOCX or text")),
    "too-large": (N_("it has more pages or text than the limits allow"), N_("split it")),
    "encoding": (N_("its encoding cannot be told without guessing"), N_("save it as UTF-8")),
    "unsafe": (N_("the file is built to harm its reader"), N_("ask where it comes from; print it to PDF")),
    "bomb": (N_("it unpacks to far more than it may"), N_("unpack it yourself and index what you need")),
    "too-deep": (N_("archives lie too deep inside each other"), N_("unpack it yourself and index what you need")),
    "timeout": (N_("reading it took too long"), N_("raise the limit, or save the file anew")),
    "memory": (N_("reading it needed more memory than a reader may have"), N_("save it anew in its program")),
    "crashed": (N_("the reader of its format crashed on it"), N_("save it anew in its program")),
    "missing": (N_("it cannot be opened"), N_("check name and permissions")),
    "no-access": (N_("it cannot be opened"), N_("check name and permissions")),
    "not-a-file": (N_("it cannot be opened"), N_("check name and permissions")),
    "unreadable": (N_("it cannot be opened"), N_("check name and permissions")),
    "name": (N_("its name is too long, or no text that can be kept"), N_("rename it")),
    "ocr-timeout": (N_("a page could not be read from its picture"), N_("look at the page; the others were read")),
    "ocr-failed": (N_("a page could not be read from its picture"), N_("look at the page; the others were read")),
    "changed": (N_("it changed while it was being read"), N_("index it again")),
    "not-kept": (N_("its original could not be copied"), N_("check disk space and permissions")),
    "internal": (N_("a fault of the program on this file"), N_("please report it")),
}


def failed(kind: str) -> tuple[str, str]:
    """What a reason means and what to do; two empty texts for a reason without words of its own."""
    meaning, advice = _FAILURES.get(kind, ("", ""))
    return (gettext(meaning), gettext(advice)) if meaning else ("", "")


def noted(facts: PageFacts) -> str:
    """What the reader noted of a page: its own words in English, how the page was read in other languages."""
    return facts.note if speech().language == "en" else said(state_words(facts.state))
