"""What the tests of this folder share: one run over every hostile file, among files that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options
from indexer.limits import Limits
from kb.home import Home

GOOD = """# Report on a visit

1. The delegation met {n} prisoners who had been held in solitary confinement for more than a month.

2. It is recommended that the director keep a register of every placement.
"""
# Tight, so that the point is made soon: what is hostile has no bounds, and meets these as it would meet the usual ones.
TIGHT = Limits(
    seconds=4.0,
    extension=1.0,
    memory=320 << 20,
    output=32 << 20,
    file=8 << 20,
    part=16 << 20,
    unpacked=32 << 20,
    elements=200_000,
    blocks=20_000,
    characters=2_000_000,
)


class Ran:
    """The reports of a run by file name, and its summary."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.reports: dict[str, FileReport] = {}
        self.summary: Summary | None = None

    def over(self, *paths: Path, limits: Limits = TIGHT, jobs: int = 2) -> Ran:
        options = Options(jobs=jobs, limits=limits)
        batch = Batch(self.home, options, on_report=lambda said: self.reports.update({Path(said.source).name: said}))
        self.summary = batch.run(paths)
        return self

    def kind(self, name: str) -> str:
        """``indexed``, or the kind of the failure."""
        report = self.reports[name]
        return report.error["kind"] if report.error else report.outcome.value


@pytest.fixture
def ran(tmp_path: Path) -> Ran:
    return Ran(Home.at(tmp_path / "home"))
