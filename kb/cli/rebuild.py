"""``kb rebuild``: the index anew from the store."""

from __future__ import annotations

import click
from rich.console import Console
from rich.progress import Progress

from kb.cli.context import Context, emit, home_option, json_option
from kb.engines import ENGINES
from kb.errors import HomeError
from kb.index.rebuild import rebuild as rebuild_index
from kb.index.writing import engine_name
from kb.store import Store


@click.command()
@click.option("--engine", type=click.Choice(sorted(ENGINES)), help="The engine to change to (default: the one in use).")
@json_option
@home_option
@click.pass_obj
def rebuild(context: Context, engine: str | None, as_json: bool) -> None:
    """Make the index anew from the store; nothing that was read or added is lost."""
    home = context.home
    if not home.store.exists():
        raise HomeError("holds no collection yet", where=str(home.path), advice="Index a folder first", kind="empty")
    store = Store(home.store)
    console = Console(stderr=True)
    with home.writing(), Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Indexing", total=None)
        count = rebuild_index(
            home,
            store,
            engine=engine,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    name = engine_name(store)
    if as_json:
        emit({"engine": name, "passages": count})
    else:
        click.echo(f"Indexed {count} passages with {name}.")
