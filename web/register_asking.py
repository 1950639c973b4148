"""What part of the register an address asks for, and the address of a part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kb.nouns import Addressee, Progress, Query, Role
from kb.register.snapshot import FIELDS
from kb.wording import worded
from web.asked import Asked
from web.errors import BadRequest
from web.site import Site

PER_PAGE = 25
MAX_PAGE = 4_000
MOST_MATCHING = 2_000  # recommendations that words are looked for in, the best first
PARAMETERS = {field: "lang" if field == "language" else field for field in FIELDS}
_KNOWN = {"status": frozenset(Progress), "addressee": frozenset(Addressee)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the register: values by field, words, and which page of it."""

    wanted: Mapping[str, tuple[str, ...]]
    words: str = ""
    page: int = 1

    @property
    def narrowed(self) -> bool:
        return bool(self.words or any(self.wanted.values()))

    def toggled(self, field: str, value: str) -> Part:
        """The part with a value added, or taken away where it is there."""
        now = self.wanted.get(field, ())
        after = tuple(v for v in now if v != value) if value in now else (*now, value)
        return replace(self, wanted={**self.wanted, field: after}, page=1)

    def address(self, path: str = "/register") -> str:
        """The address that asks for it."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [(PARAMETERS[field], value) for field in FIELDS for value in self.wanted.get(field, ())]
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return path + (f"?{urlencode(pairs)}" if pairs else "")


def read_part(asked: Asked) -> Part:
    """The part an address asks for; BadRequest for a status or an addressee that there is not."""
    wanted = {field: asked.many(name) for field, name in PARAMETERS.items()}
    for field, known in _KNOWN.items():
        for value in wanted[field]:
            if value not in known:
                raise BadRequest(
                    worded("There is no %(field)s “%(value)s”.", field=field, value=value),
                    where=field,
                    advice=worded("There are: %(known)s.", known=", ".join(sorted(known))),
                )
    page = asked.whole("page", low=1, high=MAX_PAGE) or 1
    return Part(wanted=wanted, words=asked.one("q", longest=1_000), page=page)


def within(site: Site, part: Part) -> Iterable[str] | None:
    """The passages that have the words asked for, None where none are; QueryError where they cannot be read."""
    if not part.words:
        return None
    query = Query(text=part.words, role=(Role.RECOMMENDATION.value,), limit=MOST_MATCHING)
    return [f"{hit.document}#{hit.anchor}" for hit in site.collection.search(query).hits]
