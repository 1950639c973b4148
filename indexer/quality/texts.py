"""The gate for text that is already in blocks: every format without pages, and repairs that need whole lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from indexer.blocks import Block, Page
from indexer.quality.checked import GARBLED
from indexer.quality.choose import choose
from indexer.quality.glance import Glance, glance, odd_words
from indexer.quality.repairs import Repair
from indexer.quality.respace import closed_up, is_apart, is_glued, respaced
from indexer.quality.score import LINE, reads_as_text, score
from kb.nouns import PageState


def check_texts(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages behind the gate; those that a format with pages has checked itself go through as they are."""
    for page in pages:
        yield page if page.number is not None or not page.blocks else _checked(page)


def _checked(page: Page) -> Page:
    text = _text_of(page)
    seen = glance(text)
    if not seen.suspicious:
        return page
    repairs = _choose(text, seen)
    blocks = tuple(_repaired(block, repairs) for block in page.blocks)
    done = tuple(dict.fromkeys(repair.name for repair in repairs))
    page = replace(page, blocks=blocks, repairs=done, state=PageState.REPAIRED if done else page.state)
    text = _text_of(page)
    seen = glance(text)
    language = seen.language or score(text).language
    page = respace(page, language)
    if seen.language and len(seen.odd) <= 0.02 * len(text):
        return page
    found = score(_text_of(page))
    if found.value < LINE:
        return replace(page, blocks=(), state=PageState.UNREADABLE, score=found.value, note=GARBLED)
    return replace(page, score=found.value)


def respace(page: Page, language: str) -> Page:
    """The page with lost spaces put back and letters set apart put together, where its lines show such."""
    ways: list[tuple[str, Callable[..., str]]] = []
    if is_apart(text := _text_of(page)):
        ways.append(("spaced-letters", closed_up))
    if is_glued(text):
        ways.append(("lost-spaces", respaced))
    for name, way in ways:
        blocks = tuple(mended(block, partial(way, language=language)) for block in page.blocks)
        if blocks != page.blocks:
            page = replace(page, blocks=blocks, repairs=(*page.repairs, name), state=PageState.REPAIRED)
    return page


def mended(block: Block, apply: Callable[[str], str]) -> Block:
    """The block with ``apply`` done on its text; its spans go with the letters that they stood on."""
    text = apply(block.text)
    if text == block.text:
        return block
    if len(text) == len(block.text) or not (block.bold or block.italic):
        return replace(block, text=text)

    def moved(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        places = [(place(start), place(end)) for start, end in spans]
        return tuple((start, end) for start, end in places if start < end)

    def place(at: int) -> int:
        return len(text) if at >= len(block.text) else min(len(text), len(apply(block.text[:at])))

    return replace(block, text=text, bold=moved(block.bold), italic=moved(block.italic))


def _choose(text: str, seen: Glance) -> list[Repair]:
    if seen.language:
        return choose(" ".join(odd_words(text, seen.language)), language=seen.language)
    return choose(text, garbled=not reads_as_text(text))


def _repaired(block: Block, repairs: Iterable[Repair]) -> Block:
    for repair in repairs:
        if not (repair.whole and _is_text(block.text)):
            block = mended(block, repair.apply)
    return block


def _is_text(text: str) -> bool:
    """Whether a block is right as it is, among others that are wrong all over (a quotation in English)."""
    seen = glance(text)
    return bool(seen.language) and not seen.suspicious


def _text_of(page: Page) -> str:
    return "\n".join(block.text for block in page.blocks)
