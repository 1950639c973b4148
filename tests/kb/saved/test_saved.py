"""Saved searches: what is new in them is shown once, to each reader, and never lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from sqlalchemy import delete, insert, update

from indexer.batch.run import Batch, Options
from kb.backup import restore_home, save_home
from kb.cli.main import kb
from kb.collection import Collection
from kb.errors import KBError, NotHeld, QueryError
from kb.home import Home
from kb.index.rebuild import rebuild
from kb.nouns import Access, Query
from kb.saved import SavedSearches, feed_of
from kb.saved.arriving import keys_of, settle
from kb.saved.search import asked, kept
from kb.store import Store, arrivals, schema
from kb.store.searches import saved_search

ATOM = "{http://www.w3.org/2005/Atom}"
Write = Callable[..., Home]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a text of a level into the folder, and indexes it; None takes the file away."""
    (tmp_path / "in").mkdir()

    def index(text: str | None, *, name: str = "a", access: str = "public") -> Home:
        home, file = Home.at(tmp_path / "home"), tmp_path / "in" / f"{name}.txt"
        manifest = tmp_path / "in" / "kb.toml"
        lines = manifest.read_text("utf-8").splitlines() if manifest.exists() else []
        lines = [line for line in lines if not line.startswith(f'files."{name}.txt"')]
        lines.append(f'files."{name}.txt" = {{ access = "{access}", title = "Report {name}" }}')
        manifest.write_text("\n".join(lines) + "\n", "utf-8")
        if text is None:
            file.unlink()
        else:
            file.write_text(text, "utf-8")
        Batch(home, Options(jobs=1, prune=True)).run([tmp_path / "in"])
        return home

    return index


@pytest.fixture
def home(write: Write) -> Home:
    return write("1. The handcuffs were tight.\n\n2. The kitchen was clean.\n")


def searches(home: Home, clearance: Access = Access.RESTRICTED) -> SavedSearches:
    return SavedSearches(Collection(home, clearance))


def new(home: Home, name: str = "cuffs", clearance: Access = Access.RESTRICTED) -> list[str]:
    """The words of what is new."""
    own = searches(home, clearance)
    return [each.passage.text for each in own.news(own.named(name)).items]


def seen(home: Home, name: str = "cuffs", clearance: Access = Access.RESTRICTED) -> None:
    own = searches(home, clearance)
    own.mark_seen(own.named(name), own.news(own.named(name)).upto)


def run(home: Home, *words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(kb, ["--home", str(home.path), *words])
    return done.exit_code, done.stdout, done.stderr + (str(done.exception) if done.exception else "")


def test_a_new_passage_is_new_until_it_was_seen(home: Home, write: Write) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"), why="for the visit", who="Ana")
    assert new(home) == []
    write("1. Handcuffs again.\n\n2. And a library.\n", name="b")
    assert new(home) == ["1. Handcuffs again."]
    assert new(home) == ["1. Handcuffs again."], "looking does not move on"
    seen(home)
    assert new(home) == []


def test_only_what_has_all_the_words_is_new_and_only_what_the_filters_let_through(home: Home, write: Write) -> None:
    searches(home).add("both", Query(text="handcuffs library"))
    searches(home).add("one document", Query(text="handcuffs", document=("nothing",)))
    write("1. Handcuffs again.\n\n2. Handcuffs in the library.\n", name="b")
    assert new(home, "both") == ["2. Handcuffs in the library."]
    assert new(home, "one document") == []


def test_what_was_only_read_again_or_moved_is_not_new(home: Home, write: Write) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"))
    write("1. A new paragraph on bread.\n\n2. The handcuffs were tight.\n\n3. The kitchen was clean.\n")
    assert new(home) == []
    write("1. A new paragraph on bread.\n\n2. The handcuffs were tight.\n\n3. The handcuffs were tight.\n")
    assert new(home) == ["3. The handcuffs were tight."], "the same words a second time are a second passage"


def test_a_document_removed_and_indexed_again_is_not_new(home: Home, write: Write) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"))
    write("1. Something else entirely.\n", name="b")
    write(None)
    assert new(home) == []
    write("1. The handcuffs were tight.\n\n2. The kitchen was clean.\n")
    assert new(home) == []


def test_what_becomes_visible_is_new_to_those_who_could_not_see_it(home: Home, write: Write) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"), access=Access.PUBLIC)
    write("1. Secret handcuffs.\n", name="b", access="restricted")
    assert new(home) == ["1. Secret handcuffs."]
    assert new(home, clearance=Access.PUBLIC) == []
    seen(home)
    seen(home, clearance=Access.PUBLIC)
    write("1. Secret handcuffs.\n", name="b", access="public")
    assert new(home) == []
    assert new(home, clearance=Access.PUBLIC) == ["1. Secret handcuffs."]
    seen(home, clearance=Access.PUBLIC)
    write("1. Secret handcuffs.\n", name="b", access="restricted")
    assert new(home, clearance=Access.PUBLIC) == []
    write("1. Secret handcuffs.\n", name="b", access="public")
    assert new(home, clearance=Access.PUBLIC) == []


def test_what_came_between_looking_and_marking_stays_new(home: Home, write: Write) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"))
    write("1. First handcuffs.\n", name="b")
    own = searches(home)
    upto = own.news(own.named("cuffs")).upto
    write("1. Second handcuffs.\n", name="c")
    own = searches(home)
    own.settle()
    own.mark_seen(own.named("cuffs"), upto)
    assert new(home) == ["1. Second handcuffs."]
    own.mark_seen(own.named("cuffs"), 0)
    assert new(home) == ["1. Second handcuffs."], "marking never goes back"


def test_what_the_index_does_not_hold_yet_is_not_counted_as_seen(home: Home, write: Write) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"))
    write("1. Late handcuffs.\n", name="b")
    own = searches(home)
    late = next(each.id for each in own.collection.documents() if each.title == "Report b")
    with own.collection.store.write() as connection:
        connection.execute(insert(schema.pending), [{"document": late}])
    saved = own.named("cuffs")
    assert own.news(saved).items == ()
    own.mark_seen(saved, own.news(saved).upto)
    with own.collection.store.write() as connection:
        connection.execute(delete(schema.pending))
    assert [each.passage.text for each in own.news(own.named("cuffs")).items] == ["1. Late handcuffs."]


def test_it_survives_rebuilding_backup_and_restore(home: Home, write: Write, tmp_path: Path) -> None:
    searches(home).add("cuffs", Query(text="handcuffs", language=("en",), sort="date"), why="w", who="Ana")
    write("1. First handcuffs.\n", name="b")
    seen(home)
    write("1. Second handcuffs.\n", name="c")
    rebuild(home, Store(home.store))
    assert new(home) == ["1. Second handcuffs."]
    save_home(home, tmp_path / "b.zip")
    other = Home.at(tmp_path / "other")
    restore_home(other, tmp_path / "b.zip")
    back = searches(other).named("CUFFS")
    assert (back.query, back.why, back.who) == (Query(text="handcuffs", language=("en",), sort="date"), "w", "Ana")
    assert new(other) == ["1. Second handcuffs."]


def test_readers_of_less_neither_know_of_a_search_nor_who_keeps_it(home: Home) -> None:
    searches(home).add("inner", Query(text="handcuffs"), why="secret reason", who="Ana")
    searches(home).add("outer", Query(text="handcuffs"), why="secret reason", who="Ana", access=Access.PUBLIC)
    (only,) = searches(home, Access.PUBLIC).list()
    assert (only.name, only.why, only.who, only.key) == ("outer", "", "", "")
    with pytest.raises(NotHeld):
        searches(home, Access.PUBLIC).named("inner")
    code, out, _ = run(home, "saved", "list", "--clearance", "public", "--json")
    assert code == 0
    assert "secret" not in out
    assert "inner" not in out


@pytest.mark.parametrize(
    ("name", "query", "access", "said"),
    [
        ("", Query(text="x"), Access.INTERNAL, "name"),
        ("x" * 101, Query(text="x"), Access.INTERNAL, "longer"),
        ("x", Query(), Access.INTERNAL, "asks nothing"),
        ("x", Query(sort="date"), Access.INTERNAL, "asks nothing"),
        ("x", Query(text="kind:poem"), Access.INTERNAL, "poem"),
        ("x", Query(text="x"), Access.RESTRICTED, "could not see"),
    ],
)
def test_what_cannot_be_saved_is_refused_and_nothing_is_written(
    home: Home, name: str, query: Query, access: Access, said: str
) -> None:
    own = searches(home, Access.INTERNAL)
    with pytest.raises((KBError, QueryError), match=said):
        own.add(name, query, access=access)
    assert own.list() == []


def test_a_name_is_taken_once_even_by_what_one_may_not_know_of(home: Home) -> None:
    searches(home).add("cuffs", Query(text="handcuffs"), access=Access.RESTRICTED)
    with pytest.raises(KBError, match="already"):
        searches(home, Access.INTERNAL).add("CUFFS", Query(text="kitchen"))


def test_what_is_removed_is_gone_and_its_number_is_not_given_again(home: Home) -> None:
    own = searches(home)
    first = own.add("cuffs", Query(text="handcuffs"))
    own.remove(first)
    assert own.list() == []
    assert own.add("cuffs", Query(text="handcuffs")).id > first.id


def test_a_question_is_kept_whole_and_read_back_whatever_is_beside_it() -> None:
    query = Query(text="x", kind=("law",), year_from=2019, exact=True, without=("a",), group=True, sort="date", limit=3)
    values = json.loads(json.dumps(kept(query)))
    assert "limit" not in values
    assert asked(values | {"colour": "blue"}) == asked(values)
    assert asked(values).kind == ("law",)


def test_words_are_known_whatever_their_number_case_and_punctuation() -> None:
    texts = {"1": ("1. The handcuffs were tight.", "1"), "2": ("2. The HANDCUFFS, were tight", "2")}
    (one, other), letters = keys_of("d", texts)
    assert one[1] != other[1]
    assert keys_of("d", {"7": ("7. The handcuffs were tight", "7")})[0][0][1] == one[1]
    assert letters == 2 * len("thehandcuffsweretight")


@pytest.mark.parametrize(("text", "fresh"), [("1. The hand cuffs were ti ght!x", False), ("1. Much more. " * 20, True)])
def test_a_file_that_was_only_read_better_brings_news_where_there_is_much_more_of_it(
    home: Home, text: str, fresh: bool
) -> None:
    own = searches(home)
    saved = own.add("cuffs", Query(text="handcuffs"))
    with own.collection.store.write() as connection:
        connection.execute(update(schema.passage).where(schema.passage.c.anchor == "1").values(text=text))
        arrivals.unsettle(connection, own.collection.documents()[0].id)
    assert settle(own.collection.store) == 1
    with own.collection.store.read() as connection:
        assert bool(arrivals.fresh_documents(connection, Access.PUBLIC, saved.seen)) is fresh
    assert settle(own.collection.store) == 0


def test_the_command_prints_once_and_its_exit_code_says_whether_there_is_news(home: Home, write: Write) -> None:
    assert run(home, "new")[0] == 1
    assert "No search is kept" in run(home, "new")[2]
    assert run(home, "saved", "add", "cuffs", "handcuffs", "--why", "w", "--kind", "other")[0] == 0
    write("1. More handcuffs.\n", name="b")
    code, out, _ = run(home, "new", "--keep")
    assert (code, "More handcuffs" in out) == (0, True)
    code, out, _ = run(home, "new", "cuffs", "--json")
    assert (code, json.loads(out)["new"]) == (0, 1)
    assert run(home, "new")[:2] == (1, "")
    assert "Nothing is new" in run(home, "new")[2]
    write("1. Still more handcuffs.\n", name="c")
    assert run(home, "new", "--seen")[:2] == (0, "")
    assert run(home, "new")[0] == 1
    assert "handcuffs" in run(home, "saved", "show", "1")[1]
    assert run(home, "saved", "run", "cuffs", "--seen")[0] == 0
    assert run(home, "saved", "remove", "cuffs")[0] == 0
    assert "no saved search" in run(home, "saved", "show", "cuffs")[2]


def test_what_could_not_be_printed_is_shown_again(home: Home, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    run(home, "saved", "add", "cuffs", "handcuffs")
    write("1. More handcuffs.\n", name="b")

    def torn(*_: object, **__: object) -> None:
        raise BrokenPipeError

    with monkeypatch.context() as broken:
        broken.setattr("kb.cli.hits.print_hits", torn)
        assert run(home, "new")[0] != 0
    assert "More handcuffs" in run(home, "new")[1]


def test_a_search_that_can_no_longer_be_read_does_not_stop_the_others(home: Home, write: Write) -> None:
    own = searches(home)
    own.add("a bad one", Query(text="handcuffs"))
    own.add("good", Query(text="handcuffs"))
    with own.collection.store.write() as connection:
        bad = saved_search.c.name == "a bad one"
        connection.execute(update(saved_search).where(bad).values(query={"text": "kind:poem"}))
    write("1. More handcuffs.\n", name="b")
    code, out, said = run(home, "new")
    assert code == 2
    assert "poem" in said
    assert "More handcuffs" in out
    assert run(home, "saved")[0] == 0


def test_a_feed_is_atom_with_stable_ids(home: Home, write: Write) -> None:
    own = searches(home)
    own.add("cuffs & <more>", Query(text="handcuffs"))
    write("1. Handcuffs & <b>chains</b>.\n", name="b")
    saved = own.named("cuffs & <more>")

    def fed() -> ElementTree.Element:
        made = feed_of(
            searches(home).since_saved(saved).items,
            title=saved.name,
            address="http://x/saved/1",
            own="http://x/saved/1.atom",
            root="http://x",
            saved_at=saved.at,
        )
        return ElementTree.fromstring(made)  # noqa: S314 - our own

    feed = fed()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}title") == "cuffs & <more>"
    (entry,) = feed.findall(f"{ATOM}entry")
    for name in ("id", "title", "updated", "summary", "content"):
        assert entry.findtext(f"{ATOM}{name}"), name
    assert entry.findtext(f"{ATOM}id", "").startswith("http://x/d/")
    assert "<b>chains</b>" in entry.findtext(f"{ATOM}content", "")
    assert feed.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated")
    assert entry.findtext(f"{ATOM}updated", "").endswith("Z")
    seen(home, saved.name)
    assert fed().findall(f"{ATOM}entry")[0].findtext(f"{ATOM}id") == entry.findtext(f"{ATOM}id")
