"""A theme: what the standards say of it, what was found where, what was recommended, what the courts said."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from kb.citator.address import path_of
from kb.citator.aim import aim_of
from kb.citator.printed import printed
from kb.citator.texts import texts_of
from kb.errors import KBError, NotHeld, QueryError
from kb.nouns import Concept, Document, Hit, Kind, Passage, Progress, Query
from kb.register.register import OPEN
from kb.wording import worded
from web.asked import Asked
from web.asking import address_of
from web.charts import Bar, Drawn, stacked
from web.i18n import gettext, speech
from web.pages.register import theme_name
from web.register_asking import Part
from web.reply import Reply
from web.site import Site
from web.strings import name_of
from web.templating import page

MOST_PLACES = 15
CASES = 5
LATEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A provision about the theme: how it is called, its page, and its text where it is held."""

    name: str
    address: str
    text: tuple[Document, Passage] | None


def themes(site: Site, asked: Asked) -> Reply:  # noqa: ARG001 - every handler is called alike
    """The themes that findings and recommendations have, the most of them first."""
    found, recommended = site.findings.snapshot(), site.register.snapshot()
    ids = {*found.having["theme"], *recommended.having["theme"]}
    counts = {
        one: (
            found.having["theme"].get(one, 0).bit_count(),
            recommended.having["theme"].get(one, 0).bit_count(),
        )
        for one in ids
    }
    order = sorted(ids, key=lambda one: (-sum(counts[one]), theme_name(site, one)))
    return page(
        "themes.html",
        title=gettext("Themes"),
        query=None,
        themes=[(one, theme_name(site, one), *counts[one]) for one in order],
    )


def theme(site: Site, asked: Asked) -> Reply:
    """Its page; NotHeld for what is no concept of the thesaurus."""
    concept = site.collection.thesaurus.concepts.get(asked.args["theme"])
    if concept is None:
        raise NotHeld(worded("no theme “%(id)s” is known", id=asked.args["theme"]))
    wanted: dict[str, tuple[str, ...]] = {"theme": (concept.id,)}
    language = speech().language
    return page(
        "theme.html",
        title=theme_name(site, concept.id),
        query=None,
        concept=concept,
        name=theme_name(site, concept.id),
        kin=kin_of(site, concept),
        standards=standards_of(site, concept),
        findings=site.findings.find(wanted, limit=LATEST, language=language),
        open=site.register.find({**wanted, "status": OPEN}, limit=LATEST, language=language),
        places=places_of(site, wanted),
        years=years_of(site, wanted),
        cases=cases_of(site, concept),
        more_cases=address_of(Query(text=_words(concept), kind=(Kind.JUDGMENT.value,), fold=True)),
        register=Part(wanted=wanted).address(),
    )


def kin_of(site: Site, concept: Concept) -> list[tuple[str, str]]:
    """The broader concept, the narrower ones and the related, each with its name."""
    known = site.collection.thesaurus.concepts
    narrower = sorted(each.id for each in known.values() if each.broader == concept.id)
    ids = dict.fromkeys((*filter(None, [concept.broader]), *narrower, *concept.related))
    return [(one, theme_name(site, one)) for one in ids if one in known]


def standards_of(site: Site, concept: Concept) -> list[Standard]:
    """The provisions about a concept; a section of the CPT's reports (``cpt:discipline``) is none, and an address of an
    imported thesaurus that no catalogue knows is left out."""
    found = []
    for address in concept.standards:
        if ":" not in address:
            with contextlib.suppress(QueryError):
                found.append(standard(site, address))
    return found


def standard(site: Site, address: str) -> Standard:
    """A provision with its text in the language of the interface, else in the first that is held."""
    aim, language = aim_of(site.collection, address), speech().language
    with site.collection.store.read() as connection:
        texts = texts_of(connection, site.collection, aim)
    own = next((pair for pair in texts if pair[1].language == language), texts[0] if texts else None)
    name = printed(address, language=language, documents=aim.documents)
    return Standard(name=name, address=path_of(address), text=own)


def places_of(site: Site, wanted: dict[str, tuple[str, ...]]) -> Drawn | None:
    """Findings by place; None where there are none."""
    crossed = site.findings.crossed(wanted, "institution", "status")
    order = sorted((place for place in crossed if crossed[place]), key=lambda p: (-sum(crossed[p].values()), p))
    bars = [
        Bar(name=name_of(place, "institution"), counts={"found": sum(crossed[place].values())}, address=_place(place))
        for place in order[:MOST_PLACES]
    ]
    return stacked(bars, [("found", gettext("Findings"))]) if bars else None


def _place(place: str) -> str:
    return f"/institution/{place}" if name_of(place, "institution") != place else ""


def years_of(site: Site, wanted: dict[str, tuple[str, ...]]) -> Drawn | None:
    """Recommendations by year, divided by status; None where there are none."""
    crossed = site.register.crossed(wanted, "year", "status")
    bars = [
        Bar(name=year, counts=crossed[year], address=Part(wanted={**wanted, "year": (year,)}).address())
        for year in sorted(crossed, reverse=True)
        if crossed[year]
    ]
    return stacked(bars, [(each.value, name_of(each, "status")) for each in Progress]) if bars else None


def cases_of(site: Site, concept: Concept) -> tuple[Hit, ...]:
    """The paragraphs of judgments that speak of it most, in whatever language."""
    try:
        query = Query(text=_words(concept), kind=(Kind.JUDGMENT.value,), limit=CASES, group=True)
        return site.collection.search(query).hits
    except KBError:
        return ()


def _words(concept: Concept) -> str:
    return f'"{concept.name("en")}"' if " " in concept.name("en") else concept.name("en")
