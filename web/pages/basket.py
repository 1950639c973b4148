"""The basket: what was collected, with notes, in an order; and the button that puts a passage there from any page."""

from __future__ import annotations

from typing import Any

from kb.basket import FORMATS, contents, exported
from kb.brief import LANGUAGES, language_of
from kb.errors import KBError, NotHeld
from kb.kept import BASKET, Kept, Overtaken, named
from kb.wording import worded
from web.asked import Asked
from web.citation_text import pinpoint
from web.errors import BadRequest, Fault, fault_of
from web.i18n import gettext, speech
from web.meanwhile import meanwhile
from web.mine import basket_of, with_cookie
from web.pages.export import FORMAT_NAMES
from web.pages.register import refuse_readers
from web.reply import Reply, disposition, see_other
from web.site import Site
from web.templating import page

FILES = {"docx": "DOCX", "html": "HTML", "md": "Markdown", "pdf": "PDF", **FORMAT_NAMES}


def basket(site: Site, asked: Asked) -> Reply:
    """The chosen basket, or the one of the address."""
    if site.everyone:
        return page("basket.html", **_values(site, None))
    if number := asked.args.get("number"):
        return shown(site, asked, site.shelf.one(BASKET, int(number)))
    return shown(site, asked, basket_of(site, asked.cookies))


def shown(
    site: Site,
    asked: Asked,
    one: Kept | None,
    *,
    status: int = 200,
    fault: Fault | None = None,
    typed: str = "",
    at: str = "",
) -> Reply:
    """Its page, with what was typed where it could not be taken."""
    values = _values(site, one) | {"fault": fault, "typed": typed, "at": at}
    if one is not None:
        chosen = basket_of(site, asked.cookies)
        values |= {"chosen": chosen is not None and chosen.id == one.id, "meanwhile": meanwhile(site, asked, one)}
    return page("basket.html", status=status, **values)


def _values(site: Site, one: Kept | None) -> dict[str, Any]:
    state = site.shelf.state(one) if one else None
    return {
        "title": (one.name if one else "") or gettext("Basket"),
        "query": None,
        "one": one,
        "others": [each for each in site.shelf.listed(BASKET) if one is None or each.id != one.id],
        "state": state,
        "items": contents(site.collection, state) if state else (),
        "pinpoint": pinpoint,
        "files": FILES | {"authorities": gettext("Table of authorities")},
        "languages": LANGUAGES,
        "language": language_of_files(),
        "may_write": not site.everyone,
        "chosen": True,
        "meanwhile": (),
        "fault": None,
        "typed": "",
        "at": "",
    }


def language_of_files() -> str:
    """The language of the interface where a file can be written in it, else English."""
    return language_of(speech().language) or "en"


def add(site: Site, asked: Asked) -> Reply:
    """Put a passage into the chosen basket, and go back to where one was."""
    refuse_readers(site)
    sent = asked.sent()
    one = basket_of(site, asked.cookies) or site.shelf.make(BASKET, "", who=asked.cookies.get("who", ""))[0]
    keys = sent.many("key", longest=400)
    if not keys:
        raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
    site.shelf.add(one, keys, who=asked.cookies.get("who", ""))
    return see_other(back_to(sent.one("back", longest=8_192)) + place_of(keys[0]))


def back_to(address: str) -> str:
    """An address of this site, the basket where it is none: what a form sends may lead nowhere else."""
    plain = address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable() and "#" not in address
    return address if plain and address.isascii() else "/basket"


def place_of(key: str) -> str:
    """The place of a passage's button on a page."""
    return "#b-" + key.replace("#", ".")


def write(site: Site, asked: Asked) -> Reply:
    """Annotate, move, take out, rename, choose."""
    refuse_readers(site)
    shelf, sent = site.shelf, asked.sent()
    one = shelf.one(BASKET, int(asked.args["number"]))
    key, who = sent.one("key", longest=400), asked.cookies.get("who", "")
    secure = site.address.startswith("https:")
    last = shelf.state(one).last
    here = f"/basket/{one.id}"
    try:
        match sent.one("do"):
            case "note":
                note_seen = sent.whole("note_seen", low=0, high=2**53)
                shelf.note(one, key, sent.one("note", longest=10_000), who=who, seen=note_seen)
            case "remove":
                shelf.remove(one, [key], who=who)
                key = ""
            case "move":
                key, _, before = sent.one("move", longest=800).partition(" ")
                shelf.place(one, key, before, who=who)
            case "clear":
                shelf.clear(one, who=who)
            case "rename":
                shelf.rename(one, sent.one("name"))
            case "new":
                made, _ = shelf.make(BASKET, named(sent.one("name")), who=who)
                return with_cookie(see_other(f"/basket/{made.id}"), "basket", str(made.id), secure=secure)
            case "choose":
                return with_cookie(see_other(here), "basket", str(one.id), secure=secure)
            case "away":
                shelf.put_away(one)
                return see_other("/basket")
            case _ if sent.one("move", longest=800):
                key, _, before = sent.one("move", longest=800).partition(" ")
                shelf.place(one, key, before, who=who)
            case _:
                raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
    except NotHeld:
        raise
    except Overtaken as error:
        return shown(
            site, asked, one, status=409, fault=fault_of(error), typed=sent.one("note", longest=10_000), at=key
        )
    except KBError as error:
        return shown(
            site, asked, one, status=400, fault=fault_of(error), typed=sent.one("note", longest=10_000), at=key
        )
    seen = sent.whole("seen", low=0, high=2**53)
    told = f"?seen={seen}&until={last}" if seen is not None and seen < last else ""
    return see_other(here + told + (place_of(key) if key else ""))


def file(site: Site, asked: Asked) -> Reply:
    """The basket in one of the formats."""
    one = site.shelf.one(BASKET, int(asked.args["number"]))
    if asked.args["format"] not in FORMATS:
        raise NotHeld(worded("There is nothing at this address."))
    language = asked.one("lang") or language_of_files()
    items = contents(site.collection, site.shelf.state(one))
    name = one.name or gettext("Basket")
    data, media_type, suffix = exported(
        site.collection, items, asked.args["format"], name=one.name, language=language, root=site.address
    )
    return Reply(body=data, media_type=media_type, headers={"Content-Disposition": disposition(f"{name}.{suffix}")})
