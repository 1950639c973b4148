"""The gate's decisions: per font, with the document as prior; no evidence, no verdict."""

from __future__ import annotations

import random

import pytest

from indexer.quality import Gate, score
from indexer.quality.choose import choose
from indexer.quality.gate import text_of
from indexer.quality.score import LINE
from kb.nouns import PageState
from kb.originals.pdfium import PageContent, Run
from tests.indexer.quality.breaking import sample, yu_ascii


def pages(*texts: dict[str, str]) -> list[PageContent]:
    """Pages of lines in fonts: {"font": "text"} each."""
    found = []
    for number, fonts in enumerate(texts, 1):
        runs = [Run(text, 50, 500, n * 12, n * 12 + 10, n * 12 + 10, 10, font, False, "\n")
                for n, (font, text) in enumerate(fonts.items())]  # fmt: skip
        found.append(PageContent(number=number, width=600, height=800, runs=runs))
    return found


def test_a_heading_of_one_word_is_repaired_because_the_document_needs_it() -> None:
    body = yu_ascii(" ".join(sample("sr-Latn").split()))
    first, _ = Gate().pages(pages({"Heading": "^lan 1."}, {"Heading": "^lan 2.", "Body": body}))
    assert text_of(first.content).strip() == "Član 1."


def test_a_font_that_is_right_stays_beside_one_that_is_not() -> None:
    english = "Rules of the Court [2019] and a list {a, b} of what the parties said | see annex"
    body = yu_ascii(" ".join(sample("sr-Latn").split()))
    (checked,) = Gate().pages(pages({"Right": english, "Wrong": body}))
    assert english in text_of(checked.content)
    assert checked.names == ("yu-ascii",)


@pytest.mark.parametrize(
    "text",
    [
        "Write to the office at complaints@example.org or to info@kb.example.com before the end of the month.",
        "The set {x | x > 0} is used in the code of the `main` function and in a[i] ^ b[j] of the list.",
        "The applicant stated that “[t]he officers [had] beaten him” and that [the] report ~ was not read.",
        "Café, naïve, Miloševic and Đoković were the words of the list that he gave to the court in Zürich.",
        "За OPCAT и CPT во извештајот на комисијата се вели дека е потребно да се почитува законот.",
        "Nach dem Gesetz ist es nicht erlaubt, dass die Straße durch das Haus führt und der Fluß daneben.",
    ],
)
def test_what_is_right_is_not_repaired(text: str) -> None:
    (checked,) = Gate().pages(pages({"F": text}))
    assert (checked.state, text_of(checked.content).strip()) == (PageState.TEXT, text)


def test_addresses_survive_in_a_text_whose_letters_are_repaired() -> None:
    text = yu_ascii(" ".join(sample("sr-Latn").split())) + " Pi{ite na office@example.org ili na tu`ba@sud.rs ."
    for repair in choose(text, language="hbs"):
        text = repair.apply(text)
    assert text.endswith("Pišite na office@example.org ili na tu`ba@sud.rs .")


@pytest.mark.parametrize(
    "text",
    [
        "يولد جميع الناس أحراراً ومتساوين في الكرامة والحقوق " * 20,
        "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心。" * 20,
        "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა " * 20,
        "Minden emberi lény szabadon születik és egyenlő méltósága és joga van " * 20,
        "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan " * 20,
        "Watu wote wamezaliwa huru hadhi na haki zao ni sawa wote wamejaliwa akili " * 20,
        "1. 2. 3. 4,5 17 % 2019 (12) – 13/04 A4 B2 " * 20,
    ],
    ids=["Arabic", "Chinese", "Georgian", "Hungarian", "Finnish", "Swahili", "numbers"],
)
def test_a_language_that_is_not_known_is_not_called_broken(text: str) -> None:
    (checked,) = Gate().pages(pages({"F": text}))
    assert checked.state is PageState.TEXT
    assert checked.score >= LINE
    assert not checked.names


@pytest.mark.parametrize("language", ["sq", "en", "tr", "sr-Latn", "mk"])
def test_a_cipher_that_no_repair_undoes_is_unreadable(language: str) -> None:
    text = " ".join(sample(language).split())
    letters = sorted({char for char in text.lower() if char.isalpha()})
    mixed = letters[:]
    random.Random(5).shuffle(mixed)
    table = str.maketrans("".join(letters), "".join(mixed))
    (checked,) = Gate().pages(pages({"F": text.lower().translate(table)}))
    assert checked.state is PageState.UNREADABLE
    assert checked.score < LINE
    assert checked.note


def test_private_use_characters_and_replacement_characters_are_no_text() -> None:
    assert score("\ue011\ue012\ue013 \ue014\ue015 " * 20).value < LINE
    assert score("\ufffd\ufffd\ufffd word \ufffd\ufffd " * 20).value < LINE
    assert score("\uf0b7 one point of the list \uf0b7 another point of it " * 20).value > 0.9


def test_garbled_pages_are_not_searched_and_the_others_are_read() -> None:
    good = " ".join(sample("en").split())
    bad = "".join(chr(ord(c) + 13 if "a" <= c <= "m" else ord(c) - 13 if "n" <= c <= "z" else ord(c)) for c in good)
    states = [checked.state for checked in Gate().pages(pages({"F": good}, {"G": bad}, {"F": good}))]
    assert states == [PageState.TEXT, PageState.UNREADABLE, PageState.TEXT]


def test_an_empty_page_and_an_empty_document_are_no_error() -> None:
    assert [checked.state for checked in Gate().pages(pages({}))] == [PageState.TEXT]
    assert list(Gate().pages([])) == []
