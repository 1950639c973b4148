"""The tables of stems are made once and kept in pytest's cache; changed rules make them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.languages import keep_tables_in


@pytest.fixture(scope="session", autouse=True)
def kept_tables(pytestconfig: pytest.Config) -> Path:
    folder = Path(pytestconfig.rootpath) / ".pytest_cache" / "stems"
    keep_tables_in(folder)
    return folder
