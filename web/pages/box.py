"""Where the search box leads when what is typed into it is a reference, or a list of them."""

from __future__ import annotations

from urllib.parse import urlencode

from kb.citations import find, parse_reference
from kb.citations.law_names import ANY
from kb.citator import aim_at, path_of
from kb.citator.authorities import pieces_of
from web.asked import Asked
from web.reply import Reply
from web.site import Site

# With any other field the question is about words: filters, a page of hits, or the wish to search the words instead.
_BARE = {"q", "ui"}
_MOSTLY = 0.6  # of the letters of a list are in its references


def led_elsewhere(site: Site, asked: Asked) -> Reply | None:
    """To the citator's page of a reference, or the table of authorities of several; None for words.

    A name alone ("Convention against Torture") is words: those are looked for, and the name's page is one step away.
    """
    if not set(asked.fields) <= _BARE:
        return None
    text = asked.one("q", longest=1_000)
    citation = parse_reference(text)
    if citation is not None:
        if citation.grammar == "name":
            return None
        aim = aim_at(site.collection, citation.target, citation.pinpoint)
        if citation.target.startswith(ANY) and not aim.documents:
            return None  # no law of that name is held: the words are looked for, and the answer says so
        return to(path_of(aim.address), asked=text)
    if len(pieces_of(text)) > 1:
        return to("/authorities", text=text)
    found = find(text)
    if len(found) > 1 and sum(each.end - each.start for each in found) >= _MOSTLY * len(text):
        return to("/authorities", text=text)
    return None


def named_page(site: Site, text: str) -> str:
    """The citator's page of what the whole text names or refers to; "" where it does neither."""
    citation = parse_reference(text)
    return path_of(aim_at(site.collection, citation.target, citation.pinpoint).address) if citation else ""


def to(path: str, **fields: str) -> Reply:
    """The answer that sends a browser on (303, so that going back does not ask again)."""
    return Reply(status=303, headers={"Location": path + (f"?{urlencode(fields)}" if fields else "")})
