"""Every numbered recommendation of the Universal Periodic Review reports is in the register, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from indexer.batch.run import Batch, Options
from kb.collection import Collection
from kb.home import Home
from kb.register.register import Register

# As they are printed: how many there are under each paragraph of the conclusions.
PRINTED = {
    "albania2014": {"104": 105, "105": 37, "106": 23},
    "turkey2010": {"100": 87, "101": 8, "102": 39, "103": 9, "105": 9},
    "bosniaandherzegovina2010": {"": 125},
    "serbia2009": {"": 24},
}


@pytest.mark.real
@pytest.mark.slow
def test_the_register_has_each_by_its_label(real_data: Path, tmp_path: Path) -> None:
    home = Home.at(tmp_path / "home")
    Batch(home, Options(jobs=2)).run([real_data / "un-reviews"])
    collection = Collection(home)
    labels: dict[str, list[str]] = {}
    for each in Register(collection).each():
        stem = collection.original_name(each.document.id).partition(".")[0]
        labels.setdefault(stem, []).append(each.passage.label)
    for stem, printed in PRINTED.items():
        found = labels[stem]
        assert len(set(found)) == len(found), stem
        assert Counter(label.rpartition(".")[0] for label in found) == printed, stem
