"""The facets of an answer as choices one can tick, and the filters in force as chips one can remove."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.nouns import Answer, Expansion, Query
from kb.thesaurus import Thesaurus
from web.asking import FILTERS, address_of
from web.concepts import concept_name, expansion_name, theme_name
from web.i18n import gettext
from web.strings import name_of

FACETS = ("kind", "role", "language", "institution", "mechanism", "state", "theme")
SHOWN = 8  # choices of one facet before “more”
MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet: how often it is among the matches, and the address with it added or taken away."""

    value: str
    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A field with its choices, the most frequent first; ``parameter`` is the form field's name."""

    field: str
    name: str
    parameter: str
    choices: tuple[Choice, ...]

    @property
    def first(self) -> tuple[Choice, ...]:
        """What is shown at once: the most frequent, and whatever is chosen."""
        return tuple(c for n, c in enumerate(self.choices) if n < SHOWN or c.chosen)

    @property
    def rest(self) -> tuple[Choice, ...]:
        """What waits behind “more”."""
        return tuple(c for n, c in enumerate(self.choices) if n >= SHOWN and not c.chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A filter in force, and the address without it."""

    field: str
    name: str
    address: str


def toggled(query: Query, field: str, value: str) -> Query:
    """The query with the value added to its filter, or taken away if it was there; from its first page."""
    now: tuple[str, ...] = getattr(query, field)
    return _with(query, field, tuple(v for v in now if v != value) if value in now else (*now, value))


def _with(query: Query, field: str, values: tuple[str, ...]) -> Query:
    return replace(query, offset=0, **{field: values})  # type: ignore[arg-type]  # the field's name is a variable


def facets_of(query: Query, answer: Answer, thesaurus: Thesaurus) -> tuple[Facet, ...]:
    """Every facet that has a choice. A chosen value stays in sight with a count of 0 when nothing matches it."""
    facets = []
    for field in FACETS:
        counts = dict(answer.facets.get(field, {}))
        chosen: tuple[str, ...] = getattr(query, field)
        counts.update({value: 0 for value in chosen if value not in counts})
        order = sorted((value for value in counts if value), key=lambda value: (-counts[value], value))[:MOST]
        choices = tuple(
            Choice(
                value=value,
                name=_named(value, field, thesaurus),
                count=counts[value],
                chosen=value in chosen,
                address=address_of(toggled(query, field, value)),
            )
            for value in order
        )
        if choices:
            facets.append(Facet(field=field, name=name_of(field, "field"), parameter=FILTERS[field], choices=choices))
    return tuple(facets)


def years_of(query: Query, answer: Answer) -> tuple[Choice, ...]:
    """The years of the matches, newest first, each as the range of that year alone."""
    counts = {year: n for year, n in answer.facets.get("year", {}).items() if year.isdigit() and int(year) > 0}
    return tuple(
        Choice(
            value=year,
            name=year,
            count=counts[year],
            chosen=query.year_from == query.year_to == int(year),
            address=address_of(replace(query, year_from=int(year), year_to=int(year), offset=0)),
        )
        for year in sorted(counts, key=int, reverse=True)[:MOST]
    )


def chips_of(query: Query, thesaurus: Thesaurus) -> tuple[Chip, ...]:
    """The filters in force, in the order of the facets."""
    chips = [
        Chip(
            field=name_of(field, "field"),
            name=_named(value, field, thesaurus),
            address=address_of(toggled(query, field, value)),
        )
        for field in FILTERS
        for value in getattr(query, field)
    ]
    if query.year_from is not None or query.year_to is not None:
        span = f"{query.year_from or '…'} – {query.year_to or '…'}"
        bare = replace(query, year_from=None, year_to=None, offset=0)
        chips.append(Chip(field=name_of("year", "field"), name=span, address=address_of(bare)))
    for name in query.without:
        rest = tuple(other for other in query.without if other != name)
        back = address_of(replace(query, without=rest, offset=0))
        chips.append(Chip(field=gettext("Without other words for"), name=concept_name(thesaurus, name), address=back))
    if query.exact:
        chips.append(
            Chip(field="", name=gettext("Exact words only"), address=address_of(replace(query, exact=False, offset=0)))
        )
    if not query.fold:
        chips.append(
            Chip(field="", name=gettext("Each copy by itself"), address=address_of(replace(query, fold=True, offset=0)))
        )
    return tuple(chips)


def others_of(query: Query, answer: Answer, thesaurus: Thesaurus) -> tuple[tuple[Expansion, str, str], ...]:
    """What was also searched for, with its name for the reader, and the address that does without it."""
    return tuple(
        (
            each,
            expansion_name(thesaurus, each),
            address_of(replace(query, without=(*query.without, each.id), offset=0)),
        )
        for each in answer.expansions
    )


def _named(value: str, field: str, thesaurus: Thesaurus) -> str:
    return theme_name(thesaurus, value) if field == "theme" else name_of(value, field)
