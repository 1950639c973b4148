"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The shared folder of real documents, which developers and CI have and a user's machine does not."""
    folder = REPO.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"needs the shared folder of real documents beside the repository ({folder.name} is missing)")
    return folder
