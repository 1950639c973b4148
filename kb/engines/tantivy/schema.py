"""The fields of the index in Tantivy's words."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import tantivy

from kb.engines.fields import LABELS, MANY, NUMBERS, SETS, WORDS, many
from kb.nouns import IndexEntry

# "tantivy v0.27.0, index_format v7": a wheel with the same index format reads the same folder.
VERSION = str(getattr(tantivy, "__version__", "unknown")).rsplit(" ", 1)[-1]

_SINGLE = (*WORDS, *SETS, *LABELS, *NUMBERS)
_single = attrgetter(*_SINGLE)


def schema() -> tantivy.Schema:
    """One field for each in kb.engines.fields, and the columns that make the order of hits certain.

    Terms come joined by spaces: measured, a whitespace tokenizer indexes them six times faster than pre-tokenised
    strings. ``place`` and ``recent`` sort as text; ``number`` and ``ordinal`` break ties between equal scores.
    """
    build = tantivy.SchemaBuilder()
    build.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    for name in WORDS:
        build.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in SETS:
        build.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in (*LABELS, *MANY, "place", "recent"):
        build.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        build.add_integer_field(name, indexed=True, fast=True)
    for name in ("number", "ordinal"):
        build.add_integer_field(name, fast=True)
    return build.build()


def open_index(folder: Path, *, create: bool) -> tantivy.Index:
    """The index with its tokenizer, which Tantivy does not keep in the folder."""
    index = tantivy.Index(schema(), path=str(folder)) if create else tantivy.Index.open(str(folder))
    whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", whitespace)
    return index


def record(entry: IndexEntry) -> dict[str, Any]:
    """The entry as Tantivy takes it; an unknown value is a missing one, so that no facet counts it."""
    place = f"{entry.document}\t{entry.ordinal:08d}"
    found: dict[str, Any] = {
        "key": entry.key,
        "ordinal": entry.ordinal,
        "number": number(entry.document),
        "place": place,
        "recent": f"{99_999_999 - entry.date:08d}\t{place}",
    }
    for name, value in zip(_SINGLE, _single(entry), strict=True):
        if value:
            found[name] = value
    if entry.institutions or entry.themes:
        for name in MANY:
            if values := many(entry, name):
                found[name] = list(values)
    return found


@lru_cache(maxsize=64)  # asked for every passage of a document
def number(document: str) -> int:
    """A number that stands for the document's id in a column."""
    return int.from_bytes(hashlib.blake2b(document.encode(), digest_size=8).digest(), "big") >> 1
