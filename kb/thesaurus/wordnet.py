"""Wordnets as dictionaries: tab files of the Open Multilingual Wordnet, and Princeton WordNet's own files.

Both name senses by the offsets of Princeton WordNet 3.0, so that any two of them are a dictionary together.
Sources: https://omwn.org (format of the tab files), wndb(5WN) of Princeton WordNet 3.0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.languages import LANGUAGES, detect, group_of
from kb.store.lexicon import Lexeme
from kb.thesaurus.fault import ThesaurusFault
from kb.thesaurus.keys import key_of

PRINCETON = {"data.noun": "n", "data.verb": "v", "data.adj": "a", "data.adv": "r"}
# ISO 639-3, as tab files name languages, to the codes of this program. ``als`` is Tosk Albanian there.
CODES = {
    "als": "sq", "sqi": "sq", "hrv": "hr", "hbs": "hr", "srp": "sr", "bos": "bs", "mkd": "mk", "tur": "tr",
    "eng": "en", "fra": "fr", "deu": "de", "ita": "it", "spa": "es", "por": "pt", "nld": "nl", "rus": "ru",
    "ukr": "uk", "slv": "sl", "bul": "bg",
}  # fmt: skip
LONGEST = 5  # words of a term
_LINES = 40  # lemmas that are read as one text, to say its language
_TEXTS = 30


@dataclass(frozen=True, slots=True)
class Wordnet:
    """What a file says of itself, and its words."""

    origin: str
    name: str
    language: str
    address: str
    licence: str
    lexemes: tuple[Lexeme, ...]

    @property
    def facts(self) -> dict[str, str]:
        """What is kept of it beside its words."""
        return {"name": self.name, "language": self.language, "address": self.address, "licence": self.licence}


def files(paths: Iterable[Path]) -> list[Path]:
    """The wordnets at the paths: tab files, and folders with the files of Princeton WordNet."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir() or (path / "data.noun").is_file():
            found.append(path)
        else:
            found += sorted(path.rglob("*.tab"))
    return found


def read(path: Path, *, language: str | None = None) -> Wordnet:
    """The wordnet of a tab file or of a folder of Princeton WordNet; ThesaurusFault where it is none.

    ``language`` is BCP 47, for a file whose first line names another than its words are of.
    """
    if path.is_dir():
        return _princeton(path)
    try:
        with path.open(encoding="utf-8-sig") as lines:
            head = lines.readline().lstrip("# ").rstrip("\n").split("\t")
            rows = [_row(line) for line in lines]
    except (OSError, UnicodeDecodeError) as error:
        raise ThesaurusFault(f"it cannot be read ({error})", where=str(path), advice="Give a UTF-8 tab file") from error
    pairs = [pair for pair in rows if pair]
    if len(head) < 2 or not pairs:
        advice = "The first line names it: name, language, address, licence; then sense, `xxx:lemma`, word"
        raise ThesaurusFault("it is no wordnet tab file", where=str(path), advice=advice)
    said = CODES.get(head[1].strip(), head[1].strip())
    code = language or said
    if group_of(code) == "und":
        raise ThesaurusFault(f"the language “{said}” is not known", where=str(path), advice=_advice("--language CODE"))
    _same_language([word for _, word in pairs], code, path)
    name, address, licence = head[0].strip(), *(f"{part.strip()}" for part in (*head[2:4], "", "")[:2])
    return Wordnet(path.stem, name, code, address, licence, tuple(_lexemes(path.stem, code, pairs)))


def _row(line: str) -> tuple[str, str] | None:
    parts = line.rstrip("\n").split("\t")
    if len(parts) < 3 or not parts[1].endswith("lemma"):
        return None
    return parts[0].replace("-s", "-a"), parts[2].replace("_", " ").strip()


def _princeton(folder: Path) -> Wordnet:
    pairs: list[tuple[str, str]] = []
    licence = ""
    for name, part in PRINCETON.items():
        try:
            lines = (folder / name).read_text(encoding="latin-1").splitlines()
        except OSError as error:
            advice = "Debian's package wordnet-base has them in /usr/share/wordnet"
            raise ThesaurusFault(f"{name} cannot be read", where=str(folder), advice=advice) from error
        for line in lines:
            if line.startswith("  "):
                licence = licence or ("WordNet License" if "WordNet" in line else "")
                continue
            fields = line.split(" ")
            count = int(fields[3], 16)
            words = (fields[4 + 2 * at].split("(")[0].replace("_", " ") for at in range(count))
            pairs += [(f"{fields[0]}-{part}", word) for word in words]
    return Wordnet(
        "princeton", "Princeton WordNet", "en", "https://wordnet.princeton.edu", licence or "WordNet License",
        tuple(_lexemes("princeton", "en", pairs)),
    )  # fmt: skip


def _lexemes(origin: str, language: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Lexeme]:
    """Its words with their keys. The same word in two spellings of one sense is one."""
    group = group_of(language)
    seen: set[tuple[str, str]] = set()
    for sense, word in pairs:
        stems = key_of(word, language).stems
        key = " ".join(stems)
        if 0 < len(stems) <= LONGEST and (sense, key) not in seen:
            seen.add((sense, key))
            yield Lexeme(origin, sense, group, word, key, 1.0)


def _same_language(words: list[str], code: str, path: Path) -> None:
    """ThesaurusFault where the words, read together, are plainly of another language than they are said to be."""
    step = max(1, len(words) // (_LINES * _TEXTS))
    sample = words[::step]
    votes: Counter[str] = Counter()
    for at in range(0, len(sample), _LINES):
        found = detect(", ".join(sample[at : at + _LINES])).language
        votes[group_of(found) if found else ""] += 1
    best, count = votes.most_common(1)[0]
    if best and best != group_of(code) and count > sum(votes.values()) / 2:
        names = next((one.code for one in LANGUAGES.values() if one.group == best), best)
        raise ThesaurusFault(
            f"its words are said to be “{code}” and look like “{names}”",
            where=str(path),
            advice=_advice(f"--language {names}"),
        )


def _advice(option: str) -> str:
    return f"Say which language its words are of: {option}"
