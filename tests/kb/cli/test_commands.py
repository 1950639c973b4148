"""The command line is a contract: names, JSON shapes, exit codes, what goes to stdout and what to stderr."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = """# Report on a visit to the Sample Prison

1. Two prisoners had been held in solitary confinement for a month, contrary to Rule 44 of the Mandela Rules.

2. Të burgosurit u ankuan për ushqimin dhe për mungesën e ujit të ngrohtë në qeli.

3. Задржана лица нису добила упутство о својим правима, а мучење се не сме трпети.
"""


def kb(home: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kb.cli", "--home", str(home), *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=120)


def lines(done: subprocess.CompletedProcess[str]) -> list[Any]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "visit.md").write_text(TEXT, "utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    done = kb(folder / "home", "index", "--json", "--jobs", "1", str(folder / "visit.md"), str(folder / "bad.pdf"))
    assert done.returncode == 1, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    files, summary = {Path(row["source"]).name: row for row in said[:-1]}, said[-1]["summary"]
    keys = {"source", "outcome", "document", "language", "pages", "passages", "seconds", "warnings", "error"}
    assert all(set(row) == keys for row in files.values())
    assert set(files["bad.pdf"]["error"]) >= {"kind", "message", "advice"}
    assert files["visit.md"]["error"] is None
    assert set(summary) == {"indexed", "unchanged", "failed", "removed", "passages", "pages", "seconds"}
    assert (summary["indexed"], summary["failed"]) == (1, 1)
    return folder / "home"


@pytest.fixture(scope="module")
def document(home: Path) -> str:
    [held] = lines(kb(home, "documents", "--json"))
    return str(held["document"])


def test_search_prints_the_contracts_fields(home: Path, document: str) -> None:
    [answer] = lines(kb(home, "search", "мучење", "--json"))
    assert {"query", "took_ms", "total", "hits", "facets", "expanded", "advice"} <= set(answer)
    [hit] = answer["hits"]
    assert {"document", "title", "anchor", "label", "page", "language", "role", "score", "snippet", "url"} <= set(hit)
    assert (hit["document"], hit["anchor"], hit["url"]) == (document, "3", f"/d/{document}/p/3")
    start, end = hit["highlights"][0]
    assert hit["snippet"][start:end] == "мучење"
    assert answer["facets"]["language"]["sr-Cyrl"] == 1


@pytest.mark.parametrize("query", ["mučenje", "mucenje", "mučenja", "MUČENJE"])
def test_either_script_and_no_diacritics_find_the_same(home: Path, query: str) -> None:
    [answer] = lines(kb(home, "search", query, "--json"))
    assert [hit["anchor"] for hit in answer["hits"]] == ["3"]


def test_the_home_may_be_named_after_the_command(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kb.cli", "search", "ushqimi", "--json", "--home", str(home)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["total"] == 1


def test_zero_hits_are_no_error_and_bring_advice(home: Path) -> None:
    [answer] = lines(kb(home, "search", "zebra", "--json"))
    assert answer["total"] == 0
    assert answer["advice"]


def test_passages_and_show_print_the_contracts_fields(home: Path, document: str) -> None:
    held = lines(kb(home, "passages", document, "--json"))
    assert [row["anchor"] for row in held][-3:] == ["1", "2", "3"]
    assert all(
        {"document", "anchor", "label", "role", "heading", "page", "language", "text"} <= set(row) for row in held
    )
    [shown] = lines(kb(home, "show", f"{document}#2", "--json"))
    assert shown["text"] == held[-2]["text"]
    [facts] = lines(kb(home, "show", document, "--json"))
    assert facts["passages"] == len(held)


def test_citations_print_the_contracts_fields_and_slice_the_passage(home: Path, document: str) -> None:
    cited = lines(kb(home, "citations", document, "--json"))
    texts = {row["anchor"]: row["text"] for row in lines(kb(home, "passages", document, "--json"))}
    assert cited
    for row in cited:
        assert {"anchor", "text", "start", "end", "target", "pinpoint", "resolved", "why"} <= set(row)
        assert texts[row["anchor"]][row["start"] : row["end"]] == row["text"]
        assert row["resolved"] or row["why"]
    assert ("mandela", "rule-44") in {(row["target"], row["pinpoint"]) for row in cited}


def test_cite_says_where_a_reference_would_lead(home: Path) -> None:
    [row] = lines(kb(home, "cite", "CPT/Inf (2019) 9", "--json"))
    assert (row["target"], row["resolved"]) == ("cpt/inf/2019/9", None)
    assert row["why"]


def test_detect_reads_lines_and_does_not_guess(home: Path) -> None:
    text = "Të burgosurit kanë të drejtë të ankohen për kushtet në qeli.\nСва лица имају право на адвоката.\n12 34\n"
    found = lines(kb(home, "detect", "--json", given=text))
    assert [row["language"] for row in found] == ["sq", "sr-Cyrl", None]
    assert set(found[0]) == {"language", "script", "confidence"}


def test_analyze_prints_the_terms(home: Path) -> None:
    rows = lines(kb(home, "analyze", "Мучење 3", "--lang", "sr-Cyrl", "--json"))
    assert [(row["exact"], row["folded"]) for row in rows] == [("мучење", "mucenje"), ("3", "3")]


def test_check_agrees_and_a_damaged_original_is_noticed(home: Path, document: str) -> None:
    [found] = lines(kb(home, "check", "--json"))
    assert found["problems"] == []
    [facts] = lines(kb(home, "show", document, "--json"))
    original = home / "originals" / facts["sha256"][:2] / facts["sha256"][2:]
    whole = original.read_bytes()
    original.write_bytes(whole[:-1] + b"!")
    done = kb(home, "check", "--json")
    assert done.returncode == 1
    assert "changed on disk" in json.loads(done.stdout)["problems"][0]
    original.write_bytes(whole)


def test_rebuild_changes_the_engine_and_loses_nothing(home: Path) -> None:
    [before] = lines(kb(home, "search", "solitary", "--json"))
    [made] = lines(kb(home, "rebuild", "--engine", "whoosh", "--json"))
    assert made["engine"] == "whoosh"
    [after] = lines(kb(home, "search", "solitary", "--json"))
    assert [hit["anchor"] for hit in after["hits"]] == [hit["anchor"] for hit in before["hits"]]
    [back] = lines(kb(home, "rebuild", "--engine", "tantivy", "--json"))
    assert back["passages"] == made["passages"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "nothing"), 1, "no document"),
        (("passages", "nothing"), 1, "no document"),
        (("search", "(" * 5000), 2, ""),
        (("search",), 2, "Missing argument"),
        (("search", "x", "--kind", "poem"), 2, "poem"),
        (("frobnicate",), 2, "No such command"),
        (("analyze", "x", "--lang", "klingon"), 2, "klingon"),
        (("restore", "/nonexistent.zip"), 2, "does not exist"),
        (("index",), 2, "Missing argument"),
    ],
)
def test_misuse_and_what_is_not_held_have_their_exit_codes(
    home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = kb(home, *arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_home_without_a_collection_says_what_to_do(tmp_path: Path) -> None:
    done = kb(tmp_path / "none", "search", "x")
    assert done.returncode == 2
    assert "kb index" in done.stderr
    assert not (tmp_path / "none").exists()


def test_help_is_quick_to_load() -> None:
    script = (
        "import sys; from kb.cli.main import kb; heavy = {'sqlalchemy', 'tantivy', 'pypdfium2', 'simplemma', 'lxml'}"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; print(sorted(heavy & set(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
