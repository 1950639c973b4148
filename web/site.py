"""What every handler is given: the collection, and where this server is reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kb.kept import Shelf
from kb.nouns import Access, Role
from kb.register.register import Register
from kb.saved import SavedSearches
from web.asked import Asked
from web.reply import Reply

if TYPE_CHECKING:
    from kb.collection import Collection


@dataclass(frozen=True, kw_only=True)
class Site:
    """A served collection. ``address`` is the root of its permanent addresses, without a slash at the end.

    ``everyone`` is True where readers are not known (clearance public): they are shown no paths of this machine.
    """

    collection: Collection
    address: str
    everyone: bool = False

    @cached_property
    def register(self) -> Register:
        """The register of recommendations; what it remembers serves every page."""
        return Register(self.collection)

    @cached_property
    def findings(self) -> Register:
        """What was found, filed like the recommendations: by place, theme and year."""
        return Register(self.collection, Role.FINDING, filing=self.register.filing)

    @cached_property
    def shelf(self) -> Shelf:
        """The baskets and briefs that people keep."""
        return Shelf(self.collection)

    @cached_property
    def saved(self) -> SavedSearches:
        """The searches that are kept."""
        return SavedSearches(self.collection)

    @cached_property
    def saved_by_everyone(self) -> SavedSearches:
        """The same as everybody may see them: what a feed without a key holds."""
        if self.collection.clearance is Access.PUBLIC:
            return self.saved
        return SavedSearches(type(self.collection)(self.collection.home, Access.PUBLIC))


Handler = Callable[[Site, Asked], Reply]
