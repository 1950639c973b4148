"""Which languages Tesseract is asked to read, and which of them are installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from indexer.ocr.tesseract import installed

# Trained data by language, the best first; another that knows the same letters stands in where that is missing.
DATA = {
    "sq": ("sqi",),
    "sr-Latn": ("srp_latn", "hrv", "bos"),
    "sr": ("srp_latn", "hrv", "bos"),
    "bs": ("bos", "hrv", "srp_latn"),
    "hr": ("hrv", "bos", "srp_latn"),
    "cnr": ("srp_latn", "bos", "hrv"),
    "sr-Cyrl": ("srp", "mkd"),
    "mk": ("mkd", "srp"),
    "tr": ("tur",),
    "en": ("eng",),
    "fr": ("fra",),
    "de": ("deu",),
    "it": ("ita",),
    "es": ("spa",),
    "pt": ("por",),
    "ro": ("ron",),
    "sl": ("slv",),
    "bg": ("bul",),
    "ru": ("rus",),
    "uk": ("ukr",),
}
PACKAGES = "tesseract-ocr tesseract-ocr-{sqi,srp,srp-latn,bos,hrv,mkd,tur,fra,deu}"
ADVICE = f"Install Tesseract with its languages (on Debian: sudo apt install {PACKAGES}), then index it with --retry"
# Where nobody knows the language, a first look with one of each script: it gives letters enough to tell the language.
ANY = ("en", "sr-Cyrl")


def available(languages: Sequence[str] = ()) -> bool:
    """Whether Tesseract is here and can read one of the languages (BCP 47), or any where none is named."""
    return bool(data_for(languages)) if languages else bool(installed())


def lacking(language: str | None) -> str:
    """The Debian package with which a language (BCP 47) would be read better; "" where it is here or there is none."""
    wanted = DATA.get(language or "")
    return f"tesseract-ocr-{wanted[0].replace('_', '-')}" if wanted and not installed() & {*wanted} else ""


def data_for(languages: Sequence[str]) -> str:
    """What Tesseract is told to read with (``sqi+eng``); "" where none of the languages is installed."""
    return _data_for(tuple(languages))


@cache
def _data_for(languages: tuple[str, ...]) -> str:
    here = installed()
    found = (next((name for name in DATA.get(code, ()) if name in here), "") for code in languages)
    return "+".join(dict.fromkeys(name for name in found if name))
