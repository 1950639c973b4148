"""Letters that look right and are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.languages import repair_lookalikes


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        ("зaтвoр", "затвор"),
        ("zаtvоr", "zatvor"),
        ("Члaн 3", "Члан 3"),
        ("Јa сам o томе чуо", "Ја сам о томе чуо"),
        ("Он je рекао", "Он је рекао"),
        ("O овоме се не говори", "О овоме се не говори"),
        ("он а она", "он а она"),
        ("mreže, а ne sud", "mreže, a ne sud"),
        ("О tome se ne govori", "O tome se ne govori"),
    ],
)
def test_a_word_is_in_one_script_afterwards(broken: str, repaired: str) -> None:
    assert repair_lookalikes(broken) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "OPCAT и ЕКПЧ",
        "према члану 3 OPCAT протокола",
        "Извештај CPT (2019) 9",
        "приказ „a peace case“ у тексту",
        "ЖСtv",
        "plain English text",
        "само ћирилица",
        "соба 3 x 4 метра",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert repair_lookalikes(text) == text


@given(st.text(st.sampled_from("aeopcxyjаеорсхуј жbdwОAТT,. 3\u0301\ud800"), max_size=60))
def test_the_length_never_changes_and_twice_is_once(text: str) -> None:
    once = repair_lookalikes(text)
    assert len(once) == len(text)
