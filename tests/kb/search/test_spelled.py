"""A word that no passage holds is searched as what it was meant to be, in every language, and says so."""

from __future__ import annotations

import pytest

from corpus.concepts import concepts
from kb.engines import ENGINES, IndexReader, open_engine
from kb.index.entries import entries
from kb.nouns import Access, Answer, Document, Kind, Passage, Query
from kb.search import search
from kb.search.spelled import meant
from kb.thesaurus import Thesaurus
from kb.thesaurus.keys import keys_of

TEXTS = {
    "en": "Solitary confinement lasted for twenty days.",
    "sq": "Izolimi zgjati njëzet ditë, në hapësirë të vogël.",
    "sr-Latn": "Samica je trajala dvadeset dana. Povrede je video lekar.",
    "sr": "Kafkaris je podneo pritužbu.",
}


Held = tuple[IndexReader, dict[str, tuple[Document, Passage]]]


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus((concept, keys_of(concept)) for concept in concepts())


@pytest.fixture(scope="module", params=ENGINES)
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Held:
    folder = tmp_path_factory.mktemp("spelled")
    writer, found = open_engine(request.param).writer(folder), {}
    for language, text in TEXTS.items():
        document = Document(id=language, title="Report", kind=Kind.REPORT, language=language, access=Access.PUBLIC)
        passage = Passage(document=language, anchor="1", label="1", text=text, ordinal=0, language=language)
        found[passage.key] = (document, passage)
        writer.put(language, entries(document, [passage], []))
    writer.commit()
    writer.close()
    return open_engine(request.param).reader(folder), found


def ask(held: Held, thesaurus: Thesaurus, text: str) -> Answer:
    reader, passages = held
    return search(
        Query(text=text), readers=[reader], languages=list(TEXTS), thesaurus=thesaurus,
        texts=lambda keys: {key: passages[key] for key in keys if key in passages},
    )  # fmt: skip


@pytest.mark.parametrize("typo", ["izolmi", "samcia", "самциа", "solitery confinment"])
def test_a_concept_misspelt_is_found_in_every_language(held: Held, thesaurus: Thesaurus, typo: str) -> None:
    answer = ask(held, thesaurus, typo)
    assert {hit.document for hit in answer.hits} >= {"en", "sq", "sr-Latn"}
    assert any("did you mean" in line for line in answer.advice)
    assert any(expansion.id == "solitary-confinement" for expansion in answer.expansions)


@pytest.mark.parametrize(("typo", "document"), [("hapsirë", "sq"), ("Kafkariss", "sr"), ("povrde", "sr-Latn")])
def test_another_word_misspelt_is_found_as_it_was_meant(
    held: Held, thesaurus: Thesaurus, typo: str, document: str
) -> None:
    answer = ask(held, thesaurus, typo)
    assert answer.hits[0].document == document
    assert "did you mean" in answer.advice[-1]


@pytest.mark.parametrize("text", ["samica", "Kafkaris", "ditë", "12345", "abc", "zzyqxwvk", '"izolmi"'])
def test_what_is_right_short_quoted_or_like_nothing_is_left_as_it_is(
    held: Held, thesaurus: Thesaurus, text: str
) -> None:
    answer = ask(held, thesaurus, text)
    assert not (answer.hits and any("did you mean" in line for line in answer.advice))


def test_the_exact_search_corrects_nothing(held: Held, thesaurus: Thesaurus) -> None:
    reader, passages = held
    answer = search(Query(text="izolmi", exact=True), readers=[reader], texts=lambda _: passages, thesaurus=thesaurus)
    assert not answer.hits


def test_of_words_equally_near_one_that_names_something_is_meant(held: Held, thesaurus: Thesaurus) -> None:
    reader, _ = held
    assert meant("samca", [reader], thesaurus) == "samica"
    assert meant("lekr", [reader], thesaurus) == "lekar"
    assert meant("qqqqqq", [reader], thesaurus) is None
    assert meant("abc", [reader], thesaurus) is None


def test_a_right_word_that_the_collection_does_not_hold_is_no_misspelt_one(held: Held, thesaurus: Thesaurus) -> None:
    """Serbian "čuvanje" (keeping) is one letter from "ćutanje" (silence), a word of the thesaurus."""
    answer = ask(held, thesaurus, "čuvanje")
    assert not any("did you mean “cutanje”" in line for line in answer.advice if answer.hits)
    assert not any(expansion.id == "right-to-silence" for expansion in answer.expansions)


def test_a_small_word_of_another_language_makes_no_answer(held: Held, thesaurus: Thesaurus) -> None:
    """Where it is rare it looks telling: "je" (is) stands in one passage that says nothing of what is asked."""
    answer = ask(held, thesaurus, "Je trajala Izolimi")
    assert answer.advice[0].endswith("some of them")
    assert "sr" not in {hit.document for hit in answer.hits}
    assert {"sq", "sr-Latn", "en"} <= {hit.document for hit in answer.hits}


@pytest.mark.parametrize("word", ["gjate", "kush", "çfarë", "koliko"])
def test_a_small_word_is_never_taken_for_another(held: Held, thesaurus: Thesaurus, word: str) -> None:
    """The Albanian "kush" (who) is one letter from "kusht" (condition), a word of the thesaurus."""
    answer = ask(held, thesaurus, f"{word} samica")
    assert not any(f"“{word}”" in line for line in answer.advice)
