"""Which places of detention ship with the product: facts from ``corpus/institutions/*.toml``, one file a country."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kb.institutions import InstitutionsError, read_file
from kb.nouns import Institution

FOLDER = Path(__file__).resolve().parent / "institutions"


@cache
def institutions() -> tuple[Institution, ...]:
    """Every place that ships with the product, by id. InstitutionsError names the file that is wrong."""
    found: dict[str, Institution] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for one in read_file(path):
            if one.id in found:
                raise InstitutionsError(
                    f"the id {one.id!r} is taken by another file", where=path.name, advice="Give each an id"
                )
            found[one.id] = one
    return tuple(found[name] for name in sorted(found))
