"""The visits that documents tell of, each once: a report, its translation and the annual report tell of the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.nouns import Access, Visit
from kb.store import Store, institutions


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A visit, and the passages (``document#anchor``) that tell of it."""

    institutions: tuple[str, ...]
    begins: str
    ends: str
    kind: str
    mechanism: str | None
    places: tuple[str, ...]


def told(store: Store, clearance: Access, document: str | None = None) -> list[Told]:
    """The visits of readable documents (or of one), each once, newest first."""
    with store.read() as connection:
        listed = institutions.visits(connection, clearance, document)
    found: list[Told] = []
    for visit in listed:
        at = next((at for at, one in enumerate(found) if _is_same(one, visit)), None)
        if at is None:
            found.append(
                Told(
                    institutions=visit.institutions,
                    begins=visit.begins,
                    ends=visit.ends,
                    kind=visit.kind,
                    mechanism=visit.mechanism,
                    places=(f"{visit.document}#{visit.anchor}",),
                )
            )
            continue
        one = found[at]
        found[at] = replace(
            one,
            institutions=tuple(dict.fromkeys((*one.institutions, *visit.institutions))),
            begins=min(one.begins, visit.begins) if len(one.begins) == len(visit.begins) else _longer(one, visit)[0],
            ends=max(one.ends, visit.ends) if len(one.ends) == len(visit.ends) else _longer(one, visit)[1],
            kind=one.kind or visit.kind,
            places=tuple(dict.fromkeys((*one.places, f"{visit.document}#{visit.anchor}"))),
        )
    return found


def _longer(one: Told, visit: Visit) -> tuple[str, str]:
    """The dates that are more precise."""
    return (one.begins, one.ends) if len(one.begins) > len(visit.begins) else (visit.begins, visit.ends)


def _is_same(one: Told, visit: Visit) -> bool:
    if one.mechanism != visit.mechanism or not set(one.institutions) & set(visit.institutions):
        return False
    # "2024-03" is any day of that March.
    return one.begins <= visit.ends + "~" and visit.begins <= one.ends + "~"
