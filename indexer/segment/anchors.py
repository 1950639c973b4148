"""Anchors: unique in the document, the same after a re-index, safe in an address."""

from __future__ import annotations

import re

from indexer.segment.draft import Draft

_UNSAFE = re.compile(r"[^a-z0-9._~-]+")


def name(drafts: list[Draft]) -> None:
    """Give each draft its anchor: ``41``, ``article-3``, a second one ``41~2``, unnumbered text after it ``41_1``,
    before any number ``0_1``, item ii of paragraph 41 ``41.ii``, footnote 12 ``fn12``."""
    taken: dict[str, int] = {}
    last, counted = "0", 0
    for draft in drafts:
        if draft.form == "footnote":
            draft.anchor = _unique(f"fn{_safe(draft.marker)}", taken)
        elif draft.item and draft.stem:
            draft.anchor = _unique(f"{last}.{_safe(draft.stem)}", taken)
        elif draft.stem:
            draft.anchor = _unique(_safe(draft.stem) or "0", taken)
            last, counted = draft.anchor, 0
        else:
            counted += 1
            draft.anchor = _unique(f"{last}_{counted}", taken)


def _safe(stem: str) -> str:
    return _UNSAFE.sub("-", stem.casefold()).strip("-~_")


def _unique(stem: str, taken: dict[str, int]) -> str:
    taken[stem] = taken.get(stem, 0) + 1
    return stem if taken[stem] == 1 else f"{stem}~{taken[stem]}"
