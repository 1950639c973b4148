"""The brief for a visit: a form, a preview of the document as it will be, and the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kb.brief import FORMATS, LANGUAGES, Brief, Wanted, gather
from kb.brief.formats import made
from kb.brief.kept import to_keep
from kb.errors import KBError, NotHeld
from kb.institutions import known
from kb.kept import BRIEF
from kb.wording import worded
from web.asked import Asked
from web.brief_asking import address_of, fields_of, read_wanted
from web.errors import Fault, fault_of
from web.facets import Choice
from web.i18n import gettext
from web.mine import with_cookie
from web.pages.register import refuse_readers, theme_name
from web.reply import Reply, disposition, see_other
from web.site import Site
from web.strings import name_of
from web.templating import page

FILES = {"docx": "DOCX", "html": "HTML", "md": "Markdown", "pdf": "PDF"}
SHOWN = 12  # places, and themes, to tick; the rest is folded away


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Places or themes to tick: those with most, and the rest."""

    parameter: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


def brief(site: Site, asked: Asked) -> Reply:
    """The form, and the preview where an institution is chosen."""
    wanted = read_wanted(asked, root=site.address)
    if not wanted.institutions:
        return page("brief.html", **values_of(site, wanted))
    try:
        return page("brief.html", **values_of(site, wanted, gathered(site, wanted)))
    except NotHeld as error:
        fault = Fault(404, error.kind, error.message, "")
        return page("brief.html", status=404, **values_of(site, wanted) | {"fault": fault})


def gathered(site: Site, wanted: Wanted) -> Brief:
    """The brief, of what the site may show."""
    return gather(site.register, site.findings, wanted)


def values_of(site: Site, wanted: Wanted, shown: Brief | None = None) -> dict[str, Any]:
    """What the page is made of."""
    return {
        "title": gettext("Visit brief"),
        "query": None,
        "wanted": wanted,
        "brief": shown,
        "fields": fields_of(wanted),
        "places": places_of(site, wanted),
        "themes": themes_of(site, wanted),
        "typed_places": [name for name in wanted.institutions if name not in known().by_id],
        "languages": LANGUAGES,
        "files": FILES,
        "address": address_of(wanted),
        "kept": None,
        "state": None,
        "listed": site.shelf.listed(BRIEF),
        "may_write": not site.everyone,
        "who": "",
        "name": shown.subtitle if shown else "",
        "meanwhile": (),
        "fault": None,
        "typed": "",
        "at": "",
    }


def places_of(site: Site, wanted: Wanted) -> Choices:
    """The places that anything is held about, the most first."""
    counts = _counts(site, "institution")
    chosen = [each for name in wanted.institutions for each in known().resolve(name)]
    own = [one for one in known() if counts.get(one.id) or one.id in chosen]
    order = sorted(own, key=lambda one: (one.id not in chosen, -counts.get(one.id, 0), name_of(one.id, "institution")))
    choices = tuple(
        Choice(
            value=one.id,
            name=name_of(one.id, "institution"),
            count=counts.get(one.id, 0),
            chosen=one.id in chosen,
            address="",
        )
        for one in order
    )
    return Choices(parameter="institution", first=choices[:SHOWN], rest=choices[SHOWN:])


def themes_of(site: Site, wanted: Wanted) -> Choices:
    """The themes that anything is held about, the most first."""
    counts = _counts(site, "theme")
    ids = {*counts, *(each for each in wanted.themes if each in site.collection.thesaurus.concepts)}
    order = sorted(ids, key=lambda one: (one not in wanted.themes, -counts.get(one, 0), theme_name(site, one)))
    choices = tuple(
        Choice(
            value=one,
            name=theme_name(site, one),
            count=counts.get(one, 0),
            chosen=one in wanted.themes,
            address="",
        )
        for one in order
    )
    return Choices(parameter="theme", first=choices[:SHOWN], rest=choices[SHOWN:])


def _counts(site: Site, field: str) -> dict[str, int]:
    found, recommended = site.findings.snapshot().having[field], site.register.snapshot().having[field]
    return {
        value: found.get(value, 0).bit_count() + recommended.get(value, 0).bit_count()
        for value in {*found, *recommended}
    }


def keep(site: Site, asked: Asked) -> Reply:
    """Keep a brief under a name, and go to its page."""
    refuse_readers(site)
    sent = asked.sent()
    wanted, who = read_wanted(sent, root=site.address), sent.one("who")
    try:
        gathered(site, wanted)
        one, new = site.shelf.make(BRIEF, sent.one("name") or " ", who=who)
        if not new:
            raise KBError(
                worded("“%(name)s” is the name of another one", name=one.name),
                advice=worded("Choose another name, or open that one."),
                kind="misuse",
            )
        site.shelf.want(one, to_keep(wanted), who=who)
    except NotHeld:
        raise
    except KBError as error:
        fault = fault_of(error)
        values = values_of(site, wanted, gathered(site, wanted)) | {"fault": fault, "name": sent.one("name")}
        return page("brief.html", status=fault.status, **values)
    return with_cookie(see_other(f"/brief/{one.id}"), "who", who, secure=site.address.startswith("https:"))


def file(site: Site, asked: Asked) -> Reply:
    """The document, without anything kept: what to leave out is sent along."""
    sent = asked.sent() if asked.body else asked
    return as_file(gathered(site, read_wanted(sent, root=site.address)), asked.args.get("format") or sent.one("as"))


def as_file(shown: Brief, form: str) -> Reply:
    """A brief to download; NotHeld for a format there is not."""
    if form not in FORMATS:
        raise NotHeld(worded("There is nothing at this address."))
    name = f"{shown.title} {shown.subtitle}"[:80].strip()
    return Reply(
        body=made(shown, form),
        media_type=FORMATS[form][1],
        headers={"Content-Disposition": disposition(f"{name}.{form}")},
    )
