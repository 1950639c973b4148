"""The languages of the passages of one document."""

from __future__ import annotations

from collections.abc import Sequence

from kb.languages.detection import Detection, detect


def detect_all(texts: Sequence[str]) -> list[Detection]:
    """The language of every text of one document, in order."""
    return [detect(text) for text in texts]
