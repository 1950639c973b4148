"""What every handler is given: the collection, and where this server is reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from web.asked import Asked
from web.reply import Reply

if TYPE_CHECKING:
    from kb.collection import Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A served collection. ``address`` is the root of its permanent addresses, without a slash at the end.

    ``everyone`` is True where readers are not known (clearance public): they are shown no paths of this machine.
    """

    collection: Collection
    address: str
    everyone: bool = False


Handler = Callable[[Site, Asked], Reply]
