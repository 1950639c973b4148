"""Passages that say the same words are shown once, in both engines, for what a reader may see."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kb.engines import ENGINES, IndexReader, open_engine
from kb.engines.protocol import Match
from kb.index.entries import entries
from kb.nouns import Answer, Document, Hit, Passage, Query, Role
from kb.search import search
from kb.search.folding import WINDOW, Row, fold, page

SAID = "The delegation found that prisoners were held in solitary confinement for longer than the law allows."
RULE = "No prisoner shall be held in solitary confinement for longer than fifteen days in a row, whatever he did."
OPEN = {
    "report": ("2019-05", [(Role.FINDING, SAID), (Role.FINDING, "The kitchen was clean."), (Role.PROVISION, RULE)]),
    "follow-up": ("2021-05", [(Role.FINDING, f"As was said: {SAID}"), (Role.FINDING, "Solitary confinement ended.")]),
    "rules-new": ("2020", [(Role.PROVISION, RULE)]),
    "table": ("2022", [
        (Role.OTHER, f"On day {n} of the month {n + 3} persons were counted in the corridor.") for n in range(1, 90)
    ]),
    "boilerplate": ("2018", [
        (Role.OTHER, "The text of the agreement between the parties was read to the persons who were there.")
    ] * 70 + [(Role.OTHER, "The agreement ended.")]),
}  # fmt: skip
CLOSED = {"secret-note": ("2022", [(Role.FINDING, SAID)])}

Held = dict[str, tuple[Document, Passage]]


def fill(folder: Path, engine: str, texts: dict[str, tuple[str, list[tuple[Role, str]]]], held: Held) -> IndexReader:
    writer = open_engine(engine).writer(folder)
    for name, (date, rows) in texts.items():
        document = Document(id=name, title=name, language="en", date=date)
        passages = [
            Passage(document=name, anchor=str(n), label=str(n), text=text, ordinal=n, role=role, language="en")
            for n, (role, text) in enumerate(rows, start=1)
        ]
        held.update({passage.key: (document, passage) for passage in passages})
        writer.put(name, entries(document, passages, []))
    writer.commit()
    writer.close()
    return open_engine(engine).reader(folder)


class Shelf:
    def __init__(self, readers: Sequence[IndexReader], held: Held) -> None:
        self.readers, self.held = readers, held

    def ask(self, text: str, *, fold: bool = True, **values: object) -> Answer:
        return search(
            Query(text=text, fold=fold, **values), readers=self.readers, languages=["en"],  # type: ignore[arg-type]
            texts=lambda keys: {key: self.held[key] for key in keys if key in self.held},
        )  # fmt: skip


def keys(hits: Sequence[Hit]) -> list[str]:
    return [f"{hit.document}#{hit.anchor}" for hit in hits]


def also(hit: Hit) -> list[str]:
    return [f"{copy.document}#{copy.anchor}" for copy in hit.also]


@pytest.fixture(scope="module", params=ENGINES)
def shelves(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Shelf, Shelf]:
    """What everyone may read, and what those may who are cleared for all."""
    folder, held = tmp_path_factory.mktemp("folding"), Held()
    levels = [fill(folder / "open", request.param, OPEN, held), fill(folder / "closed", request.param, CLOSED, held)]
    return Shelf(levels[:1], held), Shelf(levels, held)


def test_copies_are_one_hit_that_says_where_else_it_stands(shelves: tuple[Shelf, Shelf]) -> None:
    answer = shelves[0].ask("delegation")
    [hit] = answer.hits
    assert {keys(answer.hits)[0], *also(hit)} == {"report#1", "follow-up#1"}
    [copy] = hit.also
    assert (copy.title, copy.label, copy.url) == (copy.document, "1", f"/d/{copy.document}/p/1")
    assert (answer.total, answer.folded) == (2, 1)
    assert sum(answer.facets["kind"].values()) == 2


def test_each_can_be_shown_by_itself(shelves: tuple[Shelf, Shelf]) -> None:
    answer = shelves[0].ask("delegation", fold=False)
    assert set(keys(answer.hits)) == {"report#1", "follow-up#1"}
    assert (answer.total, answer.folded) == (2, 0)
    assert not any(hit.also for hit in answer.hits)


def test_rules_of_two_editions_stay_two_hits(shelves: tuple[Shelf, Shelf]) -> None:
    answer = shelves[0].ask("fifteen days")
    assert {"report#3", "rules-new#1"} <= set(keys(answer.hits))
    assert answer.folded == 0


def test_a_copy_that_a_reader_may_not_see_is_never_named(shelves: tuple[Shelf, Shelf]) -> None:
    everyone, inner = shelves
    seen = everyone.ask("delegation")
    assert "secret-note" not in repr(seen)
    assert seen.folded == 1
    told = inner.ask("delegation")
    assert (told.total, told.folded) == (3, 2)
    assert {keys(told.hits)[0], *also(told.hits[0])} == {"report#1", "follow-up#1", "secret-note#1"}


def test_a_filter_keeps_copies_outside_it_out(shelves: tuple[Shelf, Shelf]) -> None:
    [hit] = shelves[0].ask("delegation", document=("report",)).hits
    assert (hit.document, hit.also) == ("report", ())


def test_newest_first_shows_the_newest_of_the_copies(shelves: tuple[Shelf, Shelf]) -> None:
    [hit] = shelves[0].ask("delegation", sort="date").hits
    assert (hit.document, also(hit)) == ("follow-up", ["report#1"])


def test_one_hit_per_document_names_each_document(shelves: tuple[Shelf, Shelf]) -> None:
    answer = shelves[0].ask("delegation", group=True)
    assert {hit.document for hit in answer.hits} == {"report", "follow-up"}
    assert answer.folded == 0


def test_forms_that_differ_in_their_numbers_are_no_copies(shelves: tuple[Shelf, Shelf]) -> None:
    answer = shelves[0].ask("corridor", limit=89)
    assert (answer.total, answer.folded, len(answer.hits)) == (89, 0, 89)


@pytest.mark.parametrize("size", [1, 7, 20, 39, 40, 41])
@pytest.mark.parametrize("text", ["corridor", "agreement", "solitary confinement"])
def test_pages_put_together_are_every_row_once(shelves: tuple[Shelf, Shelf], text: str, size: int) -> None:
    shelf = shelves[1]
    whole = shelf.ask(text, fold=False, limit=200)
    found: list[str] = []
    for offset in range(0, whole.total, size):
        answer = shelf.ask(text, limit=size, offset=offset)
        found += [key for hit in answer.hits for key in (*keys([hit]), *also(hit))]
        rows = answer.total - answer.folded
        assert len(answer.hits) == max(0, min(size, rows - offset))
    assert sorted(found) == sorted(keys(whole.hits))


def test_behind_the_best_matches_each_is_shown_by_itself(shelves: tuple[Shelf, Shelf]) -> None:
    answer = shelves[0].ask("agreement parties", limit=40)
    assert (answer.total, answer.folded) == (70, WINDOW - 1)
    assert len(answer.hits) == 70 - (WINDOW - 1)
    assert len(answer.hits[0].also) == WINDOW - 1


def test_what_is_not_given_is_a_row_of_its_own() -> None:
    matches = [Match(f"a#{n}", "a", str(n), 1.0) for n in range(3)]
    assert fold(matches, {}) == [Row(match) for match in matches]
    assert fold([], {}) == []


def test_a_page_beyond_the_last_row_is_empty() -> None:
    rows = [Row(Match("a#1", "a", "1", 1.0))]
    assert page(rows, 3, 5, 10, None) == []
    asked: list[tuple[int, int]] = []

    def rest(offset: int, limit: int) -> list[Match]:
        asked.append((offset, limit))
        return []

    assert page(rows, 3, 5, 10, rest) == []
    assert page(rows, 3, 0, 10, rest) == rows
    assert asked == [(7, 10), (3, 9)]
