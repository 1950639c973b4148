"""The page of everything that can be cited: its texts side by side, who cites it, when, and what it cites."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kb.citations.names import known
from kb.citator import GROUPS, Aim, Asking, Page, address_of_path, aim_of, citator, path_of
from kb.citator.answer import PER_PAGE
from kb.citator.printed import printed
from kb.errors import NotHeld, QueryError
from kb.nouns import Document, Passage
from kb.wording import worded
from web.asked import Asked
from web.asking import KNOWN, LANGUAGE
from web.citing_years import timeline
from web.errors import BadRequest
from web.facets import Choice, Facet
from web.i18n import said, speech
from web.pages.box import to
from web.reply import Reply
from web.site import Site
from web.strings import name_of
from web.templating import page

FILTERS = {"role": "role", "kind": "kind", "language": "lang", "state": "state"}
MOST_OFFSET = 100_000
BESIDE = 2  # languages side by side where nobody has chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What an address of this page asks: filters, languages to stand side by side, and what was typed to come here."""

    asking: Asking
    beside: tuple[str, ...]
    typed: str

    def address(self, aim: Aim, *, page: int = 1, **changed: object) -> str:
        """The address with something changed, from the first page on unless one is named."""
        asking = replace(self.asking, **changed)  # type: ignore[arg-type]  # the fields' names are variables
        fields = [("group", asking.group)] if asking.group else []
        fields += [(name, value) for field, name in FILTERS.items() for value in getattr(asking, field)]
        years = (("from", asking.year_from), ("to", asking.year_to))
        fields += [(name, str(year)) for name, year in years if year is not None]
        fields += [("beside", code) for code in self.beside]
        fields += [("page", str(page))] if page > 1 else []
        return path_of(aim.address) + (f"?{urlencode(fields)}" if fields else "")


def read_asks(asked: Asked) -> Asks:
    """The filters of an address; BadRequest where a value can never be right."""
    values = {field: asked.many(name) for field, name in FILTERS.items()}
    for field in ("role", "kind"):
        if wrong := [value for value in values[field] if value not in KNOWN[field]]:
            raise BadRequest(worded("There is no “%(value)s”.", value=wrong[0]), where=FILTERS[field])
    for code in (*values["language"], *asked.many("beside")):
        if not LANGUAGE.fullmatch(code):
            raise BadRequest(worded("“%(value)s” is no language code.", value=code), where="lang")
    group = asked.one("group")
    if group and group not in GROUPS:
        raise BadRequest(worded("There is no “%(value)s”.", value=group), where="group")
    limit = asked.whole("limit", low=1, high=100) or PER_PAGE
    number = asked.whole("page", low=1, high=MOST_OFFSET // limit)
    offset = (number - 1) * limit if number else asked.whole("offset", low=0, high=MOST_OFFSET) or 0
    return Asks(
        asking=Asking(
            group=group,
            speaks=speech().language,
            year_from=asked.whole("from", low=1, high=9999),
            year_to=asked.whole("to", low=1, high=9999),
            limit=limit,
            offset=offset,
            role=values["role"],
            kind=values["kind"],
            language=values["language"],
            state=values["state"],
        ),
        beside=asked.many("beside"),
        typed=asked.one("asked", longest=1_000),
    )


def aimed(site: Site, asked: Asked) -> Aim:
    """What the address aims at; NotHeld where it is the address of nothing."""
    try:
        return aim_of(site.collection, address_of_path(asked.args["target"]))
    except QueryError:
        raise NotHeld(
            worded("There is nothing at this address."), advice=worded("Type the reference into the box.")
        ) from None


def cite(site: Site, asked: Asked) -> Reply:
    """The page at a permanent address; other spellings of the address lead to it."""
    aim = aimed(site, asked)
    asks = read_asks(asked)
    own = path_of(aim.address)
    if address_of_path(asked.args["target"]) != aim.address:
        return to(own, **({"asked": asks.typed} if asks.typed else {}))
    found = citator(site.collection, aim, asks.asking)
    first, rest = side_by_side(found.texts, asks.beside, speech().language)
    size, offset = asks.asking.limit, asks.asking.offset
    number, last = offset // size + 1, max(1, -(-found.total // size))
    return page(
        "citator.html",
        title=spoken(aim.address, aim),
        query=None,
        aim=aim,
        found=found,
        name=spoken(aim.address, aim),
        whole_address=path_of(aim.target) if aim.pinpoint else "",
        whole_name=spoken(aim.target, aim),
        family=family_of(aim),
        asking=asks.asking,
        typed=asks.typed,
        beside=first,
        others=rest,
        chosen_languages=asks.beside,
        groups=[(group, count, asks.address(aim, group=group)) for group, count in found.groups.items()],
        all_groups=asks.address(aim, group=""),
        by_group=[(group, [each for each in found.citing if each.group == group]) for group in found.groups],
        facets=facets_of(found, asks),
        years=timeline(found.years, GROUPS),
        narrowed=any((asks.asking.role, asks.asking.kind, asks.asking.language, asks.asking.state))
        or asks.asking.year_from is not None
        or asks.asking.year_to is not None,
        without_filters=own + (f"?group={asks.asking.group}" if asks.asking.group else ""),
        parts=[(part.address, part) for part in found.parts],
        number=number,
        last=last,
        before=asks.address(aim, page=number - 1) if number > 1 else "",
        after=asks.address(aim, page=number + 1) if number < last else "",
    )


def spoken(address: str, aim: Aim) -> str:
    """An address in words, in the language of the answer."""
    return said(printed(address, language=speech().language, documents=aim.documents))


def side_by_side(
    texts: tuple[tuple[Document, Passage], ...], chosen: tuple[str, ...], language: str
) -> tuple[list[tuple[Document, Passage]], list[tuple[Document, Passage]]]:
    """What stands side by side, and what waits: the languages chosen, else the reader's own and the first other."""

    def of(pair: tuple[Document, Passage]) -> str:
        return pair[1].language or pair[0].language or ""

    wanted = chosen or tuple(dict.fromkeys(filter(None, (language, *map(of, texts)))))
    order = [pair for code in wanted for pair in texts if of(pair) == code or of(pair).split("-")[0] == code]
    if not chosen:
        seen: dict[str, tuple[Document, Passage]] = {}
        for pair in order:
            seen.setdefault(of(pair), pair)
        order = list(seen.values())[:BESIDE]
    once: dict[tuple[str, str], tuple[Document, Passage]] = {}
    for pair in order or texts[:BESIDE]:
        once.setdefault((of(pair), pair[1].text), pair)
    shown = list(once.values())
    return shown, [pair for pair in texts if (of(pair), pair[1].text) not in once]


def family_of(aim: Aim) -> list[tuple[str, str]]:
    """The other editions' pages of the same number, and the page of all: name and path."""
    own = known()
    base = aim.target if aim.target in own.families else (aim.loose[0] if aim.loose else "")
    editions = own.families.get(base, ())
    if not base or editions in ((), (base,)):
        return []
    inside = f"#{aim.pinpoint}" if aim.pinpoint else ""
    names = [(own.instruments[one].edition or one, one) for one in editions if one != aim.target]
    links = [(name, path_of(one + inside)) for name, one in sorted(names)]
    return links + ([("", path_of(base + inside))] if base != aim.target else [])


def facets_of(found: Page, asks: Asks) -> tuple[Facet, ...]:
    """The filters as choices to tick."""
    facets = []
    for field, parameter in FILTERS.items():
        chosen: tuple[str, ...] = getattr(asks.asking, field)
        counts = {**found.facets.get(field, {}), **{v: 0 for v in chosen if v not in found.facets.get(field, {})}}
        choices = tuple(
            Choice(
                value=value,
                name=name_of(value, field),
                count=count,
                chosen=value in chosen,
                address="",  # the form sends them
            )
            for value, count in counts.items()
        )
        if len(choices) > 1 or chosen:
            facets.append(Facet(field=field, name=name_of(field, "field"), parameter=parameter, choices=choices))
    return tuple(facets)
