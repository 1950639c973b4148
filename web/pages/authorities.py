"""Tables of authorities: of what somebody pastes, and of a document."""

from __future__ import annotations

from urllib.parse import parse_qs

from kb.citator import authorities_in, table_of_authorities
from kb.citator.shapes import authority_shape, list_rows, listed_shape, table_rows
from kb.citing.csv_rows import written
from kb.wording import worded
from web.asked import MAX_BODY, Asked, is_clean
from web.errors import BadRequest
from web.i18n import gettext, speech
from web.reply import Reply, as_json, disposition
from web.site import Site
from web.templating import page

MAX_TEXT = 100_000  # characters
MAX_IN_ADDRESS = 4_000
CSV = "text/csv; charset=utf-8"


def authorities(site: Site, asked: Asked) -> Reply:
    """The form, and below it the table of what was pasted; with ``as`` the table alone, as csv or json."""
    text, form = pasted(asked)
    listed = authorities_in(site.collection, text, language=speech().language) if text else []
    if form == "csv":
        return as_csv(list_rows(listed), "authorities.csv")
    if form == "json":
        return as_json([listed_shape(each) for each in listed])
    return page(
        "authorities.html",
        title=gettext("Table of authorities"),
        query=None,
        text=text,
        listed=listed,
        held=sum(1 for each in listed if each.resolved),
        missing=sum(1 for each in listed if each.address and not each.resolved),
        unread=sum(1 for each in listed if not each.address),
        most=MAX_TEXT,
    )


def of_document(site: Site, asked: Asked) -> Reply:
    """What a document cites, under headings, with the paragraphs that cite it; ``as`` csv or json."""
    held = site.collection.document(asked.args["document"])
    table = table_of_authorities(site.collection, held, language=speech().language)
    form = asked.one("as")
    if form == "csv":
        return as_csv(table_rows(table), f"{held.id}-authorities.csv")
    if form == "json":
        return as_json([authority_shape(each) for each in table])
    kinds = list(dict.fromkeys(each.kind for each in table))
    return page(
        "authorities_of.html",
        title=gettext("Table of authorities"),
        query=None,
        document=held,
        table=[(kind, [each for each in table if each.kind == kind]) for kind in kinds],
    )


def as_csv(rows: list[list[str]], name: str) -> Reply:
    """A table to download. The mark of the order of bytes tells spreadsheets that it is UTF-8."""
    body = ("\ufeff" + written(rows)).encode("utf-8", "replace")
    return Reply(body=body, media_type=CSV, headers={"Content-Disposition": disposition(name)})


def pasted(asked: Asked) -> tuple[str, str]:
    """The text that was pasted, from a form or an address, and the form in which the table is wanted."""
    if not asked.body:
        return asked.one("text", longest=MAX_IN_ADDRESS), asked.one("as")
    if len(asked.body) > MAX_BODY:
        raise BadRequest(worded("The text is too long."), where="text", advice=worded("Paste less at a time."))
    try:
        sent = parse_qs(asked.body.decode("utf-8"), errors="strict", max_num_fields=10)
    except ValueError:
        raise BadRequest(worded("The text cannot be read."), where="text", advice=worded("Paste it anew.")) from None
    text = sent.get("text", [""])[0]
    if len(text) > MAX_TEXT or not is_clean(text):
        raise BadRequest(worded("The text is too long."), where="text", advice=worded("Paste less at a time."))
    return text, sent.get("as", [""])[0]
