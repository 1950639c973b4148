"""The register of recommendations: what is asked of whom, what came of it; many at once can be given a status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kb.errors import KBError
from kb.nouns import Progress, Recommendation
from kb.register.checked import checked
from kb.register.register import Found
from kb.register.snapshot import FIELDS
from kb.wording import worded
from web import concepts
from web.asked import Asked
from web.charts import Bar, stacked
from web.errors import BadRequest, fault_of
from web.facets import MOST, Choice, Facet
from web.i18n import gettext, ngettext, speech
from web.register_asking import MAX_PAGE, PARAMETERS, PER_PAGE, Part, read_part, within
from web.reply import Reply, see_other
from web.site import Site
from web.strings import name_of
from web.templating import page

SHOWN = ("status", "addressee", "theme", "institution", "year", "mechanism", "state", "language")
CHARTED = 12  # themes in a chart; the facet has the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """One recommendation that a person ticked, and the last entry of its history they have seen."""

    key: str
    seen: int


def register(site: Site, asked: Asked) -> Reply:
    """A page of it."""
    written = asked.whole("written", low=0, high=10_000)
    return shown(site, read_part(asked), said=written_text(written) if written is not None else "")


def shown(site: Site, part: Part, *, status: int = 200, **more: Any) -> Reply:
    """The page of a part, with what ``more`` there is to say."""
    found = site.register.find(
        part.wanted,
        within=within(site, part),
        limit=PER_PAGE,
        offset=(part.page - 1) * PER_PAGE,
        language=next(iter(part.wanted.get("language", ())), speech().language),
    )
    last = max(min(-(-found.total // PER_PAGE), MAX_PAGE), 1)
    values = {
        "title": gettext("Recommendations"),
        "query": None,
        "part": part,
        "found": found,
        "facets": facets_of(site, part, found),
        "chips": chips_of(site, part),
        "theme": lambda name: theme_name(site, name),
        "statuses": [each for each in Progress if each.is_said],
        "may_write": not site.everyone,
        "last": last,
        "before": _turned(part, part.page - 1) if part.page > 1 else "",
        "after": _turned(part, part.page + 1) if part.page < last else "",
        "csv": part.address("/register.csv"),
        "xlsx": part.address("/register.xlsx"),
        "brief": brief_of(part),
        "charts": charts_of(site, part, found),
        "fault": None,
        "said": "",
        "refused": (),
        "taken": None,
    }
    return page("register.html", status=status, **(values | more))


def brief_of(part: Part) -> str:
    """The address of a brief for the places and themes of a part."""
    pairs = [(name, value) for name in ("institution", "theme") for value in part.wanted.get(name, ())]
    return "/brief" + (f"?{urlencode(pairs)}" if pairs else "")


def _turned(part: Part, number: int) -> str:
    return Part(wanted=part.wanted, words=part.words, page=number).address()


def theme_name(site: Site, name: str) -> str:
    """A concept's preferred term in the language of the interface; what the thesaurus does not know names itself."""
    return concepts.theme_name(site.collection.thesaurus, name)


def value_name(site: Site, value: str, field: str) -> str:
    """How a value of a field of the register is called in the interface."""
    return theme_name(site, value) if field == "theme" else name_of(value, field)


def facets_of(site: Site, part: Part, found: Found) -> tuple[Facet, ...]:
    """Every field with its choices; a chosen value stays in sight when nothing has it."""
    facets = []
    for field in SHOWN:
        chosen = part.wanted.get(field, ())
        counts = {**dict.fromkeys(chosen, 0), **found.facets[field]}
        order = sorted(counts, key=lambda value: (-counts[value], value))
        if field == "status":
            order = [value for value in Progress if value in counts]
        elif field == "year":
            order = sorted(counts, reverse=True)
        choices = tuple(
            Choice(
                value=value,
                name=value_name(site, value, field),
                count=counts[value],
                chosen=value in chosen,
                address=part.toggled(field, value).address(),
            )
            for value in order[:MOST]
        )
        if choices:
            facets.append(
                Facet(field=field, name=name_of(field, "field"), parameter=PARAMETERS[field], choices=choices)
            )
    return tuple(facets)


def chips_of(site: Site, part: Part) -> list[tuple[str, str, str]]:
    """Field, value and the address without it, for every filter in force."""
    return [
        (name_of(field, "field"), value_name(site, value, field), part.toggled(field, value).address())
        for field in FIELDS
        for value in part.wanted.get(field, ())
    ]


def charts_of(site: Site, part: Part, found: Found) -> list[tuple[str, Any]]:
    """What was found, by year and by theme, each bar divided by status."""
    charts = []
    for field, name in (("year", gettext("By year")), ("theme", gettext("By theme"))):
        values = list(found.facets[field])
        order = sorted(values, reverse=True) if field == "year" else values[:CHARTED]
        counts = site.register.crossed(part.wanted, field, "status", within=within(site, part))
        bars = [
            Bar(
                name=value_name(site, value, field),
                address=part.toggled(field, value).address() if value not in part.wanted.get(field, ()) else "",
                counts=counts.get(value, {}),
            )
            for value in order
        ]
        if len(bars) > 1:
            charts.append((name, stacked(bars, [(each.value, name_of(each, "status")) for each in Progress])))
    return charts


def write(site: Site, asked: Asked) -> Reply:
    """Give all that are ticked one status; those that somebody else has changed meanwhile are named and left."""
    refuse_readers(site)
    sent = asked.sent()
    part = read_part(asked)
    ticked = [_ticked(value) for value in sent.many("ticked", longest=400)]
    if not ticked:
        fault = fault_of(BadRequest(worded("Nothing is ticked."), advice=worded("Tick the recommendations it is for.")))
        return shown(site, part, status=400, fault=fault)
    try:
        entry = checked(
            sent.one("set"),
            on=sent.one("on"),
            evidence=sent.one("evidence", longest=400),
            note=sent.one("note", longest=4_000),
            who=sent.one("who"),
        )
    except KBError as error:
        return shown(site, part, status=400, fault=fault_of(error))
    refused: list[tuple[Recommendation | None, str]] = []
    for each in ticked:
        try:
            site.register.say(each.key, entry, seen=each.seen)
        except KBError as error:
            refused.append((getattr(error, "now", None), error.message))
    written = len(ticked) - len(refused)
    if refused:
        return shown(site, part, status=409, refused=refused, said=written_text(written))
    return see_other(part.address() + ("&" if part.narrowed or part.page > 1 else "?") + f"written={written}")


def written_text(count: int) -> str:
    """How many entries were written, in words."""
    return ngettext("%(num)s entry was written.", "%(num)s entries were written.", count) % {"num": count}


def _ticked(value: str) -> Ticked:
    key, _, seen = value.rpartition("@")
    if not key or not seen.isdigit():
        raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
    return Ticked(key=key, seen=int(seen))


def refuse_readers(site: Site) -> None:
    """BadRequest of kind ``forbidden`` where the readers are not known: they read, and write nothing."""
    if site.everyone:
        raise BadRequest(
            worded("Nothing can be written here."), advice=worded("Ask the keeper of the collection."), kind="forbidden"
        )
