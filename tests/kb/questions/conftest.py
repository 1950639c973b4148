"""A few texts in three languages, one of them not for everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.home import Home

MANIFEST = """
[defaults]
access = "public"
kind = "report"

[files."en.txt"]
title = "Report on Example Prison"
date = "2021-06-01"

[files."sq.txt"]
title = "=Raport për Burgun Shembull"
date = "2023-06-01"
kind = "sop"

[files."hidden.txt"]
title = "Notes"
access = "restricted"
"""
TEXTS = {
    "en.txt": "1. A doctor examined every prisoner within 24 hours of admission.\n\n"
    "2. The kitchen was clean and the food was warm, and it had been so before.\n\n"
    "3. Handcuffs were applied during every transport to court.\n",
    "sq.txt": "1. Mjeku i ekzaminon të burgosurit brenda 24 orëve nga pranimi në burg.\n\n"
    "2. Prangat nuk përdoren gjatë dërgimit në gjykatë, përveç kur ka rrezik.\n",
    "hidden.txt": "1. The handcuffs of the transport had rusted, said the person of the secret.\n",
}


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root: Path = tmp_path_factory.mktemp("asked")
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (root / "in" / name).write_text(text, "utf-8")
    made = Home.at(root / "home")
    Batch(made, Options(jobs=1)).run([root / "in"])
    return made
