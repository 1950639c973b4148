"""A folder of small originals, and a way to run ``kb index`` on it in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options
from kb.home import Home

Run = Callable[..., tuple[dict[str, FileReport], Summary]]

REPORT = """# Report on a visit to the Sample Prison

## Solitary confinement

1. The delegation met {n} prisoners who had been held in solitary confinement for more than a month.

2. The cells measured six square metres and had no call bell. See Rule 43 of the Mandela Rules.

3. It is recommended that the director keep a register of every placement.
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "originals"
    made.mkdir()
    for number in range(3):
        (made / f"visit-{number}.md").write_text(REPORT.format(n=number + 4), "utf-8")
    return made


@pytest.fixture
def run(home: Home) -> Run:
    def index(*paths: Path, **options: object) -> tuple[dict[str, FileReport], Summary]:
        reports: dict[str, FileReport] = {}
        batch = Batch(home, Options(**options), on_report=lambda said: reports.update({Path(said.source).name: said}))  # type: ignore[arg-type]
        return reports, batch.run(paths)

    return index
