"""To whom a recommendation is addressed, in the words that reports write."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import KBError
from kb.nouns import Addressee
from kb.register.addressees import addressees_of, names_of

J, H, I, C = Addressee.JUSTICE, Addressee.HEALTH, Addressee.INSTITUTION, Addressee.CORRECTIONAL  # noqa: E741
P, PR, CO, U, IN = Addressee.POLICE, Addressee.PROSECUTOR, Addressee.COURTS, Addressee.UNSAID, Addressee.INTERIOR

SAID = [
    ("We recommend that the Ministry of Justice open an investigation into the conduct of the police.", (J,)),
    ("The Ministry of Justice and the Ministry of Health should sign a protocol.", (J, H)),
    ("The Director General of the Police should remind all officers of the rules.", (P,)),
    ("The management of the prison should replace the mattresses.", (I,)),
    ("KRCT recommends that the Kosovo Correctional Service fill the vacant posts.", (C,)),
    ("Mattresses should be replaced.", (U,)),
    ("Rekomandohet që Ministria e Drejtësisë të shqyrtojë ligjin.", (J,)),
    ("I rekomandohet drejtorit të burgut që të riparojë dushet.", (I,)),
    ("Shërbimit Korrektues të Kosovës i rekomandohet të punësojë mjekë.", (C,)),
    ("Gjykatave u rekomandohet të vendosin brenda tri ditësh.", (CO,)),
    ("Këshilli Prokurorial i Kosovës duhet të trajnojë prokurorët.", (PR,)),
    ("Preporučuje se Ministarstvu pravde da izmeni zakon.", (J,)),
    ("Ministarstvo zdravlja i Ministarstvo pravde treba da potpišu protokol.", (H, J)),
    ("Препоручује се Министарству унутрашњих послова да затвори просторије.", (IN,)),
    ("Upravnik zatvora treba da obezbedi šetnju.", (I,)),
    ("Adalet Bakanlığı'nın gerekli önlemleri alması tavsiye edilmektedir.", (J,)),
    ("Le ministère de la Justice devrait modifier la loi.", (J,)),
    ("Министерството за правда треба да го измени законот.", (J,)),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_the_opening_names_the_addressee(text: str, expected: tuple[Addressee, ...]) -> None:
    assert addressees_of(text, (), names_of()) == expected


def test_what_is_named_later_is_spoken_of_and_not_to() -> None:
    text = (
        "The Director of the prison should see to it that every complaint about a beating, whoever makes it and by "
        "whatever way it comes, is handed to the prosecutor on the same day."
    )
    assert addressees_of(text, (), names_of()) == (I,)


def test_the_nearest_heading_speaks_where_the_text_does_not() -> None:
    headings = ("Recommendations", "To the Ministry of Justice", "Conditions")
    assert addressees_of("Give every prisoner a mattress.", headings, names_of()) == (J,)
    assert addressees_of("The police should give every detainee a mattress.", headings, names_of()) == (P,)


def test_a_country_adds_its_names_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "xyz.toml").write_text('[correctional-service]\nen = ["Bureau of Blue Houses"]\n', "utf-8")
    text = "The Bureau of Blue Houses should repaint them."
    assert addressees_of(text, (), names_of(tmp_path)) == (C,)
    assert addressees_of(text, (), names_of()) == (U,)


@pytest.mark.parametrize("wrong", ["[king]\nen = ['King']\n", "[police]\nen = 'Police'\n", "[police\n", "police = 3\n"])
def test_a_file_that_names_no_level_is_refused_with_what_there_is(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "wrong.toml").write_text(wrong, "utf-8")
    with pytest.raises(KBError) as caught:
        names_of(tmp_path)
    assert "wrong.toml" in caught.value.where
    assert "ministry-of-justice" in caught.value.advice
