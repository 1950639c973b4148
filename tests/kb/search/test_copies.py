"""When two passages say the same words: what typesetting does is forgiven, what an author changes is not."""

from __future__ import annotations

import pytest

from kb.nouns import Passage, Role
from kb.search.copies import copies, runs_of, wording

TEXT = (
    "The delegation found that prisoners were held in solitary confinement for longer than the law allows in Lindorra."
)


def passage(text: str, **values: object) -> Passage:
    given = {"document": "a", "anchor": "1", "label": "", "ordinal": 0, "language": "en", "role": Role.FINDING} | values
    return Passage(text=text, **given)  # type: ignore[arg-type]


def same(one: str, other: str, **values: object) -> bool:
    first, second = wording(passage(one)), wording(passage(other, **({"document": "b"} | values)))
    assert copies(first, second) == copies(second, first)
    return copies(first, second)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (TEXT, "the same"),
        (TEXT.upper(), "in capitals"),
        (TEXT.replace("confinement", "con- finement"), "hyphenated at the end of a line"),
        (TEXT.replace("confinement", "confinement12"), "with the sign of a footnote"),
        (TEXT.replace(" law", "\n law"), "broken otherwise"),
        (TEXT.replace("delegation", "delegatlon"), "a letter misread"),
        (TEXT[:-1] + " (paragraph 41).", "with the place it is from"),
        ("As was said: " + TEXT, "with a few words before it"),
        (TEXT + " See above.", "with a few words after it"),
        ("“" + TEXT + "”", "quoted"),
    ],
)
def test_what_typesetting_does_is_forgiven(other: str, why: str) -> None:
    assert same(TEXT, other), why


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (TEXT.replace("Lindorra", "Lindorre"), None),
        (TEXT.replace("Lindorra", "Bregmir"), "another place"),
        (TEXT.replace("were held", "were not held"), "the contrary"),
        (TEXT.replace("longer", "shorter"), "another word"),
        (TEXT.replace("prisoners", "two prisoners"), "a word more in between"),
        (TEXT.replace("solitary ", ""), "a word less in between"),
        (TEXT.replace("longer than", "15 days, longer than"), "a number more"),
        ("It is not so: " + TEXT, "denied before it is said"),
        (TEXT + " Nothing of the kind was found in other prisons of the country that it saw.", "goes on"),
        (
            "The kitchen was clean, and the food served on the day of the visit was warm and sufficient.",
            "other",
        ),
    ],
)
def test_what_an_author_changes_is_another_text(other: str, why: str | None) -> None:
    if why:
        assert not same(TEXT, other), why
    else:  # one letter of a long word: read as a letter misread
        assert same(TEXT, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 2019 the prison held 120 men in 40 cells of the old block.",
         "In 2020 the prison held 120 men in 40 cells of the old block."),
        ("The measure that was applied to the man was typical of the police there.",
         "The measure that was applied to the man was atypical of the police there."),
        ("The room where he was held was now a safe place for the men.",
         "The room where he was held was not a safe place for the men."),
        ("Bu kurumda tutulan kişilere avukatla görüşme hakkı her zaman verildi denildi.",
         "Bu kurumda tutulan kişilere avukatla görüşme hakkı her zaman verilmedi denildi."),
        ("Утврђено је да су лица дуже држана у самици и да је то било законито.",
         "Утврђено је да су лица дуже држана у самици и да је то било незаконито."),
    ],
)  # fmt: skip
def test_numbers_denials_and_little_words_decide(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_label_is_not_what_a_passage_says() -> None:
    one = wording(passage(f"41. {TEXT}", label="41"))
    assert copies(one, wording(passage(f"12. {TEXT}", label="12", document="b")))
    assert copies(one, wording(passage(TEXT, document="b")))


def test_only_the_same_language_and_role_fold() -> None:
    assert not same(TEXT, TEXT, language="fr")
    assert not same(TEXT, TEXT, language=None)
    assert not same(TEXT, TEXT, role=Role.RECOMMENDATION)


def test_a_rule_in_two_editions_is_two_rules() -> None:
    one = wording(passage(TEXT, role=Role.PROVISION))
    assert not copies(one, wording(passage(TEXT, role=Role.PROVISION, document="b")))


def test_short_passages_say_something_else_wherever_they_stand() -> None:
    assert not same("This was not done.", "This was not done.")
    assert not same("", "")


def test_an_item_of_a_list_is_a_copy_of_the_paragraph_that_it_repeats() -> None:
    body = wording(passage(f"41. The cells were dark. {TEXT} This must end.", label="41", anchor="41"))
    item = passage(f"- {TEXT} (paragraph 41)", anchor="appendix-3", repeats="41", role=Role.RECOMMENDATION)
    assert copies(body, wording(item))
    assert copies(wording(item), body)
    changed = passage(TEXT.replace("longer", "shorter"), anchor="appendix-3", repeats="41")
    assert not copies(body, wording(changed))
    elsewhere = passage(TEXT, anchor="appendix-3", repeats="41", document="b", role=Role.RECOMMENDATION)
    assert not copies(body, wording(elsewhere))


def test_runs_are_the_same_ones_whatever_stands_before() -> None:
    runs = runs_of(TEXT + " By midday most of the men had gone back.")
    more = runs_of("Before that: " + TEXT + "\nBy midday most of the men had gone back.")
    assert runs
    assert len(runs & more) >= len(runs) - 1
    assert runs_of("") == {" "}
