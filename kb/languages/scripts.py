"""Which script a text is written in."""

from __future__ import annotations

import re

_RANGES = {
    "Latn": "A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Armn": "\u0530-\u058f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Deva": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
    "Hira": "\u3040-\u309f",
    "Kana": "\u30a0-\u30ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
}
_PATTERNS = {script: re.compile(f"[{ranges}]") for script, ranges in _RANGES.items()}
_LATIN = _PATTERNS["Latn"]
_NOT_LATIN = re.compile(f"[{''.join(ranges for script, ranges in _RANGES.items() if script != 'Latn')}]")
_OTHER = re.compile(f"[{''.join(ranges for script, ranges in _RANGES.items() if script not in ('Latn', 'Cyrl'))}]")


def script_of(text: str) -> str:
    """The ISO 15924 code of the script that most letters of ``text`` are in, "" for a text without letters."""
    latin = _LATIN.search(text) is not None
    if text.isascii() or not _NOT_LATIN.search(text):
        return "Latn" if latin else ""
    if not latin and not _OTHER.search(text):
        return "Cyrl"
    counts = {script: len(pattern.findall(text)) for script, pattern in _PATTERNS.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ""
