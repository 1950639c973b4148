"""Gathers what the collection holds on places and themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kb.brief.arrange import BEFORE, OTHER, arranged
from kb.brief.brief import Brief, Group, Section
from kb.brief.language import Words, words_of
from kb.brief.lines import open_line, passage_line, question_lines, visit_lines
from kb.brief.standards import cases_on, standards_on
from kb.brief.themes import theme_meant
from kb.collection import Collection
from kb.errors import NotHeld
from kb.institutions import known
from kb.languages.preferring import name_in
from kb.nouns import Recommendation
from kb.register.answers import Responses
from kb.register.register import OPEN, Register
from kb.wording import worded

MOST = 2_000  # findings, and recommendations, of one brief
THEMES = 12  # themes of a brief for which none were chosen


# So wide that nearly every passage is about them: what they would gather is gathered under "other".
_UNTELLING = {"place-of-detention", "person-deprived-of-liberty", "deprivation-of-liberty", "report", "monitoring"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a brief is for. ``institutions`` are ids or names, ``themes`` ids of concepts; ``root`` is the address of
    the server, without a slash at the end. ``day`` is the day that stands on it, today where it is empty."""

    institutions: tuple[str, ...]
    themes: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    language: str = "en"
    root: str = ""
    day: str = ""
    dropped: frozenset[str] = field(default_factory=frozenset)  # keys of passages that are not wanted
    notes: dict[str, str] = field(default_factory=dict)  # what was added to a passage, by key
    placed: tuple[tuple[str, str], ...] = ()  # moves within a group: a passage, and the one it is to stand before
    sections: tuple[tuple[str, str], ...] = ()  # moves of sections, by their keys


def gather(register: Register, findings: Register, wanted: Wanted) -> Brief:
    """The brief, of what the clearance of ``register`` may see.

    Raises NotHeld for an institution or a theme that nobody knows, KBError of kind ``misuse`` for a language.
    """
    collection, words = register.collection, words_of(wanted.language)
    places = _places(wanted.institutions)
    narrowed = {"institution": places, **({"year": _years(register, findings, wanted)} if _bounded(wanted) else {})}
    found = list(findings.find(narrowed, limit=MOST, language=words.language).items) if _any(narrowed) else []
    open_ = list(register.find({**narrowed, "status": OPEN}, limit=MOST, language=words.language).items)
    themes = _themes(collection, wanted, (*found, *open_))
    responses = Responses(collection)
    sections = [_before(collection, places, wanted, words)]
    left_found, left_open = found, open_
    for theme in themes:
        within = _within(collection, theme)
        own_found, left_found = _parted(left_found, within)
        own_open, left_open = _parted(left_open, within)
        sections.append(_section(responses, theme, within, own_found, own_open, wanted, words))
    if not wanted.themes and (left_found or left_open):
        groups = _told(responses, left_found, left_open, wanted, words)
        sections.append(Section(title=words.words["other"], groups=groups, key=OTHER))
    names = [known().name(place, words.language) for place in places]
    made = Brief(
        title=words.words["brief"],
        subtitle=" · ".join(names),
        language=words.language,
        facts=(
            (words.words["period"], _period(wanted, words)),
            (words.words["made"], wanted.day or datetime.now(UTC).date().isoformat()),
            (words.words["clearance"], words.words[collection.clearance.value]),
        ),
        sections=tuple(section for section in sections if section.groups),
        words=words.words,
    )
    return arranged(made, dropped=wanted.dropped, notes=wanted.notes, placed=wanted.placed, sections=wanted.sections)


def checked(collection: Collection, wanted: Wanted) -> Wanted:
    """The same; NotHeld for an institution or a theme that nobody knows, KBError of kind ``misuse`` for a language."""
    words_of(wanted.language)
    _places(wanted.institutions)
    _themes(collection, wanted, ())
    return wanted


def _parted(some: list[Recommendation], within: set[str]) -> tuple[list[Recommendation], list[Recommendation]]:
    """Those that have one of these themes, and the rest."""
    own: list[Recommendation] = []
    rest: list[Recommendation] = []
    for each in some:
        (own if within.intersection(each.themes) else rest).append(each)
    return own, rest


def _any(narrowed: dict[str, tuple[str, ...]]) -> bool:
    return all(narrowed.values())


def _places(said: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in said:
        ids = known().resolve(name)
        if not ids:
            raise NotHeld(
                worded("no institution “%(id)s” is known", id=name), advice=worded("See what is known: kb institutions")
            )
        found.update(dict.fromkeys(ids))
    return tuple(found)


def _bounded(wanted: Wanted) -> bool:
    return wanted.year_from is not None or wanted.year_to is not None


def _years(register: Register, findings: Register, wanted: Wanted) -> tuple[str, ...]:
    """The years that anything is of, within the bounds; one that nothing is of where there are none."""
    years = {*register.snapshot().having["year"], *findings.snapshot().having["year"]}
    low, high = wanted.year_from or 0, wanted.year_to or 9999
    return tuple(sorted(year for year in years if year.isdigit() and low <= int(year) <= high)) or ("none",)


def _themes(collection: Collection, wanted: Wanted, held: Iterable[Recommendation]) -> tuple[str, ...]:
    """Those that were chosen; else the widest concepts above what is held, the most of it first."""
    if wanted.themes:
        return tuple(dict.fromkeys(theme_meant(collection.thesaurus, said) for said in wanted.themes))
    counts: Counter[str] = Counter()
    for each in held:
        counts.update({_widest(collection, theme) for theme in each.themes} - _UNTELLING)
    return tuple(theme for theme, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:THEMES])


def _widest(collection: Collection, theme: str) -> str:
    concepts, seen = collection.thesaurus.concepts, {theme}
    while theme in concepts and (above := concepts[theme].broader) in concepts and above not in seen:
        theme = above
        seen.add(above)
    return theme


def _within(collection: Collection, theme: str) -> set[str]:
    """A theme with every narrower one."""
    found, grown = {theme}, True
    while grown:
        more = {each.id for each in collection.thesaurus.concepts.values() if each.broader in found} - found
        found, grown = found | more, bool(more)
    return found


def _before(collection: Collection, places: tuple[str, ...], wanted: Wanted, words: Words) -> Section:
    visits = visit_lines(collection, places, wanted.year_from, wanted.year_to, words, wanted.root)
    groups = [Group(title=words.words["visits"], lines=visits)] if visits else []
    general = question_lines(words, {"general"}, (), wanted.root)
    groups.append(Group(title=words.words["questions"], lines=general))
    title = " · ".join(known().name(place, words.language) for place in places)
    return Section(title=title, groups=tuple(groups), key=BEFORE)


def _told(
    responses: Responses, found: list[Recommendation], open_: list[Recommendation], wanted: Wanted, words: Words
) -> tuple[Group, ...]:
    lines = {
        "open": tuple(open_line(responses, each, words, wanted.root) for each in open_),
        "findings": tuple(passage_line(each.document, each.passage, words, wanted.root) for each in found),
    }
    return tuple(Group(title=words.words[name], lines=some) for name, some in lines.items() if some)


def _section(
    responses: Responses,
    theme: str,
    within: set[str],
    found: list[Recommendation],
    open_: list[Recommendation],
    wanted: Wanted,
    words: Words,
) -> Section:
    collection = responses.collection
    concept = collection.thesaurus.concepts[theme]
    groups = list(_told(responses, found, open_, wanted, words))
    for name, lines in (
        ("standards", standards_on(collection, concept, words, wanted.root)),
        ("cases", cases_on(collection, concept, words, wanted.root)),
        ("questions", question_lines(words, within, open_, wanted.root)),
    ):
        if lines:
            groups.append(Group(title=words.words[name], lines=lines))
    name = name_in({code: terms[0] for code, terms in concept.terms.items() if terms}, words.language) or theme
    return Section(title=name[:1].upper() + name[1:], groups=tuple(groups), key=theme)


def _period(wanted: Wanted, words: Words) -> str:
    said = words.words
    if not _bounded(wanted):
        return said["all"]
    low = f"{said['from']} {wanted.year_from}" if wanted.year_from is not None else ""
    high = f"{said['to']} {wanted.year_to}" if wanted.year_to is not None else ""
    return f"{low} {high}".strip()
