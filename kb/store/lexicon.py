"""Dictionaries in the store: words by the keys of their stems and by sense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, insert, select

from kb.store import schema
from kb.store.bulk import put_rows

MOST_ROWS = 4_000  # of one question to the dictionary: its cost is bounded, whatever a word means
_IN_ONE = 400  # values of one IN


# Made once: every search asks.
_LEXEME = schema.lexeme.c
_MOST: BindParameter[int] = bindparam("most")
_BEGINNING = select(schema.lexeme).where(_LEXEME.key >= bindparam("start"), _LEXEME.key < bindparam("end")).limit(_MOST)
_OF_KEYS = select(schema.lexeme).where(_LEXEME.key.in_(bindparam("values", expanding=True))).limit(_MOST)
_OF_SENSES = (
    select(schema.lexeme)
    .where(
        _LEXEME.sense.in_(bindparam("values", expanding=True)),
        _LEXEME.language.in_(bindparam("languages", expanding=True)),
    )
    .limit(_MOST)
)


class Lexeme(NamedTuple):
    """A word of a dictionary: ``language`` is its analysis group, ``key`` its stems joined by spaces."""

    origin: str
    sense: str
    language: str
    term: str
    key: str
    weight: float


def put(connection: Connection, origin: str, facts: Mapping[str, Any], lexemes: Iterable[Lexeme]) -> int:
    """Keep a dictionary in place of the one of that origin; how many words it has."""
    remove(connection, origin)
    rows = [lexeme._asdict() for lexeme in lexemes]
    put_rows(connection, schema.lexeme, rows)
    connection.execute(insert(schema.lexicon), [{"origin": origin, "facts": {**facts, "lexemes": len(rows)}}])
    return len(rows)


def remove(connection: Connection, origin: str) -> bool:
    """Forget a dictionary; whether there was one."""
    connection.execute(delete(schema.lexeme).where(schema.lexeme.c.origin == origin))
    return bool(connection.execute(delete(schema.lexicon).where(schema.lexicon.c.origin == origin)).rowcount)


def held(connection: Connection) -> dict[str, dict[str, Any]]:
    """What is known of each dictionary, by origin."""
    query = select(schema.lexicon.c.origin, schema.lexicon.c.facts).order_by(schema.lexicon.c.origin)
    return {origin: dict(facts) for origin, facts in connection.execute(query)}


def of_keys(connection: Connection, keys: Sequence[str], *, most: int = MOST_ROWS) -> list[Lexeme]:
    """The words with these keys, in any language."""
    return _where(connection, _OF_KEYS, keys, None, most)


def of_senses(
    connection: Connection, senses: Sequence[str], languages: Sequence[str], *, most: int = MOST_ROWS
) -> list[Lexeme]:
    """The words of these senses in the analysis groups ``languages``."""
    return _where(connection, _OF_SENSES, senses, languages, most)


def beginning(connection: Connection, start: str, *, limit: int = 300) -> list[Lexeme]:
    """Words whose key begins so."""
    rows = connection.execute(_BEGINNING, {"start": start, "end": start + "\U0010ffff", "most": limit})
    return [Lexeme(*row) for row in rows]


def _where(
    connection: Connection, query: Select[Any], values: Sequence[str], languages: Sequence[str] | None, most: int
) -> list[Lexeme]:
    found: list[Lexeme] = []
    for at in range(0, len(values), _IN_ONE):
        asked: dict[str, Any] = {"values": values[at : at + _IN_ONE], "most": most - len(found)}
        if languages is not None:
            asked["languages"] = languages
        found += [Lexeme(*row) for row in connection.execute(query, asked)]
        if len(found) >= most:
            break
    return found
