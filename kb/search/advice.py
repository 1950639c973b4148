"""What to do next where a search found nothing, or not what it looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kb.engines.protocol import IndexReader
from kb.engines.tree import Node
from kb.languages import query_terms
from kb.search.suggest import spelling

# How many passages the same words have under other filters.
Count = Callable[[Sequence[Node]], int]


def for_nothing(
    asked: Sequence[str], narrow: Mapping[str, Node], readers: Sequence[IndexReader], count: Count
) -> list[str]:
    """Advice on zero hits: filters to drop, words spelt otherwise, what else to try. Counts are of what is visible."""
    advice = _without_filters(narrow, count)
    unknown = [word for word in asked if not _held(word, readers)]
    for word in unknown[:3]:
        near = spelling(word, readers)
        if near:
            advice.append(f"“{word}” is in no passage; did you mean {_listed(near)}?")
        else:
            advice.append(f"“{word}” is in no passage")
    if not advice and len(asked) > 1:
        advice.append("Every word is in the collection, but not like this: leave out a word or the quotation marks")
    if not advice:
        advice.append("Try another form of the word, its beginning with a star (prison*), or another language")
    return advice


def _without_filters(narrow: Mapping[str, Node], count: Count) -> list[str]:
    """Which filter stands in the way, and how many passages are behind it."""
    found: list[tuple[int, str]] = []
    for name in narrow:
        rest = [node for other, node in narrow.items() if other != name]
        if number := count(rest):
            what = "In other languages" if name == "language" else f"Without the filter on {name}"
            found.append((number, f"{what}: {_passages(number)}"))
    if not found and len(narrow) > 1 and (number := count([])):
        found.append((number, f"Without any filter: {_passages(number)}"))
    return [line for _, line in sorted(found, key=lambda item: (-item[0], item[1]))]


def _held(word: str, readers: Sequence[IndexReader]) -> bool:
    terms = query_terms(word, None)
    return any(reader.frequency("folded", term) for reader in readers for term in terms.folded)


def _passages(number: int) -> str:
    return f"{number} passage{'' if number == 1 else 's'}"


def _listed(found: Sequence[str]) -> str:
    return " or ".join(f"“{word}”" for word in found)
