"""A brief that is kept: its preview, with what a person can do to each passage."""

from __future__ import annotations

from kb.brief.arrange import arranged
from kb.brief.kept import as_kept, to_keep, wanted_of
from kb.errors import KBError, NotHeld
from kb.kept import BRIEF, Kept, Overtaken
from kb.wording import worded
from web.asked import Asked
from web.brief_asking import read_wanted
from web.errors import BadRequest, Fault, fault_of
from web.meanwhile import meanwhile
from web.mine import with_cookie
from web.pages.basket import place_of
from web.pages.brief import as_file, gathered, values_of
from web.pages.register import refuse_readers
from web.reply import Reply, see_other
from web.site import Site
from web.templating import page


def kept_brief(site: Site, asked: Asked) -> Reply:
    """Its page."""
    return shown(site, asked, site.shelf.one(BRIEF, int(asked.args["number"])))


def shown(
    site: Site, asked: Asked, one: Kept, *, status: int = 200, fault: Fault | None = None, typed: str = "", at: str = ""
) -> Reply:
    """Its page, with what was typed where it could not be taken."""
    state = site.shelf.state(one)
    wanted = wanted_of(state, root=site.address)
    whole = arranged(
        gathered(site, wanted),
        dropped=state.dropped,
        placed=state.placed,
        sections=state.sections,
        whole=True,
    )
    values = values_of(site, wanted, whole) | {
        "title": one.name,
        "kept": one,
        "state": state,
        "who": asked.cookies.get("who", ""),
        "name": one.name,
        "meanwhile": meanwhile(site, asked, one),
        "fault": fault,
        "typed": typed,
        "at": at,
    }
    return page("brief.html", status=status, **values)


def write(site: Site, asked: Asked) -> Reply:
    """Leave out, take back, annotate, move; change what it is for; rename, put away."""
    refuse_readers(site)
    shelf, sent = site.shelf, asked.sent()
    one = shelf.one(BRIEF, int(asked.args["number"]))
    key, who = sent.one("key", longest=400), asked.cookies.get("who", "")
    last, here, note = shelf.state(one).last, f"/brief/{one.id}", sent.one("note", longest=10_000)
    place = sent.one("place_of", longest=600)
    try:
        match sent.one("do"):
            case "drop" | "back":
                shelf.drop(one, key, who=who, back=sent.one("do") == "back")
            case "note":
                shelf.note(one, key, note, who=who, seen=sent.whole("note_seen", low=0, high=2**53))
            case "want":
                wanted = read_wanted(sent, root=site.address)
                gathered(site, wanted)
                shelf.want(one, to_keep(wanted), who=who, seen=sent.whole("wanted_seen", low=0, high=2**53))
            case "rename":
                shelf.rename(one, sent.one("name"))
            case "away":
                shelf.put_away(one)
                return see_other("/brief")
            case "who":
                secure = site.address.startswith("https:")
                return with_cookie(see_other(here), "who", sent.one("who", longest=100), secure=secure)
            case _ if sent.one("section"):
                name, _, before = sent.one("section").partition(" ")
                shelf.place_section(one, name, before, who=who)
            case _ if sent.one("move", longest=800):
                moving, _, before = sent.one("move", longest=800).partition(" ")
                shelf.place(one, moving, before, who=who)
            case _:
                raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
    except NotHeld:
        raise
    except Overtaken as error:
        return shown(site, asked, one, status=409, fault=fault_of(error), typed=note, at=key)
    except KBError as error:
        return shown(site, asked, one, status=400, fault=fault_of(error), typed=note, at=key)
    seen = sent.whole("seen", low=0, high=2**53)
    told = f"?seen={seen}&until={last}" if seen is not None and seen < last else ""
    return see_other(here + told + (f"#{place}" if place and not told else place_of(key) if key and not told else ""))


def file(site: Site, asked: Asked) -> Reply:
    """The document with all that was done to it."""
    one = site.shelf.one(BRIEF, int(asked.args["number"]))
    return as_file(gathered(site, as_kept(site.shelf.state(one), root=site.address)), asked.args["format"])
