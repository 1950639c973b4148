"""Permanent addresses: ``opcat#article-19`` is at ``/cite/opcat~article-19``, a document without a target at its id.

An anchor stands behind ``~`` because a browser sends nothing that stands behind ``#``. No target has a ``~``; where an
anchor has one (``41~2``), the first is the one that divides.
"""

from __future__ import annotations

import re
from urllib.parse import quote

DOCUMENT = "d/"  # before the id of a document, where that is the address: no grammar makes such a target
INSIDE = "doc/"  # before the id of a document, where a citation points into its own text ("paragraph 41 above")
NOBODY = "unnamed"  # of an article whose text is not named beside it: an address of nothing
ROOT = "/cite/"
_CANONICAL = re.compile(r"[a-z0-9][^\s#~]{0,199}(?:#[a-z0-9][a-z0-9._~-]{0,99})?", re.IGNORECASE)


def split(address: str) -> tuple[str, str]:
    """Target and pinpoint ("" where there is none)."""
    target, _, pinpoint = address.partition("#")
    return target, pinpoint


def path_of(address: str) -> str:
    """Where the citator shows an address: a path that is the same in every language and for every reader."""
    target, pinpoint = split(address)
    return ROOT + quote(target, safe="/:.-_") + (f"~{quote(pinpoint, safe='.-_~')}" if pinpoint else "")


def address_of_path(path: str) -> str:
    """The address that the last part of a path names (what stands behind ``/cite/``)."""
    target, _, pinpoint = path.partition("~")
    return f"{target}#{pinpoint}" if pinpoint else target


def canonical_path(text: str) -> str | None:
    """The text where it has the form of an address (no blanks; an anchor after ``#``), else None."""
    return text if _CANONICAL.fullmatch(text) else None
