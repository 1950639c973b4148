"""Do the forms of one word meet, and do those of two stay apart: F1 over all pairs of forms."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import comb
from pathlib import Path

import simplemma

from kb.languages import fold, terms

CODES = {"sr": "sr-Latn"}
CLASSES = {"NOUN", "VERB", "ADJ"}
DICTIONARY = {"sr": "hbs", "hr": "hbs"}

Pair = tuple[str, str]  # form, lemma


def f1(pairs: Iterable[Pair]) -> float:
    """``pairs`` are (stem, lemma), one for each form: two forms should have one stem as they have one lemma."""
    held = list(pairs)
    both, stems, lemmas = Counter(held), Counter(stem for stem, _ in held), Counter(lemma for _, lemma in held)
    true, made, gold = (sum(comb(n, 2) for n in counted.values()) for counted in (both, stems, lemmas))
    return 2 * true / max(1, made + gold)


def treebank(path: Path, language: str, classes: set[str] = CLASSES) -> list[Pair]:
    """Forms with their lemmas, each pair once, of the word classes that people search for. CoNLL-U."""
    found = set()
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 3 and columns[0].isdigit() and columns[3] in classes and columns[1].isalpha():
            form = columns[1].replace("I", "ı").replace("İ", "i") if language == "tr" else columns[1]
            found.add((form.lower(), columns[2].lower()))
    return sorted(found)


def nouns(path: Path) -> tuple[list[Pair], list[Pair]]:
    """Our list of forms, a noun a line: the half for tuning (odd lines) and the half held out."""
    lines = [line.split() for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    halves = (lines[::2], lines[1::2])
    tuned, held_out = ([(form, forms[0]) for forms in half for form in forms] for half in halves)
    return tuned, held_out


def ours(language: str) -> Callable[[str], str]:
    """Our stem of a form, with the group before it."""
    code = CODES.get(language, language)
    return lambda form: terms(form, code)[2]


def dictionary(language: str) -> Callable[[str], str]:
    """simplemma's lemma, and nothing else."""
    code = DICTIONARY.get(language, language)
    return lambda form: str(simplemma.lemmatize(form, lang=code)).lower()


def measure(title: str, pairs: Sequence[Pair], language: str) -> None:
    """One line: our F1, simplemma's, and how many forms without diacritics have the stem of those with them."""
    stem, lemma = ours(language), dictionary(language)
    stems = {form: stem(form) for form, _ in pairs}
    mine, theirs = (f1((cut(form), gold) for form, gold in pairs) for cut in (stem, lemma))
    # Recall of a query typed without diacritics: of the forms that the full one finds, how many it finds as well.
    members: dict[str, set[str]] = {}
    for form, _ in pairs:
        members.setdefault(stems[form], set()).add(form)
    reached = sum(len(members[stems[form]]) for form in stems if stem(fold(form)) == stems[form])
    share = reached / sum(len(members[stems[form]]) for form in stems)
    print(f"{title:24} {len(pairs):6,} forms  F1 {mine:.3f}  simplemma alone {theirs:.3f}  bare queries {share:.3f}")


def speed(texts: Sequence[tuple[str, str]]) -> None:
    """Tokens a second of one core over (language, text) of mixed languages: all new, then a second time."""
    for manner in ("first", "second"):
        began = time.process_time()
        tokens = sum(terms(text, language)[0].count(" ") + 1 for language, text in texts)
        print(f"analysis, {manner} pass: {tokens / (time.process_time() - began):,.0f} tokens a second of one core")
