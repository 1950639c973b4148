"""What the person who starts a run asks of every reader."""

from __future__ import annotations

from dataclasses import dataclass

OCR = ("never", "auto", "always")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """``ocr``: ``never``, ``auto`` (pages without text that can be used) or ``always`` (every page).

    ``languages`` are BCP 47 codes that the document is expected to speak, most likely first; () where nobody knows.
    ``password`` opens an encrypted original; "" where there is none.
    """

    ocr: str = "auto"
    languages: tuple[str, ...] = ()
    password: str = ""


DEFAULT = ReaderOptions()
