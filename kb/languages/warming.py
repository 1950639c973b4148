"""Reading everything beforehand."""

from __future__ import annotations

import multiprocessing

from kb.languages.analysis import group_terms
from kb.languages.language import LANGUAGES
from kb.languages.profiles import profiles
from kb.languages.second_opinion import load_profiles
from kb.languages.stems import missing_tables


def warm() -> None:
    """Read all dictionaries and profiles now: before worker processes fork, so that they share one copy."""
    for group in dict.fromkeys(language.group for language in LANGUAGES.values()):
        group_terms(group)
    for script in ("Latn", "Cyrl"):
        profiles(script)
    load_profiles()


def is_prepared() -> bool:
    """Whether the tables of stems are kept on this machine. Making them takes some 25 seconds of one processor."""
    return not missing_tables()


def prepare(jobs: int = 1) -> None:
    """Make the tables that are missing, ``jobs`` at a time, so that no two processes make the same one."""
    groups = sorted(
        missing_tables(), key=lambda group: group != "tr"
    )  # the largest first: it decides how long it takes
    context = multiprocessing.get_context("spawn")
    # Not a pool: these end by themselves even if this process is killed.
    makers = [context.Process(target=_make, args=(groups[n::jobs],)) for n in range(min(jobs, len(groups))) if jobs > 1]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    _make(missing_tables())


def _make(groups: list[str]) -> None:
    for group in groups:
        group_terms(group)
