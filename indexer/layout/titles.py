"""Headings that are printed over several lines, too far apart to be one paragraph: title pages, and what the outline
knows as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from indexer.layout.beginnings import PROVISION
from indexer.layout.headings import Look
from indexer.layout.join import Joined
from indexer.layout.paragraphs import Paragraph

WIDE = 2.05  # of the letter's size: the widest step from line to line of one title
OFF_CENTRE = 0.6  # of the letter's size
_DIVISION = re.compile(
    r"^(?:deo|dio|glava|odeljak|pjesa|kreu|titulli|kapitulli|part|chapter|title|section|annex|appendix|bölüm|kısım|"
    r"део|дио|глава|одељак|дел|titre|chapitre|partie|annexe)\b|^(?:[IVXLC]+|[A-Z]|\d+)[.)]\s",
    re.IGNORECASE,
)
Told = Callable[[str, int], int]
Text = tuple[Paragraph, Joined]


def join_titles(
    page: Sequence[Text], looks: Sequence[Look], *, first: bool, told: Told, rejoin: Callable[[Paragraph], Joined]
) -> tuple[list[Text], list[Look]]:
    """The page's paragraphs with the lines of one title made one. ``first`` says that it is a title page."""
    texts: list[Text] = []
    kept: list[Look] = []
    for (paragraph, joined), look in zip(page, looks, strict=True):
        if texts and look.heads and kept[-1].heads and _near(texts[-1][0], paragraph):
            before, last = texts[-1], kept[-1]
            level = told(f"{before[1].text} {joined.text}", paragraph.page)
            same = look.style == last.style and not look.told and not last.told
            if level or (first and same and _one_title(before, (paragraph, joined))):
                whole = Paragraph([*before[0].lines, *paragraph.lines], paragraph.column, paragraph.page)
                texts[-1] = whole, rejoin(whole)
                kept[-1] = Look(last.style, level)
                continue
        texts.append((paragraph, joined))
        kept.append(look)
    return texts, kept


def unfinished(pages: Sequence[Sequence[Text]], looks: Sequence[list[Look]]) -> None:
    """Takes the look of headings from what goes on in the next column or page, as recommendations in bold do."""
    before: tuple[list[Look], int] | None = None
    for page, its in zip(pages, looks, strict=True):
        for at, (paragraph, _) in enumerate(page):
            if paragraph.kind != "text":
                continue
            if before and paragraph.continues and not its[at].told and not before[0][before[1]].told:
                before[0][before[1]] = Look()
            before = its, at


def _near(a: Paragraph, b: Paragraph) -> bool:
    last, first = a.lines[-1], b.first
    return a.column == b.column and 0 < first.y - last.y <= WIDE * max(last.size, first.size)


def _one_title(a: Text, b: Text) -> bool:
    """Whether two centred headings in capitals are one: neither is a chapter's number, or ends as a sentence does."""
    before, after = a[1].text, b[1].text
    if _DIVISION.match(before) or _DIVISION.match(after) or PROVISION.match(before) or before[-1:] in ".:;":
        return False
    last, first = a[0].lines[-1], b[0].first
    centred = abs((last.x0 + last.x1) - (first.x0 + first.x1)) / 2 <= OFF_CENTRE * first.size
    return centred and before.isupper() and after.isupper()
