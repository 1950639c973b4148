"""What narrows a search without ranking: the Query's filters and ``field:value`` typed into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.engines.protocol import IndexReader
from kb.engines.tree import All, AnyOf, Node, Nothing, Prefix, Range, Term
from kb.institutions import known
from kb.languages import fold
from kb.nouns import Query
from kb.search.kind_names import kind_named

LABELS = ("kind", "role", "language", "institution", "mechanism", "state", "theme", "document")
_VALUES = 10_000  # values of a field that are looked through for one spelt differently


def filters(query: Query, readers: Sequence[IndexReader]) -> dict[str, Node]:
    """The filters of a Query by name (``year`` for both bounds); an empty one is not there."""
    found: dict[str, Node] = {}
    for field in LABELS:
        if values := getattr(query, field):
            held = _held(field, readers) if len(values) > 1 else None
            found[field] = either([label(field, value, readers, held) for value in values])
    if query.year_from is not None or query.year_to is not None:
        found["year"] = Range("year", query.year_from, query.year_to)
    return found


def _held(field: str, readers: Sequence[IndexReader]) -> dict[str, None]:
    return dict.fromkeys(term for reader in readers for term, _ in reader.terms(field, "", limit=_VALUES))


def label(field: str, value: str, readers: Sequence[IndexReader], held: dict[str, None] | None = None) -> Node:
    """Passages with this value. A value nobody holds is read generously: case, diacritics, a part of a name.

    A language means its scripts and regions too: ``sr`` is ``sr-Latn`` and ``sr-Cyrl``. ``held`` are the values of
    the field, where they were looked up before.
    """
    value = value.strip()
    if not value:
        return Nothing()
    if field == "kind":
        return Term(field, kind_named(value) or value)
    held = _held(field, readers) if held is None else held
    if field == "language":
        codes = [code for code in held if f"{code.lower()}-".startswith(f"{value.lower()}-")]
        return either([Term(field, code) for code in codes]) if codes else Prefix(field, f"{value}-")
    if value in held:
        return Term(field, value)
    if field == "institution" and (ids := _institutions(value, held)):
        return either([Term(field, one) for one in ids])
    asked = fold(value)
    same = [one for one in held if fold(one) == asked]
    if not same and field in ("institution", "theme", "mechanism", "document"):
        same = [one for one in held if all(part in fold(one).split() for part in asked.split())]
    return either([Term(field, one) for one in same]) if same else Term(field, value)


def _institutions(value: str, held: Iterable[str]) -> list[str]:
    """What is held of the institutions that a name in any language or a place stands for, else a part of a name; names
    of manifests that nobody knows too."""
    named, gazetteer = known().resolve(value), known()
    if found := [one for one in held if one in named]:
        return found
    asked = fold(value).split()
    names = {one: [fold(name) for name in gazetteer.names(one)] for one in held}
    return [one for one in held if any(all(part in name.split() for part in asked) for name in names[one])]


def years(low: str | None, high: str | None) -> Node:
    """Passages of documents of these years; None leaves an end open."""
    return Range("year", int(low) if low else None, int(high) if high else None)


def either(nodes: Sequence[Node]) -> Node:
    """One of the nodes."""
    return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))


def together(nodes: Sequence[Node]) -> Node | None:
    """All of the nodes, None for none."""
    if not nodes:
        return None
    return nodes[0] if len(nodes) == 1 else All(tuple(nodes))
