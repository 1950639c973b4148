"""One recommendation of the register: its history, what answers it, where it was made again, and a form to go on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from kb.errors import KBError, NotHeld
from kb.nouns import Document, Passage, Progress, Recommendation, StatusEntry
from kb.register.again import confirm, made_again
from kb.register.answers import answers_to
from kb.register.checked import checked
from kb.register.register import Conflict
from kb.wording import worded
from web.asked import Asked
from web.citation_text import cite_passage
from web.errors import BadRequest, Fault, fault_of
from web.i18n import gettext
from web.pages.register import refuse_readers, theme_name
from web.reply import Reply, see_other
from web.site import Site
from web.templating import page


def recommendation(site: Site, asked: Asked) -> Reply:
    """Its page."""
    return shown(site, site.register.one(_key(asked)))


def _key(asked: Asked) -> str:
    return f"{asked.args['document']}#{asked.args['anchor']}"


def address_of(key: str) -> str:
    """The address of a recommendation's page."""
    document, _, anchor = key.partition("#")
    return f"/register/{document}/{anchor}"


def shown(
    site: Site, found: Recommendation, *, status: int = 200, fault: Fault | None = None, typed: Any = None
) -> Reply:
    """The page, with what was typed where it could not be taken."""
    return page(
        "recommendation.html",
        status=status,
        title=gettext("Recommendation %(label)s") % {"label": found.passage.label or found.passage.anchor},
        query=None,
        each=found,
        citation=cite_passage(found.document, found.passage, address=site.address),
        history=[(entry, _evidence(site, entry)) for entry in reversed(found.history)],
        again=made_again(site.register, found),
        answers=answers_to(site.collection, found),
        theme=lambda name: theme_name(site, name),
        address_of=address_of,
        statuses=[each for each in Progress if each.is_said],
        may_write=not site.everyone,
        today=datetime.now(UTC).date().isoformat(),
        fault=fault,
        typed=typed
        or {"set": found.status.value if found.status.is_said else "", "on": "", "evidence": "", "note": "", "who": ""},
    )


def _evidence(site: Site, entry: StatusEntry) -> tuple[Document, Passage | None] | None:
    document, _, anchor = entry.evidence.partition("#")
    if not document:
        return None
    try:
        return site.collection.document(document), site.collection.passage(document, anchor) if anchor else None
    except NotHeld:
        return None


def write(site: Site, asked: Asked) -> Reply:
    """Add an entry to its history, or say that another recommendation is the same one."""
    refuse_readers(site)
    key, sent = _key(asked), asked.sent()
    if other := sent.one("same", longest=400):
        now = datetime.now(UTC).isoformat(timespec="seconds")
        confirm(site.register, key, other, holds=sent.one("holds") == "1", who=sent.one("who"), at=now)
        return see_other(address_of(key))
    typed = {name: sent.one(name, longest=4_000) for name in ("set", "on", "evidence", "note", "who")}
    seen = sent.whole("seen", low=0, high=2**53)
    if seen is None:
        raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
    try:
        entry = checked(typed["set"], on=typed["on"], evidence=typed["evidence"], note=typed["note"], who=typed["who"])
        site.register.say(key, entry, seen=seen)
    except Conflict as error:
        return shown(site, error.now, status=409, fault=fault_of(error), typed=typed)
    except NotHeld:
        raise
    except KBError as error:
        return shown(site, site.register.one(key), status=400, fault=fault_of(error), typed=typed)
    return see_other(address_of(key))
