"""The catalogue: every shipped file is a fact that can be used, and a wrong file says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.catalogue import FOLDER, CatalogueError, instruments, read_file, read_folder
from kb import citations

GOOD = """
id = "rules"
numbering = "rule"
provisions = 12
body = "A body"
adopted = "2001-02-03"
address = "https://example.org/rules"
references = ["A/RES/56/1"]
[names]
en = "Example Rules"
sq = "Rregullat Shembull"
[aliases]
en = ["ER"]
"""


def written(folder: Path, text: str, *, name: str = "rules.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_file_is_valid_and_named_by_its_id(path: Path) -> None:
    one = read_file(path)
    assert one.id == path.stem
    assert one.body
    assert one.adopted
    assert not one.edition or one.id.endswith(one.edition) or one.id == "smr-1955"


def test_ids_are_unique_and_the_texts_of_the_field_are_there() -> None:
    ids = [one.id for one in instruments()]
    assert len(ids) == len(set(ids))
    assert {"opcat", "cat", "echr", "ecpt", "epr-2006", "epr-2020", "mandela", "udhr", "cpt-standards"} <= set(ids)


def test_printed_references_lead_to_one_instrument_each() -> None:
    seen: dict[str, str] = {}
    for one in instruments():
        for reference in one.references:
            target = citations.canonical(reference)
            assert target is not None, f"{one.id}: {reference} is no reference that a grammar reads"
            assert seen.setdefault(target, one.id) == one.id


def test_a_well_formed_file_comes_back_whole(tmp_path: Path) -> None:
    one = read_file(written(tmp_path, GOOD))
    assert (one.id, one.provisions, one.references) == ("rules", 12, ("A/RES/56/1",))
    assert one.aliases == {"en": ("ER",)}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "rules"', 'id = "Rules!"', "lower-case words"),
        ('numbering = "rule"', 'numbering = "verse"', "numbering must be one of"),
        ("provisions = 12", "provisions = 0", "positive number"),
        ('adopted = "2001-02-03"', 'adopted = "3.2.2001"', "yyyy"),
        ("https://example.org", "http://example.org", "https address"),
        ('en = "Example Rules"', "", "English name"),
        ('sq = "Rregullat', 'Albanian_ = "Rregullat', "not a BCP 47 language"),
        ('en = ["ER"]', 'en = "ER"', "list of strings"),
        ('body = "A body"', 'text = "the rules say …"', "unknown fields: text"),
        ('body = "A body"', "body = 3", "body must be a string"),
        ("[names]", "[names", "not TOML"),
    ],
)
def test_a_wrong_file_says_where_and_what_is_wrong(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(CatalogueError) as caught:
        read_file(path)
    assert says in str(caught.value)
    assert caught.value.where == "rules.toml"
    assert caught.value.advice


def test_a_file_that_is_not_utf8_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_bytes(GOOD.replace("Shembull", "Shembëll").encode("latin-1"))
    with pytest.raises(CatalogueError, match="not TOML"):
        read_file(path)


def test_two_files_with_one_id_are_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    written(tmp_path, GOOD, name="same.toml")
    with pytest.raises(CatalogueError, match="taken by another file"):
        read_folder(tmp_path)


def test_one_name_for_two_texts_is_refused_but_editions_may_share_theirs(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    other = GOOD.replace('id = "rules"', 'id = "others"')
    written(tmp_path, other, name="others.toml")
    with pytest.raises(CatalogueError, match="already that of"):
        read_folder(tmp_path)
    written(tmp_path, 'edition = "1999"\n' + GOOD.replace('id = "rules"', 'id = "rules-1999"'), name="rules.toml")
    written(tmp_path, 'edition = "2009"\n' + GOOD.replace('id = "rules"', 'id = "rules-2009"'), name="others.toml")
    assert [one.id for one in read_folder(tmp_path)] == ["rules-1999", "rules-2009"]
