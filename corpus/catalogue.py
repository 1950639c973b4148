"""Which instruments exist: facts from ``corpus/instruments/*.toml``, one file each; never their text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kb.errors import KBError
from kb.nouns import Instrument

FOLDER = Path(__file__).resolve().parent / "instruments"
NUMBERINGS = ("article", "rule", "principle", "paragraph", "standard", "guideline")
_FIELDS = {
    "id", "names", "aliases", "references", "numbering", "provisions", "body", "adopted", "edition", "address"
}  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?")
_DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_ADVICE = "See corpus/instruments/opcat.toml for the shape of such a file"


class CatalogueError(KBError):
    """A file of the catalogue that cannot be used; ``where`` is the file."""

    kind = "catalogue"


@cache
def instruments() -> tuple[Instrument, ...]:
    """Every instrument that ships with the product, by id. CatalogueError names the file that is wrong."""
    return read_folder(FOLDER)


def read_folder(folder: Path) -> tuple[Instrument, ...]:
    """The instruments of a folder of TOML files, by id; ids are unique, names lead to one text or to its editions."""
    found: dict[str, Instrument] = {}
    for path in sorted(folder.glob("*.toml")):
        one = read_file(path)
        if one.id in found:
            raise CatalogueError(
                f"the id {one.id!r} is taken by another file", where=path.name, advice="Give each an id"
            )
        found[one.id] = one
    _refuse_ambiguous(found.values())
    return tuple(sorted(found.values(), key=lambda one: one.id))


def read_file(path: Path) -> Instrument:
    """One instrument from its TOML file."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"not TOML: {error}", where=path.name, advice=_ADVICE) from error

    def refuse(what: str) -> CatalogueError:
        return CatalogueError(what, where=path.name, advice=_ADVICE)

    if unknown := raw.keys() - _FIELDS:
        raise refuse(f"unknown fields: {', '.join(sorted(unknown))}")
    names, aliases = raw.get("names"), raw.get("aliases", {})
    if not isinstance(names, dict) or not names.get("en"):
        raise refuse("[names] needs at least the English name")
    if not isinstance(aliases, dict):
        raise refuse("[aliases] must be a table of language = list of strings")
    for language in (*names, *aliases):
        if not _LANGUAGE.fullmatch(language):
            raise refuse(f"{language!r} is not a BCP 47 language of this catalogue")
    lists = {**aliases, "references": raw.get("references", [])}
    for key, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise refuse(f"{key} must be a list of strings")
    texts = {key: raw.get(key, "") for key in ("id", "numbering", "body", "adopted", "edition", "address")}
    if wrong := [key for key, value in (texts | names).items() if not isinstance(value, str)]:
        raise refuse(f"{wrong[0]} must be a string")
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", texts["id"]):
        raise refuse("id must be lower-case words joined by hyphens")
    if texts["numbering"] not in NUMBERINGS:
        raise refuse(f"numbering must be one of {', '.join(NUMBERINGS)}")
    if not _DATE.fullmatch(texts["adopted"]):
        raise refuse("adopted must be yyyy, yyyy-mm or yyyy-mm-dd")
    if not texts["address"].startswith("https://"):
        raise refuse("address must be the https address of the issuing body's page")
    provisions = raw.get("provisions")
    if provisions is not None and (not isinstance(provisions, int) or provisions < 1):
        raise refuse("provisions must be a positive number")
    return Instrument(
        names=dict(names),
        aliases={language: tuple(value) for language, value in aliases.items()},
        references=tuple(lists["references"]),
        provisions=provisions,
        **texts,
    )


def _refuse_ambiguous(instruments: Iterable[Instrument]) -> None:
    """One name may lead to several editions of one text, never to two texts."""
    owners: dict[str, Instrument] = {}
    for one in instruments:
        for name in {*one.names.values(), *(alias for some in one.aliases.values() for alias in some)}:
            other = owners.setdefault(name.casefold(), one)
            if _text(other) != _text(one):
                raise CatalogueError(
                    f"the name {name!r} is already that of {other.id}",
                    where=f"{one.id}.toml",
                    advice="Keep the name with the text that people mean by it",
                )


def _text(one: Instrument) -> str:
    return one.id.removesuffix(f"-{one.edition}") if one.edition else one.id
