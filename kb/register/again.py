"""The same recommendation in another report: proposed by likeness, settled by a person."""

from __future__ import annotations

from dataclasses import dataclass

from kb.languages import group_of
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
    language = of.passage.language or of.document.language or ""
    others = register.whole([snapshot.rows[number] for number in rows], language)
    at_keys = {key: name for number, name in rows.items() for key in (row.key for row in snapshot.rows[number])}
    return [
        Again(
            recommendation=each,
            score=found[at_keys[each.key]][0],
            why=_shown(found[at_keys[each.key]][1], language, each),
            confirmed=True if at_keys[each.key] in said else None,
            who=said[at_keys[each.key]].who if at_keys[each.key] in said else "",
        )
        for each in others
    ]


def _shown(why: str, language: str, other: Recommendation) -> str:
    """The reason as it holds of the two texts shown: ``versions`` where others of theirs are alike in words."""
    shown = other.passage.language or other.document.language or ""
    return "versions" if why == "words" and not _comparable(language, shown) else why


def _numbers(snapshot: Snapshot, key: str) -> list[int]:
    return [snapshot.at[key]] if key in snapshot.at else []


def _proposed(snapshot: Snapshot, at: int, settled: set[int]) -> dict[str, tuple[float, str]]:
    """Score and reason by key of the most alike, of which nobody has said anything yet."""
    mine = snapshot.rows[at]
    values = values_of(mine)
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
    if _comparable(one.language, other.language):
        share = same_words(one.stems, other.stems)
        return (share, "words") if share >= ALIKE else (0.0, "")
    same_to = set(one.addressees) & set(other.addressees) - {"unsaid"}
    if len(themes) >= ACROSS and same_to:
        return len(themes) / max(len(one.themes), len(other.themes)), "themes"
    return 0.0, ""


def _comparable(one: str, other: str) -> bool:
    """Whether texts in two languages have stems in common, whatever their letters."""
    return bool(one) and group_of(one) == group_of(other)


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
