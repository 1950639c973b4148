"""``kb search``, the API and the browser on a paragraph that stands in three documents, one of them internal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.batch.run import Batch, Options
from kb.cli.main import kb
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access
from web.app import make_app
from web.asked import Asked
from web.asking import address_of, read_query
from web.site import Site

SAID = "Two prisoners were held in the basement corridor for a month, and no register said why they were there."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copies")
    folder = root / "originals"
    folder.mkdir()
    (folder / "kb.toml").write_text(
        '[defaults]\naccess = "public"\nkind = "report"\n\n'
        '[files."a.md"]\ntitle = "First report"\ndate = "2022"\n\n'
        '[files."b.md"]\ntitle = "Second report"\ndate = "2023"\n\n'
        '[files."c.md"]\ntitle = "Hidden note"\naccess = "internal"\n', "utf-8",
    )  # fmt: skip
    (folder / "a.md").write_text(f"# First\n\n1. {SAID}\n\n2. The kitchen was clean and warm.\n", "utf-8")
    (folder / "b.md").write_text(f"# Second\n\n1. The library was closed all year.\n\n2. {SAID}\n", "utf-8")
    (folder / "c.md").write_text(f"# Note\n\n1. {SAID}\n\n2. A source spoke of more.\n", "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([folder])
    return root / "home"


def run(home: Path, *words: str) -> str:
    done = CliRunner().invoke(kb, ["--home", str(home), "search", *words])
    assert done.exit_code == 0, done.output
    return done.stdout


def site(home: Path, clearance: Access) -> Site:
    return Site(collection=Collection(Home.at(home), clearance), address="http://x", everyone=False)


def page(home: Path, clearance: Access, query: str) -> str:
    from wsgiref.util import setup_testing_defaults

    environ: dict[str, object] = {"PATH_INFO": "/search", "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1:8080"}
    setup_testing_defaults(environ)
    app = make_app(site(home, clearance), hosts=frozenset({"127.0.0.1"}))
    return b"".join(app(environ, lambda *_: None)).decode("utf-8")


def test_the_command_shows_copies_once_and_each_with_all(home: Path) -> None:
    folded = run(home, "basement")
    assert "3 passages" in folded
    assert "2 of them shown with another of the same words" in folded
    assert folded.count("also in:") == 2
    every = run(home, "basement", "--all")
    assert "also in" not in every
    assert every.count("/p/") == 3


def test_json_names_the_copies_and_counts_what_is_folded(home: Path) -> None:
    answer = json.loads(run(home, "basement", "--json"))
    [hit] = answer["hits"]
    assert (answer["total"], answer["folded"], len(hit["also"])) == (3, 2, 2)
    keys = {"document", "title", "anchor", "label", "page", "date", "language", "url"}
    assert all(set(copy) == keys for copy in hit["also"])
    every = json.loads(run(home, "basement", "--json", "--all"))
    assert (every["folded"], [hit["also"] for hit in every["hits"]]) == (0, [[], [], []])


def test_the_page_of_results_links_to_the_copies_and_to_each_by_itself(home: Path) -> None:
    shown = page(home, Access.PUBLIC, "q=basement")
    [also] = re.findall(r'<div class="also-in">.*?</div>', shown, re.DOTALL)
    assert also.count("<a ") == 1
    assert "1 of them says the same words" in shown
    assert 'href="/search?q=basement&amp;all=1"' in shown
    every = page(home, Access.PUBLIC, "q=basement&all=1")
    assert "also-in" not in every
    assert 'name="all" value="1" checked' in every
    assert every.count('<li class="hit">') == 2


@pytest.mark.parametrize("query", ["q=basement", "q=basement&all=1", "q=register&sort=date"])
def test_who_may_not_read_a_copy_is_not_told_of_it(home: Path, query: str) -> None:
    assert "Hidden note" not in page(home, Access.PUBLIC, query)
    assert "Hidden note" in page(home, Access.INTERNAL, query)


def test_the_address_of_a_search_keeps_the_choice() -> None:
    asked = Asked(fields={"q": ("x",), "all": ("1",)})
    query = read_query(asked)
    assert not query.fold
    assert address_of(query) == "/search?q=x&all=1"
