"""One run: what is not here yet is fetched, and a document that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.fetch.errors import FetchError
from indexer.fetch.http import Web
from indexer.fetch.item import Item
from indexer.fetch.keeping import Keeping

_STOPS = ("busy", "unreachable")  # the server needs rest: not the next document either


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of one item: ``outcome`` is fetched, held or failed."""

    item: Item
    outcome: str
    path: Path | None = None
    error: FetchError | None = None


def fetch_all(items: Iterable[Item], web: Web, keeping: Keeping, *, again: bool = False) -> Iterator[Fetched]:
    """Each item in turn. FetchError where the list of them cannot be had, or the server needs rest.

    ``again`` asks for what is here too, on condition that it has changed. A document whose sections were fetched in
    part before an interruption goes on from there: sections that are kept are not asked for again.
    """
    for item in items:
        held = keeping.held(item)
        if held and not again:
            yield Fetched(item=item, outcome="held", path=held)
            continue
        try:
            answers = [(None if again else keeping.known(at)) or web.get(at) for at in item.addresses]
            for answer in answers:
                if not answer.body.strip():
                    raise FetchError("is empty", where=answer.address, advice="Look at it in a browser", kind="shape")
            path = keeping.put(item, answers)
        except FetchError as error:
            if error.kind in _STOPS:
                raise
            yield Fetched(item=item, outcome="failed", error=error)
        else:
            yield Fetched(item=item, outcome="fetched", path=path)
