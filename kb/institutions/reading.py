"""A country's institutions from a TOML file: corpus/institutions/kosovo.toml shows the shape."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from kb.errors import KBError
from kb.institutions.words import KINDS
from kb.nouns import Institution

_COMMON = ("state", "source", "note")
_OWN = {"id", "kind", "names", "aliases", "places", "alone", "municipality", "state", "source", "note"}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ID = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)+")
_ADVICE = "See corpus/institutions/kosovo.toml, and docs/institutions.md, for the shape of such a file"


class InstitutionsError(KBError):
    """A file of institutions that cannot be used; ``where`` is the file."""

    kind = "institutions"


def read_file(path: Path) -> tuple[Institution, ...]:
    """The institutions of one file, in its order; InstitutionsError says what is wrong, and of which."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InstitutionsError(f"not TOML: {error}", where=path.name, advice=_ADVICE) from error
    listed = raw.pop("institution", None)
    if not isinstance(listed, list) or not listed or not all(isinstance(one, dict) for one in listed):
        raise _wrong("it holds no [[institution]]", path)
    if unknown := raw.keys() - set(_COMMON):
        raise _wrong(f"unknown fields: {', '.join(sorted(unknown))}", path)
    if not re.fullmatch(r"[A-Z]{3}", str(raw.get("state", ""))):
        raise _wrong("state must be the code of ISO 3166-1 alpha-3 (Kosovo: XKX)", path)
    found = tuple(_institution({"state": raw["state"], "source": raw.get("source", "")} | one, path) for one in listed)
    if twice := [one.id for number, one in enumerate(found) if one.id in {other.id for other in found[:number]}]:
        raise _wrong(f"the id {twice[0]!r} is there twice", path)
    return found


def _wrong(what: str, path: Path) -> InstitutionsError:
    return InstitutionsError(what, where=path.name, advice=_ADVICE)


def _institution(one: dict[str, Any], path: Path) -> Institution:
    name = str(one.get("id", ""))
    if not _ID.fullmatch(name):
        raise _wrong(f"the id {name!r} must be like xk-dubrava: lower-case words joined by hyphens", path)
    if unknown := one.keys() - _OWN:
        raise _wrong(f"{name}: unknown fields: {', '.join(sorted(unknown))}", path)
    if one.get("kind") not in KINDS:
        raise _wrong(f"{name}: kind must be one of {', '.join(KINDS)}", path)
    names = one.get("names")
    if not isinstance(names, dict) or not names or not all(_is_said(value) for value in names.values()):
        raise _wrong(f"{name}: [institution.names] needs a name", path)
    lists = {key: one.get(key, {}) for key in ("aliases", "places")}
    for key, by_language in lists.items():
        if not isinstance(by_language, dict) or not all(
            isinstance(some, list) and all(map(_is_said, some)) for some in by_language.values()
        ):
            raise _wrong(f"{name}: {key} must be a table of language = list of names", path)
    for language in (*names, *lists["aliases"], *lists["places"]):
        if not _LANGUAGE.fullmatch(language):
            raise _wrong(f"{name}: {language!r} is no language without script (sq, sr, en …)", path)
    texts = {key: one.get(key, "") for key in ("state", "municipality", "source", "note")}
    if wrong := [key for key, value in texts.items() if not isinstance(value, str)]:
        raise _wrong(f"{name}: {wrong[0]} must be a string", path)
    if not isinstance(one.get("alone", False), bool):
        raise _wrong(f"{name}: alone is true or false", path)
    return Institution(
        id=name,
        kind=one["kind"],
        names=dict(names),
        aliases={language: tuple(some) for language, some in lists["aliases"].items()},
        places={language: tuple(some) for language, some in lists["places"].items()},
        alone=one.get("alone", False),
        **texts,
    )


def _is_said(value: object) -> bool:
    return isinstance(value, str) and any(letter.isalpha() for letter in value)
