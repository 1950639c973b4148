"""Reading everything beforehand."""

from __future__ import annotations

from kb.languages.analysis import group_terms
from kb.languages.language import LANGUAGES
from kb.languages.second_opinion import load_profiles


def warm() -> None:
    """Read all dictionaries and profiles now: before worker processes fork, so that they share one copy."""
    for group in dict.fromkeys(language.group for language in LANGUAGES.values()):
        group_terms(group)
    load_profiles()
