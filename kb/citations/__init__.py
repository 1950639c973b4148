"""References in running text: found, made canonical, and led to what is held."""

from kb.citations.context import context_of
from kb.citations.find import GRAMMARS, Thread, find
from kb.citations.grammar import Grammar
from kb.citations.parse import parse_reference
from kb.citations.plain import canonical
from kb.citations.resolve import resolve
from kb.citations.targets import addresses, ecli_of, references, targets
from kb.citations.use import use_instruments
from kb.citations.words import anchor_of

__all__ = [
    "GRAMMARS",
    "Grammar",
    "Thread",
    "addresses",
    "anchor_of",
    "canonical",
    "context_of",
    "ecli_of",
    "find",
    "parse_reference",
    "references",
    "resolve",
    "targets",
    "use_instruments",
]
