"""Reading a query with Whoosh's parser, once. No other module of the search knows the library."""

from __future__ import annotations

import functools
import re
from typing import Any

from whoosh.qparser.default import QueryParser
from whoosh.qparser.plugins import (
    FieldsPlugin,
    FuzzyTermPlugin,
    GroupPlugin,
    OperatorsPlugin,
    PhrasePlugin,
    RangePlugin,
    WhitespacePlugin,
    WildcardPlugin,
)
from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, Query
from whoosh.query.ranges import TermRange
from whoosh.query.terms import FuzzyTerm, Prefix, Term, Wildcard
from whoosh.query.wrappers import Not

from kb.errors import QueryError
from kb.languages import words
from kb.search.guard import check, clean
from kb.search.mend import mend
from kb.search.syntax import Anything, Between, Both, Either, Near, Pattern, Quoted, Starts, Syntax, Without, Word
from kb.wording import worded

_HERE = "text"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OPERATORS = frozenset({"AND", "OR", "NOT"})


def parse(text: str) -> Syntax:
    """What was asked. QueryError, with where and why, if it is too much or if nothing in it can be searched for."""
    check(text)
    plain = clean(text)
    if not plain.strip():
        return Anything()
    mended = mend(plain) or " ".join(word.lower() for word in words(plain))  # an operator alone is a word
    if not mended:
        raise QueryError(
            worded("there is no word or number in this query"),
            where="character 1",
            advice=worded('Type a word, a "phrase in quotation marks", or a reference such as Article 3'),
        )
    read = _bare(mended) or _read(_parser().parse(mended, normalize=False))
    if read is None:
        raise QueryError(
            worded("nothing can be made of this query"),
            where="character 1",
            advice=worded("Type words, without signs"),
        )
    return read


def _bare(mended: str) -> Syntax | None:
    """Words and nothing else, as most questions are: what the parser would make of them, sooner."""
    pieces = mended.split(" ")
    if not all(map(_WORD.fullmatch, pieces)) or not _OPERATORS.isdisjoint(pieces):
        return None
    found = tuple(map(Word, pieces))
    return Both(found) if len(found) > 1 else found[0]


@functools.lru_cache(maxsize=1)
def _parser() -> QueryParser:
    """Whoosh's query language without what only confuses people here: boosts, ANDNOT, REQUIRE, single quotes."""
    operators = OperatorsPlugin(AndNot=None, AndMaybe=None, Require=None)  # type: ignore[no-untyped-call]  # untyped there
    plugins: list[Any] = [
        WhitespacePlugin,
        GroupPlugin,
        operators,
        FieldsPlugin,
        PhrasePlugin,
        RangePlugin,
        WildcardPlugin,
        FuzzyTermPlugin,
    ]
    return QueryParser(_HERE, None, plugins=plugins)


def _read(found: Query) -> Syntax | None:
    name = getattr(found, "fieldname", None)
    field = "" if name in (None, _HERE) else str(name)
    match found:
        case And() | Or():
            children = tuple(child for one in found.subqueries if (child := _read(one)) is not None)
            if isinstance(found, And):  # brackets in a sentence part nothing: a (b c) is a b c
                children = tuple(
                    each for one in children for each in (one.children if isinstance(one, Both) else (one,))
                )
            if len(children) < 2:
                return children[0] if children else None
            return Both(children) if isinstance(found, And) else Either(children)
        case Not():
            child = _read(found.query)
            return Without(child) if child is not None else None
        case Phrase():
            return Quoted(" ".join(found.words), max(found.slop - 1, 0), field)
        case Prefix():
            return Starts(found.text, field)
        case FuzzyTerm():
            return Near(found.text, found.maxdist, field)
        case Wildcard():
            return Anything() if found.text == "*" else Pattern(found.text, field)
        case TermRange():
            return Between(field, found.start or None, found.end or None)
        case Every():
            return Anything()
        case Term():
            return Word(str(found.text), field)
        case _:
            return None
