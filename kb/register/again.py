"""The same recommendation in another report: proposed by likeness, settled by a person."""

from __future__ import annotations

from dataclasses import dataclass

from kb.nouns import Recommendation
from kb.register.register import Register
from kb.register.settle import same_words
from kb.register.snapshot import Snapshot, positions, values_of
from kb.store import register as kept
from kb.store.register import Row, Tie

ALIKE = 0.45  # share of the shorter one's stems: below it the proposals of the samples were about other things
ACROSS = 3  # themes that two recommendations in different languages share, where stems cannot be compared
MOST_COMPARED = 2_000
MOST_PROPOSED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """The same recommendation made at another time. ``confirmed`` is None while nobody has said."""

    recommendation: Recommendation
    score: float
    why: str
    confirmed: bool | None = None
    who: str = ""


def made_again(register: Register, of: Recommendation) -> list[Again]:
    """Where it was made before and since, in other documents: what people confirmed first, then what is proposed by
    likeness of words, institution and theme, the most alike first. What people denied is left out."""
    said = _said(register, of)
    found = {key: (1.0, "confirmed") for key, tie in said.items() if tie.holds}
    snapshot = register.snapshot()
    at = snapshot.at.get(of.key)
    if at is not None:
        found |= _proposed(snapshot, at, {each for key in said for each in _numbers(snapshot, key)})
    rows = {snapshot.at[key]: key for key in found if key in snapshot.at}
    return [
        Again(
            recommendation=each,
            score=found[rows[number]][0],
            why=found[rows[number]][1],
            confirmed=True if rows[number] in said else None,
            who=said[rows[number]].who if rows[number] in said else "",
        )
        for number, each in zip(rows, register.whole([snapshot.rows[number] for number in rows]), strict=False)
    ]


def _numbers(snapshot: Snapshot, key: str) -> list[int]:
    return [snapshot.at[key]] if key in snapshot.at else []


def _proposed(snapshot: Snapshot, at: int, settled: set[int]) -> dict[str, tuple[float, str]]:
    """Score and reason by key of the most alike, of which nobody has said anything yet."""
    mine = snapshot.rows[at]
    values = values_of(mine, None)
    near = snapshot.chosen({name: values[name] for name in ("institution", "theme")})
    if not values["institution"]:
        near &= snapshot.chosen({"state": values["state"]})
    own = {row.document for row in mine}
    alike = []
    for count, other in enumerate(positions(near)):
        if count >= MOST_COMPARED:
            break
        if other in settled or own & {row.document for row in snapshot.rows[other]}:
            continue
        score, why = max(likeness(one, another) for one in mine for another in snapshot.rows[other])
        if score:
            alike.append((score, snapshot.rows[other][0].key, why))
    best = sorted(alike, key=lambda each: (-each[0], each[1]))[:MOST_PROPOSED]
    return {key: (score, why) for score, key, why in best}


def likeness(one: Row, other: Row) -> tuple[float, str]:
    """How alike two recommendations are, 0..1, and why; 0 where they are not the same thing asked again."""
    themes = set(one.themes) & set(other.themes)
    if one.language == other.language or {one.language[:2], other.language[:2]} <= {"sr", "bs", "hr"}:
        share = same_words(one.stems, other.stems)
        return (share, "words") if share >= ALIKE else (0.0, "")
    same_to = set(one.addressees) & set(other.addressees) - {"unsaid"}
    if len(themes) >= ACROSS and same_to:
        return len(themes) / max(len(one.themes), len(other.themes)), "themes"
    return 0.0, ""


def confirm(register: Register, of: str, other: str, *, holds: bool, who: str = "", at: str) -> None:
    """Write down that a recommendation is, or is not, another one made again. NotHeld where one is not in the register
    of this reader."""
    register.one(of)
    register.one(other)
    first, second = sorted((of, other))
    with register.collection.store.write() as connection:
        kept.add_tie(connection, Tie("repeats", first, second, holds, who, at))


def _said(register: Register, of: Recommendation) -> dict[str, Tie]:
    """What people said, by the key of the other passage."""
    own = [key for _, key in of.versions] or [of.key]
    with register.collection.store.read() as connection:
        ties = kept.ties(connection, own)
    return {tie.other if tie.passage in own else tie.passage: tie for tie in ties if tie.kind == "repeats"}
