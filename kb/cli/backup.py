"""``kb backup`` and ``kb restore``: one file that holds the store and the originals."""

from __future__ import annotations

from pathlib import Path

import click

from kb.backup import restore_home, save_home
from kb.cli.context import Context, emit, home_option, json_option


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@home_option
@click.pass_obj
def backup(context: Context, file: Path, as_json: bool) -> None:
    """Write the store and the originals to FILE (a ZIP), while the collection is in use."""
    count = save_home(context.home, file)
    if as_json:
        emit({"file": str(file), "originals": count, "bytes": file.stat().st_size})
    else:
        click.echo(f"Wrote the store and {count} originals to {file}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@home_option
@click.pass_obj
def restore(context: Context, file: Path, as_json: bool) -> None:
    """Bring a backup back into an empty home, and make its index."""
    count = restore_home(context.home, file)
    if as_json:
        emit({"home": str(context.home.path), "originals": count})
    else:
        click.echo(f"Restored {count} originals into {context.home.path}.")
