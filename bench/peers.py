"""What we are measured against: Tantivy as it comes, SQLite FTS5, and the pure-Python engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur
from tantivy import Query as Native

from bench.corpus import Made
from bench.queries import Asked

FACETS = ("kind", "role", "language", "mechanism")


class BareTantivy:
    """One text field and four facet columns, the library called directly: the floor."""

    name = "bare tantivy"

    def __init__(self, folder: Path, made: Iterable[Made]) -> None:
        folder.mkdir()
        build = tantivy.SchemaBuilder()
        build.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
        build.add_text_field("body", tokenizer_name="words")
        build.add_text_field("refs", tokenizer_name="words")
        for name in FACETS:
            build.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        for name in ("year", "date"):
            build.add_integer_field(name, indexed=True, fast=True)
        self._schema = build.build()
        index = tantivy.Index(self._schema, path=str(folder))
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("words", words)
        writer = index.writer(96_000_000, 1)
        for one in made:
            entry = one.entry
            document = {"key": entry.key, "body": entry.exact, "refs": entry.refs, "year": entry.year}
            document |= {name: getattr(entry, name) for name in FACETS} | {"date": entry.date}
            writer.add_document(tantivy.Document.from_dict(document, self._schema))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def ask(self, asked: Asked) -> int:
        """The ten best with four facets; how many match."""
        query = self._native(asked)
        order: dict[str, Any] = {"order_by_field": "date"} if asked.kind == "by date" else {}
        result: Any = self._searcher.search(query, 10, **order)
        for _, address in result.hits:
            self._searcher.doc(address).get_first("key")
        self._searcher.aggregate(query, {name: {"terms": {"field": name, "size": 1000}} for name in FACETS})
        return int(result.count)

    def _native(self, asked: Asked) -> Native:
        schema, words = self._schema, asked.words

        def term(word: str, field: str = "body") -> Native:
            return Native.term_query(schema, field, word.lower())

        match asked.kind:
            case "phrase":
                return Native.phrase_query(schema, "body", list(words))
            case "prefix":
                return Native.regex_query(schema, "body", words[0] + ".*")
            case "wildcard":
                return Native.regex_query(schema, "body", words[0].replace("?", ".").replace("*", ".*"))
            case "fuzzy":
                return Native.fuzzy_term_query(schema, "body", words[0], 1)
            case "boolean":
                some = Native.boolean_query([(Occur.Should, term(word)) for word in words[:2]])
                return Native.boolean_query([(Occur.Must, some), (Occur.MustNot, term(words[2]))])
            case "filter and range":
                kinds = Native.term_set_query(schema, "kind", ["law", "report"])
                years = Native.range_query(schema, "year", tantivy.FieldType.Integer, 2005, 2015)
                return Native.boolean_query([(Occur.Must, query) for query in (term(words[0]), kinds, years)])
            case "reference":
                return term(words[0], "refs")
            case _:
                return Native.boolean_query([(Occur.Must, term(word)) for word in words])


class Fts5:
    """SQLite's full text, with the values of facets in a table beside it. It has no patterns and no fuzziness."""

    name = "sqlite fts5"

    def __init__(self, path: Path, made: Iterable[Made]) -> None:
        self.database = sqlite3.connect(path)
        self.database.execute(
            "CREATE TABLE p (id INTEGER PRIMARY KEY, key, body, kind, role, language, mechanism, year, date)"
        )
        self.database.execute(
            "CREATE VIRTUAL TABLE f USING fts5(body, refs, tokenize = 'unicode61 remove_diacritics 0')"
        )
        for number, one in enumerate(made):
            entry = one.entry
            values = (entry.kind, entry.role, entry.language, entry.mechanism, entry.year, entry.date)
            self.database.execute(
                "INSERT INTO p VALUES (?,?,?,?,?,?,?,?,?)", (number, entry.key, one.passage.text, *values)
            )
            refs = entry.refs.replace("-", "")
            self.database.execute("INSERT INTO f (rowid, body, refs) VALUES (?,?,?)", (number, entry.exact, refs))
        self.database.execute("CREATE INDEX p_key ON p (key)")
        self.database.commit()

    def ask(self, asked: Asked) -> int | None:
        """The ten best with four facets; how many match, None for kinds it cannot do."""
        text = self._match(asked)
        if text is None:
            return None
        where = "kind IN ('law', 'report') AND year BETWEEN 2005 AND 2015" if asked.kind == "filter and range" else "1"
        order = "date DESC" if asked.kind == "by date" else "rank"
        joined = f"f JOIN p ON p.id = f.rowid WHERE f MATCH ? AND {where}"
        run = self.database.execute
        run(f"SELECT key FROM {joined} ORDER BY {order} LIMIT 10", (text,)).fetchall()  # noqa: S608 - our own words
        counts = [
            run(f"SELECT {name}, count(*) FROM {joined} GROUP BY 1", (text,)).fetchall()  # noqa: S608 - our own words
            for name in FACETS
        ]
        return sum(count for _, count in counts[0])

    def _match(self, asked: Asked) -> str | None:
        words = [f'"{word.lower()}"' for word in asked.words]
        match asked.kind:
            case "wildcard" | "fuzzy":
                return None
            case "phrase":
                return f'body:"{" ".join(asked.words)}"'
            case "prefix":
                return f"body:{words[0]}*"
            case "boolean":
                return f"body:(({words[0]} OR {words[1]}) NOT {words[2]})"
            case "reference":
                return f"refs:{words[0].replace('-', '')}"
            case _:
                return f"body:({' AND '.join(words)})"
