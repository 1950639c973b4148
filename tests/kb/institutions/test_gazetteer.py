"""Files of institutions: what is read, what is refused, what a name stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.places import institutions
from kb.institutions import Gazetteer, InstitutionsError, Recogniser, read_file

WHOLE = """
state = "ALB"
source = "the directory of 2024"

[[institution]]
id = "al-shembull"
kind = "prison"
names = { sq = "Burgu i Shembullit", en = "Shembull Prison" }
places = { sq = ["Shembull"] }
"""


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "albania.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_gives_its_institutions_with_what_holds_for_all(tmp_path: Path) -> None:
    (one,) = read_file(file(tmp_path, WHOLE))
    assert (one.id, one.kind, one.state, one.source) == ("al-shembull", "prison", "ALB", "the directory of 2024")
    assert (one.name("sq"), one.name("sr-Cyrl"), one.name()) == (
        "Burgu i Shembullit",
        "Shembull Prison",
        "Shembull Prison",
    )
    found = Recogniser(Gazetteer([one])).find("Në burgun e Shembullit ka qeli.")
    assert [(each.start, each.end, each.institution) for each in found] == [(3, 22, "al-shembull")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("state = ", "sate = "), "unknown fields: sate"),
        (('"ALB"', '"Albania"'), "state must be"),
        (('"prison"', '"dungeon"'), "kind must be one of"),
        (('"al-shembull"', '"Shembull!"'), "must be like xk-dubrava"),
        (("names = { sq", "names = { sq-AL"), "no language"),
        (('["Shembull"]', '"Shembull"'), "places must be a table"),
        (("kind =", "sort = 1\nkind ="), "unknown fields: sort"),
        (('"Burgu i Shembullit"', '"…"'), "needs a name"),
        (("[[institution]]", "[institution]"), "no [[institution]]"),
        (("[[institution]]", "[[institution"), "not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    with pytest.raises(InstitutionsError) as refused:
        read_file(file(tmp_path, WHOLE.replace(*change)))
    assert said in refused.value.message
    assert refused.value.where == "albania.toml"


def test_an_id_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    again = WHOLE.partition("[[institution]]")[2]
    with pytest.raises(InstitutionsError, match="twice"):
        read_file(file(tmp_path, f"{WHOLE}\n[[institution]]{again}"))


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("xk-dubrava", {"xk-dubrava"}),
        ("Dubrava Prison", {"xk-dubrava"}),
        ("burgu i dubravës", {"xk-dubrava"}),
        ("Затвор Дубрава", {"xk-dubrava"}),
        ("Dubravës", {"xk-dubrava"}),
        ("Gnjilanu", {"xk-gjilan-detention", "xk-police-gjilan"}),
        ("Instituti i Psikiatrisë Forenzike", {"xk-forensic-psychiatry"}),
        ("nowhere", set()),
        ("", set()),
    ],
)
def test_a_name_in_any_language_and_script_or_a_place_stands_for_its_institutions(said: str, ids: set[str]) -> None:
    assert set(Gazetteer(institutions()).resolve(said)) == ids


def test_what_ships_has_a_name_in_albanian_serbian_and_english_and_a_source() -> None:
    for one in institutions():
        assert one.names.keys() >= {"sq", "sr", "en"}, one.id
        assert one.source, one.id


def test_each_shipped_institution_is_found_by_each_of_its_names() -> None:
    recogniser = Recogniser(Gazetteer(institutions()))
    for one in institutions():
        for name in one.names.values():
            assert [each.institution for each in recogniser.find(f"{name} 2019")] == [one.id], name


def test_time_grows_with_the_length_of_the_text_and_no_faster() -> None:
    import time

    recogniser = Recogniser(Gazetteer(institutions()))
    hard = (
        "stacioni i policisë në ",
        "Prizren, Peja, Gjilan, Istog, ",
        "në Dubravë, ",
        "burgu në Prizren dhe Pejë dhe ",
    )

    def seconds(times: int) -> float:
        began = time.perf_counter()
        for piece in hard:
            recogniser.find(piece * times + "Prizren")
        return time.perf_counter() - began

    seconds(100)
    assert seconds(4000) < 20 * max(seconds(500), 0.02)
