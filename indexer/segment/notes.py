"""Which passage does a footnote belong to? The one on its page that prints its mark, else the one it stands after."""

from __future__ import annotations

import re

from indexer.segment.draft import Draft

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tie(drafts: list[Draft]) -> None:
    """Enter each footnote's anchor in its passage's ``notes``. Anchors must be there already."""
    for at, draft in enumerate(drafts):
        if draft.form != "footnote":
            continue
        near = _near(drafts, at)
        owner = next((other for other in near if draft.marker in other.calls), None)
        owner = owner or next((other for other in near if draft.marker and _prints(other.text, draft.marker)), None)
        owner = owner or (near[0] if near else None)
        if owner and draft.anchor not in owner.notes:
            owner.notes.append(draft.anchor)


def _near(drafts: list[Draft], at: int) -> list[Draft]:
    """Passages on the footnote's page, nearest first; in formats without pages all that stand before it."""
    pages = drafts[at].pages
    before = [draft for draft in drafts[max(0, at - 200) : at][::-1] if draft.form != "footnote"]
    after = [draft for draft in drafts[at + 1 : at + 20] if draft.form != "footnote"] if pages != {None} else []
    near = [draft for draft in before + after if draft.pages & pages]
    return near or before[:1]


def _prints(text: str, marker: str) -> bool:
    """Whether a text carries the mark: raised, in brackets, as "12/", or set right behind a word or its full stop."""
    if marker.isdigit() and marker.translate(_RAISED) in text:
        return True
    if marker not in text:
        return False
    mark = re.escape(marker)
    if re.search(rf"\[{mark}\]", text):
        return True
    end = r"[.,;:!?)\]”’»\"]"  # the mark stands first in the pattern, because looking for letters is quick
    behind = rf"(?:(?<=[^\W\d_]{mark})|(?<=[^\W\d_]{end}{mark})|(?<={end}[”’»\")]{mark}))"
    return bool(re.search(rf"{mark}(?![\w.,]\d|\w){behind}", text) or re.search(rf"\s{mark}/(?!\w)", text))
