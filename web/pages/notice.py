"""How the pages were read that a passage stands on, and pages to check as rows, in the words of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.nouns import PageFacts, PageState, Passage
from kb.pages import repairs_words
from web.i18n import N_, gettext, percent_text, said

_LOST = {
    PageState.DAMAGED: N_("The page is broken in the file: nothing on it is searched."),
    PageState.UNREADABLE: N_("Its letters make no words that could be mended: nothing on it is searched."),
    PageState.NEEDS_OCR: N_("No OCR was there to read it: what the picture shows is not searched."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What to know of a passage's pages before quoting it; ``page`` is the one to look at."""

    words: str
    page: int


def notice_of(passage: Passage, pages: Sequence[PageFacts]) -> Notice | None:
    """What the least certain of its pages calls for; None where all are text as it was found."""
    numbers: set[int | None] = {mark.page for mark in passage.marks} or {passage.page}
    own = [facts for facts in pages if facts.number in numbers]
    scans = [facts for facts in own if facts.state is PageState.OCR]
    if scans:
        least = min(scans, key=lambda facts: 1.0 if facts.confidence is None else facts.confidence)
        if least.confidence is None:
            return Notice(words=gettext("Read by OCR."), page=least.number)
        words = gettext("Read by OCR (confidence %(share)s).") % {"share": percent_text(least.confidence)}
        return Notice(words=words, page=least.number)
    mended = [facts for facts in own if facts.state is PageState.REPAIRED]
    if not mended:
        return None
    what = repairs_text([name for facts in mended for name in facts.repairs])
    if not what:
        return Notice(words=gettext("The text of this page was repaired."), page=mended[0].number)
    words = gettext("The text of this page was repaired (%(repairs)s).") % {"repairs": what}
    return Notice(words=words, page=mended[0].number)


def repairs_text(names: Sequence[str]) -> str:
    """What the repairs undid, in the language of the answer."""
    return "; ".join(said(words) for words in repairs_words(names))


def lost_text(facts: PageFacts) -> str:
    """Why a page is not searched, "" for one that is; with what the reader noted beyond the reason."""
    why = gettext(_LOST[facts.state]) if facts.state in _LOST else ""
    more = facts.note.partition("; ")[2].strip()
    return f"{why} ({more})" if why and more else why
