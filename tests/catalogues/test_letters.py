"""Serbian in Cyrillic letters: letters that are one sound, those that are two, and what no script changes."""

from __future__ import annotations

import re

import pytest

from catalogues.catalogue import held
from kb.languages.cyrillic import cyrillic
from kb.languages.folding import fold


@pytest.mark.parametrize(
    ("latin", "expected"),
    [
        ("Nadležni organ je dobio žalbu", "Надлежни орган је добио жалбу"),
        ("ljudi u njoj, džep, LJUBAV, Njegoš", "људи у њој, џеп, ЉУБАВ, Његош"),
        ("nadživeti, podžupan, odžak", "надживети, поджупан, оџак"),
        ("injekcija, konjugacija, konj, vanjezički", "инјекција, конјугација, коњ, ванјезички"),
        ("Đura čuva šest žutih ćupova", "Ђура чува шест жутих ћупова"),
        ("još %(num)s pasus", "још %(num)s пасус"),
        ("pomoću OCR-a, izveštaj CPT-a, PDF i kb check", "помоћу OCR-а, извештај CPT-а, PDF и kb check"),
        ("AND, OR i NOT velikim slovima", "AND, OR и NOT великим словима"),
        ("Napišite year:2019 ili year:[2015 TO 2019]", "Напишите year:2019 или year:[2015 TO 2019]"),
        ('vidi <a href="/about">pomoć</a>', 'види <a href="/about">помоћ</a>'),
        ("", ""),
    ],
)
def test_words_change_their_letters_and_nothing_else_does(latin: str, expected: str) -> None:
    assert cyrillic(latin) == expected


def test_both_scripts_say_the_same() -> None:
    latin, other = held("sr-Latn"), held("sr-Cyrl")
    wrong = []
    for message in latin:
        if not message.id:
            continue
        its = other.get(message.id)
        pair = [
            (one,) if isinstance(one, str) else tuple(one or ()) for one in (message.string, its.string if its else "")
        ]
        if [tuple(map(fold, strings)) for strings in pair[:1]] != [tuple(map(fold, strings)) for strings in pair[1:]]:
            wrong.append(f"{message.id}: {pair[0]} and {pair[1]}; run make catalogues")
    assert not wrong, "\n".join(wrong)


def test_no_word_mixes_the_scripts_and_cyrillic_sentences_are_cyrillic() -> None:
    told = [string for message in held("sr-Cyrl") if message.id for string in _strings(message.string)]
    mixed = [word for string in told for word in re.findall(r"[^\W\d_]+", string) if _latin(word) and _cyrillic(word)]
    assert not mixed
    bare = [re.sub(r"%\(\w+\)s", "", string) for string in told]
    left = [string for string in bare if _latin(string) and not _cyrillic(string)]
    assert left == ["Detention KB"]


def _strings(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)  # type: ignore[arg-type]  # Babel gives a text or texts


def _latin(text: str) -> bool:
    return re.search(r"[A-Za-zčćđšž]", text) is not None


def _cyrillic(text: str) -> bool:
    return re.search(r"[\u0400-\u04ff]", text) is not None
