"""The verbs of ``kb`` by what a person comes for, in the order of its help."""

from __future__ import annotations

from collections.abc import Iterable

GROUPS = {
    "Search": ("search", "ask", "similar", "show", "saved", "new", "basket", "export"),
    "Collection": (
        "index",
        "fetch",
        "documents",
        "passages",
        "siblings",
        "role",
        "institutions",
        "visits",
        "thesaurus",
    ),
    "Register and briefs": ("register", "brief"),
    "Citations": ("cite", "citations", "citator", "authorities"),
    "Administration": ("serve", "check", "rebuild", "backup", "restore"),
    "Language": ("detect", "analyze"),
}
OTHERS = "Others"


def grouped(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The names in their groups; those of no group come last, so that none is missing from the help."""
    left = set(names)
    found = []
    for title, members in GROUPS.items():
        if own := [name for name in members if name in left]:
            found.append((title, own))
            left -= set(own)
    return [*found, (OTHERS, sorted(left))] if left else found
