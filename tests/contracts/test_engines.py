"""The contract of an engine, held by every one: the same passages, counts and order for the same tree."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kb.engines import ENGINES, Engine, IndexReader, Request, open_engine
from kb.engines.tree import (
    Alike,
    All,
    AnyOf,
    Best,
    Every,
    Fuzzy,
    Node,
    Nothing,
    Phrase,
    Prefer,
    Prefix,
    Range,
    Term,
    Wildcard,
)
from kb.errors import EngineError, QueryError
from kb.nouns import IndexEntry

TEXTS = (
    "the cell was cold and the cell was small",
    "article 3 of the convention",
    "article 5 of the convention and 3 other articles",
    "the police officer visited the cells at night",
    "no one shall be held in a cold damp cell",
)


def entry(document: str, ordinal: int, text: str, **values: object) -> IndexEntry:
    return IndexEntry(
        key=f"{document}#{ordinal}",
        document=document,
        anchor=str(ordinal),
        ordinal=ordinal,
        exact=text,
        folded=text,
        stem=" ".join(f"en:{word[:5]}" for word in text.split()),
        **values,  # type: ignore[arg-type]
    )


def first_document() -> list[IndexEntry]:
    return [
        entry(
            "b-report",
            number,
            text,
            title="visit to a prison",
            heading="conditions" if number else "",
            kind="cpt-report",
            role="finding" if number % 2 else "recommendation",
            language="en",
            mechanism="CPT",
            state="XKX",
            institutions=("Prison, north", "Detention centre") if number < 2 else (),
            themes=("material conditions",),
            year=2019,
            date=20190521,
            refs=f"{number + 1} article-{number} cites:echr#article-3",
        )
        for number, text in enumerate(TEXTS)
    ]


def second_document() -> list[IndexEntry]:
    return [
        entry("a-law", number, text, kind="law", language="sq", year=2010 + number, date=20100000 + number * 10_000)
        for number, text in enumerate(reversed(TEXTS))
    ]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return open_engine(request.param)


@pytest.fixture
def folder(engine: Engine, tmp_path: Path) -> Path:
    writer = engine.writer(tmp_path / "index")
    writer.put("b-report", first_document())
    writer.put("a-law", second_document())
    writer.put("c-undated", [entry("c-undated", 0, "cell", year=0, date=0)])
    writer.commit()
    writer.close()
    return tmp_path / "index"


@pytest.fixture
def reader(engine: Engine, folder: Path) -> Iterator[IndexReader]:
    reader = engine.reader(folder)
    yield reader
    reader.close()


def keys(reader: IndexReader, tree: Node, **values: object) -> set[str]:
    found = reader.search(Request(tree=tree, limit=100, **values))  # type: ignore[arg-type]
    assert found.total == len(found.matches)
    return {match.key for match in found.matches}


def both(*numbers: int) -> set[str]:
    """The passages of the report with these numbers and the same texts in the law."""
    return {f"b-report#{n}" for n in numbers} | {f"a-law#{4 - n}" for n in numbers}


def test_a_page_without_counts_is_the_same_page(reader: IndexReader) -> None:
    asked = Request(tree=Term("folded", "cell"), limit=2, offset=1)
    counted = reader.search(asked)
    page = reader.search(replace(asked, counts=False))
    assert counted.total == 3 + 2
    assert page.matches == counted.matches
    assert page.total >= len(page.matches)
    assert not reader.search(replace(asked, counts=False, limit=0)).matches


CASES: list[tuple[str, Node, set[str]]] = [
    ("a term", Term("folded", "cell"), both(0, 4) | {"c-undated#0"}),
    ("a term nobody holds", Term("folded", "handcuffs"), set()),
    ("a term of another field", Term("stem", "en:artic"), both(1, 2)),
    ("a term of the title", Term("title", "prison"), {f"b-report#{n}" for n in range(5)}),
    ("a term of the heading", Term("heading", "conditions"), {f"b-report#{n}" for n in range(1, 5)}),
    ("a reference", Term("refs", "article-3"), {"b-report#3"}),
    ("a reference cited", Term("refs", "cites:echr#article-3"), {f"b-report#{n}" for n in range(5)}),
    ("a label with spaces and a comma", Term("institution", "Prison, north"), {"b-report#0", "b-report#1"}),
    ("a part of a label is no label", Term("institution", "Prison"), set()),
    ("a label in another case is another", Term("mechanism", "cpt"), set()),
    ("a phrase", Phrase("folded", ("article", "3")), both(1)),
    ("a phrase the other way round", Phrase("folded", ("3", "article")), set()),
    ("a phrase with a word twice", Phrase("folded", ("cell", "was", "cold")), both(0)),
    ("a phrase too far apart", Phrase("folded", ("article", "convention"), slop=2), both()),
    ("a phrase just near enough", Phrase("folded", ("article", "convention"), slop=3), both(1, 2)),
    ("slop never turns words round", Phrase("folded", ("3", "article"), slop=9), set()),
    ("slop is shared by all gaps", Phrase("folded", ("cold", "cell", "small"), slop=2), set()),
    ("slop enough for all gaps", Phrase("folded", ("cold", "cell", "small"), slop=3), both(0)),
    ("two words with one between them", Phrase("folded", ("cold", "cell"), slop=1), both(4)),
    ("two words next to each other are near enough too", Phrase("folded", ("article", "3"), slop=1), both(1)),
    ("two words with one between them, the other way round", Phrase("folded", ("damp", "cold"), slop=1), set()),
    ("a word never stands beside itself", Phrase("folded", ("cell", "cell"), slop=1), set()),
    ("the same word twice with one between them", Phrase("folded", ("the", "the"), slop=1), set()),
    ("a phrase of one word", Phrase("folded", ("police",)), both(3)),
    ("a phrase of no word", Phrase("folded", ()), set()),
    ("a beginning", Prefix("folded", "cel"), both(0, 3, 4) | {"c-undated#0"}),
    ("a beginning with a sign", Prefix("refs", "cites:echr#"), {f"b-report#{n}" for n in range(5)}),
    ("a beginning like a pattern", Prefix("folded", ".*"), set()),
    ("a pattern with a run", Wildcard("folded", "c*d"), both(0, 4)),
    ("a pattern with one letter", Wildcard("folded", "cel?"), both(0, 4) | {"c-undated#0"}),
    ("a pattern that begins with a run", Wildcard("folded", "*lice"), both(3)),
    ("a pattern with signs", Wildcard("folded", "c.l?"), set()),
    ("one letter wrong", Fuzzy("folded", "polise"), both(3)),
    ("two letters changed places", Fuzzy("folded", "ploice"), both(3)),
    ("two letters wrong", Fuzzy("folded", "pollise", distance=2), both(3)),
    ("the first letter wrong", Fuzzy("folded", "bolice"), set()),
    ("the first letter wrong and allowed", Fuzzy("folded", "bolice", prefix=0), both(3)),
    ("the same word is near", Fuzzy("folded", "police"), both(3)),
    ("years between", Range("year", 2012, 2013), {"a-law#2", "a-law#3"}),
    ("from a year on", Range("year", 2014, None), {"a-law#4"} | {f"b-report#{n}" for n in range(5)}),
    ("up to a year, and not what has none", Range("year", None, 2010), {"a-law#0"}),
    ("any known year", Range("year", None, None), both(0, 1, 2, 3, 4)),
    ("years the wrong way round", Range("year", 2013, 2012), set()),
    ("a day", Range("date", 20190521, 20190521), {f"b-report#{n}" for n in range(5)}),
    ("everything", Every(), both(0, 1, 2, 3, 4) | {"c-undated#0"}),
    ("nothing", Nothing(), set()),
    ("all of two", All((Term("folded", "cold"), Term("folded", "damp"))), both(4)),
    ("all of none is everything", All(()), both(0, 1, 2, 3, 4) | {"c-undated#0"}),
    ("all without", All((Term("folded", "cold"),), (Term("folded", "damp"),)), both(0)),
    ("only without", All((), (Prefix("folded", "cel"),)), both(1, 2)),
    ("all with nothing", All((Term("folded", "cold"), Nothing())), set()),
    ("without nothing", All((Term("folded", "cold"),), (Nothing(),)), both(0, 4)),
    ("any of two", AnyOf((Term("folded", "police"), Term("folded", "damp"))), both(3, 4)),
    ("any of none", AnyOf(()), set()),
    ("the best of two", Best((Term("exact", "police", 3.0), Term("folded", "damp"))), both(3, 4)),
    ("the best of none", Best(()), set()),
    ("what is preferred restricts nothing", Prefer(Term("folded", "cold"), (Term("folded", "damp"),)), both(0, 4)),
    ("what is preferred adds nothing", Prefer(Term("folded", "damp"), (Term("folded", "police"),)), both(4)),
    ("alike", Alike(Term("folded", "damp")), both(4)),
    ("alike in nothing", Alike(Nothing()), set()),
    ("a term with a space is no term", Term("folded", "cold damp"), set()),
    ("letters beyond the plane", Term("folded", "\U0001f512"), set()),
    (
        "all at every depth",
        All((AnyOf((All((Term("folded", "article"),), (Term("folded", "5"),)), Nothing())), Range("year", 2019, 2019))),
        {"b-report#1"},
    ),
]


@pytest.mark.parametrize(("tree", "expected"), [pytest.param(t, e, id=name) for name, t, e in CASES])
def test_the_tree_matches_these_passages(reader: IndexReader, tree: Node, expected: set[str]) -> None:
    assert keys(reader, tree) == expected


@pytest.mark.parametrize(("tree", "expected"), [pytest.param(t, e, id=name) for name, t, e in CASES])
def test_the_tree_as_a_filter_restricts_to_these_passages(reader: IndexReader, tree: Node, expected: set[str]) -> None:
    assert keys(reader, Every(), filters=tree) == expected


def test_a_filter_does_not_change_the_score(reader: IndexReader) -> None:
    free = reader.search(Request(tree=Term("folded", "damp")))
    bound = reader.search(Request(tree=Term("folded", "damp"), filters=Term("language", "en")))
    assert bound.matches[0].score == pytest.approx(
        next(match.score for match in free.matches if match.document == "b-report")
    )


def test_facets_count_all_matches_not_only_the_page(reader: IndexReader) -> None:
    fields = ("kind", "role", "language", "mechanism", "state", "institution", "theme", "document", "year")
    found = reader.search(Request(tree=Term("folded", "cell"), facets=fields, limit=1))
    assert found.total == 5
    assert found.facets == {
        "kind": {"cpt-report": 2, "law": 2, "other": 1},
        "role": {"other": 3, "recommendation": 2},
        "language": {"en": 2, "sq": 2},
        "mechanism": {"CPT": 2},
        "state": {"XKX": 2},
        "institution": {"Detention centre": 1, "Prison, north": 1},
        "theme": {"material conditions": 2},
        "document": {"a-law": 2, "b-report": 2, "c-undated": 1},
        "year": {"2019": 2, "2010": 1, "2014": 1},
    }


def test_facets_come_most_frequent_first_then_by_the_alphabet(reader: IndexReader) -> None:
    found = reader.search(Request(tree=Term("folded", "cell"), facets=("document", "year")))
    assert list(found.facets["document"]) == ["a-law", "b-report", "c-undated"]
    assert list(found.facets["year"]) == ["2019", "2010", "2014"]


def test_facets_follow_the_filters_and_have_no_empty_bucket(reader: IndexReader) -> None:
    found = reader.search(Request(tree=Every(), filters=Term("kind", "law"), facets=("kind", "institution", "state")))
    assert found.facets == {"kind": {"law": 5}, "institution": {}, "state": {}}


def test_a_value_named_twice_counts_once(engine: Engine, tmp_path: Path) -> None:
    with_twice = entry("d", 0, "x", institutions=("Prison", "Prison"), themes=())
    writer = engine.writer(tmp_path / "twice")
    writer.put("d", [with_twice])
    writer.commit()
    writer.close()
    found = engine.reader(tmp_path / "twice").search(Request(tree=Every(), facets=("institution",)))
    assert found.facets == {"institution": {"Prison": 1}}


def test_pages_follow_on_each_other_although_scores_are_equal(engine: Engine, tmp_path: Path) -> None:
    writer = engine.writer(tmp_path / "pages")
    for document in ("z", "m", "a"):
        writer.put(document, [entry(document, n, "same words", date=20200101) for n in range(40)])
        writer.commit()
    writer.close()
    reader = engine.reader(tmp_path / "pages")
    expected = [f"{document}#{n}" for document in "amz" for n in range(40)]
    for sort in ("relevance", "date"):
        for tree in (Term("folded", "same"), Every(), Prefix("folded", "sam")):
            found = [
                match.key
                for offset in range(0, 130, 7)
                for match in reader.search(Request(tree=tree, limit=7, offset=offset, sort=sort)).matches
            ]
            assert found == expected


@pytest.mark.parametrize("often", [1, 2, 5])
def test_pages_of_a_beginning_follow_on_each_other_beyond_the_frequent_words(
    engine: Engine, tmp_path: Path, often: int
) -> None:
    """``often``: every, every second or every fifth passage holds a frequent word; the others only begin so."""
    writer = engine.writer(tmp_path / "index")
    for name in ("c", "a", "b"):
        texts = ("cell " * (1 + i % 3) if i % often == 0 else f"celibate{i}" for i in range(120))
        writer.put(name, [entry(name, i, text.strip(), kind="law") for i, text in enumerate(texts)])
    writer.commit()
    writer.close()
    reader = engine.reader(tmp_path / "index")
    tree = Prefer(Prefix("exact", "cel", 0.6), (Term("exact", "cell", 0.6),))
    every = reader.search(Request(tree=tree, limit=400))
    assert every.total == len(every.matches) == 360
    assert [match.score for match in every.matches] == sorted((one.score for one in every.matches), reverse=True)
    for offset in range(0, 360, 40):
        page = reader.search(Request(tree=tree, limit=40, offset=offset, facets=("kind",)))
        assert page.matches == every.matches[offset : offset + 40]
        assert (page.total, page.facets) == (360, {"kind": {"law": 360}})


def test_by_date_the_newest_come_first_then_by_document_and_place(reader: IndexReader) -> None:
    found = reader.search(Request(tree=Term("folded", "cell"), sort="date", limit=10))
    assert [match.key for match in found.matches] == ["b-report#0", "b-report#4", "a-law#4", "a-law#0", "c-undated#0"]
    assert [match.date for match in found.matches] == [20190521, 20190521, 20140000 + 10_000 * 0, 20100000, 0]


def test_by_relevance_the_rarer_and_the_more_frequent_word_wins(reader: IndexReader) -> None:
    found = reader.search(Request(tree=AnyOf((Term("folded", "cell"), Term("folded", "damp"))), limit=10))
    assert [match.key for match in found.matches[:2]] == ["a-law#0", "b-report#4"]


def test_a_boost_weighs_a_word(reader: IndexReader) -> None:
    low = reader.search(Request(tree=Term("folded", "damp"))).matches[0].score
    high = reader.search(Request(tree=Term("folded", "damp", 3.0))).matches[0].score
    assert high == pytest.approx(3 * low)


def test_a_correction_of_the_statistics_multiplies_the_boost(reader: IndexReader) -> None:
    plain = reader.search(Request(tree=Term("folded", "damp", 2.0))).matches[0].score
    weighed = Request(tree=Term("folded", "damp", 2.0), weights={("folded", "damp"): 0.25, ("exact", "damp"): 9.0})
    assert reader.search(weighed).matches[0].score == pytest.approx(plain / 4)


def test_best_counts_the_best_child_and_any_of_adds_up(reader: IndexReader) -> None:
    one, other = Term("exact", "damp"), Term("folded", "damp", 2.0)
    best = reader.search(Request(tree=Best((one, other)))).matches[0].score
    tied = reader.search(Request(tree=Best((one, other), tie=0.5))).matches[0].score
    added = reader.search(Request(tree=AnyOf((one, other)))).matches[0].score
    single = reader.search(Request(tree=one)).matches[0].score
    assert best == pytest.approx(2 * single)
    assert tied == pytest.approx(2.5 * single)
    assert added == pytest.approx(3 * single)


def test_no_limit_counts_only(reader: IndexReader) -> None:
    found = reader.search(Request(tree=Term("folded", "cell"), facets=("kind",), limit=0))
    assert (found.total, found.matches) == (5, ())
    assert found.facets["kind"]["law"] == 2


def test_beyond_the_last_match_there_is_nothing(reader: IndexReader) -> None:
    found = reader.search(Request(tree=Term("folded", "cell"), offset=1000))
    assert (found.total, found.matches) == (5, ())


def test_documents_and_frequencies_are_counted(reader: IndexReader) -> None:
    assert reader.count() == 11
    assert reader.documents() == {"a-law": 5, "b-report": 5, "c-undated": 1}
    assert reader.frequency("folded", "cell") == 5
    assert reader.frequency("folded", "handcuffs") == 0
    assert reader.terms("folded", "c") == [("cell", 5), ("cold", 4), ("convention", 4), ("cells", 2)]
    assert reader.terms("folded", "c", limit=1) == [("cell", 5)]
    assert reader.terms("institution", "") == [("Detention centre", 2), ("Prison, north", 2)]


def test_putting_a_document_again_replaces_all_of_it(engine: Engine, folder: Path) -> None:
    writer = engine.writer(folder)
    writer.put("b-report", [entry("b-report", 0, "quite another text")])
    writer.commit()
    writer.close()
    reader = engine.reader(folder)
    assert reader.documents() == {"a-law": 5, "b-report": 1, "c-undated": 1}
    assert keys(reader, Term("document", "b-report")) == {"b-report#0"}
    assert reader.frequency("folded", "cell") == 3


def test_a_removed_document_leaves_no_trace_in_counts_terms_or_facets(engine: Engine, folder: Path) -> None:
    writer = engine.writer(folder)
    writer.remove("b-report")
    writer.remove("was never there")
    writer.commit()
    writer.close()
    reader = engine.reader(folder)
    assert reader.count() == 6
    assert "b-report" not in reader.documents()
    assert reader.terms("mechanism", "") == []
    assert reader.frequency("title", "prison") == 0
    assert reader.search(Request(tree=Every(), facets=("mechanism",))).facets == {"mechanism": {}}


def test_putting_no_entries_removes_the_document(engine: Engine, folder: Path) -> None:
    writer = engine.writer(folder)
    writer.put("a-law", [])
    writer.commit()
    writer.close()
    assert "a-law" not in engine.reader(folder).documents()


def test_what_is_put_twice_before_a_commit_is_there_once(engine: Engine, tmp_path: Path) -> None:
    writer = engine.writer(tmp_path / "index")
    writer.put("d", [entry("d", 0, "first"), entry("d", 1, "first")])
    writer.put("d", [entry("d", 0, "second")])
    writer.commit()
    writer.close()
    reader = engine.reader(tmp_path / "index")
    assert reader.documents() == {"d": 1}
    assert keys(reader, Term("folded", "first")) == set()


def test_a_reader_is_a_snapshot(engine: Engine, folder: Path) -> None:
    reader = engine.reader(folder)
    writer = engine.writer(folder)
    writer.put("new", [entry("new", 0, "cell")])
    assert reader.count() == engine.reader(folder).count() == 11
    writer.commit()
    writer.remove("a-law")
    writer.commit()
    assert (reader.count(), engine.reader(folder).count()) == (11, 7)
    assert len(keys(reader, Term("folded", "cell"))) == 5
    writer.close()


def test_readers_in_threads_go_on_while_a_writer_commits(engine: Engine, folder: Path) -> None:
    reader = engine.reader(folder)
    expected = reader.search(Request(tree=Term("folded", "cell"), facets=("kind",)))
    wrong: list[object] = []
    ended = threading.Event()

    def search() -> None:
        while not ended.is_set():
            try:
                found = reader.search(Request(tree=Term("folded", "cell"), facets=("kind",)))
                if found != expected:
                    wrong.append(found)
            except Exception as problem:
                wrong.append(problem)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    writer = engine.writer(folder)
    for number in range(8):
        writer.put(f"new-{number}", [entry(f"new-{number}", n, "cell") for n in range(20)])
        writer.commit()
    writer.close()
    ended.set()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_closing_gives_up_what_was_not_committed(engine: Engine, folder: Path) -> None:
    writer = engine.writer(folder)
    writer.remove("a-law")
    writer.close()
    writer.close()
    assert engine.reader(folder).count() == 11


def test_there_is_one_writer_at_a_time(engine: Engine, folder: Path) -> None:
    writer = engine.writer(folder)
    with pytest.raises(EngineError, match="another run is writing"):
        engine.writer(folder)
    writer.close()
    engine.writer(folder).close()


def test_an_entry_that_cannot_be_written_leaves_the_document_as_it_was(engine: Engine, folder: Path) -> None:
    writer = engine.writer(folder)
    with pytest.raises(EngineError, match="a-law"):
        writer.put("a-law", [entry("a-law", 0, "good"), entry("a-law", 1, "half of a pair \ud800")])
    writer.commit()
    writer.close()
    assert engine.reader(folder).documents()["a-law"] == 5


WRITE_FOR_EVER = """
import sys, itertools
from pathlib import Path
from kb.engines import open_engine
from kb.nouns import IndexEntry
engine, folder = open_engine(sys.argv[1]), Path(sys.argv[2])
writer = engine.writer(folder)
for number in itertools.count():
    d = f"doc-{number:04}"
    writer.put(d, [IndexEntry(key=f"{d}#{i}", document=d, anchor=str(i), ordinal=i, exact="word", folded="word",
        stem="en:word") for i in range(10)])
    if number % 3 == 2:
        writer.commit()
        print(number + 1, flush=True)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2])
def test_what_was_committed_survives_a_kill_and_the_next_run_writes_on(
    engine: Engine, tmp_path: Path, seconds: float
) -> None:
    folder = tmp_path / "index"
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_FOR_EVER, engine.name, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    said = int(process.stdout.readline())
    threading.Event().wait(seconds)
    os.kill(process.pid, signal.SIGKILL)
    committed = max([said, *(int(line) for line in process.stdout.read().split())])
    process.wait()
    found = engine.reader(folder).documents()
    assert len(found) >= committed
    assert set(found.values()) == {10}
    writer = engine.writer(folder)
    writer.put("after", [entry("after", 0, "word")])
    writer.commit()
    writer.close()
    assert engine.reader(folder).documents() == found | {"after": 1}


def test_where_there_is_no_index_a_reader_says_so(engine: Engine, tmp_path: Path) -> None:
    for folder in (tmp_path / "missing", tmp_path):
        with pytest.raises(EngineError) as raised:
            engine.reader(folder)
        assert raised.value.kind == "no-index"
        assert "kb rebuild" in raised.value.advice


def test_an_index_of_another_version_is_refused(engine: Engine, folder: Path) -> None:
    stamp = folder / "engine.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"schema": 0}))
    for opening in (engine.reader, engine.writer):
        with pytest.raises(EngineError, match="fields 0"):
            opening(folder)


def test_an_index_of_another_engine_is_refused(engine: Engine, folder: Path) -> None:
    other = open_engine(next(name for name in ENGINES if name != engine.name))
    for opening in (other.reader, other.writer):
        with pytest.raises(EngineError, match=engine.name):
            opening(folder)


@pytest.mark.parametrize("damage", [b"", b"\x00" * 64, b"{}", b"\xff not an index"])
def test_a_damaged_index_is_an_error_and_never_a_crash(engine: Engine, folder: Path, damage: bytes) -> None:
    for path in folder.iterdir():
        if path.is_file() and "lock" not in path.name.lower() and path.name != "engine.json":
            path.write_bytes(damage)
    with pytest.raises(EngineError):
        engine.reader(folder).search(Request(tree=Term("folded", "cell"), facets=("kind",)))


def test_a_damaged_stamp_is_an_error(engine: Engine, folder: Path) -> None:
    for damage in ("", "[]", "{", '{"engine": 3}'):
        (folder / "engine.json").write_text(damage)
        with pytest.raises(EngineError):
            engine.reader(folder)


def test_a_closed_reader_and_a_closed_writer_say_so(engine: Engine, folder: Path) -> None:
    reader, writer = engine.reader(folder), engine.writer(folder)
    reader.close()
    writer.close()
    with pytest.raises(EngineError, match="closed"):
        reader.count()
    with pytest.raises(EngineError, match="closed"):
        writer.put("d", [])


def test_a_term_no_text_can_hold_is_a_query_error(reader: IndexReader) -> None:
    with pytest.raises(QueryError, match="cannot read"):
        reader.search(Request(tree=Term("folded", "\ud800")))


def test_a_phrase_stretched_beyond_reason_is_refused(reader: IndexReader) -> None:
    with pytest.raises(QueryError, match="stretched"):
        reader.search(Request(tree=Phrase("folded", tuple("abcdefgh"), slop=20)))


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(EngineError, match="lucene"):
        open_engine("lucene")


def test_what_is_alike_scores_the_same_whatever_its_words_say(reader: IndexReader) -> None:
    tree = Alike(AnyOf((Term("folded", "cold", 3.0), Term("folded", "police"))), 7.0)
    scores = {match.score for match in reader.search(Request(tree=tree)).matches}
    assert list(scores) == [pytest.approx(7.0)]
