"""References inside a query: what they are called in the index, so that the passage they name comes first."""

from __future__ import annotations

from dataclasses import dataclass

from kb import citations
from kb.citations.law_names import ANY
from kb.engines.tree import Best, Node, Prefer, Prefix, Term
from kb.search import weights


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch ``[start:end)`` of words that is a reference, and its terms in the index."""

    start: int
    end: int
    named: tuple[str, ...]
    cited: tuple[str, ...] = ()

    def node(self) -> Node:
        """Passages that are what it names, then those that cite it."""
        found: list[Node] = [Term("refs", term, weights.NAMED) for term in self.named]
        for address in self.cited:
            found.append(Term("refs", f"cites:{address}", weights.CITING))
            if "#" not in address:
                found.append(Prefix("refs", f"cites:{address}#", weights.CITING))
        named = found[0] if len(found) == 1 else Best(tuple(found))
        if self.cited:
            return named
        meant = (Term("kind", "instrument", weights.INSTRUMENT), Term("role", "provision", weights.PROVISION))
        return Prefer(named, meant)


def address(text: str) -> str | None:
    """The term for a reference given as a value (``ref:``), None if it is none."""
    whole = citations.parse_reference(text)
    return whole.address if whole is not None else citations.anchor_of(text)


def references(words: list[str]) -> list[Reference]:
    """The references in a run of words, none overlapping: citations of something, and bare labels (``Article 3``)."""
    text = " ".join(words)
    places: list[tuple[int, int]] = []
    at = 0
    for word in words:
        places.append((at, at + len(word)))
        at += len(word) + 1

    def covering(start: int, end: int) -> tuple[int, int]:
        inside = [i for i, (low, high) in enumerate(places) if low < end and high > start]
        return inside[0], inside[-1] + 1

    found: list[Reference] = []
    whole = citations.parse_reference(text)
    if whole is not None and whole.target.startswith(ANY):
        whole = None  # no passage is marked with a law's name: its words are looked for
    cited = [whole] if whole is not None else citations.find(text)
    for citation in cited:
        start, end = covering(citation.start, citation.end)
        addresses = citations.addresses(citation.address)
        found.append(Reference(start, end, addresses, addresses[:1]))
    taken = {i for one in found for i in range(one.start, one.end)}
    for i in range(len(words)):
        if {i, i + 1} & taken or i + 1 >= len(words):
            continue
        anchor = citations.anchor_of(f"{words[i]} {words[i + 1]}")
        if anchor and not words[i][:1].isdigit() and (anchor[0].isalpha() or words[i][0] == "§"):
            found.append(Reference(i, i + 2, (anchor,)))
            taken |= {i, i + 1}
    if len(words) == 1 and not found and (anchor := citations.anchor_of(words[0])):
        found.append(Reference(0, 1, (anchor,)))
    return sorted(found, key=lambda one: one.start)
