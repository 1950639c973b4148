"""One original to a Reading: the straight line of data, from pages to index entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from indexer.blocks import Page
from indexer.describe import describe
from indexer.formats import extractor_for
from indexer.limits import Limits, limits
from indexer.manifest import Settings
from indexer.options import DEFAULT, ReaderOptions
from indexer.quality import GARBLED, check_texts
from indexer.roles import judge_all
from indexer.segment import segment
from indexer.visits import visits_of
from kb import citations, languages
from kb.errors import UnreadableOriginal
from kb.index.entries import entries
from kb.index.variants.sketch import sketch
from kb.institutions import mentions_of
from kb.nouns import Access, Document, Link, PageFacts, PageState, Passage, Reading

MIXED = 0.8  # a document is in one language when four fifths of its letters are (docs/glossary.md, Language)


def read(
    path: Path,
    *,
    name: str,
    document: str,
    access: Access,
    settings: Settings,
    sha256: str,
    size: int,
    options: ReaderOptions = DEFAULT,
) -> Reading:
    """Everything that is in the original at ``path``; ``name`` is the file name it came with.

    Raises UnreadableOriginal with a named kind; never returns an empty document.
    """
    extractor = extractor_for(path, name=name, options=options)
    pages = list(_within(check_texts(extractor.extract(path)), limits(), name))
    passages = segment(pages, document=document, spoken=_spoken)
    if not passages and all(page.state is PageState.UNREADABLE for page in pages):
        raise UnreadableOriginal(
            GARBLED,
            where=name,
            advice="Fetch it in another format, or as a PDF that OCR can read",
            kind="unreadable-text",
        )
    if not passages:
        raise UnreadableOriginal(
            "no text was found in it", where=name, advice="Open it and see whether it is the right file", kind="empty"
        )
    facts: dict[str, Any] = {"language": _main_language(passages)} | describe(
        path=Path(name), facts=extractor.facts(path), passages=passages
    )
    whole = Document(
        **(facts | _said(settings)),  # what the keeper says wins over what was read
        id=document,
        access=access,
        sha256=sha256,
        media_type=extractor.media_types[0],
        size=size,
        pages=max((page.number for page in pages if page.number), default=None),
        passages=len(passages),
    )
    if settings.language:  # what the keeper says decides where the text itself says nothing
        passages = [replace(each, language=each.language or settings.language) for each in passages]
    judged = judge_all(passages, whole)
    passages = [
        replace(each, role=one.role, role_score=one.score, role_why=one.why) if one.score else each
        for each, one in zip(passages, judged, strict=True)
    ]
    thread = citations.Thread(whole)
    links = [
        Link(document=document, anchor=passage.anchor, citation=citation)
        for passage in passages
        for citation in thread.find(passage.text, language=passage.language, heading=passage.heading)
    ]
    mentions = mentions_of(whole, passages)
    terms = entries(whole, passages, links, mentions)
    return Reading(
        document=whole,
        passages=tuple(passages),
        links=tuple(links),
        pages=tuple(_page_facts(page) for page in pages if page.number),
        entries=terms,
        warnings=tuple(filter(None, map(_warning, pages))),
        mentions=mentions,
        visits=visits_of(whole, passages, mentions),
        sketch=sketch(whole, passages, terms),
    )


def _within(pages: Iterable[Page], most: Limits, name: str) -> Iterator[Page]:
    """The pages as long as they are what one document can hold; UnreadableOriginal ``too-large`` beyond that."""
    blocks = characters = 0
    for page in pages:
        blocks += len(page.blocks)
        characters += sum(len(block.text) for block in page.blocks)
        for count, limit, what in ((blocks, most.blocks, "blocks"), (characters, most.characters, "characters")):
            if count > limit:
                raise UnreadableOriginal(
                    f"it holds more than {limit:,} {what}",
                    where=name,
                    advice=f"If it is no mere data, split it, or raise {what} in the table limits of kb.toml",
                    kind="too-large",
                )
        yield page


def _warning(page: Page) -> str:
    """What people should know of a page; formats without pages say what was repaired here, for they have no list."""
    if page.number is None:
        return page.note or (f"its text was repaired: {', '.join(page.repairs)}" if page.repairs else "")
    return f"page {page.number}: {page.note}" if page.note else ""


def _spoken(texts: Sequence[str]) -> list[tuple[str, str | None]]:
    """The texts of a document with look-alike letters mended, each with its language."""
    mended = list(map(languages.repair_lookalikes, texts))
    return [(text, found.language) for text, found in zip(mended, languages.detect_all(mended), strict=True)]


def _said(settings: Settings) -> dict[str, Any]:
    """What the manifest says, where it says something; access is decided apart."""
    names = (
        "title",
        "kind",
        "date",
        "reference",
        "institutions",
        "themes",
        "mechanism",
        "state",
        "work",
        "source_url",
        "language",
    )
    return {name: getattr(settings, name) for name in names if getattr(settings, name)}


def _main_language(passages: Sequence[Passage]) -> str | None:
    """The language of four fifths of the letters, else ``mul``; None where no passage has one."""
    weight: Counter[str] = Counter()
    for passage in passages:
        if passage.language:
            weight[passage.language] += len(passage.text)
    if not weight:
        return None
    language, most = weight.most_common(1)[0]
    return language if most >= MIXED * weight.total() else "mul"


def _page_facts(page: Page) -> PageFacts:
    characters = sum(len(block.text) for block in page.blocks)
    return PageFacts(
        page.number or 0,
        round(page.width, 2),
        round(page.height, 2),
        characters,
        page.note,
        page.state,
        round(page.score, 3),
        page.repairs,
        page.confidence if page.confidence is None else round(page.confidence, 3),
    )
