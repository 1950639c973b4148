"""A brief that people work on for days: what it is for and what was done to it; gathered anew each time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kb.brief.gather import Wanted
from kb.brief.language import language_of
from kb.kept import State


def to_keep(wanted: Wanted) -> dict[str, Any]:
    """What is kept of what a brief is for; what was done to it is in its history."""
    return {
        "institutions": list(wanted.institutions),
        "themes": list(wanted.themes),
        "from": wanted.year_from,
        "to": wanted.year_to,
        "language": wanted.language,
    }


def wanted_of(state: State, *, root: str = "") -> Wanted:
    """What a kept brief is for, without what was done to it."""
    said = state.wanted
    return Wanted(
        institutions=tuple(said.get("institutions", ())),
        themes=tuple(said.get("themes", ())),
        year_from=said.get("from"),
        year_to=said.get("to"),
        language=language_of(said.get("language", "")) or "en",
        root=root,
    )


def as_kept(state: State, *, root: str = "") -> Wanted:
    """What a kept brief is for, with all that was done to it."""
    return replace(
        wanted_of(state, root=root),
        dropped=state.dropped,
        notes={key: note.text for key, note in state.notes.items() if note.text},
        placed=state.placed,
        sections=state.sections,
    )
