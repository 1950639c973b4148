"""A person's word on a role: it holds in search and facets, survives another reading, and is never overwritten."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = """# Report on the visit to Nowhere Prison

National Preventive Mechanism

1. The cells were cold and damp.

2. The mechanism recommends that the cells be heated.

3. The windows had been mended.
"""


def kb(home: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kb.cli", "--home", str(home), *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    return done.stdout + (done.stderr if code else "")


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path, str]:
    """A home with one report, the report's file, and its document id."""
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "report.md"
    file.write_text(REPORT, "utf-8")
    home = tmp_path / "home"
    kb(home, "index", "--jobs", "1", str(file))
    document = json.loads(kb(home, "documents", "--json"))["document"]
    return home, file, document


def recommended(home: Path) -> tuple[set[str], dict[str, int]]:
    answer = json.loads(kb(home, "search", "*", "--role", "recommendation", "--json"))
    return {hit["anchor"] for hit in answer["hits"]}, answer["facets"]["role"]


def test_a_correction_holds_in_search_facets_and_register_and_after_another_reading(
    place: tuple[Path, Path, str],
) -> None:
    home, file, document = place
    assert recommended(home) == ({"2"}, {"recommendation": 1})
    said = json.loads(
        kb(home, "role", f"{document}#1", "recommendation", "--why", "they meant it", "--who", "Ana", "--json")
    )
    assert (said["role"], said["read"]) == ("recommendation", "finding")
    assert [(one["who"], one["why"]) for one in said["said"]] == [("Ana", "they meant it")]
    assert recommended(home) == ({"1", "2"}, {"recommendation": 2})
    assert {one["anchor"] for one in json.loads(kb(home, "register", "--json"))["items"]} == {"1", "2"}

    file.write_text(REPORT.replace("1. The cells", "1. A new paragraph stands here.\n\n2. The cells").replace(
        "2. The mechanism", "3. The mechanism").replace("3. The windows", "4. The windows"), "utf-8")  # fmt: skip
    kb(home, "index", "--jobs", "1", str(file))
    assert recommended(home)[0] == {"2", "3"}, "it follows its words to their new number"
    kb(home, "rebuild")
    assert recommended(home)[0] == {"2", "3"}

    file.write_text(REPORT.replace("cold and damp", "painted yellow, all of them"), "utf-8")
    kb(home, "index", "--jobs", "1", str(file))
    assert recommended(home)[0] == {"2"}
    (gone,) = [json.loads(line) for line in kb(home, "role", "--list", "--json").splitlines()]
    assert (gone["held"], gone["who"]) == (False, "Ana")


def test_taking_it_back_keeps_what_was_said(place: tuple[Path, Path, str]) -> None:
    home, _, document = place
    kb(home, "role", f"{document}#2", "comment", "--why", "only a suggestion", "--who", "Ana")
    assert recommended(home)[0] == set()
    said = json.loads(kb(home, "role", f"{document}#2", "--undo", "--why", "I was wrong", "--who", "Ana", "--json"))
    assert (said["role"], [one["role"] for one in said["said"]]) == ("recommendation", ["comment", ""])
    assert recommended(home)[0] == {"2"}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("recommendation",), "--why"),
        (("recommendation", "--why", "  "), "--why"),
        (("recommendation", "--undo", "--why", "x"), "not both"),
        (("advice", "--why", "x"), "advice"),
    ],
)
def test_a_correction_without_role_or_reason_is_refused(
    place: tuple[Path, Path, str], words: tuple[str, ...], complaint: str
) -> None:
    home, _, document = place
    assert complaint in kb(home, "role", f"{document}#1", *words, code=2)
    assert recommended(home)[0] == {"2"}


def test_a_passage_that_is_not_held_cannot_be_corrected(place: tuple[Path, Path, str]) -> None:
    home, _, document = place
    assert "no passage" in kb(home, "role", f"{document}#99", "finding", "--why", "x", code=1)
