"""A brief in Markdown, with footnotes as most programs read them (``[^1]``)."""

from __future__ import annotations

import re

from kb.brief.brief import Brief, Line, Source

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def written(brief: Brief) -> str:
    """The whole text, ending in a line's end."""
    notes: list[Source] = []
    out = [f"# {_plain(brief.heading)}", ""]
    out += [f"- {_plain(name)}: {_plain(value)}" for name, value in brief.facts]
    for section in brief.sections:
        out += ["", f"## {_plain(section.title)}"] if section.title else []
        for group in section.groups:
            out += ["", f"### {_plain(group.title)}", ""] if group.title else [""]
            for line in group.lines:
                out += _line(line, notes, brief.words["note"], 0)
    if notes:
        out += ["", f"## {brief.words['sources']}", ""]
        out += [f"[^{number}]: {_plain(note.citation)}, <{note.address}>" for number, note in enumerate(notes, start=1)]
    return "\n".join(out) + "\n"


def _line(line: Line, notes: list[Source], word: str, depth: int) -> list[str]:
    mark = "- [ ] " if line.tick else "- "
    facts = f"**{_plain(' · '.join(line.facts))}** " if line.facts else ""
    cited = ""
    if line.source:
        notes.append(line.source)
        cited = f"[^{len(notes)}]"
    out = [f"{'  ' * depth}{mark}{facts}{_plain(line.text)}{cited}"]
    if line.note:
        out.append(f"{'  ' * (depth + 1)}- *{_plain(word)}: {_plain(line.note)}*")
    for each in line.below:
        out += _line(each, notes, word, depth + 1)
    return out


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
