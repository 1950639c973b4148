"""What people did to a brief after it was gathered: left out, moved, annotated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kb.brief.brief import Brief, Group, Line, Section
from kb.kept import moved

BEFORE, OTHER = "-before", "-other"  # the keys of the sections that are no theme


def arranged(
    brief: Brief,
    *,
    dropped: Collection[str] = (),
    notes: Mapping[str, str] | None = None,
    placed: Iterable[tuple[str, str]] = (),
    sections: Iterable[tuple[str, str]] = (),
    whole: bool = False,
) -> Brief:
    """The brief without what was dropped (with it, marked so, where ``whole``), in the order that people gave it.

    A question about a passage that was dropped goes with it. A group or a section that is left empty goes too.
    """
    moves, notes = list(placed), notes or {}
    made = []
    for section in brief.sections:
        groups = []
        for group in section.groups:
            lines = _lines(group, dropped, notes, moves, whole)
            if lines:
                groups.append(replace(group, lines=lines))
        if groups:
            made.append(replace(section, groups=tuple(groups)))
    return replace(brief, sections=_ordered(made, sections))


def _lines(
    group: Group, dropped: Collection[str], notes: Mapping[str, str], moves: list[tuple[str, str]], whole: bool
) -> tuple[Line, ...]:
    lines = []
    for line in _moved(group.lines, moves):
        out = line.key in dropped or (line.about in dropped and bool(line.about))
        if out and not whole:
            continue
        lines.append(replace(line, dropped=out, note=notes.get(line.key, line.note) if line.key else line.note))
    return tuple(lines)


def _moved(lines: tuple[Line, ...], moves: list[tuple[str, str]]) -> tuple[Line, ...]:
    """The lines in their new order; those without a key stay at the end of what they stand behind."""
    if not moves or not any(line.key for line in lines):
        return lines
    by_key = {line.key: line for line in lines if line.key}
    order = moved([*by_key], moves)
    bare = tuple(line for line in lines if not line.key)
    return (*(by_key[key] for key in order), *bare)


def _ordered(sections: list[Section], moves: Iterable[tuple[str, str]]) -> tuple[Section, ...]:
    by_key = {section.key: section for section in sections}
    if len(by_key) < len(sections):
        return tuple(sections)
    return tuple(by_key[key] for key in moved([*by_key], moves))
