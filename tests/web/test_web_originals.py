"""The document's page says which originals a text has, and tells nobody of those that are not for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from indexer.batch.run import Batch, Options
from kb.cli.main import kb
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access, Document

ARTICLES = {
    "en": ("Everyone has the right to a doctor of their own choice within {n} hours of arrest.", "Article"),
    "sq": ("Gjithkush ka të drejtë për një mjek sipas zgjedhjes së vet brenda {n} orëve nga arrestimi.", "Neni"),
}
PAD = {"en": " It shall be respected everywhere.", "sq": " Ajo duhet të respektohet kudo."}


def law(language: str) -> str:
    sentence, word = ARTICLES[language]
    lengths = (1, 4, 2, 7, 3, 9, 1, 5)
    return "\n\n".join(
        f"{word} {n}\n\n{sentence.format(n=10 * n + 3)}{PAD[language] * length}" for n, length in enumerate(lengths, 1)
    )


@pytest.fixture(scope="module")
def kin_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("kin")
    for level, name, text in (
        ("public", "law.txt", law("en")),
        ("restricted", "law-internal.md", law("en") + "\n"),
        ("public", "ligj.txt", law("sq")),
        ("public", "law-later.txt", law("en").replace("23 hours", "24 hours")),
    ):
        (root / "in" / level).mkdir(parents=True, exist_ok=True)
        (root / "in" / level / name).write_text(text, "utf-8")
        (root / "in" / level / "kb.toml").write_text(f'[defaults]\naccess = "{level}"\n', "utf-8")
    home = Home.at(root / "home")
    Batch(home, Options(jobs=1)).run([root / "in"])
    return home


def held(home: Home) -> dict[str, Document]:
    collection = Collection(home)
    shown = collection.documents()
    every = [each for one in shown for each in collection.related.originals(one.id)]
    return {name: document for document, name in every}


def test_the_page_lists_originals_editions_and_likely_language_versions(
    kin_home: Home, serve_home: Callable[[Home, Access], Any]
) -> None:
    documents = held(kin_home)
    page = serve_home(kin_home, Access.RESTRICTED).get(f"/d/{documents['law.txt'].id}").text
    for name in ("law-internal.md", "law-later.txt", "ligj.txt"):
        assert f'href="/d/{documents[name].id}"' in page
    assert "Other editions" in page
    assert "Perhaps the same in other languages" in page
    hidden = documents["law-internal.md"].id
    other = serve_home(kin_home, Access.RESTRICTED).get(f"/d/{hidden}")
    assert other.status == 200
    assert "The same text as" in other.text
    assert serve_home(kin_home, Access.RESTRICTED).get(f"/original/{hidden}").status == 200


def test_a_public_reader_is_told_nothing_of_a_restricted_copy(
    kin_home: Home, serve_home: Callable[[Home, Access], Any]
) -> None:
    documents = held(kin_home)
    public = serve_home(kin_home, Access.PUBLIC)
    hidden = documents["law-internal.md"].id
    for path in (f"/d/{documents['law.txt'].id}", "/api/documents", f"/api/documents/{documents['law.txt'].id}"):
        got = public.get(path)
        assert got.status == 200
        assert hidden not in got.text
        assert "law-internal" not in got.text
    assert public.get(f"/d/{hidden}").status == 404
    assert public.get(f"/original/{hidden}").status == 404


def test_the_command_line_lists_originals_and_proposes_siblings_with_a_reason(kin_home: Home) -> None:
    def said(*arguments: str) -> list[dict[str, Any]]:
        result = CliRunner().invoke(kb, [*arguments, "--json", "--home", str(kin_home.path)], catch_exceptions=False)
        return [json.loads(line) for line in result.stdout.splitlines()]

    documents = held(kin_home)
    law_id = documents["law.txt"].id
    listed = {each["document"]: each for each in said("documents")}
    assert set(listed) == {documents[name].id for name in ("law.txt", "ligj.txt", "law-later.txt")}
    assert [each["name"] for each in listed[law_id]["originals"]] == ["law.txt", "law-internal.md"]
    shown = said("show", documents["law-internal.md"].id)[0]
    assert shown["same_text_as"] == law_id
    proposed = said("siblings", law_id)
    assert [each["document"] for each in proposed] == [documents["ligj.txt"].id]
    assert "passages with the same number: 8 of 8" in proposed[0]["why"]
    assert said("siblings", documents["ligj.txt"].id)[0]["of"] == documents["ligj.txt"].id
    assert len(said("siblings")) == 2
