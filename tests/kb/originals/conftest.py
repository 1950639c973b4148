"""Small PDFs, whole and broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    """Page 1 says Alpha in bold and beta, page 2 says Gamma."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_title("A title")
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 12)
    pdf.text(60, 100, "Alpha")
    pdf.set_font("Helvetica", "", 12)
    pdf.text(60, 120, "beta")
    pdf.add_page()
    pdf.text(60, 100, "Gamma")
    path = tmp_path / "two.pdf"
    pdf.output(str(path))
    return path


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A PDF that opens with a password only."""
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password="user")  # noqa: S106 - a PDF made to be locked
    pdf.add_page()
    path = tmp_path / "locked.pdf"
    pdf.output(str(path))
    return path
