"""Passages to the terms an engine is handed. Done once, here, so that every engine matches alike."""

from __future__ import annotations

from collections.abc import Sequence

from kb import citations, languages
from kb.institutions import of_passages
from kb.nouns import Document, IndexEntry, Link, Mention, Passage


def day(date: str | None) -> int:
    """An ISO date of any precision as yyyymmdd, unknown parts 0; 0 for None."""
    if not date:
        return 0
    return int((date.replace("-", "") + "0000")[:8])


def entries(
    document: Document, passages: Sequence[Passage], links: Sequence[Link], mentions: Sequence[Mention] = ()
) -> tuple[IndexEntry, ...]:
    """One entry for each passage, in order."""
    places = of_passages(document, mentions)
    cited: dict[str, list[str]] = {}
    for link in links:
        cited.setdefault(link.anchor, []).extend(f"cites:{one}" for one in citations.addresses(link.citation.address))
    title = languages.terms(document.title, document.language)[1]
    headings: dict[tuple[str, ...], str] = {}
    made = []
    for passage in passages:
        exact, folded, stem = languages.terms(passage.text, passage.language)
        if passage.heading not in headings:
            headings[passage.heading] = languages.terms(" ".join(passage.heading), document.language)[1]
        refs = (*citations.references(passage.anchor, document), *dict.fromkeys(cited.get(passage.anchor, ())))
        made.append(
            IndexEntry(
                key=passage.key,
                document=document.id,
                anchor=passage.anchor,
                ordinal=passage.ordinal,
                exact=exact,
                folded=folded,
                stem=stem,
                heading=headings[passage.heading],
                title=title,
                refs=" ".join(ref.replace(" ", "-") for ref in refs),
                kind=document.kind.value,
                role=passage.role.value,
                language=passage.language or "",
                mechanism=document.mechanism or "",
                state=document.state or "",
                institutions=places(passage.anchor),
                themes=document.themes,
                year=document.year or 0,
                date=day(document.date),
            )
        )
    return tuple(made)
