"""Which code page are legacy bytes in? Every candidate is tried, and the one that reads as a language of ours wins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from kb.languages import detect

# What Windows, then Unix, then DOS, then the Macintosh wrote in Tirana, Belgrade, Skopje, Ankara and Strasbourg; where
# two read the same bytes equally well, the first is taken.
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "iso8859_2", "iso8859_5", "iso8859_9", "koi8_r", "koi8_u",
    "cp852", "cp855", "cp866", "cp857", "cp850", "mac_roman", "mac_latin2", "mac_croatian", "mac_turkish",
    "mac_cyrillic",
)  # fmt: skip
# The letters beyond ASCII that a language is written with. Other letters are foreign to it, and cost.
_ALPHABETS = {
    "sq": "ëç", "hbs": "čćđšž", "tr": "çğıöşüâîûi̇", "fr": "àâæçèéêëîïôœùûüÿ", "de": "äöüß", "it": "àèéìíîòóùú",
    "es": "áéíñóúü", "sl": "čšž", "ro": "ăâîşţșț", "hu": "áéíóöőúüű", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
    "en": "éèêëçïñöüáíóäô", "rmn": "čšžćđśźäâï", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "sr-Cyrl": "абвгдђежзијклљмнњопрстћуфхцчџш", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
}  # fmt: skip
_OF = {"sr-Latn": "hbs", "bs": "hbs", "hr": "hbs"}
_SETS = {language: frozenset(letters) for language, letters in _ALPHABETS.items()}
_WORD = re.compile(r"[^\s\x00-\x40\[\\\]^_`{|}~\x7f]+")
_OUTER = "“”„‘’‚«»‹›–—…•·¡¿\u00a0§°©®™€£²³½"  # what may stand at a word's ends
_INNER = re.compile(r"(?<=\w)[’\u00ad‑–—/](?=\w)")
_SWITCH = re.compile(r"[^\W\d_][^\W\d_]")
_SAMPLE = 40_000  # bytes of lines that have letters beyond ASCII
_SURE = 0.75  # of the words beyond ASCII are as the language writes them, or it is no reading
_FEW = 0.02  # of all words: so few may be misread without harm
_RIVAL = 0.4  # a reading that looks worse by more than this is not asked for its language
_BEYOND = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """``page`` is a code page by its Python name, ``fit`` the share of words beyond ASCII that it reads well."""

    page: str
    fit: float
    score: float


def best_page(data: bytes) -> Reading | None:
    """The code page of ``data``, None where no reading of it is better than a guess."""
    sample = _sampled(data)
    texts: dict[str, str] = {}
    for page in CANDIDATES:
        texts.setdefault(sample.decode(page, "replace"), page)  # the same letters by another name are no rival
    looks = sorted(((_look(_beyond(text)), text) for text in texts), key=lambda pair: -pair[0])
    rivals = [text for look, text in looks if look >= looks[0][0] - _RIVAL][:8]
    readings = [_read(text, texts[text]) for text in rivals]
    readings.sort(key=lambda reading: (-reading.score, CANDIDATES.index(reading.page)))
    best = readings[0]
    if best.fit >= _SURE:
        return best
    words = _WORD.findall(data[:200_000].decode("latin-1"))
    strange = sum(not word.isascii() for word in words)
    return best if strange <= _FEW * len(words) else None


def fit_of(data: bytes, page: str) -> float:
    """How well ``page`` reads the words of ``data`` that have letters beyond ASCII, 0 to 1."""
    return _read(_sampled(data).decode(page, "replace"), page).fit


def _sampled(data: bytes) -> bytes:
    lines = [line for line in re.split(rb"[\r\n]+", data[:2_000_000]) if _BEYOND.search(line)]
    return b"\n".join(lines)[:_SAMPLE]


def _beyond(text: str) -> Counter[str]:
    return Counter(word for word in _WORD.findall(text) if not word.isascii())


def _good(words: Counter[str], alphabet: frozenset[str]) -> int:
    return sum(times for word, times in words.items() if _is_of(word, alphabet))


def _look(words: Counter[str]) -> float:
    """How far the words look like words of any one language, -1 to 1."""
    bad = sum(times for word, times in words.items() if _is_odd(word))
    return (max(_good(words, alphabet) for alphabet in _SETS.values()) - bad) / max(words.total(), 1)


def _read(text: str, page: str) -> Reading:
    found = detect(text[:2_000])
    words = _beyond(text)
    known = _SETS.get(_OF.get(found.language or "", found.language or ""))
    good = _good(words, known) if known else max(_good(words, alphabet) for alphabet in _SETS.values())
    bad = sum(times for word, times in words.items() if _is_odd(word))
    total = max(words.total(), 1)
    # A language that the words themselves speak weighs as much as a fifth of all letters read well.
    return Reading(page, good / total, (good - bad) / total + (0.2 * found.confidence if known else -0.2))


def _core(word: str) -> str:
    return _INNER.sub("", word.strip(_OUTER))


@lru_cache(maxsize=20_000)
def _is_of(word: str, alphabet: frozenset[str]) -> bool:
    """Whether a word is written in an alphabet; marks at its ends do not count."""
    core = _core(word)
    return not _is_odd(word) and all(letter.isascii() or letter in alphabet for letter in core.lower())


@lru_cache(maxsize=20_000)
def _is_odd(word: str) -> bool:
    """Whether no language writes so: signs inside a word, two scripts in it, a capital behind a small letter."""
    core = _core(word)
    if not core:
        return word[:1] not in _OUTER
    if any(not (letter.isalnum() or letter.isascii()) for letter in core) or word[:1] in "”’" or word[-1] in "‘„«":
        return True
    if "€" in word and any(letter.isalpha() for letter in word):
        return True
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in core)
    latin = sum(letter.isalpha() and letter < "\u0370" for letter in core)
    if cyrillic and latin:
        return True
    return any(pair[0].islower() and pair[1].isupper() for pair in _SWITCH.findall(core))
