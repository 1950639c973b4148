"""The catalogues are complete: every sentence of the interface in every language, and none that is no longer said."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from catalogues.catalogue import FOLDER, TRANSLATED, held, in_cyrillic, locale_of, updated, write
from catalogues.faults import faults
from catalogues.sentences import template
from web.i18n import LANGUAGES

PO = """
#: web/a.py
msgid "said"
msgstr "e thënë"

#: web/a.py
msgid "%(num)s page"
msgid_plural "%(num)s pages"
msgstr[0] "%(num)s faqe"
msgstr[1] "%(num)s faqe"
"""


@pytest.fixture(scope="module")
def sentences() -> Catalog:
    return template()


def of_two() -> Catalog:
    made = Catalog(fuzzy=False)
    made.add("said", locations=[("web/a.py", 3)])
    made.add(("%(num)s page", "%(num)s pages"), locations=[("web/a.py", 4)])
    return made


def read(po: str) -> Catalog:
    return read_po(io.BytesIO(po.encode()), locale=locale_of("sq"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_stale(language: str, sentences: Catalog) -> None:
    wrong = faults(language, held(language), sentences)
    assert not wrong, "run make catalogues, then translate in web/locale:\n" + "\n".join(wrong)


def test_each_language_with_a_catalogue_is_offered_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.po")} | {"en"} == set(LANGUAGES)


def test_a_complete_catalogue_has_no_fault() -> None:
    assert faults("sq", read(PO), of_two()) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('msgid "said"', 'msgid "was said"', "sq: not in the catalogue (run make catalogues): 'said' (web/a.py:3)"),
        ('msgid "said"', 'msgid "was said"', "sq: stale (run make catalogues): 'was said'"),
        ('msgstr "e thënë"', 'msgstr ""', "sq: not translated: 'said' (web/a.py:3)"),
        ("#: web/a.py\nmsgid", "#, fuzzy\nmsgid", "sq: fuzzy: 'said' (web/a.py:3)"),
        ('msgstr[1] "%(num)s faqe"', 'msgstr[1] ""', "sq: not translated: '%(num)s page' (web/a.py:4)"),
        ('msgstr[1] "%(num)s faqe"', "", "sq: not translated: '%(num)s page' (web/a.py:4)"),
        (
            'msgstr[1] "%(num)s faqe"',
            'msgstr[1] "%(numri)s faqe"',
            "sq: placeholders ['numri'] instead of ['num']: '%(num)s page' (web/a.py:4)",
        ),
        ('msgstr[1] "%(num)s faqe"', 'msgstr[1] "%(num)s % faqe"', "sq: a stray %: '%(num)s page' (web/a.py:4)"),
        ('msgstr "e thënë"', 'msgstr "e thënë "', "sq: blanks at its ends: 'said' (web/a.py:3)"),
    ],
)
def test_each_fault_is_named_with_its_sentence_and_place(before: str, after: str, fault: str) -> None:
    assert before in PO
    assert fault in faults("sq", read(PO.replace(before, after, 1)), of_two())


def test_updating_keeps_translations_adds_what_is_new_and_drops_what_is_gone(tmp_path: Path) -> None:
    now = of_two()
    now.delete("said")
    now.add("sad", locations=[("web/b.py", 1)])
    catalogue = updated(read(PO), now)
    assert {message.id: message.string for message in catalogue if message.id} == {
        ("%(num)s page", "%(num)s pages"): ("%(num)s faqe", "%(num)s faqe"),
        "sad": None,
    }
    write(catalogue, tmp_path / "sq.po")
    written = (tmp_path / "sq.po").read_text("utf-8")
    assert "fuzzy" not in written
    assert "#~" not in written
    assert "nplurals=2" in written
    write(read(written), tmp_path / "again.po")
    assert (tmp_path / "again.po").read_text("utf-8") == written


def test_the_catalogues_are_as_the_tool_writes_them(tmp_path: Path) -> None:
    for language in TRANSLATED:
        write(held(language), tmp_path / "again.po")
        assert (tmp_path / "again.po").read_text("utf-8") == (FOLDER / f"{language}.po").read_text("utf-8"), language
    if "sr-Latn" in TRANSLATED:
        write(in_cyrillic(held("sr-Latn")), tmp_path / "cyrillic.po")
        assert (tmp_path / "cyrillic.po").read_text("utf-8") == (FOLDER / "sr-Cyrl.po").read_text("utf-8")
