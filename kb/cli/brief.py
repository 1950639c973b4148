"""``kb brief``: what a team takes along on a visit."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Access, Role

LOCAL = "http://127.0.0.1:8080"


@click.group(invoke_without_command=True)
@click.option("--institution", multiple=True, metavar="NAME", help="The place to visit.")
@click.option(
    "--theme", multiple=True, metavar="CONCEPT", help="A concept, by its id or a name (default: what is held)."
)
@click.option("--from", "year_from", type=click.IntRange(1000, 9999), metavar="Y", help="From this year on.")
@click.option("--to", "year_to", type=click.IntRange(1000, 9999), metavar="Y", help="Up to this year.")
@click.option("--lang", "--in", "language", default="en", show_default=True, metavar="CODE", help="Its language.")
@click.option("--name", metavar="NAME", help="Keep what it is for under this name, or write the one that is kept so.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help=".docx .html .md or .pdf")
@click.option("--address", default=LOCAL, show_default=True, metavar="URL", help="Where readers reach the server.")
@click.option(
    "--clearance",
    type=click.Choice([level.value for level in Access]),
    help="Whom it is for: it holds nothing that they may not read (default: all).",
)
@click.option("--who", metavar="NAME", help="Who keeps it (default: the name of the account).")
@home_option
@click.pass_context
def brief(
    ctx: click.Context,
    /,
    institution: tuple[str, ...],
    theme: tuple[str, ...],
    year_from: int | None,
    year_to: int | None,
    language: str,
    name: str | None,
    out: Path | None,
    address: str,
    clearance: str | None,
    who: str | None,
) -> None:
    """Write the brief for a visit: earlier findings, open recommendations, answers, standards, cases, questions."""
    if ctx.invoked_subcommand is not None:
        return
    from kb.brief import Wanted, checked, gather, save
    from kb.brief.kept import as_kept, to_keep
    from kb.collection import Collection
    from kb.kept import BRIEF, Shelf
    from kb.register.register import Register

    if not institution and not name:
        raise click.UsageError("Name an --institution, or a brief that is kept, with --name.")
    if not out and not name:
        raise click.UsageError("Name the file to write, with --out.")
    context: Context = ctx.obj
    root = address.rstrip("/")
    wanted = Wanted(
        institutions=institution, themes=theme, year_from=year_from, year_to=year_to, language=language, root=root
    )
    collection = context.collection()
    if name:
        shelf = Shelf(collection)
        if institution:
            checked(collection, wanted)
            who = who or getpass.getuser()
            shelf.want(shelf.make(BRIEF, name, who=who)[0], to_keep(wanted), who=who)
        wanted = as_kept(shelf.state(shelf.one(BRIEF, name)), root=root)
    if clearance:
        collection = Collection(context.home, Access(clearance))
    if out:
        register = Register(collection)
        made = gather(register, Register(collection, Role.FINDING, filing=register.filing), wanted)
        save(made, out)
        click.echo(f"{out}: {sum(1 for line in made.lines() if line.key)} passages", err=True)


@brief.command("list")
@json_option
@home_option
@click.pass_obj
def list_(context: Context, as_json: bool) -> None:
    """Every brief that is kept, with what it is for."""
    from kb.kept import BRIEF, Shelf

    shelf = Shelf(context.collection())
    found = [(one, shelf.state(one)) for one in shelf.listed(BRIEF)]
    if as_json:
        emit([{"name": one.name, "who": one.who, "at": one.at, **state.wanted} for one, state in found])
        return
    for one, state in found:
        click.echo(f"{one.name}  ({', '.join(state.wanted.get('institutions', ()))})")
