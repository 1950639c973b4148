"""The sentences of the interface: every one that the code of ``web`` and ``kb`` marks for translation."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

REPO = Path(__file__).resolve().parent.parent
_METHODS = [("**/locale/**", "ignore"), ("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
_KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "worded": None, "counted": (1, 2)}
# ``trimmed`` for blocks, and the calls in expressions, as the extension of web/templating.py reads them.
_OPTIONS = {"**/templates/**.html": {"trimmed": "true", "silent": "false"}}


def template() -> Catalog:
    """Every sentence with the files it stands in; a comment that begins “translators:” goes with it."""
    found = Catalog(project="Detention KB", charset="utf-8", fuzzy=False)
    for room in ("web", "kb"):
        extracted = extract_from_dir(
            REPO / room, _METHODS, options_map=_OPTIONS, keywords=_KEYWORDS, comment_tags=("translators:",)
        )
        for path, line, message, comments, context in extracted:
            found.add(message, None, [(f"{room}/{path}", line)], auto_comments=comments, context=context)
    return found
