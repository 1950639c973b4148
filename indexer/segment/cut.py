"""Cut what is too long to quote: unnumbered text at sentence ends, tables between rows."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.segment.draft import Draft, Slice

_LONGEST = {"text": 6_000, "table": 6_000, "footnote": 12_000, "heading": 6_000}
_LONGEST_NUMBERED = 40_000  # one provision of a code may run over pages; more than this is a chain that went astray
_SENTENCE = re.compile(r"[.!?…;][”»\"')\]]?\s+|\n")


def cut(drafts: list[Draft]) -> list[Draft]:
    """The drafts with the too long ones in pieces; the first piece keeps label and anchor."""
    return [piece for draft in drafts for piece in _cut(draft)]


def _cut(draft: Draft) -> list[Draft]:
    longest = _LONGEST_NUMBERED if draft.stem else _LONGEST[draft.form]
    if draft.size <= longest:
        return [draft]
    groups: list[list[Slice]] = [[]]
    held = 0
    for part in (piece for whole in draft.slices for piece in _parts(whole, longest)):
        size = part.end - part.start
        if groups[-1] and held + size > longest:
            groups.append([])
            held = 0
        groups[-1].append(part)
        held += size
    first, *rest = groups
    return [replace(draft, slices=first)] + [
        Draft(draft.form, draft.trail, marker=draft.marker, slices=group) for group in rest
    ]


def _parts(whole: Slice, longest: int) -> list[Slice]:
    text, start, parts = whole.piece.text, whole.start, []
    while whole.end - start > longest:
        ends = [match.end() for match in _SENTENCE.finditer(text, start + longest // 2, start + longest)]
        end = ends[-1] if ends else text.rfind(" ", start + longest // 2, start + longest) + 1
        end = end if end > start else start + longest
        parts.append(Slice(whole.piece, start, end, whole.glue if start == whole.start else " "))
        start = end
    parts.append(Slice(whole.piece, start, whole.end, whole.glue if start == whole.start else " "))
    return parts
