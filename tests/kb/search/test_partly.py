"""Where no passage has all of a question: what is known without asking, and what ranks the rest."""

from __future__ import annotations

import pytest

from kb.engines import IndexReader, open_engine
from kb.engines.tree import All, AnyOf, Best, Every, Node, Phrase, Prefer, Term
from kb.nouns import IndexEntry
from kb.search.partly import may_match, may_meet


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> list[IndexReader]:
    """An empty index, and one in which a cell and a doctor are spoken of."""
    opened = []
    for name, texts in (("empty", ()), ("held", ("a cell", "a doctor in a cell"))):
        folder = tmp_path_factory.mktemp("partly") / name
        writer = open_engine("tantivy").writer(folder)
        for n, text in enumerate(texts):
            writer.put(f"d{n}", [IndexEntry(key=f"d{n}#1", document=f"d{n}", anchor="1", ordinal=0, exact=text,
                                            folded=text, stem=text)])  # fmt: skip
        writer.commit()
        writer.close()
        opened.append(open_engine("tantivy").reader(folder))
    return opened


CELL, DOCTOR, UNICORN = Term("stem", "cell"), Term("stem", "doctor"), Term("stem", "unicorn")


@pytest.mark.parametrize(
    ("tree", "may"),
    [
        (CELL, True),
        (UNICORN, False),
        (All((CELL, DOCTOR)), True),
        (All((CELL, UNICORN)), False),
        (AnyOf((UNICORN, CELL)), True),
        (Best((UNICORN,)), False),
        (All((CELL, Best((UNICORN, DOCTOR)))), True),
        (Phrase("stem", ("cell", "doctor")), True),
        (Phrase("stem", ("cell", "unicorn")), False),
        (Prefer(CELL, (UNICORN,)), True),
        (Prefer(UNICORN, (CELL,)), False),
        (All((), (CELL,)), True),
        (Every(), True),
    ],
)
def test_nothing_matches_without_a_word_that_is_nowhere(readers: list[IndexReader], tree: Node, may: bool) -> None:
    assert may_match(tree, readers) is may


def test_the_rarest_words_of_a_sentence_are_looked_for_before_all_of_it(readers: list[IndexReader]) -> None:
    cell, doctor, unicorn = (Term("folded", word) for word in ("cell", "doctor", "unicorn"))
    assert may_meet((cell, doctor, cell, cell), readers)
    assert not may_meet((cell, doctor, unicorn, cell), readers)
    assert may_meet((cell, unicorn), readers)  # of two words, that is what is asked anyway
