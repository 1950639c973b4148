"""Two visits to one prison, the authority's response to the first, and a report that is not for everybody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Access
from kb.register.register import Register

MANIFEST = """
[defaults]
access = "public"
state = "XKX"
mechanism = "NPM"
kind = "report"
institutions = ["Example Prison"]

[files."visit-2021.txt"]
title = "Report on the visit to Example Prison in 2021"
date = "2021-06-01"
reference = "NPM/2021/4"

[files."visit-2023.txt"]
title = "Report on the visit to Example Prison in 2023"
date = "2023-06-01"

[files."visit-2024-en.txt"]
title = "Report on the visit to Other Prison"
date = "2024-06-01"
work = "npm/2024/1"
language = "en"
institutions = ["Other Prison"]

[files."visit-2024-sq.txt"]
title = "Raport për vizitën në Burgun Tjetër"
date = "2024-06-01"
work = "npm/2024/1"
language = "sq"
institutions = ["Other Prison"]

[files."response.txt"]
title = "Response of the Ministry of Justice to the report on the visit to Example Prison"
date = "2021-12-01"

[files."hidden.txt"]
title = "Report on a visit nobody may know of"
date = "2022-02-02"
access = "restricted"
institutions = ["Secret Prison"]
"""
VISIT_2021 = (
    "1. The delegation visited Example Prison from 4 to 6 March 2021.\n\n"
    "2. It is recommended that the Director of Example Prison repair the showers of wing B before the winter.\n\n"
    "3. It is recommended that the Ministry of Justice and the Ministry of Health give every prisoner a medical "
    "examination within a day of admission.\n\n"
    "4. It is recommended that visits behind glass be ordered by an individual decision alone.\n"
)
VISIT_2023 = (
    "1. The delegation came back to Example Prison in March 2023.\n\n"
    "2. The showers of wing B had not been repaired. It is recommended once more that the Director of Example Prison "
    "repair the showers of wing B before the winter.\n"
)
RESPONSE = (
    "1. It is recommended that the Director of Example Prison repair the showers of wing B before the winter.\n\n"
    "2. The showers will be repaired by the end of the year, and the works have been put out to tender.\n\n"
    "3. As to paragraph 3 of the report, every prisoner is now seen by a nurse on the day of admission.\n"
)
VISIT_2024 = {
    "en": (
        "1. The delegation visited Other Prison in March 2024.\n\n"
        "2. It is recommended that the Ministry of Health employ a second nurse for the women's wing.\n"
    ),
    "sq": (
        "1. Delegacioni vizitoi Burgun Tjetër në mars të vitit 2024.\n\n"
        "2. Rekomandohet që Ministria e Shëndetësisë të punësojë një infermiere të dytë për pavijonin e grave.\n"
    ),
}
HIDDEN = "1. It is recommended that the prosecutor open an investigation into the death of a prisoner.\n"


def write_originals(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "kb.toml").write_text(MANIFEST, "utf-8")
    texts = {"visit-2021": VISIT_2021, "visit-2023": VISIT_2023, "response": RESPONSE, "hidden": HIDDEN}
    texts |= {f"visit-2024-{language}": text for language, text in VISIT_2024.items()}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the originals and the home they were indexed into, for each test to have a copy of."""
    folder = tmp_path_factory.mktemp("register")
    write_originals(folder / "originals")
    Batch(Home.at(folder / "home"), Options(jobs=1)).run([folder / "originals"])
    return folder


@pytest.fixture
def folder(tmp_path: Path, indexed: Path) -> Path:
    """The originals, to be changed."""
    shutil.copytree(indexed / "originals", tmp_path / "originals")
    return tmp_path / "originals"


@pytest.fixture
def home(tmp_path: Path, indexed: Path) -> Home:
    shutil.copytree(indexed / "home", tmp_path / "home")
    return Home.at(tmp_path / "home")


@pytest.fixture
def own(tmp_path: Path, folder: Path) -> Home:
    """A home of the originals in ``folder``, for what happens when these change."""
    made = Home.at(tmp_path / "own")
    Batch(made, Options(jobs=1)).run([folder])
    return made


@pytest.fixture
def register(home: Home) -> Register:
    return Register(Collection(home))


@pytest.fixture
def public(home: Home) -> Register:
    return Register(Collection(home, Access.PUBLIC))
