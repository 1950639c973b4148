"""What a browser remembers of its reader, in two cookies: which basket is theirs, and under which name they write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kb.errors import NotHeld
from kb.kept import BASKET, Kept
from web.reply import Reply

if TYPE_CHECKING:
    from web.site import Site

MINE = ("basket", "who")
YEAR = 365 * 24 * 3600
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MyBasket:
    """The basket that passages are put into: its id (0 before it is made), its name, the passages in it that this
    reader may see."""

    id: int
    name: str
    keys: frozenset[str]


class _Holder:
    """The site and the cookies of one request; the basket is looked up where a page first asks for it."""

    def __init__(self, site: Site, cookies: Mapping[str, str]) -> None:
        self.site, self.cookies = site, cookies
        self.found: MyBasket | None = None


_HERE: ContextVar[_Holder | None] = ContextVar("mine", default=None)


@contextmanager
def mine(site: Site, cookies: Mapping[str, str]) -> Iterator[None]:
    """Answer one request with these cookies."""
    token = _HERE.set(_Holder(site, cookies))
    try:
        yield
    finally:
        _HERE.reset(token)


def read_cookies(header: str) -> dict[str, str]:
    """The cookies of ours that a browser sent; one that cannot be read counts as none."""
    try:
        found = SimpleCookie(header)
    except CookieError:
        return {}
    values = {name: unquote(found[name].value, errors="replace").strip() for name in MINE if name in found}
    return {name: value for name, value in values.items() if value.isprintable() and len(value) <= LONGEST_NAME}


def with_cookie(reply: Reply, name: str, value: str, *, secure: bool) -> Reply:
    """The reply, and the browser remembers this for a year."""
    safe = "; Secure" if secure else ""
    reply.headers["Set-Cookie"] = f"{name}={quote(value)}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax{safe}"
    return reply


def basket_of(site: Site, cookies: Mapping[str, str]) -> Kept | None:
    """The basket that was chosen, else the one without a name; None where that is not made yet."""
    chosen = cookies.get("basket", "")
    for which in ([int(chosen)] if chosen.isascii() and chosen.isdigit() else []) + [""]:
        try:
            return site.shelf.one(BASKET, which)
        except NotHeld:
            continue
    return None


def my_basket() -> MyBasket | None:
    """The reader's basket, for the buttons and the menu of every page; None where nothing can be kept."""
    holder = _HERE.get()
    if holder is None or holder.site.everyone:
        return None
    if holder.found is None:
        one = basket_of(holder.site, holder.cookies)
        keys = frozenset(holder.site.shelf.state(one).order) if one else frozenset()
        holder.found = MyBasket(id=one.id if one else 0, name=one.name if one else "", keys=keys)
    return holder.found
