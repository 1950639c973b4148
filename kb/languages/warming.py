"""Reading everything beforehand."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from kb.languages.analysis import group_terms
from kb.languages.language import LANGUAGES
from kb.languages.second_opinion import load_profiles
from kb.languages.stems import missing_tables


def warm() -> None:
    """Read all dictionaries and profiles now: before worker processes fork, so that they share one copy."""
    for group in dict.fromkeys(language.group for language in LANGUAGES.values()):
        group_terms(group)
    load_profiles()


def is_prepared() -> bool:
    """Whether the tables of stems are kept on this machine. Making them takes some 25 seconds of one processor."""
    return not missing_tables()


def prepare(jobs: int = 1) -> None:
    """Make the tables that are missing, ``jobs`` at a time, so that no two processes make the same one."""
    groups = missing_tables()
    if len(groups) > 1 and jobs > 1:
        # The largest dictionary first: it decides how long the whole takes.
        groups.sort(key=lambda group: group != "tr")
        with ProcessPoolExecutor(min(jobs, len(groups)), mp_context=multiprocessing.get_context("spawn")) as pool:
            list(pool.map(_make, groups))
    for group in missing_tables():
        _make(group)


def _make(group: str) -> None:
    group_terms(group)
