"""The sentence that cites."""

from __future__ import annotations

import pytest

from kb.citator.sentence import LONGEST, sentence


@pytest.mark.parametrize(
    ("text", "cited", "found"),
    [
        ("One thing. Another under Article 3 ECHR. A third.", "Article 3 ECHR", "Another under Article 3 ECHR."),
        ("First (see A v. B, no. 12/04, § 3). Second.", "no. 12/04, § 3", "First (see A v. B, no. 12/04, § 3)."),
        ("Sipas Ligjit Nr. 04/L-149 kjo ndalohet. Tjetër.", "04/L-149", "Sipas Ligjit Nr. 04/L-149 kjo ndalohet."),
        ("Прва. По члану 3. ЕКЉП то је забрањено. Друга.", "члану 3. ЕКЉП", "По члану 3. ЕКЉП то је забрањено."),
        ("Heading\nThe rule is Rule 4. It holds.", "Rule 4", "The rule is Rule 4."),
        ("No end at all Rule 4", "Rule 4", "No end at all Rule 4"),
    ],
)
def test_it_is_cut_where_sentences_end_and_not_at_abbreviations(text: str, cited: str, found: str) -> None:
    at = text.index(cited)
    cut = sentence(text, [(at, at + len(cited))])
    assert cut.text == found
    assert [cut.text[a:b] for a, b in cut.spans] == [cited]


def test_a_long_sentence_is_cut_around_its_citation() -> None:
    text = "word " * 400 + "Article 3 ECHR " + "word " * 400
    at = text.index("Article")
    cut = sentence(text, [(at, at + 14)])
    assert len(cut.text) < LONGEST + 10
    assert cut.text.startswith("… ")
    assert cut.text.endswith(" …")
    assert [cut.text[a:b] for a, b in cut.spans] == ["Article 3 ECHR"]


@pytest.mark.parametrize("text", ["", " ", ".", "x", "\n\n"])
def test_texts_without_sense_are_no_trouble(text: str) -> None:
    assert sentence(text, []).text == text.strip()
    cut = sentence(text, [(0, len(text))])
    assert all(0 <= a <= b <= len(cut.text) for a, b in cut.spans)
