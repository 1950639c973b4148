"""A search that is kept, and its question as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from kb.nouns import Access, Query

_NOT_KEPT = {"limit", "offset", "fold", "whole"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """``why`` and ``who`` are what the person wrote who saved it, ``at`` when (ISO 8601, UTC); ``access`` says which
    readers may know of it. ``key`` opens its feed. ``seen`` is the last arrival that readers of this clearance have
    looked at, ``looked`` when, "" where they never did."""

    id: int
    name: str
    query: Query
    why: str
    who: str
    at: str
    access: Access
    key: str
    begun: int
    seen: int
    looked: str


def kept(query: Query) -> dict[str, Any]:
    """The question without its page, as JSON has it; what says nothing is left out."""
    plain = Query()
    return {
        name: value for name, value in asdict(query).items() if name not in _NOT_KEPT and value != getattr(plain, name)
    }


def asked(values: Mapping[str, Any]) -> Query:
    """The question of ``kept``. What another version of this program has kept beside it is left out."""
    known = {field.name for field in fields(Query)} - _NOT_KEPT
    chosen: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    wanted: dict[str, Any] = {name: value for name, value in chosen.items() if name in known}
    return Query(**wanted)


def shape_of(saved: SavedSearch) -> dict[str, Any]:
    """A saved search as JSON has it."""
    return {
        "id": saved.id,
        "name": saved.name,
        "query": kept(saved.query),
        "why": saved.why,
        "who": saved.who,
        "at": saved.at,
        "access": saved.access.value,
        "looked": saved.looked or None,
    }
