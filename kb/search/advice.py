"""What to do next where a search found nothing, or not what it looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kb.citations.law_names import ANY
from kb.citations.resolve import EDITION_UNKNOWN, NO_PARAGRAPH, NOT_HELD
from kb.engines.protocol import IndexReader
from kb.engines.tree import Node
from kb.languages import query_terms
from kb.nouns import Link
from kb.search.fields import field_word
from kb.search.suggest import spelling
from kb.wording import counted, worded

_MOST_MISSING = 2

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
            advice.append(worded("“%(word)s” is in no passage; did you mean %(near)s?", word=word, near=_listed(near)))
        else:
            advice.append(worded("“%(word)s” is in no passage", word=word))
    if not advice and len(asked) > 1:
        advice.append(
            worded("Every word is in the collection, but not like this: leave out a word or the quotation marks")
        )
    if not advice:
        advice.append(worded("Try another form of the word, its beginning with a star (prison*), or another language"))
    return advice


def spelt(words: Mapping[str, str]) -> list[str]:
    """What to say of words that were taken for others."""
    return [
        worded("“%(word)s” is in no passage; did you mean %(near)s?", word=word, near=_listed([other]))
        for word, other in words.items()
    ]


def no_such_law(name: str) -> str:
    """What to say where no held law has the name: the name of its State, or its number, would help."""
    return worded(
        "No law of the name “%(name)s” is held: name its State too (of Kosovo, Srbije), or give its number or gazette",
        name=name,
    )


def missing(links: Sequence[Link]) -> list[str]:
    """What to say of references that are understood and lead nowhere."""
    advice: list[str] = []
    for link in links[:_MOST_MISSING]:
        reference = link.citation.text
        if link.why == NOT_HELD and link.citation.target.startswith(ANY):
            name = link.citation.target.removeprefix(ANY).replace("-", " ").capitalize()
            advice.append(no_such_law(name))
        elif link.why == NOT_HELD:
            advice.append(
                worded(
                    "“%(reference)s” is not in the collection: add that text, and this question leads to it",
                    reference=reference,
                )
            )
        elif link.why == NO_PARAGRAPH:
            advice.append(
                worded("“%(reference)s”: the text is in the collection, and has no such number", reference=reference)
            )
        elif link.why == EDITION_UNKNOWN:
            advice.append(worded("“%(reference)s”: add the year, for editions differ", reference=reference))
        elif link.why:
            advice.append(worded("“%(reference)s” may be several texts that are held", reference=reference))
    return advice


def _without_filters(narrow: Mapping[str, Node], count: Count) -> list[str]:
    """Which filter stands in the way, and how many passages are behind it."""
    found: list[tuple[int, str]] = []
    for name in narrow:
        rest = [node for other, node in narrow.items() if other != name]
        if number := count(rest):
            found.append((number, _without(name, number)))
    if not found and len(narrow) > 1 and (number := count([])):
        said = counted("Without any filter: %(num)s passage", "Without any filter: %(num)s passages", number)
        found.append((number, said))
    return [line for _, line in sorted(found, key=lambda item: (-item[0], item[1]))]


def _held(word: str, readers: Sequence[IndexReader]) -> bool:
    terms = query_terms(word, None)
    return any(reader.frequency("folded", term) for reader in readers for term in terms.folded)


def _without(name: str, number: int) -> str:
    if name == "language":
        return counted("In other languages: %(num)s passage", "In other languages: %(num)s passages", number)
    return counted(
        "Without the filter on %(field)s: %(num)s passage",
        "Without the filter on %(field)s: %(num)s passages",
        number,
        field=field_word(name),
    )


def _listed(found: Sequence[str]) -> str:
    said = worded("“%(word)s”", word=found[0])
    for word in found[1:]:
        said = worded("%(before)s or “%(word)s”", before=said, word=word)
    return said
