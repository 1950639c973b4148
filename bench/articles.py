"""Articles of a text in several languages: each is asked, by "more like this", of those of another language.

All languages stand in one index, as in a collection; the answer is narrowed to one of them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from kb import citations
from kb.engines import IndexReader, open_engine
from kb.index.entries import entries
from kb.nouns import Document, Link, Passage, Query, Role
from kb.similar import likes
from kb.store import Store
from kb.thesaurus import Dictionary, Signs, Thesaurus, signs_of

FILES = {"en": "eng", "sq": "als", "sr-Cyrl": "srp_cyrl", "mk": "mkd", "tr": "tur", "fr": "fra", "sr-Latn": "srp_latn",
         "bs": "bos_latn", "hr": "hrv", "de": "deu_1996", "it": "ita", "ru": "rus", "uk": "ukr", "es": "spa",
         "sl": "slv", "bg": "bul"}  # fmt: skip
SPACE = "{http://www.unhchr.ch/udhr}"

Held = dict[str, tuple[Document, Passage]]


def measure(
    folder: Path,
    pairs: Sequence[tuple[str, str]],
    where: Path,
    thesaurus: Thesaurus,
    store: Store,
    half: slice = slice(None),
) -> dict[tuple[str, str], tuple[float, float]]:
    """Recall at 1 and at 10 for each ordered pair of languages, printed as it comes."""
    codes = list(dict.fromkeys(code for pair in pairs for code in pair))
    held: Held = {}
    with store.read() as connection:
        signs = signs_of(connection)
    reader = _indexed(where, {code: _read(folder, code) for code in codes}, held, signs)
    dictionary = Dictionary(store.read)

    def texts(keys: Sequence[str]) -> Held:
        return {key: held[key] for key in keys if key in held}

    found = {}
    for one, other in pairs:
        articles = [passage for key, (_, passage) in held.items() if key.startswith(f"{one}#")][half]
        started = time.process_time()
        ranks = [_rank(passage, other, codes, reader, texts, thesaurus, dictionary) for passage in articles]
        milliseconds = (time.process_time() - started) * 1000 / len(ranks)
        found[one, other] = tuple(sum(0 < rank <= within for rank in ranks) / len(ranks) for within in (1, 10))
        first, tenth = found[one, other]
        print(f"{one}-{other}  @1 {first:.3f}  @10 {tenth:.3f}  {milliseconds:.1f} ms of CPU", flush=True)
    return {pair: (first, tenth) for pair, (first, tenth) in found.items()}


def _read(folder: Path, code: str) -> dict[str, str]:
    """The text of each article, without its title, which holds its number."""
    root = ElementTree.parse(folder / f"udhr_{FILES[code]}.xml").getroot()  # noqa: S314 - files that the caller trusts
    return {
        article.get("number", ""): re.sub(
            r"\s+", " ", " ".join("".join(part.itertext()) for part in article if part.tag != f"{SPACE}title")
        ).strip()
        for article in root.iter(f"{SPACE}article")
    }


def _indexed(where: Path, texts: dict[str, dict[str, str]], held: Held, signs: Signs) -> IndexReader:
    engine = open_engine("tantivy")
    writer = engine.writer(where)
    for code, articles in texts.items():
        document = Document(id=code, title="", language=code)
        passages = [
            Passage(document=code, anchor=f"a{number}", label="", text=text, ordinal=ordinal, language=code,
                    role=Role.PROVISION)
            for ordinal, (number, text) in enumerate(articles.items())
        ]  # fmt: skip
        held.update({passage.key: (document, passage) for passage in passages})
        links = [
            Link(document=code, anchor=passage.anchor, citation=one)
            for passage in passages
            for one in citations.find(passage.text)
        ]
        writer.put(code, [signs.signed(entry) for entry in entries(document, passages, links)])
    writer.commit()
    writer.close()
    return engine.reader(where)


def _rank(
    passage: Passage,
    other: str,
    codes: Sequence[str],
    reader: IndexReader,
    texts: Callable[[Sequence[str]], Held],
    thesaurus: Thesaurus,
    dictionary: Dictionary,
) -> int:
    """The place of the same article in the other language, from 1; 0 where it is not among the first ten."""
    found = likes(
        passage, [], Query(language=(other,), limit=10), readers=[reader], texts=texts, languages=codes,
        thesaurus=thesaurus, dictionary=dictionary, signed=True,
    )  # fmt: skip
    return next((place for place, hit in enumerate(found.hits, 1) if hit.anchor == passage.anchor), 0)
