"""Which headings stand above what introduces a report."""

from __future__ import annotations

import pytest

from kb.register.introducing import introduces


@pytest.mark.parametrize(
    "heading",
    [
        "A. The visit",
        "I. INTRODUCTION",
        "The visit, the report and follow-up",
        "Dates of the visit and composition of the delegation",
        "I. Hyrje",
        "A. Vizita",
        "1. Poseta",
        "А. О посети",
        "1. Увод",
        "Вовед",
        "Giriş",
        "Introduction générale",
    ],
)
def test_headings_of_the_visit_are_known_in_every_language(heading: str) -> None:
    assert introduces(("Report", heading))


@pytest.mark.parametrize(
    "heading",
    [
        "Visits and telephone calls",
        "Visits",
        "Posete",
        "4. Posete i telefon",
        "Vizitat",
        "Report on the Visit to Example Prison",
        "Visit to Example Prison",
        "Izveštaj o poseti Zatvoru",
        "Solitary confinement",
        "Ziyaretler",
        "",
    ],
)
def test_what_is_about_visits_of_families_or_anything_else_introduces_nothing(heading: str) -> None:
    assert not introduces((heading,))
    assert not introduces(())
