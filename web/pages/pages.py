"""The pages a person should hold against the original: mended, read by OCR, or not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kb.nouns import TO_CHECK, PageState, PagesToCheck, PageToCheck
from kb.pages import state_words
from kb.wording import worded
from web.asked import Asked
from web.asking import DOCUMENT, MAX_OFFSET
from web.errors import BadRequest
from web.i18n import gettext, percent_text, said
from web.pages.notice import lost_text, repairs_text
from web.reply import Reply
from web.site import Site
from web.templating import page

PER_PAGE = 50
FIRST_DOCUMENTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A state or a document with its number of pages, and the address with it chosen, or no longer."""

    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A page in words; ``lost`` says why it is not searched. What there is nothing to say of is ""."""

    page: PageToCheck
    state: str
    confidence: str
    quality: str
    repairs: str
    lost: str


def pages(site: Site, asked: Asked) -> Reply:
    """Fifty pages at a time; ``state`` (as often as wanted) and ``document`` narrow them."""
    states, document = asked_states(asked), asked_document(asked)
    number = asked.whole("page", low=1, high=MAX_OFFSET // PER_PAGE) or 1
    found = site.collection.pages_to_check(states, document, limit=PER_PAGE, offset=(number - 1) * PER_PAGE)
    last = max(min((found.total + PER_PAGE - 1) // PER_PAGE, MAX_OFFSET // PER_PAGE), 1)
    return page(
        "pages.html",
        title=gettext("Pages to check"),
        query=None,
        found=found,
        rows=[_row(each) for each in found.pages],
        states=_states(found, states, document),
        documents=_documents(found, states, document),
        first_documents=FIRST_DOCUMENTS,
        chosen=site.collection.document(document) if document else None,
        everything=address_of((), "") if states or document else "",
        without_document=address_of(states, ""),
        number=number,
        first=(number - 1) * PER_PAGE + 1,
        last=last,
        before=address_of(states, document, number - 1) if number > 1 else "",
        after=address_of(states, document, number + 1) if number < last else "",
    )


def _row(each: PageToCheck) -> Row:
    facts = each.facts
    lost = lost_text(facts)
    return Row(
        page=each,
        state=said(state_words(facts.state)),
        confidence="" if facts.confidence is None else percent_text(facts.confidence),
        quality="" if lost or facts.score >= 1 else percent_text(facts.score),
        repairs=repairs_text(facts.repairs),
        lost=lost,
    )


def _states(found: PagesToCheck, states: tuple[PageState, ...], document: str) -> list[Choice]:
    return [
        Choice(
            name=said(state_words(state)),
            count=found.states.get(state, 0),
            chosen=state in states,
            address=address_of(tuple(s for s in TO_CHECK if (s in states) != (s is state)), document),
        )
        for state in TO_CHECK
        if state in found.states or state in states
    ]


def _documents(found: PagesToCheck, states: tuple[PageState, ...], document: str) -> list[Choice]:
    return [
        Choice(
            name=title,
            count=count,
            chosen=name == document,
            address=address_of(states, "" if name == document else name),
        )
        for name, title, count in found.documents
    ]


def asked_states(asked: Asked) -> tuple[PageState, ...]:
    """The states asked for; BadRequest for one that no page to check has."""
    values = asked.many("state")
    for value in values:
        if value not in TO_CHECK:
            raise BadRequest(
                worded("There is no state of pages “%(value)s”.", value=value),
                where="state",
                advice=worded("There are: %(known)s.", known=", ".join(TO_CHECK)),
            )
    return tuple(state for state in TO_CHECK if state in values)


def asked_document(asked: Asked) -> str:
    """The document asked for, "" for all; BadRequest for what can be none."""
    document = asked.one("document")
    if document and not DOCUMENT.fullmatch(document):
        raise BadRequest(worded("That is no document."), where="document")
    return document


def address_of(states: tuple[PageState, ...], document: str, number: int = 1) -> str:
    """The address that asks for this."""
    fields: list[tuple[str, Any]] = [("state", state.value) for state in states]
    fields += [("document", document)] if document else []
    fields += [("page", number)] if number > 1 else []
    return "/pages" + (f"?{urlencode(fields)}" if fields else "")
