"""The same text in several files is one document with several originals, as far as its reader may see."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.index.check import check_collection
from kb.nouns import Access, Query

Run = Callable[..., tuple[dict[str, FileReport], Summary]]

MARKDOWN = """# Report on a visit to the Sample Prison

## Solitary confinement

1. The delegation met four prisoners who had been held in solitary confinement for more than a month.

2. The cells measured six square metres and had no call bell. See Rule 43 of the Mandela Rules.

3. It is recommended that the director keep a register of every placement of 2019.
"""
HTML = "<html><body>{}</body></html>".format(
    "".join(f"<p>{line.lstrip('# ')}</p>" for line in MARKDOWN.splitlines() if line)
)


def found(home: Home, text: str, clearance: Access = Access.RESTRICTED) -> set[str]:
    return {hit.document for hit in Collection(home, clearance).search(Query(text=text)).hits}


def ids(reports: dict[str, FileReport]) -> dict[str, str]:
    return {name: str(report.document) for name, report in reports.items()}


def test_the_same_text_in_two_formats_is_found_once(home: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "visit.md").write_text(MARKDOWN, "utf-8")
    (tmp_path / "in" / "visit.html").write_text(HTML, "utf-8")
    (tmp_path / "in" / "visit.txt").write_text(MARKDOWN.replace("#", "").upper(), "utf-8")
    names = ids(run(tmp_path / "in")[0])
    collection = Collection(home)
    assert [each.id for each in collection.documents()] == [names["visit.html"]]
    assert found(home, "solitary confinement") == {names["visit.html"]}
    assert {name for _, name in collection.related.originals(names["visit.html"])} == {
        "visit.md",
        "visit.html",
        "visit.txt",
    }
    instead = collection.related.same_text_as(names["visit.md"])
    assert instead is not None
    assert instead.id == names["visit.html"]
    assert collection.passages(names["visit.md"])  # its permanent addresses still answer
    assert check_collection(home, collection.store)["problems"] == []


def test_a_changed_number_or_date_is_another_document(home: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "visit.md").write_text(MARKDOWN * 3, "utf-8")
    (tmp_path / "in" / "later.md").write_text(MARKDOWN * 2 + MARKDOWN.replace("2019", "2020"), "utf-8")
    (tmp_path / "in" / "other.md").write_text(MARKDOWN * 2 + MARKDOWN.replace("month", "week"), "utf-8")
    run(tmp_path / "in")
    assert len(Collection(home).documents()) == 3


def test_each_level_has_its_own_choice_and_nobody_learns_of_a_hidden_copy(home: Home, run: Run, tmp_path: Path) -> None:
    for level, suffix, text in (
        ("public", "txt", MARKDOWN),
        ("internal", "md", MARKDOWN + "\n"),  # other bytes
        ("restricted", "html", HTML),
    ):
        (tmp_path / "in" / level).mkdir(parents=True)
        (tmp_path / "in" / level / f"visit.{suffix}").write_text(text, "utf-8")
        (tmp_path / "in" / level / "kb.toml").write_text(f'[defaults]\naccess = "{level}"\n', "utf-8")
    names = ids(run(tmp_path / "in")[0])
    for level, originals in ((Access.PUBLIC, 1), (Access.INTERNAL, 2), (Access.RESTRICTED, 3)):
        assert found(home, "solitary", level) == {names["visit.txt"]}
        assert len(Collection(home, level).related.originals(names["visit.txt"])) == originals
        assert Collection(home, level).statistics()["documents"] == 1
    run(tmp_path / "in" / "public" / "visit.txt", access=Access.RESTRICTED)  # now it is the internal one that shows
    assert found(home, "solitary", Access.PUBLIC) == set()
    assert found(home, "solitary", Access.INTERNAL) == {names["visit.md"]}
    assert found(home, "solitary", Access.RESTRICTED) == {names["visit.md"]}
    assert check_collection(home, Collection(home).store)["problems"] == []


def test_when_the_shown_one_goes_or_changes_the_other_is_found_again(home: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "visit.html").write_text(HTML, "utf-8")
    (tmp_path / "in" / "visit.md").write_text(MARKDOWN, "utf-8")
    names = ids(run(tmp_path / "in")[0])
    (tmp_path / "in" / "visit.html").write_text("<html><body><p>Another text of this file.</p></body></html>", "utf-8")
    run(tmp_path / "in")
    assert found(home, "solitary") == {names["visit.md"]}
    (tmp_path / "in" / "visit.html").write_text(HTML, "utf-8")
    run(tmp_path / "in")
    assert found(home, "solitary") == {names["visit.html"]}
    (tmp_path / "in" / "visit.html").unlink()
    run(tmp_path / "in", prune=True)
    assert found(home, "solitary") == {names["visit.md"]}
    assert check_collection(home, Collection(home).store)["problems"] == []


def test_the_choice_does_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    files = {"a.md": MARKDOWN, "b.html": HTML, "c.txt": MARKDOWN.upper(), "d.md": MARKDOWN.replace("2019", "2020")}
    (tmp_path / "all").mkdir()
    digests = set()
    for turn in range(3):
        order = random.Random(turn).sample(sorted(files), len(files))
        home = Home.at(tmp_path / f"home-{turn}")
        shutil.rmtree(tmp_path / "all")
        (tmp_path / "all").mkdir()
        for name in order:
            (tmp_path / "all" / name).write_text(files[name], "utf-8")
            Batch(home, Options()).run([tmp_path / "all"])
        said = check_collection(home, Collection(home).store)
        assert said["problems"] == []
        digests.add((said["store_digest"], said["index_digest"]))
    assert len(digests) == 1
