"""The fields of the query language: what a person calls them, and values that can never be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.engines.protocol import IndexReader
from kb.engines.tree import Node, Prefix, Term
from kb.errors import QueryError
from kb.institutions import known as institutions
from kb.languages import fold
from kb.nouns import Kind, Query, Role
from kb.search.filters import LABELS, label
from kb.search.kind_names import kind_named
from kb.search.mend import FIELDS
from kb.search.syntax import Both, Either, Near, Pattern, Quoted, Starts, Syntax, Without, Word
from kb.wording import Worded, worded

_CLOSED = {"kind": tuple(Kind), "role": tuple(Role)}
_MOST_TOLD = 12  # values named in advice
_MOST_READ = 10_000
_LIKE_A_FIELD = re.compile(r"(?<![\w\"/.])([^\W\d_]{2,20}):(?=[\w\"])(?!//)")

_WORDS = {
    "kind": worded("kind"),
    "role": worded("role"),
    "language": worded("language"),
    "institution": worded("institution"),
    "mechanism": worded("mechanism"),
    "state": worded("state"),
    "theme": worded("theme"),
    "document": worded("document"),
    "year": worded("year"),
}


def field_word(name: str) -> str | Worded:
    """The word for a field of the Query; the name itself for one without."""
    return _WORDS.get(name, name)


def check(asked: Syntax, text: str) -> None:
    """QueryError where a field that was typed has a value that can never be right, naming those that can."""
    for name, value in typed(asked):
        if name == "year" and not (value.isdecimal() and len(value) == 4):
            raise QueryError(
                worded("“%(value)s” is no year", value=value),
                where=_place(text, "year"),
                advice=worded("Write year:2019, or year:[2015 TO 2019]"),
            )
        known = kind_named(value) if name == "kind" else fold(value) in map(fold, _CLOSED.get(name, (value,)))
        if not known:
            raise QueryError(
                worded("there is no %(field)s “%(value)s”", field=field_word(name), value=value),
                where=_place(text, name),
                advice=worded("There are: %(known)s", known=", ".join(_CLOSED[name])),
            )


def typed(asked: Syntax) -> Iterator[tuple[str, str]]:
    """Every ``field:value`` of a query."""
    match asked:
        case Both(children) | Either(children):
            for child in children:
                yield from typed(child)
        case Without(child):
            yield from typed(child)
        case Word(value, name) | Quoted(value, _, name) | Starts(value, name) | Pattern(value, name):
            if name:
                yield name, value.strip("*?")
        case Near(value, _, name) if name:
            yield name, value
        case _:
            return


def unheld(query: Query, asked: Syntax, readers: Sequence[IndexReader]) -> list[str]:
    """Advice on values of filters that no readable passage has, and on fields that do not exist."""
    advice: list[str] = []
    wanted = [(name, value) for name in LABELS for value in getattr(query, name)]
    for name, value in dict.fromkeys((*wanted, *(pair for pair in typed(asked) if pair[0] in LABELS))):
        held = list(dict.fromkeys(term for one in readers for term, _ in one.terms(name, "", limit=_MOST_READ)))
        if _matches(label(name, value, readers), held):
            continue
        said = worded("no passage has the %(field)s “%(value)s”", field=field_word(name), value=value)
        if held and name != "document":
            said_as = institutions().name if name == "institution" else str
            known = ", ".join(said_as(one) for one in held[:_MOST_TOLD]) + (" …" if len(held) > _MOST_TOLD else "")
            said = worded("%(said)s; there are: %(known)s", said=said, known=known)
        advice.append(said)
    for name in dict.fromkeys(match[1] for match in _LIKE_A_FIELD.finditer(query.text)):
        if name.lower() not in FIELDS:
            known = ", ".join(one for one in FIELDS if one != "language")
            advice.append(worded("“%(name)s:” is no field; there are: %(known)s", name=name, known=known))
    return advice


def _matches(node: Node, held: Sequence[str]) -> bool:
    match node:
        case Term(_, value):
            return value in held
        case Prefix(_, start):
            return any(value.startswith(start) for value in held)
        case _:
            return True


def _place(text: str, name: str) -> str:
    spelt = "|".join(re.escape(one) for one, field in FIELDS.items() if field == name)
    found = re.search(rf"\b(?:{spelt}):\(?\"?", text, re.IGNORECASE)
    return f"character {found.end() + 1}" if found else "character 1"
