"""From text to terms."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.languages import LANGUAGES, analyse, group_of, terms, words

LANGUAGE = st.sampled_from([None, "xx", "", *LANGUAGES])
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=120)
NEAR_TEXT = st.text("aÀíIİıłßçéšđ'’ʼ-./:§,1 9Aж'іїŁьЬ\u00ad\u200b\u0301\u0307ﬁﷺ\ud800\x00²", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 3", ["Article", "3"]),
        ("no. 30210/96, § 92", ["no", "30210/96", "92"]),
        ("Rule 18.1.", ["Rule", "18.1"]),
        ("Ligji Nr. 04/L-149", ["Ligji", "Nr", "04/L-149"]),
        ("CPT/Inf (2019) 9", ["CPT", "Inf", "2019", "9"]),
        ("15.03.2019, 1,000 and 12:30", ["15.03.2019", "1,000", "and", "12:30"]),
        ("2019-2020", ["2019", "2020"]),
        ("l'article d’appel", ["l", "article", "d", "appel"]),
        ("Türkiye'de", ["Türkiye", "de"]),
        ("ув'язнений", ["ув'язнений"]),
        ("semi-open Covid-19", ["semi", "open", "Covid", "19"]),
        ("za\u00adtvor pri\u200bson", ["za\u00adtvor", "pri\u200bson"]),
        ("liberty² 3a", ["liberty", "3a"]),
        ("(a) i u", ["a", "i", "u"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words_numbers_and_references_are_cut_where_people_see_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "exact"),
    [
        ("tr", "IŞIK İl", "ışık il"),
        ("en", "INQUIRY Ill", "inquiry ill"),
        (None, "IĞDIR", "ığdır"),
        ("fr", "DÉTENUS ﬁnal", "détenus final"),
        ("sr-Cyrl", "ЗАТВОР", "затвор"),
        ("sr-Latn", "mucenje".replace("c", "c\u030c"), "mučenje"),
        ("en", "pri\u00adson", "prison"),
        ("uk", "ув’язнений", "ув'язнений"),
    ],
)
def test_the_exact_term_keeps_script_and_diacritics(language: str | None, text: str, exact: str) -> None:
    assert terms(text, language)[0] == exact


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("sq", "burg burgu burgut burgjet burgjeve Burgu"),
        ("sq", "burgosur burgosurit burgosurve burgosja burgosjes"),
        ("sq", "ndalim ndalimi ndaluar ndaluarit"),
        ("sq", "njeri njeriut njerëz njerëzve njerez"),
        ("sr-Latn", "mučenje mučenja mučenju mučenjem mucenja"),
        ("sr-Latn", "osuđen osuđenih osudjenih osudenih osuđeni"),
        ("sr-Latn", "zatvorenik zatvorenici zatvorenika zatvorenicima"),
        ("sr-Latn", "vreme vrijeme vremena"),
        ("sr-Latn", "odluka odluci odluke"),
        ("mk", "затвор затворот затвори затворите"),
        ("mk", "мачење мачењето"),
        ("tr", "işkence işkencenin işkenceye iskence İŞKENCE"),
        ("tr", "hükümlü hükümlüler hükümlülerin"),
        ("en", "prisoner prisoners PRISONERS"),
        ("en", "child children"),
        ("fr", "détenu détenus détenues detenus"),
        ("uk", "в'язень"),
    ],
)
def test_the_forms_of_one_word_meet_in_its_stem(language: str, family: str) -> None:
    assert len(set(terms(family, language)[2].split())) == 1


@pytest.mark.parametrize(
    ("language", "pair"),
    [
        ("sr-Latn", "zatvor zakon"),
        ("sr-Latn", "sud sudija"),
        ("sq", "burg ligj"),
        ("tr", "tutuklu hükümlü"),
        ("en", "police policy"),
    ],
)
def test_different_words_stay_apart(language: str, pair: str) -> None:
    assert len(set(terms(pair, language)[2].split())) == 2


def test_the_scripts_of_serbian_meet_in_folded_and_in_stem() -> None:
    latin, cyrillic = terms("Mučenje zatvorenika", "sr-Latn"), terms("Мучење затвореника", "sr-Cyrl")
    assert latin[1:] == cyrillic[1:]
    assert latin[1] == "mucenje zatvorenika"


def test_stems_carry_their_group_and_numbers_are_not_cut() -> None:
    assert terms("člana 3 18.1", "hr")[2] == "hbs:clan hbs:3 hbs:18.1"
    assert terms("Zot 3", None)[2] == "und:zot und:3"


@pytest.mark.parametrize(
    ("code", "group"),
    [("sr", "hbs"), ("sr-Cyrl-RS", "hbs"), ("en-GB", "en"), ("pl", "und"), ("", "und"), (None, "und"), ("rmy", "rom")],
)
def test_any_language_code_has_an_analysis_group(code: str | None, group: str) -> None:
    assert group_of(code) == group


def test_each_token_knows_its_place() -> None:
    text = "Neni 3: burgu"
    assert [(t.text, t.start, t.end, t.exact) for t in analyse(text, "sq")] == [
        ("Neni", 0, 4, "neni"),
        ("3", 5, 6, "3"),
        ("burgu", 8, 13, "burgu"),
    ]


@given(ANY_TEXT | NEAR_TEXT, LANGUAGE)
@example("ﷺ ﱞ İ ʼn ŉ ẞ", "tr")
@example("ь Ъ", "ru")
@example("a" * 5000, "en")
def test_every_token_gives_exactly_one_term_of_each_kind(text: str, language: str | None) -> None:
    tokens = analyse(text, language)
    assert [t.text for t in tokens] == words(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    exact, folded, stem = (joined.split() for joined in terms(text, language))
    assert (exact, folded, stem) == ([t.exact for t in tokens], [t.folded for t in tokens], [t.stem for t in tokens])
    for joined in terms(text, language):
        assert joined.split(" ") == joined.split() or not joined
        joined.encode()
