"""How long a brief of 300 passages takes to be written in each format (gathering them is not in it).

Run: python -m bench.brief
"""

from __future__ import annotations

import sys
import time

from kb.brief import FORMATS, Brief, Group, Line, Section, Source
from kb.brief.formats import made
from kb.brief.language import words_of

TEXT = "The delegation found that nobody had been examined by a doctor. " * 7


def brief_of(passages: int) -> Brief:
    """A brief with so many passages, thirty to a theme."""
    lines = [
        Line(
            text=TEXT,
            key=f"report#{number}",
            facts=("no answer", "2024-01-01"),
            source=Source(citation=f"NPM, Report, para. {number}", address=f"http://127.0.0.1/d/report/p/{number}"),
        )
        for number in range(passages)
    ]
    cuts = [tuple(lines[at : at + 30]) for at in range(0, passages, 30)]
    sections = tuple(
        Section(title=f"Theme {n}", groups=(Group(title="Findings", lines=cut),)) for n, cut in enumerate(cuts)
    )
    words = words_of("en").words
    return Brief(title="Visit brief", subtitle="A prison", language="en", facts=(), sections=sections, words=words)


def main() -> None:
    """Print a line for each format."""
    one = brief_of(300)
    for suffix in FORMATS:
        began = time.perf_counter()
        size = len(made(one, suffix))
        sys.stdout.write(f"{suffix}\t{time.perf_counter() - began:.2f} s\t{size} bytes\n")


if __name__ == "__main__":
    main()
