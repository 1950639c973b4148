"""One invented report on a visit as LibreOffice writes it in each format: tests/data/visit.*, made from visit.fodt."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def visit() -> Path:
    """The invented report, without suffix."""
    return DATA / "visit"
