"""What the collection holds, and which files failed and why."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from kb.nouns import Outcome
from web.asked import Asked
from web.holdings import holdings_of
from web.i18n import gettext
from web.reply import Reply
from web.site import Site
from web.templating import page

PER_PAGE = 100
MOST_FAILED = 500


def collection(site: Site, asked: Asked) -> Reply:
    """The holdings, the documents in pages of 100 (``kind`` and ``lang`` narrow them), and the files that failed."""
    held = site.collection.documents()
    kind, language = asked.one("kind"), asked.one("lang")
    listed = sorted(
        (d for d in held if kind in ("", d.kind) and language in ("", d.language or "und")),
        key=lambda d: (d.title.casefold(), d.id),
    )
    pages = max((len(listed) + PER_PAGE - 1) // PER_PAGE, 1)
    number = asked.whole("page", low=1, high=pages) or 1
    failed, warned = troubles(site)
    return page(
        "collection.html",
        title=gettext("Collection"),
        query=None,
        holdings=holdings_of(held),
        documents=listed[(number - 1) * PER_PAGE : number * PER_PAGE],
        listed=len(listed),
        kind=kind,
        language=language,
        number=number,
        pages=pages,
        failed=failed[:MOST_FAILED],
        failed_total=len(failed),
        to_check=site.collection.pages_to_check(limit=0).total,
        warned=warned[:MOST_FAILED],
        warned_total=len(warned),
    )


def troubles(site: Site) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The files that failed, and those that were read with a warning, as far as the reader may see them."""
    sources = [shown(site, state) for state in site.collection.sources()]
    failed = [state for state in sources if state["outcome"] == Outcome.FAILED]
    return failed, [state for state in sources if state["outcome"] != Outcome.FAILED and state["warnings"]]


def shown(site: Site, state: dict[str, Any]) -> dict[str, Any]:
    """A file's state with its whole path for the keeper; readers nobody knows see the file's name and no place."""
    if not site.everyone:
        return state
    error = state["error"] and {key: value for key, value in state["error"].items() if key != "where"}
    return state | {"path": PurePath(state["path"]).name, "error": error}
