"""How usual the letters of a text are in each language."""

from __future__ import annotations

import pytest

from kb.languages import detect
from kb.languages.profiles import bare, profiles, read
from letters.profiles import packed


def cheapest(text: str, script: str) -> str:
    costs = profiles(script).costs(text)
    return min(costs, key=costs.__getitem__)


@pytest.mark.parametrize(
    ("group", "script", "text"),
    [
        ("sq", "Latn", "mjeku burgosjen dënimin"),
        ("hbs", "Latn", "kažnjenicima uskraćivanje šetnje osuđenika"),
        ("sl", "Latn", "zdravstvenega zapornika preiskovanja"),
        ("tr", "Latn", "hükümlülerin koğuşlarında görüşmeler"),
        ("hbs", "Cyrl", "осуђеника повлачење здравствену"),
        ("mk", "Cyrl", "разговараше извештајот директорот лекување"),
        ("bg", "Cyrl", "затворниците здравното учреждение"),
    ],
)
def test_content_words_alone_tell_the_language_with_and_without_diacritics(group: str, script: str, text: str) -> None:
    assert cheapest(text, script) == group
    assert cheapest(bare(text), script) == group


def test_a_text_without_words_costs_nothing_in_no_language() -> None:
    assert profiles("Latn").costs("12 … !") == {}


def test_letters_that_no_language_has_are_no_failure() -> None:
    assert set(profiles("Latn").costs("\U0001d400\ud800ꙮ漢")) >= {"sq", "en"}


@pytest.mark.parametrize("data", [b"", b"KBPROFIL", b"KBPROFIL" + bytes(40)])
def test_a_damaged_file_is_named(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"profiles\.bin is damaged"):
        read(data)


@pytest.mark.slow
def test_the_script_that_makes_the_file_gives_the_same_bytes_again_and_they_can_be_read() -> None:
    languages = {"Cyrl": ["mk", "bg"]}
    made = packed(languages, forms=2_000, kept={"Cyrl": 2_000})
    assert made == packed(languages, forms=2_000, kept={"Cyrl": 2_000})
    costs = read(made)["Cyrl"].costs("разговараше извештајот директорот лекување")
    assert costs["mk"] < costs["bg"]


@pytest.mark.parametrize(
    "text",
    [
        "Vězni si stěžovali, že v celách není teplá voda a že lékař přichází jen zřídka.",
        "Väzni sa sťažovali, že v celách nie je teplá voda a lekár chodí len zriedka.",
        "Fångarna klagade på att det inte fanns varmvatten i cellerna och att läkaren sällan kom.",
        "Fangerne klagede over, at der ikke var varmt vand i cellerne, og at lægen sjældent kom.",
        "Els presos es van queixar que no hi havia aigua calenta a les cel·les i que el metge venia poc.",
        "Deținuții s-au plâns că nu există apă caldă în celule și că medicul vine rar.",
        "Kinnipeetavad kaebasid, et kambrites pole sooja vett ja arst käib harva.",
        "Kaliniai skundėsi, kad kamerose nėra karšto vandens ir kad gydytojas ateina retai.",
    ],
)
def test_neighbours_of_our_languages_are_not_taken_for_them(text: str) -> None:
    assert detect(text).language is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Mungesa e ajrit dhe"),
        ("sr-Latn", "Osuđenik je tražio pregled"),
        ("tr", "Tutuklular avukatlarıyla görüşemedi"),
        ("mk", "Осудените лица бараа преглед"),
        ("en", "Prisoners were denied visits"),
    ],
)
def test_the_first_words_of_a_sentence_are_enough(language: str, text: str) -> None:
    assert detect(text).language == language
