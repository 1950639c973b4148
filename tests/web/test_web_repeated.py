"""An item of a list of recommendations and the paragraph it repeats lead to one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access
from kb.repeated import repeated_in, repeats

REPORT = """# Report on the visit to Zalina Prison

## Health

1. The nurse is present on weekdays alone.

2. The delegation recommends that the prison employ a nurse for the nights and for the weekends.

## Appendix: List of recommendations

- To the Ministry of Health: that the prison employ a nurse for the nights and for the weekends (paragraph 2).

- To the Government: that the law on health in prisons be amended without delay (paragraph 99).
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root: Path = tmp_path_factory.mktemp("repeated")
    (root / "originals").mkdir()
    (root / "originals" / "visit.md").write_text(REPORT, "utf-8")
    made = Home.at(root / "home")
    Batch(made, Options(jobs=1)).run([root / "originals"])
    return made


def test_the_item_leads_to_the_paragraph_and_the_paragraph_to_the_item(
    home: Home, serve_home: Callable[[Home, Access], Any]
) -> None:
    web = serve_home(home, Access.RESTRICTED)
    document = web.collection.documents()[0].id
    body = web.collection.passage(document, "2")
    items = repeated_in(web.collection, body)
    assert [repeats(web.collection, item) for item in items] == [body]
    assert f'<a href="{body.url}">Repeats paragraph 2</a>' in web.get(items[0].url).text
    assert "In a list of recommendations" in web.get(items[0].url).text
    assert f'Said again: <a href="{items[0].url}">' in web.get(body.url).text


def test_a_paragraph_that_nothing_repeats_says_nothing_of_it(
    home: Home, serve_home: Callable[[Home, Access], Any]
) -> None:
    web = serve_home(home, Access.RESTRICTED)
    text = web.get(web.collection.passage(web.collection.documents()[0].id, "1").url).text
    assert "Said again" not in text
    assert "Repeats paragraph" not in text


def test_who_may_not_see_the_document_is_told_of_no_tie(home: Home) -> None:
    keeper, everyone = Collection(home, Access.RESTRICTED), Collection(home, Access.PUBLIC)
    body = keeper.passage(keeper.documents()[0].id, "2")
    assert repeated_in(keeper, body)
    assert repeated_in(everyone, body) == []
