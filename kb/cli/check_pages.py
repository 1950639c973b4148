"""``kb check --pages``: the pages whose text a person should hold against the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from kb.cli.context import emit
from kb.collection import Collection
from kb.nouns import PageFacts, PageState, PageToCheck
from kb.pages import repairs_words, state_words
from kb.shapes import page_shape

AT_ONCE = 500


def list_pages(collection: Collection, states: Sequence[PageState], document: str, as_json: bool) -> None:
    """One line (with ``as_json`` one object) for each page that was repaired, read by OCR, or left."""
    shown = 0
    for page in _all(collection, states, document):
        shown += 1
        if as_json:
            emit(page_shape(page))
        else:
            click.echo(f"{page.document.id}  p. {page.facts.number}  {'; '.join(_words(page.facts))}")
    if not as_json:
        click.echo(f"{shown} page{'s' * (shown != 1)} to compare with the original." if shown else "No such page.")


def _all(collection: Collection, states: Sequence[PageState], document: str) -> Iterator[PageToCheck]:
    offset = 0
    while (found := collection.pages_to_check(states, document, limit=AT_ONCE, offset=offset)).pages:
        yield from found.pages
        offset += AT_ONCE


def _words(facts: PageFacts) -> list[str]:
    """The state in words, what was done, how good the text is, and the note of the reader."""
    said = state_words(facts.state)
    words = [said[0].lower() + said[1:]]
    if facts.confidence is not None:
        words.append(f"confidence {facts.confidence:.0%}")
    words += repairs_words(facts.repairs)
    return [*words, f"score {facts.score:.2f}", *([facts.note] if facts.note else [])]
