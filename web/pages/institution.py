"""A place of detention: when it was visited, what was found there, what is still open, and the documents about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kb.errors import NotHeld
from kb.institutions import known
from kb.institutions.visits import Told, told
from kb.languages.preferring import name_in
from kb.nouns import Document, Institution, Passage, Progress
from kb.register.introducing import introduces
from kb.register.register import OPEN, Found, Register
from kb.store import institutions as stored
from kb.wording import worded
from web.asked import Asked
from web.charts import Bar, Drawn, stacked
from web.i18n import N_, gettext, speech
from web.pages.register import theme_name
from web.register_asking import Part
from web.reply import Reply
from web.site import Site
from web.strings import name_of
from web.templating import page
from web.timeline import Timeline, timeline

MOST_THEMES = 15
MOST_DOCUMENTS = 100
LATEST = 5
LOOKED_AT = 40  # findings, of which the first that tell of the place are shown
INVENTED = N_("invented")  # the source of the samples' places


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Counts of findings: a row for each theme, a column for each year, newest first; with the address of each cell."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...]  # theme, its name, the counts, their sum


def institutions(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """Those that the collection speaks of, the most first; apart from them the others that are known, by State."""
    recommended, found = site.register.snapshot(), site.findings.snapshot()
    counts = {
        one.id: (
            found.having["institution"].get(one.id, 0).bit_count(),
            recommended.having["institution"].get(one.id, 0).bit_count(),
            recommended.chosen({"institution": [one.id], "status": OPEN}).bit_count(),
        )
        for one in known()
    }
    with site.collection.store.read() as connection:
        named = stored.counts(connection, site.collection.clearance)
    listed = [(one, name_of(one.id, "institution")) for one in known()]
    listed.sort(key=lambda each: (-sum(counts[each[0].id]), each[0].state, each[1]))
    return page(
        "institutions.html",
        title=gettext("Places of detention"),
        query=None,
        spoken_of=[each for each in listed if each[0].id in named or any(counts[each[0].id])],
        others=[each for each in listed if each[0].id not in named and not any(counts[each[0].id])],
        counts=counts,
    )


def institution(site: Site, asked: Asked) -> Reply:
    """Its page; NotHeld for an id that nobody knows."""
    one = known().by_id.get(asked.args["institution"])
    if one is None:
        raise NotHeld(worded("no institution “%(id)s” is known", id=asked.args["institution"]))
    wanted: dict[str, tuple[str, ...]] = {"institution": (one.id,)}
    visits = [visit for visit in told(site.collection.store, site.collection.clearance) if one.id in visit.institutions]
    latest = telling_first(site.findings.find(wanted, limit=LOOKED_AT, language=speech().language))
    asked_for = site.register.find({**wanted, "status": OPEN}, limit=LATEST, language=speech().language)
    return page(
        "institution.html",
        title=name_of(one.id, "institution"),
        query=None,
        one=one,
        names=names_of(one),
        municipality=municipality_of(one),
        source=gettext(one.source) if one.source == INVENTED else one.source,
        visits=[(visit, tellers(site, visit)) for visit in visits],
        line=visit_line(visits),
        grid=grid_of(site, wanted),
        findings=latest,
        open=asked_for,
        addressees=by_addressee(site.register, wanted),
        documents=about(site, one)[:MOST_DOCUMENTS],
        register=Part(wanted=wanted).address(),
        register_open=Part(wanted={**wanted, "status": OPEN}).address(),
    )


def telling_first(found: Found) -> Found:
    """The latest of them, those that introduce a report after those that tell of the place."""
    items = sorted(found.items, key=lambda each: introduces(each.passage.heading))
    return replace(found, items=tuple(items[:LATEST]))


def municipality_of(one: Institution) -> str:
    """Its municipality, for readers of Serbian by its Serbian name where that is known."""
    serbian = one.places.get("sr", ())
    if speech().language.startswith("sr"):
        for places in one.places.values():
            at = places.index(one.municipality) if one.municipality in places else len(serbian)
            if at < len(serbian):
                return name_in({"sr": serbian[at]}, speech().language) or one.municipality
    return one.municipality


def names_of(one: Institution) -> list[tuple[str, str]]:
    """Language and name, of every name that differs from the one shown."""
    shown = name_of(one.id, "institution")
    pairs = [*one.names.items(), *((code, name) for code, names in one.aliases.items() for name in names)]
    return [(code, name) for code, name in pairs if name != shown]


def tellers(site: Site, visit: Told) -> list[tuple[Document, Passage]]:
    """The passages that tell of a visit, with their documents."""
    found = []
    for place in visit.places:
        document, _, anchor = place.partition("#")
        try:
            found.append((site.collection.document(document), site.collection.passage(document, anchor)))
        except NotHeld:
            continue
    return found


def visit_line(visits: list[Told]) -> Timeline | None:
    """The visits on a line of years; None where there are fewer than two."""
    return timeline([(visit.begins, visit.mechanism or "") for visit in visits]) if len(visits) > 1 else None


def grid_of(site: Site, wanted: dict[str, tuple[str, ...]]) -> Grid | None:
    """Findings by theme and year; None where there are none."""
    crossed = site.findings.crossed(wanted, "theme", "year")
    sums = {theme: sum(counts.values()) for theme, counts in crossed.items()}
    themes = sorted((theme for theme in sums if sums[theme]), key=lambda theme: (-sums[theme], theme))[:MOST_THEMES]
    years = sorted({year for theme in themes for year in crossed[theme]}, reverse=True)
    rows = tuple(
        (theme, theme_name(site, theme), tuple(crossed[theme].get(year, 0) for year in years), sums[theme])
        for theme in themes
    )
    return Grid(years=tuple(years), rows=rows) if rows else None


def by_addressee(register: Register, wanted: dict[str, Any]) -> Drawn | None:
    """The recommendations by addressee, divided by status; None where there are none."""
    crossed = register.crossed(wanted, "addressee", "status")
    order = sorted((a for a in crossed if crossed[a]), key=lambda a: (-sum(crossed[a].values()), a))
    bars = [
        Bar(
            name=name_of(addressee, "addressee"),
            counts=crossed[addressee],
            address=Part(wanted={**wanted, "addressee": (addressee,)}).address(),
        )
        for addressee in order
    ]
    return stacked(bars, [(each.value, name_of(each, "status")) for each in Progress]) if bars else None


def about(site: Site, one: Institution) -> list[Document]:
    """The readable documents whose manifest or title names it, newest first."""
    with site.collection.store.read() as connection:
        titled = stored.titled(connection, one.id)
    gazetteer = known()
    held = [
        document
        for document in site.collection.documents()
        if document.id in titled or any(one.id in gazetteer.resolve(name) for name in document.institutions)
    ]
    return sorted(held, key=lambda document: (document.date or "", document.title), reverse=True)
