"""The language of one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.languages import LANGUAGES, detect

SENTENCES = [
    ("sq", "Të burgosurit janë ankuar se në qeli nuk ka ujë të ngrohtë dhe se mjeku vjen rrallë."),
    ("sr-Latn", "Zatvorenici su se žalili da u ćelijama nema tople vode i da lekar dolazi samo ponedeljkom."),
    ("sr-Cyrl", "Затвореници су се жалили да у ћелијама нема топле воде и да лекар долази само понедељком."),
    (
        "hr",
        "Zatvorenici su tijekom obilaska rekli da sudac nije odgovorio na njihova izvješća ni nakon tjedna.",
    ),
    (
        "bs",
        "Zatvorenici su se tokom obilaska žalili da sudija nije odgovorio na njihove izvještaje ni poslije sedmice.",
    ),
    ("mk", "Затворениците се пожалија дека во ќелиите нема топла вода и дека лекарот ретко доаѓа."),
    ("tr", "Hükümlüler koğuşta sıcak su olmadığını ve doktorun çok seyrek geldiğini söylediler."),
    ("en", "The prisoners complained that there was no hot water in the cells and that the doctor seldom came."),
    ("fr", "Les détenus se sont plaints de l'absence d'eau chaude dans les cellules et des rares visites du médecin."),
    ("de", "Die Gefangenen klagten, dass es in den Zellen kein warmes Wasser gebe und der Arzt nur selten komme."),
    ("it", "I detenuti hanno lamentato che nelle celle non c'è acqua calda e che il medico viene raramente."),
    ("es", "Los presos se quejaron de que no había agua caliente en las celdas y de que el médico venía poco."),
    ("pt", "Os reclusos queixaram-se de que não havia água quente nas celas e de que o médico vinha pouco."),
    ("nl", "De gevangenen klaagden dat er geen warm water in de cellen was en dat de arts zelden langskwam."),
    ("ru", "Заключённые жаловались, что в камерах нет горячей воды и что врач приходит редко."),
    ("uk", "Ув'язнені скаржилися, що в камерах немає гарячої води і що лікар приходить рідко."),
    ("sl", "Zaporniki so se pritožili, da v celicah ni tople vode in da zdravnik prihaja le redko."),
    ("bg", "Затворниците се оплакаха, че в килиите няма топла вода и че лекарят идва рядко."),
    ("rmn", "O phanle manuša phende kaj nane tato paj ano kher thaj so o doktori avel but harica si lenge."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_sentence_is_known_as_it_stands_in_capitals_and_in_lower_case(language: str, text: str) -> None:
    for written in (text, text.upper(), text.lower()):
        found = detect(written)
        assert (found.language, found.script) == (language, LANGUAGES[language].script)
        assert found.confidence > 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Te burgosurit jane ankuar se ne qeli nuk ka uje te ngrohte dhe se mjeku vjen rralle."),
        ("sr-Latn", "Zatvorenici su se zalili da u celijama nema tople vode i da lekar dolazi samo ponedeljkom."),
        ("tr", "Hukumluler kogusta sicak su olmadigini ve doktorun cok seyrek geldigini soylediler."),
    ],
)
def test_a_sentence_typed_without_diacritics_is_known(language: str, text: str) -> None:
    assert detect(text).language == language


def test_look_alike_letters_do_not_hide_the_language() -> None:
    disguised = "Зaтвoрeници су сe жaлили дa у ћeлиjaмa нeмa тoплe вoдe".replace("ј", "j")
    assert detect(disguised).language == "sr-Cyrl"


@pytest.mark.parametrize("text", ["", " ", "41.", "30210/96", "§ 92", "XIV", "OPCAT", "Istog", "----", "\ud800", "☃☃☃"])
def test_too_little_to_go_by_is_none_and_no_guess(text: str) -> None:
    assert detect(text).language is None


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("Grek", "Οι κρατούμενοι παραπονέθηκαν ότι δεν υπάρχει ζεστό νερό στα κελιά."),
        ("Arab", "اشتكى السجناء من عدم وجود ماء ساخن في الزنازين."),
        ("Hani", "囚犯抱怨牢房里没有热水。"),
        ("Latn", "Więźniowie skarżyli się, że w celach nie ma ciepłej wody i że lekarz przychodzi rzadko."),
        ("Latn", "Vangit valittivat, ettei selleissä ollut lämmintä vettä ja että lääkäri kävi harvoin."),
        ("Latn", "A rabok panaszkodtak, hogy a cellákban nincs meleg víz, és az orvos ritkán jön."),
    ],
)
def test_a_language_that_is_not_ours_is_none_but_its_script_is_known(script: str, text: str) -> None:
    found = detect(text)
    assert (found.language, found.script) == (None, script)


def test_the_same_text_always_gets_the_same_answer() -> None:
    doubtful = "Kosovo 2019 policija policia police"
    assert len({detect(doubtful + " " * (i % 2)) for i in range(10)}) == 1


@given(st.text(st.characters(codec=None, categories=None), max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    found = detect(text)
    assert found.language is None or found.language in LANGUAGES
    assert 0.0 <= found.confidence <= 1.0
    assert (found.language is None) == (found.confidence == 0.0)
