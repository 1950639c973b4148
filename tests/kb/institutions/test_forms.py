"""Forms of names that reports use besides the plain ones."""

from __future__ import annotations

import pytest

from corpus.places import institutions
from kb.institutions import Gazetteer, Recogniser

RECOGNISER = Recogniser(Gazetteer(institutions()))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("BURGU I DUBRAVËS", ["xk-dubrava"]),
        ("QENDRA E PARABURGIMIT NË PEJË", ["xk-peja-detention"]),
        ("ne Burgun e Dubraves dhe ne Qendren e Paraburgimit ne Prishtine", ["xk-dubrava", "xk-prishtina-detention"]),
        ("Dubrava Prison's hospital ward", ["xk-dubrava"]),
        ("the Dubrava\nPrison", ["xk-dubrava"]),
        ("u dubravskom zatvoru", ["xk-dubrava"]),
        ("Mitrovički pritvorski centar", ["xk-mitrovica-detention"]),
        ("у призренском затвору", ["xk-prizren-detention"]),
        ("iz peckog zatvora", ["xk-peja-detention"]),
        ("policijska stanica u Djakovici", ["xk-police-gjakova"]),
        ("policijska stanica u Kosovu Polju", ["xk-police-fushe-kosova"]),
        ("stacionet policore të Fushë Kosovës dhe Obiliqit", ["xk-police-fushe-kosova", "xk-police-obiliq"]),
        ("Mitrovica/Mitrovicë Detention Centre", ["xk-mitrovica-detention"]),
        ("Qendra Korrektuese „Dubrava”", ["xk-dubrava"]),
        ("zatvor Dubrava (Istok)", ["xk-dubrava"]),
        ("Затвор за жене у Липљану и Дом за старе у Приштини", ["xk-lipjan-women", "xk-prishtina-elderly"]),
    ],
)  # fmt: skip
def test_a_form_is_found(text: str, ids: list[str]) -> None:
    assert [one.institution for one in RECOGNISER.find(text)] == ids


@pytest.mark.parametrize(
    "text",
    [
        "prizrenski advokat posetio je zatvor",
        "dubravski kraj",
        "peć u zatvoru ne radi",
        "Burgim i përjetshëm. Prizreni mbeti i qetë.",
        "paraburgimi iu caktua në Prizren",
        "prison; Dubrava",
        "Dubrava, prison guard",
        "",
        "…",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert RECOGNISER.find(text) == ()
