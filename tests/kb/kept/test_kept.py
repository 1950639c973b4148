"""What people keep follows its passages, is seen only where it may be, and comes back from a backup."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.batch.run import Batch, Options
from kb.basket import contents
from kb.cli.main import kb
from kb.collection import Collection
from kb.errors import KBError, NotHeld
from kb.home import Home
from kb.kept import BASKET, BRIEF, Overtaken, Shelf, moved
from kb.nouns import Access

MANIFEST = '[defaults]\naccess = "public"\n[files."secret.txt"]\naccess = "restricted"\n'
ONE = ["The cells were damp.", "The doctor came twice a week.", "Nobody had been told of the rules."]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/kb.toml").write_text(MANIFEST, "utf-8")
    (tmp_path / "in/secret.txt").write_text("1. A guard struck a prisoner.\n", "utf-8")
    write(tmp_path, ONE)
    return tmp_path


def write(folder: Path, paragraphs: list[str]) -> Home:
    """The visit with these paragraphs, numbered, indexed."""
    text = "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, start=1))
    (folder / "in/visit.txt").write_text(text + "\n", "utf-8")
    home = Home.at(folder / "home")
    Batch(home, Options(jobs=1)).run([folder / "in"])
    return home


def keys_of(home: Home, name: str) -> list[str]:
    held = Collection(home)
    one = next(d for d in held.documents() if held.original_name(d.id) == name)
    return [passage.key for passage in held.passages(one.id)]


def words_in(shelf: Shelf, name: str = "") -> list[str]:
    items = contents(shelf.collection, shelf.state(shelf.one(BASKET, name)))
    return [each.passage.text.partition(". ")[2] for each in items]


def run(home: Home, *words: str) -> str:
    result = CliRunner().invoke(kb, ["--home", str(home.path), *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_basket_follows_its_passages_through_a_reindex_and_a_backup(folder: Path, tmp_path: Path) -> None:
    home = Home.at(folder / "home")
    first, second, third = keys_of(home, "visit.txt")
    shelf = Shelf(Collection(home))
    one, new = shelf.make(BASKET, "Isolation", who="Ana")
    assert new
    shelf.add(one, [first, second, third, first])
    shelf.place(one, third, first)
    shelf.note(one, second, "Ask the doctor.", who="Ana", seen=0)
    assert words_in(shelf, "Isolation") == [ONE[2], ONE[0], ONE[1]]
    write(folder, ["A paragraph was put in above.", *ONE])  # a new reading: every anchor means another text
    run(home, "rebuild")
    shelf = Shelf(Collection(home))
    assert words_in(shelf, "Isolation") == [ONE[2], ONE[0], ONE[1]]
    state = shelf.state(shelf.one(BASKET, "Isolation"))
    assert [note.text for key, note in state.notes.items() if key.endswith("#3")] == ["Ask the doctor."]
    run(home, "backup", str(tmp_path / "all.zip"))
    other = Home.at(tmp_path / "restored")
    run(other, "restore", str(tmp_path / "all.zip"))
    assert words_in(Shelf(Collection(other)), "Isolation") == [ONE[2], ONE[0], ONE[1]]
    write(folder, [ONE[0], "Another text altogether.", ONE[2]])
    shelf = Shelf(Collection(home))
    state = shelf.state(shelf.one(BASKET, "Isolation"))
    assert len(state.changed) + len(state.gone) == 1  # what is not there any more is said, not passed over


def test_what_a_reader_may_not_see_is_neither_shown_nor_counted_nor_taken(folder: Path) -> None:
    home = Home.at(folder / "home")
    (secret,) = keys_of(home, "secret.txt")
    (first, *_) = keys_of(home, "visit.txt")
    shelf = Shelf(Collection(home))
    one, _ = shelf.make(BASKET, "Mixed")
    shelf.add(one, [secret, first])
    shelf.note(one, secret, "Which guard?")
    less = Shelf(Collection(home, Access.INTERNAL))
    state = less.state(less.one(BASKET, "Mixed"))
    assert state.order == (first,)
    assert secret not in state.notes
    assert secret not in state.gone
    assert "Which guard?" not in [event.text for event in less.since(one, 0)]
    with pytest.raises(NotHeld):
        less.add(one, [secret])
    public = Shelf(Collection(home, Access.PUBLIC))
    assert public.listed(BASKET) == []
    with pytest.raises(NotHeld):
        public.one(BASKET, "Mixed")
    with pytest.raises(KBError):
        public.make(BASKET, "Mine")
    for suffix in ("md", "csv", "bib"):
        out = folder / f"basket.{suffix}"
        run(home, "basket", "export", "--basket", "Mixed", "--clearance", "internal", "--out", str(out))
        assert "secret" not in out.read_text("utf-8-sig")
        assert "guard" not in out.read_text("utf-8-sig")


def test_a_note_is_not_overwritten_by_who_has_not_read_it(folder: Path) -> None:
    home = Home.at(folder / "home")
    (first, *_) = keys_of(home, "visit.txt")
    shelf, other = Shelf(Collection(home)), Shelf(Collection(home))
    one, _ = shelf.make(BRIEF, "Visit")
    shelf.note(one, first, "Ana's", who="Ana", seen=0)
    with pytest.raises(Overtaken) as caught:
        other.note(one, first, "Blerim's", who="Blerim", seen=0)
    assert caught.value.now.notes[first].text == "Ana's"
    other.note(one, first, "Both", who="Blerim", seen=caught.value.now.notes[first].id)
    assert [event.text for event in shelf.since(one, 0)] == ["Ana's", "Both"]


def test_the_command_line_has_the_same_baskets(folder: Path) -> None:
    home = Home.at(folder / "home")
    first, second, _ = keys_of(home, "visit.txt")
    assert json.loads(run(home, "basket", "add", first, second, "--json")) == {"added": 2, "there": 0}
    run(home, "basket", "note", first, "Look.")
    run(home, "basket", "move", second, "--before", first)
    shown = json.loads(run(home, "basket", "show", "--json"))
    assert [(each["passage"], each["note"]) for each in shown["passages"]] == [(second, ""), (first, "Look.")]
    run(home, "basket", "remove", second)
    assert [each["passages"] for each in json.loads(run(home, "basket", "list", "--json"))] == [1]
    run(home, "basket", "clear")
    assert json.loads(run(home, "basket", "show", "--json"))["passages"] == []
    for wrong in (["note", second, "x"], ["add", "nowhere#1"], ["show", "--basket", "Nobody's"]):
        result = CliRunner().invoke(kb, ["--home", str(home.path), "basket", *wrong])
        assert isinstance(result.exception, KBError)


def test_moves_of_what_is_not_there_do_nothing() -> None:
    assert moved("abc", [("c", "a")]) == ("c", "a", "b")
    assert moved("abc", [("a", "")]) == ("b", "c", "a")
    assert moved("abc", [("x", "a"), ("a", "x"), ("b", "b")]) == ("a", "b", "c")
