"""What the keeper of a collection says of its files: ``kb.toml`` or ``kb.csv`` in a folder.

Settings hold for the folder and everything below it; the nearest manifest wins, and in it a file's own table wins over
the defaults. Folders above the one that is indexed count too: an access level must not depend on where one starts.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Container
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from indexer.limits import Limits, changed
from kb.errors import KBError
from kb.nouns import Access, Kind

TOML, CSV = "kb.toml", "kb.csv"


class ManifestError(KBError):
    """A manifest that cannot be read: nothing below it is indexed, because its access levels are unknown."""

    kind = "manifest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a manifest says of one file; None or () where it says nothing."""

    title: str | None = None
    kind: Kind | None = None
    date: str | None = None
    reference: str | None = None
    institutions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    mechanism: str | None = None
    state: str | None = None
    language: str | None = None
    access: Access | None = None
    work: str | None = None
    source_url: str | None = None
    password: str | None = None  # opens an encrypted original
    named: bool = False  # the access level is said of this very file, not of the folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One folder's manifest: ``defaults``, ``files`` by relative path, ``exclude`` as globs, ``limits`` by name."""

    folder: Path
    defaults: dict[str, Any] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    limits: dict[str, Any] = field(default_factory=dict)


_NAMES = {each.name for each in fields(Settings)} - {"named"}
_SINGULAR = {"institution": "institutions", "theme": "themes"}


def _clean(values: dict[str, Any], where: str) -> dict[str, Any]:
    """The values by the names of Settings, typed; ManifestError for a name or a value that is not known."""
    clean: dict[str, Any] = {}
    for given, value in values.items():
        name = _SINGULAR.get(given, given)
        if name not in _NAMES:
            raise ManifestError(
                f"{given!r} is not a setting", where=where, advice=f"Known: {', '.join(sorted(_NAMES))}"
            )
        if value in ("", []):
            continue
        try:
            clean[name] = _typed(name, value)
        except ValueError as error:
            raise ManifestError(
                f"{given} = {value!r}: {error}", where=where, advice="Correct it and run again"
            ) from None
    return clean


def _typed(name: str, value: Any) -> Any:
    if name in ("access", "kind"):
        known: type[Access] | type[Kind] = Access if name == "access" else Kind
        if str(value) not in [each.value for each in known]:
            raise ValueError(f"it is one of {', '.join(known)}")
        return known(str(value))
    if name in ("institutions", "themes"):
        listed = [value] if isinstance(value, str) else list(value)
        return tuple(str(each) for each in listed)
    if name == "date":
        text = str(value)
        digits = text.replace("-", "")
        if not (digits.isdigit() and len(text) in (4, 7, 10)):
            raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
        return text
    return str(value)


def _read_toml(path: Path) -> Manifest:
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(f"cannot be read ({error})", where=str(path), advice="Correct it and run again") from error
    unknown = set(raw) - {"defaults", "files", "exclude", "limits"}
    if unknown:
        raise ManifestError(
            f"unknown table {sorted(unknown)[0]!r}",
            where=str(path),
            advice='A manifest has exclude, [defaults], [limits] and [files."name.pdf"]',
        )
    files = {name: _clean(values, f"{path}, {name}") for name, values in raw.get("files", {}).items()}
    limits = raw.get("limits", {})
    try:
        changed(limits, Limits())
    except ValueError as error:
        raise ManifestError(str(error), where=f"{path}, limits", advice="Correct it and run again") from None
    return Manifest(
        folder=path.parent,
        defaults=_clean(raw.get("defaults", {}), str(path)),
        files=files,
        exclude=tuple(raw.get("exclude", ())),
        limits=limits,
    )


def _read_csv(path: Path) -> Manifest:
    files: dict[str, dict[str, Any]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            # Spreadsheets separate by semicolons where the comma is the decimal sign.
            separator = ";" if head.count(";") > head.count(",") else ","
            for number, row in enumerate(csv.DictReader(file, delimiter=separator), start=2):
                where = f"{path}, line {number}"
                name = row.pop("file", None)
                if not name:
                    raise ManifestError("no column 'file'", where=where, advice="Each row names its file")
                values: dict[str, Any] = {key: value for key, value in row.items() if key and value}
                for listed in ("institution", "institutions", "theme", "themes"):
                    if listed in values:
                        values[listed] = [part.strip() for part in re.split("[;|]", values[listed])]
                files[name] = _clean(values, where)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"cannot be read ({error})", where=str(path), advice="Save it as CSV in UTF-8") from error
    return Manifest(folder=path.parent, files=files)


# What is said of an archive or a message holds for what is in it; its title, date and symbol are its own.
_INHERITED = frozenset({"access", "password", "institutions", "themes", "mechanism", "state", "language"})


def _own(manifest: Manifest, name: str) -> dict[str, Any]:
    """What a manifest says of one file by name, and of the containers around it (``archive.zip!/report.pdf``)."""
    parts = name.split("!/")
    said: dict[str, Any] = {}
    for depth in range(1, len(parts)):
        around = manifest.files.get("!/".join(parts[:depth]), {})
        said |= {setting: value for setting, value in around.items() if setting in _INHERITED}
    return said | manifest.files.get(name, {})


class Manifests:
    """The manifests that concern a run, each read once."""

    def __init__(self) -> None:
        self._in = cache(self._load)
        self._seen: list[Manifest] = []

    def _load(self, folder: Path) -> tuple[Manifest, ...]:
        readers = ((TOML, _read_toml), (CSV, _read_csv))
        found = tuple(read(folder / name) for name, read in readers if (folder / name).is_file())
        self._seen += found
        return found

    def _chain(self, path: Path) -> list[Manifest]:
        return [manifest for folder in reversed(path.parents) for manifest in self._in(folder)]

    def settings(self, path: Path) -> Settings:
        """What the manifests say of a file (absolute path); ManifestError."""
        merged: dict[str, Any] = {}
        for manifest in self._chain(path):
            own = _own(manifest, path.relative_to(manifest.folder).as_posix())
            merged |= manifest.defaults | own
            if "access" in own or "access" in manifest.defaults:
                merged["named"] = "access" in own
        return Settings(**merged)

    def limits(self, path: Path, base: Limits) -> Limits:
        """What a file may cost: ``base``, but for what the manifests say; ManifestError."""
        for manifest in self._chain(path):
            base = changed(manifest.limits, base)
        return base

    def astray(self, found: Container[str] = ()) -> list[str]:
        """What the manifests read so far say of files that are not there: a slip of the pen may leave one open.

        ``found`` are the sources of this run, where members of archives are looked for.
        """
        return [
            f"{manifest.folder}: the manifest names {name!r}, and there is no such file"
            for manifest in self._seen
            for name in manifest.files
            if not (manifest.folder / name).exists() and str(manifest.folder / name) not in found
        ]

    def excluded(self, path: Path) -> bool:
        """Whether a manifest leaves the file out."""
        return any(
            fnmatch(path.relative_to(manifest.folder).as_posix(), glob)
            for manifest in self._chain(path)
            for glob in manifest.exclude
        )
