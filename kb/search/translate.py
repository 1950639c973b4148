"""From what was asked to the tree that an engine searches: analysed terms, weights, references, proximity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kb.engines.protocol import IndexReader
from kb.engines.tree import All, AnyOf, Best, Every, Node, Nothing, Phrase, Prefer, Term
from kb.languages import analyse, words
from kb.search import terms, weights
from kb.search.filters import LABELS, label, years
from kb.search.others import Others
from kb.search.references import address, references
from kb.search.syntax import Anything, Between, Both, Either, Near, Pattern, Quoted, Starts, Syntax, Without, Word
from kb.search.terms import Manner


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready to be searched. ``units`` are the bare words, phrases and references that must all match.

    ``filters`` are the ``field:value`` that stood beside them; ``plain`` says that there was nothing else, so that
    fewer of the units may do where no passage has all; ``bare`` that they are words and nothing else. ``loose`` has
    the words of those units that are compounds, ``apart`` those of units that name a concept by several words.
    """

    tree: Node
    filters: dict[str, Node] = field(default_factory=dict)
    units: tuple[Node, ...] = ()
    plain: bool = False
    bare: bool = False
    words: tuple[str, ...] = ()
    loose: Mapping[Node, tuple[Node, ...]] = field(default_factory=dict)
    apart: Mapping[Node, tuple[Node, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Translation:
    """Translates one query; ``readers`` know how values of filters are spelt."""

    readers: Sequence[IndexReader]
    manner: Manner
    others: Others = field(default_factory=Others)
    seen: list[str] = field(default_factory=list)
    loose: dict[Node, tuple[Node, ...]] = field(default_factory=dict)
    apart: dict[Node, tuple[Node, ...]] = field(default_factory=dict)
    made: dict[str, Node] = field(default_factory=dict)

    def typed(self, asked: Syntax) -> Node:
        """What finds the words as they were typed, without any others."""
        return Translation(self.readers, self.manner, made=self.made).plan(asked).tree

    def plan(self, asked: Syntax) -> Plan:
        """The plan of a whole query. Filters beside the words are taken out of the ranking."""
        parts = asked.children if isinstance(asked, Both) else (asked,)
        narrow = [part for part in parts if self._narrows(part)]
        rest = [part for part in parts if not self._narrows(part)]
        filters: dict[str, Node] = {}
        for part in narrow:
            node, name = self.node(part), _name(part)
            filters[name] = All((filters[name], node)) if name in filters else node
        if not rest:
            return Plan(Every(), filters)
        units, without = self._units(rest)
        plain = not without and (len(units) > 1 or any(unit in self.apart for unit in units))
        bare = plain and all(isinstance(part, Word) and not part.field for part in rest)
        tree = self._joined(units, without, rest)
        return Plan(tree, filters, tuple(units), plain, bare, tuple(dict.fromkeys(self.seen)), self.loose, self.apart)

    def node(self, asked: Syntax) -> Node:
        """One part of a query and all below it."""
        match asked:
            case Word(text, name) if name:
                return self._valued(text, name)
            case Quoted(text, slop, name) if name:
                return terms.phrase(text, slop, self.manner, field=name) if name in _TEXT else self._valued(text, name)
            case Starts(text, name) | Pattern(text, name) | Near(text, _, name) if name and name not in _TEXT:
                return self._valued(text.strip("*?"), name)
            case Word(text):
                return self._joined(*self._units([asked]), [asked])
            case Quoted(text, slop):
                self.seen += words(text)
                return terms.phrase(text, slop, self.manner)
            case Starts(text, name):
                return terms.starts(text, self.manner, self.readers, field=name)
            case Pattern(text, name):
                return terms.pattern(text, self.manner, field=name)
            case Near(text, distance, name):
                return terms.near(text, distance, self.manner, field=name)
            case Between(_, low, high):
                return years(low, high)
            case Anything():
                return Every()
            case Both(children):
                return self._joined(*self._units(children), children)
            case Either(children):
                return AnyOf(tuple(self.node(child) for child in children))
            case Without(child):
                return All((Every(),), (self._unwanted(child),))

    def _unwanted(self, part: Syntax) -> Node:
        """What must not match; its words were not looked for, so no advice speaks of them."""
        looked_for, others = list(self.seen), self.others
        self.others = Others()  # who leaves a word out means the word
        node = self.node(part)
        self.seen[:], self.others = looked_for, others
        return node

    def _narrows(self, part: Syntax) -> bool:
        """Whether a part says nothing about words: it only narrows."""
        match part:
            case Word(_, name) | Quoted(_, _, name) | Starts(_, name) | Pattern(_, name) | Near(_, _, name):
                return name in LABELS or name == "year"
            case Between():
                return True
            case Either(children) | Both(children):
                return all(self._narrows(child) for child in children)
            case Without(child):
                return self._narrows(child)
            case _:
                return False

    def _valued(self, text: str, name: str) -> Node:
        if name == "year":
            return years(text, text) if text.isdecimal() and len(text) == 4 else Nothing()
        if name == "ref":
            found = address(text)
            return Term("refs", found) if found else Term("refs", text.lower())
        if name in ("title", "heading"):
            return terms.named(text, name)
        return label(name, text, self.readers)

    def _units(self, parts: Sequence[Syntax]) -> tuple[list[Node], list[Node]]:
        """What must match and what must not. Bare words that make a reference are one unit together."""
        units: list[Node] = []
        without: list[Node] = []
        run: list[str] = []
        for part in parts:
            if isinstance(part, Word) and not part.field:
                run.append(part.text)
                continue
            units += self._run(run)
            run = []
            if isinstance(part, Without):
                without.append(self._unwanted(part.child))
            elif not isinstance(part, Quoted) or part.field or not self._whole(part, parts):
                units.append(self.node(part))
            else:
                units += self._quoted(part)
        units += self._run(run)
        return [unit for unit in units if unit != Nothing()] or ([Nothing()] if not without else []), without

    def _whole(self, part: Quoted, parts: Sequence[Syntax]) -> bool:
        return len(parts) == 1 and part.slop == 0 and not self.manner.exact

    def _quoted(self, part: Quoted) -> list[Node]:
        """A phrase that is a reference stays a phrase; what it names is put first."""
        found = references(part.text.split())
        node = terms.phrase(part.text, part.slop, self.manner)
        self.seen += words(part.text)
        return [Prefer(node, tuple(one.node() for one in found))] if found else [node]

    def _run(self, run: list[str]) -> list[Node]:
        """A run of bare words: each is a unit, but for those that make a reference."""
        if not run:
            return []
        self.seen += [one for text in run for one in words(text)]
        found = [] if self.manner.exact else references(run)
        units: list[Node] = []
        at = 0
        for one in found:
            units += self._words(run[at : one.start])
            said = [self._form(text) for text in run[one.start : one.end]]
            spelt = All(tuple(node for node in said if node != Nothing()) or (Nothing(),))
            units.append(AnyOf((spelt, one.node())))
            at = one.end
        return units + self._words(run[at:])

    def _words(self, run: Sequence[str]) -> list[Node]:
        """Each word is a unit; words that name a concept are one together with the other words for it."""
        units: list[Node] = []
        at = 0
        for start, end, other in self.others.of(run):
            units += [self._word(text) for text in run[at:start]]
            typed = tuple(node for text in run[start:end] if (node := self._form(text)) != Nothing())
            named = Best((typed[0] if len(typed) == 1 else All(typed), *other))
            if len(typed) > 1:
                self.apart[named] = typed
            units.append(named)
            at = end
        return units + [self._word(text) for text in run[at:]]

    def _form(self, text: str) -> Node:
        """A word in all its forms: made once for all that is asked of it."""
        if text not in self.made:
            self.made[text] = terms.word(text, self.manner)
        return self.made[text]

    def _word(self, text: str) -> Node:
        node = self._form(text)
        if parts := terms.parts_of(text, self.manner):
            self.loose[node] = parts
        return node

    def _joined(self, units: Sequence[Node], without: Sequence[Node], parts: Sequence[Syntax]) -> Node:
        if without or len(units) != 1:
            tree: Node = All(tuple(units), tuple(without))
        else:
            tree = units[0]
        near = self._proximity(parts)
        return Prefer(tree, near) if near else tree

    def _proximity(self, parts: Sequence[Syntax]) -> tuple[Node, ...]:
        """Neighbours among the words asked for may stand next to each other: that says more."""
        bare = [part.text for part in parts if isinstance(part, Word) and not part.field]
        kind = "exact" if self.manner.exact else "folded"
        row = [token.exact if self.manner.exact else token.folded for token in analyse(" ".join(bare), None)]
        pairs = list(pairwise(row[: weights.PROXIMITY_WORDS]))
        return tuple(Phrase(kind, pair, weights.PROXIMITY_SLOP, weights.PROXIMITY) for pair in pairs)


_TEXT = ("title", "heading")


def _name(part: Syntax) -> str:
    """What to call a filter that was typed."""
    match part:
        case Without(child):
            return _name(child)
        case Either(children) | Both(children):
            return _name(children[0])
        case Anything():
            return ""
        case _:
            return part.field
