"""The search page: one box, examples, and what there is to search."""

from __future__ import annotations

from kb.nouns import Document
from web.asked import Asked
from web.holdings import Holdings, holdings_of
from web.reply import Reply
from web.site import Site
from web.templating import page

NEWEST = 6
# Each shows one thing the query language does; none depends on what is held.
EXAMPLES = (
    "solitary confinement",
    "burgosja",
    "мучење",
    '"Article 3"',
    "handcuff* AND NOT transport",
    "OPCAT article 19",
)


def home(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """The first page."""
    documents = site.collection.documents()
    holdings: Holdings = holdings_of(documents)
    return page("home.html", holdings=holdings, examples=EXAMPLES, newest=newest(documents), query=None, title="")


def newest(documents: list[Document]) -> list[Document]:
    """The latest by their own date."""
    return sorted((d for d in documents if d.date), key=lambda d: (d.date or "", d.id), reverse=True)[:NEWEST]
