"""The citator and tables of authorities, as JSON."""

from __future__ import annotations

from dataclasses import replace

from kb.citator import authorities_in, citator, table_of_authorities
from kb.citator.shapes import authority_shape, listed_shape, page_shape
from web.api.calls import text_of
from web.asked import Asked
from web.pages.citator import aimed, read_asks
from web.reply import Reply, as_json
from web.site import Site


def cite(site: Site, asked: Asked) -> Reply:
    """All about one address; ``limit`` and ``offset`` page through who cites it, in all groups together."""
    asking = replace(read_asks(asked).asking, whole_list=True)
    return as_json(page_shape(citator(site.collection, aimed(site, asked), asking)))


def authorities(site: Site, asked: Asked) -> Reply:
    """Where each reference of ``text``, or of the body of a POST, leads, or why nowhere."""
    return as_json({"references": [listed_shape(each) for each in authorities_in(site.collection, text_of(asked))]})


def of_document(site: Site, asked: Asked) -> Reply:
    """A document's table of authorities."""
    table = table_of_authorities(site.collection, site.collection.document(asked.args["document"]))
    return as_json({"authorities": [authority_shape(each) for each in table]})
