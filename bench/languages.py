"""How well languages are told and words are cut, how fast, and in how much memory.

Sentences: files ``xxx_Yyyy.tsv`` with the columns index_id, category, text (SIB-200). Declarations: UDHR in XML.
Treebanks: ``sq.conllu``, ``sr.conllu``, ``hr.conllu``, ``tr.conllu`` (Universal Dependencies).

python -m bench.languages [--sentences DIR] [--declarations DIR] [--treebanks DIR] [--nouns FILE]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import stems
from kb.languages import detect, group_of, warm
from kb.languages.profiles import bare

CODES = {
    "als": "sq", "bos": "bs", "bul": "bg", "deu": "de", "eng": "en", "fra": "fr", "hrv": "hr", "ita": "it",
    "mkd": "mk", "rus": "ru", "slv": "sl", "spa": "es", "srp": "sr-Cyrl", "tur": "tr", "ukr": "uk",
}  # fmt: skip
NOUNS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "stems" / "sq-nouns.txt"
CLASSES = {"nouns": {"NOUN"}, "verbs": {"VERB", "AUX"}, "adjectives": {"ADJ"}}

Texts = list[tuple[str, str]]
MANNERS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "first five words": lambda text: " ".join(text.split()[:5]),
    "first three words": lambda text: " ".join(text.split()[:3]),
    "all capitals": str.upper,
    "without diacritics": lambda text: bare(text.lower()),
    "both": lambda text: bare(text.lower()).upper(),
    "five words, bare": lambda text: bare(" ".join(text.lower().split()[:5])),
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.languages", description=__doc__)
    parser.add_argument("--sentences", type=Path, help="a folder of sentences, one TSV a language")
    parser.add_argument("--declarations", type=Path, help="a folder of declarations in XML: Romani among them")
    parser.add_argument("--treebanks", type=Path, help="a folder of treebanks, CoNLL-U")
    parser.add_argument("--nouns", type=Path, default=NOUNS, help="a list of forms, one noun a line")
    parser.add_argument("--answers", action="store_true", help="print a checksum of all answers, and nothing else")
    asked = parser.parse_args(arguments)
    if asked.answers:
        print(_checksum(sentences(asked.sentences)))
        return 0
    before = _memory()
    warm()
    print(f"dictionaries and profiles: {_memory() - before:,.0f} MiB of memory, of it shared with all that map them")
    if asked.sentences is not None:
        texts = sentences(asked.sentences)
        stems.speed([(language, text) for _, language, text in sorted((hash_(t), code, t) for code, t in texts)])
        for manner, change in MANNERS.items():
            _detection(manner, [(language, change(text)) for language, text in texts])
        _same(asked.sentences)
    if asked.declarations is not None:
        _detection("Romani, paragraphs", romani(asked.declarations / "udhr_rmn.xml"))
    if asked.treebanks is not None:
        for language in ("sr", "hr", "sq", "tr"):
            path = asked.treebanks / f"{language}.conllu"
            stems.measure(f"{language}, all", stems.treebank(path, language), language)
            for name, classes in CLASSES.items():
                stems.measure(f"{language}, {name}", stems.treebank(path, language, classes), language)
    for name, half in zip(("tuned on", "held out"), stems.nouns(asked.nouns), strict=True):
        stems.measure(f"our Albanian, {name}", half, "sq")
    return 0


def sentences(folder: Path) -> Texts:
    """(language, sentence) of every file, in the order of the names."""
    return [
        (CODES[path.name[:3]], line.split("\t")[2])
        for path in sorted(folder.glob("*.tsv"))
        for line in path.read_text("utf-8").split("\n")[1:]
        if line.strip()
    ]


def romani(path: Path) -> Texts:
    """The paragraphs of a declaration in Romani."""
    tree = ElementTree.parse(path)  # noqa: S314 - what the user measures with
    return [("rmn", "".join(each.itertext()).strip()) for each in tree.iter() if each.tag.rpartition("}")[2] == "para"]


def hash_(text: str) -> str:
    """A number that mixes the languages of a list, the same in every run."""
    return hashlib.sha256(text.encode()).hexdigest()


def _detection(name: str, texts: Texts) -> None:
    began = time.process_time()
    found = [detect(text).language for _, text in texts]
    seconds = time.process_time() - began
    total = Counter(language for language, _ in texts)
    right = Counter(
        language for (language, _), code in zip(texts, found, strict=True) if group_of(code) == group_of(language)
    )
    worst = min(total, key=lambda language: right[language] / total[language])
    print(
        f"{name:24} {sum(right.values()) / len(texts):7.2%} right, {found.count(None) / len(texts):6.2%} not said; "
        f"worst {worst} {right[worst] / total[worst]:.2%}; {len(texts) / seconds:,.0f} a second of one core"
    )


def _checksum(texts: Texts) -> str:
    answers = "\n".join(f"{text}\t{detect(text)}" for text in sorted(text for _, text in texts[::7]))
    return hashlib.sha256(answers.encode()).hexdigest()


def _same(folder: Path) -> None:
    """The answers of processes with other hash seeds, and of this one, which has seen other texts before."""
    command = [sys.executable, "-m", "bench.languages", "--answers", "--sentences", str(folder)]
    found = {
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    } | {f"{_checksum(sentences(folder))}\n".encode()}
    print(f"answers of three processes: {'the same' if len(found) == 1 else 'NOT THE SAME'}")


def _memory() -> float:
    """The most memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
