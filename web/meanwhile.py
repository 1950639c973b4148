"""What others did to a basket or a brief between the moment somebody opened it and the moment they wrote."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import NotHeld
from kb.kept import Kept
from web.asked import Asked
from web.i18n import N_, gettext
from web.site import Site

MOST = 20
SAID = {
    "added": N_("put in: %(place)s"),
    "removed": N_("taken out: %(place)s"),
    "cleared": N_("emptied"),
    "noted": N_("annotated: %(place)s"),
    "placed": N_("moved: %(place)s"),
    "dropped": N_("left out: %(place)s"),
    "restored": N_("taken back: %(place)s"),
    "section": N_("a section was moved"),
    "wanted": N_("what it is for was changed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that was done, in words; ``who`` may be "", ``at`` is a moment (UTC)."""

    words: str
    who: str
    at: str


def meanwhile(site: Site, asked: Asked, one: Kept) -> list[Told]:
    """What the address asks to be told: everything after the event ``seen``, up to the event ``until``."""
    seen, until = asked.whole("seen", low=0, high=2**53), asked.whole("until", low=0, high=2**53)
    if seen is None or until is None:
        return []
    told = []
    for event in site.shelf.since(one, seen, until=until)[-MOST:]:
        place = _place(site, event.key) if event.key else ""
        told.append(Told(words=gettext(SAID[event.what]) % {"place": place}, who=event.who, at=event.at))
    return told


def _place(site: Site, key: str) -> str:
    document, _, anchor = key.partition("#")
    try:
        held, passage = site.collection.document(document), site.collection.passage(document, anchor)
    except NotHeld:
        return ""
    return ", ".join(filter(None, (held.title, passage.label)))
