"""Dates as printed."""

from __future__ import annotations

import pytest

from indexer.describe.dates import dates
from indexer.describe.states import state_in_reference, states


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("7 October 2008", "2008-10-07"),
        ("October 7, 2008", "2008-10-07"),
        ("1er mars 2019", "2019-03-01"),
        ("le 14 août 2019", "2019-08-14"),
        ("14 gusht 2019", "2019-08-14"),
        ("më 3 nëntor 2020", "2020-11-03"),
        ("15. mart 2024.", "2024-03-15"),
        ("23. maja 2014. godine", "2014-05-23"),
        ("20. јун 2024.", "2024-06-20"),
        ("9. oktobra 2024.", "2024-10-09"),
        ("24. novembra 2022.", "2022-11-24"),
        ("1. septembra 2021.", "2021-09-01"),
        ("31. decembra 2020.", "2020-12-31"),
        ("9. октобра 2024.", "2024-10-09"),
        ("24. новембра 2022.", "2022-11-24"),
        ("8 декември 2023", "2023-12-08"),
        ("2 Mayıs 2023", "2023-05-02"),
        ("5 Ağustos 2021", "2021-08-05"),
        ("3. Januar 2020", "2020-01-03"),
        ("4. siječnja 2020.", "2020-01-04"),
        ("14.5.2001", "2001-05-14"),
        ("datë 14. 05. 2001", "2001-05-14"),
        ("04/10/2010", "2010-10-04"),
        ("2019-05-21", "2019-05-21"),
        ("May 2019", "2019-05"),
        ("dhjetor 2015", "2015-12"),
    ],
)
def test_a_date_is_read_in_each_language(text: str, date: str) -> None:
    assert [found for _, found in dates(text)] == [date]


@pytest.mark.parametrize(
    "text", ["31 February 2020", "45.13.2001", "no. 1620/03", "12 people 2019", "in 2019", "3.2.19", "1.2.3.2019"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert list(dates(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Report on Albania", ["ALB"]),
        ("Republika e Shqipërisë", ["ALB"]),
        ("Vlada Republike Srbije", ["SRB"]),
        ("Влада Републике Србије", ["SRB"]),
        ("North Macedonia", ["MKD"]),
        ("CASE OF X v. THE UNITED KINGDOM", ["GBR"]),
        ("Kosovo and Germany", ["XKX", "DEU"]),
        ("nowhere", []),
    ],
)
def test_states_are_named_in_the_languages_of_the_field(text: str, found: list[str]) -> None:
    assert states(text) == found


def test_a_un_symbol_carries_its_state() -> None:
    assert state_in_reference("CAT/C/SRB/CO/2") == "SRB"
    assert state_in_reference("A/HRC/WG.6/34/ITA/3") == "ITA"
    assert state_in_reference("A/HRC/27/4") is None
