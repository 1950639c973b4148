"""Which of several languages a reader wants, and names that are kept by language."""

from __future__ import annotations

import pytest

from kb.languages.preferring import name_in, nearness, offered


@pytest.mark.parametrize(
    ("wanted", "order"),
    [
        ("sr-Cyrl", ["sr-Cyrl", "sr-Latn", "bs", "en"]),
        ("sr-Latn", ["sr-Latn", "sr-Cyrl", "hr", "sq"]),
        ("sr", ["sr", "sr-Cyrl", "bs", "mul"]),
        ("en", ["en", "en-GB", "sq"]),
    ],
)
def test_the_same_language_in_another_script_goes_before_another_language(wanted: str, order: list[str]) -> None:
    distances = [nearness(held, wanted) for held in order]
    assert distances == sorted(set(distances))


@pytest.mark.parametrize(("held", "wanted"), [("", "en"), (None, "en"), ("en", ""), ("pl", "cs")])
def test_what_is_not_known_is_near_to_nothing(held: str | None, wanted: str) -> None:
    assert nearness(held, wanted) == nearness("en", "sq")


def test_names_are_found_by_language_and_made_in_cyrillic_of_latin() -> None:
    names = {"en": "Bregmir Remand Centre", "sr": "Pritvorski centar Bregmir", "mk": "Брегмир"}
    assert name_in(names, "sr-Latn") == name_in(names, "sr") == "Pritvorski centar Bregmir"
    assert name_in(names, "sr-Cyrl") == "Притворски центар Брегмир"
    assert name_in({**names, "sr-Cyrl": "Брегмир"}, "sr-Cyrl") == "Брегмир"
    assert name_in(names, "mk-MK") == "Брегмир"
    assert name_in(names, "fr") == name_in(names, None) == "Bregmir Remand Centre"
    assert name_in({"sq": "Burgu"}, "tr") == "Burgu"
    assert name_in({"sr-Latn": "Pravila", "en": "Rules"}, "sr") == "Pravila"
    assert name_in({}, "en") is None


@pytest.mark.parametrize(
    ("said", "code"),
    [("sr-Latn-RS", "sr-Latn"), ("sr", "sr-Cyrl"), ("SR_latn", "sr-Latn"), ("en-GB", "en"), ("is", ""), ("", "")],
)
def test_a_code_means_one_of_those_offered(said: str, code: str) -> None:
    assert offered(said, ("en", "sr-Latn", "sr-Cyrl"), {"sr": "sr-Cyrl"}) == code
