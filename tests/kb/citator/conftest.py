"""A small collection in which standards, a judgment, reports and a confidential note cite one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access

MANIFEST = """
[defaults]
access = "public"

[files."opcat-en.md"]
title = "OPCAT in English"
kind = "instrument"
work = "opcat"
language = "en"

[files."opcat-sq.md"]
title = "OPCAT shqip"
kind = "instrument"
work = "opcat"
language = "sq"

[files."one.txt"]
title = "CASE OF ONE v. STATE"
kind = "judgment"
reference = "1001/02"
date = "2008-05-06"
state = "POL"
mechanism = "ECtHR"

[files."two.txt"]
title = "CASE OF TWO v. STATE"
kind = "judgment"
reference = "2002/09"
date = "2014-01-02"
state = "TUR"
mechanism = "ECtHR"

[files."visit.txt"]
title = "Report on a visit"
kind = "report"
date = "2021"
mechanism = "NPM"
state = "XKX"
language = "en"

[files."visit-sq.txt"]
title = "Raport për një vizitë"
kind = "report"
date = "2020-03"
mechanism = "NPM"
state = "XKX"
language = "sq"

[files."note.txt"]
title = "Confidential note on a visit"
kind = "report"
date = "2023"
mechanism = "NPM"
access = "restricted"
language = "en"
"""
TEXTS = {
    "opcat-en.md": "# OPCAT\n\n### Article 19\n\nThe mechanisms shall at least have the power to examine treatment.\n\n"
    "### Article 20\n\nTo enable them, States Parties undertake to grant access to all information.\n",
    "opcat-sq.md": "# OPCAT\n\n### Neni 19\n\nMekanizmat kanë të paktën kompetencën që të shqyrtojnë trajtimin e të "
    "burgosurve.\n\n### Neni 20\n\nShtetet marrin përsipër që t'u japin mekanizmave të gjitha informatat.\n",
    "one.txt": "1. The case originated in an application (no. 1001/02) against the State.\n\n"
    "2. The applicant relied on Article 19 OPCAT and on Article 20 OPCAT before the domestic courts.\n\n"
    "3. The Court recalls that the State must protect prisoners in its care from violence by others.\n",
    "two.txt": "1. The case originated in an application (no. 2002/09) against the State.\n\n"
    "2. The Court has said so before. A prisoner must be protected (see One v. State, no. 1001/02, § 3, 6 May 2008). "
    "Nothing here leads it to another view.\n\n"
    "3. It refers to Nobody v. State, no. 3003/10, § 44, 7 June 2016, and to One v. State, no. 1001/02, § 2.\n",
    "visit.txt": "1. The delegation could not see the register. This is against Article 19 OPCAT, which the law "
    "repeats. It was given the keys.\n\n"
    "2. It is recommended that the director give the mechanism access to the register, as Article 19 (a) OPCAT "
    "asks.\n\n"
    "3. The delegation also noted Article 20 OPCAT.\n",
    "visit-sq.txt": "1. Delegacioni nuk e ka parë regjistrin e të burgosurve, gjë që bie ndesh me nenin 19 të OPCAT.\n",
    "note.txt": "1. The informant says that Article 19 OPCAT was broken on purpose by the director of the prison.\n\n"
    "2. See also no. 3003/10, § 44, which nobody has.\n",
}


@pytest.fixture(scope="session")
def citing_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("citing")
    folder: Path = root / "originals"
    folder.mkdir()
    (folder / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    home = Home.at(root / "home")
    Batch(home, Options(jobs=1)).run([folder])
    return home


@pytest.fixture(scope="session")
def keeper(citing_home: Home) -> Collection:
    """The collection as its keeper sees it."""
    return Collection(citing_home, Access.RESTRICTED)


@pytest.fixture(scope="session")
def public(citing_home: Home) -> Collection:
    """The collection as everyone sees it."""
    return Collection(citing_home, Access.PUBLIC)


@pytest.fixture(scope="session")
def ids(keeper: Collection) -> dict[str, str]:
    """File name → document id."""
    return {keeper.original_name(document.id): document.id for document in keeper.documents()}
