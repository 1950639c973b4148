"""``kb institutions``: the places of detention that the collection knows, and how to add a country's."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.index.repair import catch_up
from kb.institutions import known, read_file
from kb.institutions.keeping import SHIPPED, keep_institutions, remove
from kb.nouns import Institution
from kb.store import Store, institutions


def _shape(one: Institution, origin: str, found: dict[str, int]) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "state": one.state,
        "municipality": one.municipality,
        "names": one.names,
        "aliases": {language: list(some) for language, some in one.aliases.items()},
        "places": {language: list(some) for language, some in one.places.items()},
        "source": one.source,
        "note": one.note,
        "origin": origin,
        "documents": found.get("documents", 0),
        "passages": found.get("passages", 0),
    }


@click.group("institutions", invoke_without_command=True)
@click.option("--named", is_flag=True, help="Only those that a document of the collection names.")
@click.option("--all", "every", is_flag=True, help="Those too that no document names (--json always gives all).")
@json_option
@home_option
@click.pass_context
def institutions_(ctx: click.Context, named: bool, every: bool, as_json: bool) -> None:
    """List the places of detention that are known, with how often each is named (with --json one object per line).

    Those that documents name come first; the others are only counted, unless no document names any.
    """
    if ctx.invoked_subcommand:
        return
    collection = ctx.obj.collection()
    with collection.store.read() as connection:
        origins = institutions.origins(connection)
        counts = institutions.counts(connection, collection.clearance)
    spoken_of = sorted((one for one in known() if one.id in counts), key=lambda one: -counts[one.id]["passages"])
    others = [] if named else [one for one in known() if one.id not in counts]
    left_out = len(others) if spoken_of and not every and not as_json else 0
    for one in (*spoken_of, *([] if left_out else others)):
        found = counts.get(one.id, {})
        if as_json:
            emit(_shape(one, origins.get(one.id, SHIPPED), found))
            continue
        click.secho(one.id, bold=True, nl=False)
        click.echo(f"  {one.kind}, {one.municipality or one.state}", nl=False)
        click.echo(f"  ({found['passages']} passages in {found['documents']} documents)" if found else "")
        for language, name in one.names.items():
            click.echo(f"  {language:>3}  {name}")
    if left_out:
        click.echo(f"{left_out} more are known and named in no document: kb institutions --all", err=True)


@institutions_.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@home_option
@click.pass_obj
def import_(context: Context, file: Path) -> None:
    """Add the places of FILE (TOML; docs/institutions.md shows the shape) and look for them in every passage."""
    if file.suffix.lower() != ".toml":
        raise click.UsageError(f"{file}: a file of institutions ends in .toml")
    if file.stem == SHIPPED:
        raise click.UsageError(f"{file}: give it another name; “{SHIPPED}” stands for those of the program")
    listed = read_file(file)
    home = context.collection().home
    home.institutions.mkdir(exist_ok=True, mode=0o700)
    target = home.institutions / f"{file.stem}.toml"
    with home.writing():
        if target != file.absolute():
            shutil.copyfile(file, target)
        _find_again(context)
    click.echo(f"{len(listed)} institutions of “{file.stem}” are known from now on")


@institutions_.command("remove")
@click.argument("name")
@home_option
@click.pass_obj
def remove_(context: Context, name: str) -> None:
    """Forget the institutions that were imported under NAME (its file's name without .toml)."""
    home = context.collection().home
    with home.writing():
        (home.institutions / f"{Path(name).name}.toml").unlink(missing_ok=True)
        there = _find_again(context, without=name)
    if not there:
        raise click.UsageError(f"there are no institutions “{name}”")
    click.echo(f"The institutions of “{name}” are no longer known")


def _find_again(context: Context, *, without: str = "") -> bool:
    """Keep what the files say, find it in what is held, and tell the index. Hold ``home.writing()``."""
    store = Store(context.home.store)
    with store.write() as connection:
        there = remove(connection, without) if without else False
        keep_institutions(connection, None, context.home.institutions)
    catch_up(context.home, store)
    store.close()
    return there
