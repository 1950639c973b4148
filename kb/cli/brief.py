"""``kb brief``: what a team takes along on a visit."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.context import Context, home_option
from kb.nouns import Access, Role

LOCAL = "http://127.0.0.1:8000"


@click.command()
@click.option("--institution", multiple=True, required=True, metavar="NAME", help="The place to visit.")
@click.option("--theme", multiple=True, metavar="CONCEPT", help="An id of the thesaurus (default: what is held).")
@click.option("--from", "year_from", type=click.IntRange(1000, 9999), metavar="Y", help="From this year on.")
@click.option("--to", "year_to", type=click.IntRange(1000, 9999), metavar="Y", help="Up to this year.")
@click.option("--lang", "language", default="en", show_default=True, metavar="CODE", help="Its language: en, sq, sr.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help=".docx .html .md or .pdf")
@click.option("--address", default=LOCAL, show_default=True, metavar="URL", help="Where readers reach the server.")
@click.option(
    "--clearance",
    type=click.Choice([level.value for level in Access]),
    help="Whom it is for: it holds nothing that they may not read (default: all).",
)
@home_option
@click.pass_obj
def brief(
    context: Context,
    /,
    institution: tuple[str, ...],
    theme: tuple[str, ...],
    year_from: int | None,
    year_to: int | None,
    language: str,
    out: Path,
    address: str,
    clearance: str | None,
) -> None:
    """Write the brief for a visit: earlier findings, open recommendations, answers, standards, cases, questions."""
    from kb.brief import Wanted, gather, save
    from kb.register.register import Register

    if clearance:
        context.clearance = Access(clearance)
    register = Register(context.collection())
    wanted = Wanted(
        institutions=institution,
        themes=theme,
        year_from=year_from,
        year_to=year_to,
        language=language,
        root=address.rstrip("/"),
    )
    made = gather(register, Register(register.collection, Role.FINDING, filing=register.filing), wanted)
    save(made, out)
    click.echo(f"{out}: {sum(1 for line in made.lines() if line.key)} passages", err=True)
