"""Gazettes and laws in the nominative."""

from __future__ import annotations

import pytest

from indexer.describe.gazettes import nominative


@pytest.mark.parametrize(
    ("copied", "cited"),
    [
        ("Sl. glasniku RS, br. 55/2014", "Sl. glasnik RS, br. 55/2014"),
        ("Službenom glasniku Republike Srbije, br. 55/2014", "Službeni glasnik Republike Srbije, br. 55/2014"),
        ("SLUŽBENOM GLASNIKU RS, br. 1/2020", "SLUŽBENI GLASNIK RS, br. 1/2020"),
        ("Sluzbenog glasnika RS, br. 1/2020", "Sluzbeni glasnik RS, br. 1/2020"),
        ("Službenim novinama Federacije BiH, broj 6/02", "Službene novine Federacije BiH, broj 6/02"),
        ("Službenog lista CG, br. 20/2011", "Službeni list CG, br. 20/2011"),
        ("Службеном гласнику РС, бр. 55/14", "Службени гласник РС, бр. 55/14"),
        ("Службениот весник на РМ, бр. 2/2006", "Службен весник на РМ, бр. 2/2006"),
        ("Сл. гласника РС, бр. 55/14", "Сл. гласник РС, бр. 55/14"),
        ("Ligjit Nr. 04/L-149", "Ligji Nr. 04/L-149"),
        ("LIGJIN Nr. 04/L-149", "LIGJI Nr. 04/L-149"),
        ("Zakonom br. 04/L-149", "Zakon br. 04/L-149"),
        ("Закона бр. 04/L-149", "Закон бр. 04/L-149"),
    ],
)
def test_a_reference_is_cited_in_the_nominative(copied: str, cited: str) -> None:
    assert nominative(copied) == cited
    assert nominative(cited) == cited


@pytest.mark.parametrize(
    "reference", ["CPT/Inf (2019) 9", "Law No. 04/L-149", "no. 30210/96", "04/L-149", "Ligji nr. 8328, datë 16.4.1998"]
)
def test_what_is_not_inflected_stays(reference: str) -> None:
    assert nominative(reference) == reference
