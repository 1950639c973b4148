"""``kb check``: is everything that was given still there, whole and findable?"""

from __future__ import annotations

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.index.check import check_collection


@click.command()
@click.option("--originals/--no-originals", default=True, help="Compare every original with its SHA-256.")
@json_option
@home_option
@click.pass_obj
def check(context: Context, originals: bool, as_json: bool) -> None:
    """Hold originals, store and index against each other; exit 1 if anything differs."""
    collection = context.collection()
    found = check_collection(collection.home, collection.store, originals=originals)
    if as_json:
        emit(found)
    else:
        for name, value in found.items():
            if name != "problems":
                click.echo(f"{name:>14}  {value}")
        for problem in found["problems"]:
            click.secho(f"       problem  {problem}", fg="red")
        if not found["problems"]:
            click.echo("Originals, store and index agree.")
    if found["problems"]:
        raise click.exceptions.Exit(1)
