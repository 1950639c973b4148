"""Passages like one of the collection, in any of its languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kb.nouns import Expansion, Query
from kb.similar import more_like
from web.asked import Asked
from web.asking import PER_PAGE, fields_of, read_query
from web.citation_text import pinpoint
from web.concepts import expansion_name
from web.i18n import gettext
from web.reply import Reply
from web.site import Site
from web.strings import name_of
from web.templating import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A language that the answer may be narrowed to, and the address that does it."""

    name: str
    address: str
    chosen: bool


def similar(site: Site, asked: Asked) -> Reply:
    """The passages most like one, with the words that were looked for; choices of language, links to do without."""
    query = read_query(asked, limit=PER_PAGE)
    held = site.collection.document(asked.args["document"])
    found = more_like(site.collection, held.id, asked.args["anchor"], query)
    here = f"/similar/{held.id}/{found.passage.anchor}"
    return page(
        "similar.html",
        title=gettext("More like %(place)s")
        % {"place": ", ".join(filter(None, (held.title, pinpoint(held, found.passage))))},
        query=None,
        document=held,
        passage=found.passage,
        pinpoint=pinpoint(held, found.passage),
        found=found,
        languages=_languages(here, query, site.collection.languages()),
        others=[
            (each, expansion_name(site.collection.thesaurus, each), _without(here, query, each))
            for each in found.expansions
        ],
    )


def _languages(here: str, query: Query, held: list[str]) -> list[Choice]:
    """All languages together, then each that is held; none where there is but one."""
    if len(held) < 2:
        return []
    every = Choice(
        name=gettext("All languages"), address=_address(here, replace(query, language=())), chosen=not query.language
    )
    return [
        every,
        *(
            Choice(
                name=name_of(code, "language"),
                address=_address(here, replace(query, language=(code,))),
                chosen=code in query.language,
            )
            for code in held
        ),
    ]


def _without(here: str, query: Query, expansion: Expansion) -> str:
    return _address(here, replace(query, without=(*query.without, expansion.id)))


def _address(here: str, query: Query) -> str:
    pairs = fields_of(query)
    return here + (f"?{urlencode(pairs)}" if pairs else "")
