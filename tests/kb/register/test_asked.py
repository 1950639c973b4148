"""The addressee is whom the recommending verb addresses; who is only told, brought in or spoken of is none."""

from __future__ import annotations

import pytest

from kb.nouns import Addressee
from kb.register.addressees import addressees_of, names_of

J, H, I, C = Addressee.JUSTICE, Addressee.HEALTH, Addressee.INSTITUTION, Addressee.CORRECTIONAL  # noqa: E741
P, PR, CO, U, G = Addressee.POLICE, Addressee.PROSECUTOR, Addressee.COURTS, Addressee.UNSAID, Addressee.GOVERNMENT

SAID = [
    # told, brought in, spoken of
    ("en", "Every injury that points to a beating should be reported to the prosecutor on the same day.", U),
    ("en", "The nurse should inform the prosecutor of every broken bone.", U),
    ("en", "Doctors must be able to notify the police without asking anybody.", U),
    ("en", "Persons detained by the police should be given a blanket.", U),
    ("en", "In cooperation with the Ministry of Health, the Correctional Service should vaccinate all prisoners.", C),
    ("en", "Nobody should be brought before the court in chains.", U),
    ("en", "The register should be checked by the prosecutor each month.", PR),
    ("en", "The Centre calls upon the Ministry of Justice to notify the police of each escape.", J),
    ("en", "The Centre recommends to the police that cells be heated.", P),
    ("en", "In cooperation with the Ministry of Health and the police, the Correctional Service should train all.", C),
    ("en", "The doctor should inform the police and the prosecutor of every knife that is found.", U),
    ("fr", "Le médecin doit informer le procureur de toute blessure constatée.", U),
    ("fr", "Toute allégation devrait être transmise au procureur dans les vingt-quatre heures.", U),
    ("fr", "Le Centre recommande au ministère de la Santé de pourvoir le poste de médecin.", H),
    ("fr", "Une enquête devrait être menée par le parquet sur ces faits.", PR),
    ("sq", "Mjeku duhet ta njoftojë prokurorin për çdo lëndim të gjetur.", U),
    ("sq", "Çdo lëndim duhet t'i raportohet prokurorit brenda ditës.", U),
    ("sq", "Infermieri të informojë policinë kur gjen thika.", U),
    ("sq", "Drejtori i burgut duhet t'ia dërgojë ankesën prokurorit të shtetit.", I),
    ("sq", "Personat e ndaluar nga policia duhet të marrin batanije.", U),
    ("sq", "Lëndimi duhet të hetohet nga prokuroria.", PR),
    ("sq", "Qendra i kërkon Ministrisë së Drejtësisë që të njoftojë policinë për çdo arratisje.", J),
    ("sq", "Në bashkëpunim me Ministrinë e Shëndetësisë, Shërbimi Korrektues të vaksinojë të gjithë.", C),
    ("sr-Latn", "Lekar treba da obavesti tužioca o svakoj povredi.", U),
    ("sr-Latn", "Svaka povreda mora se istog dana prijaviti tužilaštvu.", U),
    ("sr-Latn", "Medicinski tehničar treba da pozove policiju kada nađe nož.", U),
    ("sr-Latn", "Lica koja je zadržala policija treba da dobiju ćebe.", P),
    ("sr-Latn", "Upravnik zatvora treba da dostavi pritužbu tužiocu.", I),
    ("sr-Latn", "U saradnji sa Ministarstvom zdravlja, Korektivna služba treba da vakciniše sve zatvorenike.", C),
    ("sr-Latn", "Centar poziva Ministarstvo pravde da o svakom bekstvu obavesti policiju.", J),
    ("sr-Cyrl", "Лекар треба да обавести тужиоца о свакој повреди.", U),
    ("sr-Cyrl", "Тужилаштво треба да спроведе истрагу о смрти притвореника.", PR),
    ("sr-Cyrl", "Од судова се тражи да притвор преиспитују сваког месеца.", CO),
    ("bs", "Ljekar treba obavijestiti tužioca o svakoj povredi.", U),
    ("mk", "Лекарот треба да го извести обвинителот за секоја повреда.", U),
    ("mk", "Центарот му препорачува на Министерството за здравство да вработи лекар.", H),
    ("tr", "Doktor her yaralanmayı aynı gün savcıya bildirmelidir.", U),
    ("tr", "Adalet Bakanlığına yeni bir yönetmelik çıkarması tavsiye edilir.", J),
    ("tr", "Savcı her ay kayıtları denetlemelidir.", PR),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_whoever_is_only_told_or_spoken_of_is_not_asked(language: str, text: str, expected: Addressee) -> None:
    assert addressees_of(text, (), names_of(), language) == (expected,)


def test_a_part_of_a_body_is_asked_where_no_heading_says_better() -> None:
    text = "Službenici policije treba da nose oznake."
    assert addressees_of(text, (), names_of(), "sr-Latn") == (P,)
    assert addressees_of(text, ("Ministarstvu unutrašnjih poslova",), names_of(), "sr-Latn") == (Addressee.INTERIOR,)


def test_a_list_of_addressees_ends_where_what_they_are_to_do_begins() -> None:
    both = "Ministria e Drejtësisë dhe Ministria e Shëndetësisë duhet të nënshkruajnë një marrëveshje."
    assert addressees_of(both, (), names_of(), "sq") == (J, H)
    one = "Drejtoresha t'i dërgojë prokurorit çdo ankesë."
    assert addressees_of(one, (), names_of(), "sq") == (I,)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "To the Ministry of Justice and the police: paragraphs 11 and 16.", (J, P)),
        ("sq", "Ministrisë së Drejtësisë dhe policisë: paragrafët 11 dhe 16.", (J, P)),
        ("sr-Latn", "Ministarstvu pravde i policiji: tačke 11 i 16.", (J, P)),
    ],
)
def test_what_stands_before_a_colon_addresses(language: str, text: str, expected: tuple[Addressee, ...]) -> None:
    assert addressees_of(text, (), names_of(), language) == expected
