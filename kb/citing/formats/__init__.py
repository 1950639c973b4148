"""The formats in which citations are handed to other programs, one module each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.citing.facts import Facts
from kb.citing.formats.bibtex import bibtex
from kb.citing.formats.csl import csl
from kb.citing.formats.csv_table import csv_table
from kb.citing.formats.ris import ris


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a format is written, and what its files are called."""

    write: Callable[[Sequence[Facts]], str]
    suffix: str
    media_type: str


FORMATS: dict[str, Format] = {
    "bibtex": Format(write=bibtex, suffix="bib", media_type="application/x-bibtex; charset=utf-8"),
    "ris": Format(write=ris, suffix="ris", media_type="application/x-research-info-systems; charset=utf-8"),
    "csl": Format(write=csl, suffix="json", media_type="application/vnd.citationstyles.csl+json"),
    "csv": Format(write=csv_table, suffix="csv", media_type="text/csv; charset=utf-8"),
}

__all__ = ["FORMATS", "Format"]
