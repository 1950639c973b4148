"""Which pages a person is told to look at, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kb.errors import NotHeld
from kb.nouns import TO_CHECK, Access, PageFacts, PageState, Reading
from kb.pages import pages_to_check
from kb.store import Store, variants, write

STATES = tuple(PageState)


def pages(*states: PageState) -> tuple[PageFacts, ...]:
    return tuple(
        PageFacts(
            number,
            595.0,
            842.0,
            900,
            state=state,
            score=0.9,
            repairs=("yu-ascii", "soft-hyphens") if state is PageState.REPAIRED else (),
            confidence=0.94 if state is PageState.OCR else None,
        )
        for number, state in enumerate(states, 1)
    )


@pytest.fixture
def filled(store: Store, reading: Callable[..., Reading]) -> Store:
    """A report with a page in every state, a restricted one with a scan, and one with nothing to look at."""
    held = {"report": (Access.INTERNAL, STATES), "names": (Access.RESTRICTED, (PageState.OCR,))}
    held["clean"] = (Access.PUBLIC, (PageState.TEXT, PageState.BLANK))
    with store.write() as connection:
        for name, (access, states) in held.items():
            made = replace(reading(name, access), pages=pages(*states))
            write.put_reading(connection, made, name=f"{name}.pdf", targets=())
    return store


def test_pages_lost_to_the_search_come_first_and_good_pages_never(filled: Store) -> None:
    found = pages_to_check(filled, Access.RESTRICTED)
    assert [page.facts.state for page in found.pages] == [*TO_CHECK[:4], PageState.OCR, PageState.REPAIRED]
    assert found.total == 6
    assert found.states == {state: 2 if state is PageState.OCR else 1 for state in TO_CHECK}
    assert found.documents == (("report", "The report", 5), ("names", "The names", 1))


def test_facts_come_back_as_they_were_found_with_the_first_passage_of_the_page(filled: Store) -> None:
    page = pages_to_check(filled, Access.RESTRICTED, [PageState.OCR]).pages[0]
    assert (page.document.id, page.facts.confidence, page.anchor) == ("names", 0.94, "1")
    assert (page.url, page.picture) == ("/d/names/p/1", "/page/names/1.png")
    [repaired] = pages_to_check(filled, Access.RESTRICTED, [PageState.REPAIRED]).pages
    assert repaired.facts.repairs == ("yu-ascii", "soft-hyphens")
    assert (repaired.anchor, repaired.url) == (None, "/d/report")


@pytest.mark.parametrize(("clearance", "total"), [(Access.RESTRICTED, 6), (Access.INTERNAL, 5), (Access.PUBLIC, 0)])
def test_nobody_learns_of_pages_above_the_clearance(filled: Store, clearance: Access, total: int) -> None:
    found = pages_to_check(filled, clearance)
    assert found.total == len(found.pages) == sum(found.states.values()) == total
    assert sum(count for _, _, count in found.documents) == total


def test_a_document_above_the_clearance_is_answered_like_one_that_is_not_held(filled: Store) -> None:
    said = []
    for document in ("names", "nothing"):
        with pytest.raises(NotHeld) as error:
            pages_to_check(filled, Access.INTERNAL, (), document)
        said.append(error.value.message.replace(document, "…"))
    assert said[0] == said[1]


def test_counts_by_state_follow_the_document_and_those_by_document_the_state(filled: Store) -> None:
    found = pages_to_check(filled, Access.RESTRICTED, [PageState.REPAIRED], "names")
    assert (found.total, found.pages) == (0, ())
    assert found.states == {PageState.OCR: 1}
    assert found.documents == (("report", "The report", 1),)


def test_stretches_together_are_the_whole(filled: Store) -> None:
    whole = pages_to_check(filled, Access.RESTRICTED).pages
    parts = [pages_to_check(filled, Access.RESTRICTED, limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert tuple(page for part in parts for page in part.pages) == whole
    assert {part.total for part in parts} == {6}


def test_a_document_that_another_stands_for_is_left_out_unless_it_is_named(filled: Store) -> None:
    with filled.write() as connection:
        variants.put_shown(connection, "names", "report")
    assert pages_to_check(filled, Access.RESTRICTED).total == 5
    assert pages_to_check(filled, Access.RESTRICTED, (), "names").total == 1
