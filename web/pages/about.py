"""Help with the question: what the search box understands."""

from __future__ import annotations

from web.asked import Asked
from web.i18n import gettext
from web.reply import Reply
from web.site import Site
from web.templating import page


def about(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """The help page."""
    return page("about.html", title=gettext("Help"), query=None, address=site.address)
