"""``kb register``: what was recommended, to whom, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.institutions import known
from kb.nouns import Addressee, Progress, Recommendation
from kb.shapes import recommendation_shape

if TYPE_CHECKING:
    from kb.register.register import Register

LINE = 160  # characters of a recommendation in the list


def _register(context: Context) -> Register:
    from kb.register.register import Register

    return Register(context.collection())


def filters(command: Any) -> Any:
    """The options that narrow the register; each may be given again for another value of the same field."""
    several: dict[str, Any] = {"multiple": True}
    statuses = click.Choice([str(each) for each in Progress])
    levels = click.Choice([str(each) for each in Addressee])
    options = (
        click.option("--status", type=statuses, help="What came of it.", **several),
        click.option(
            "--addressee",
            type=levels,
            help="To whom it is addressed.",
            **several,
        ),
        click.option("--theme", metavar="CONCEPT", help="What it is about, an id of the thesaurus.", **several),
        click.option("--institution", metavar="NAME", help="The place of detention.", **several),
        click.option("--mechanism", metavar="NAME", help="Who made it.", **several),
        click.option("--state", metavar="CODE", help="The State, as ISO 3166-1 alpha-3.", **several),
        click.option("--year", metavar="YEAR", help="The year of the document.", **several),
        click.option("--lang", "language", metavar="CODE", help="The language of the document.", **several),
        click.option("--open", "open_", is_flag=True, help="Only what is neither implemented nor rejected."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _wanted(chosen: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    from kb.register.register import OPEN

    only_open = chosen.pop("open_")
    wanted = {name: tuple(map(str, values)) for name, values in chosen.items() if values}
    if names := wanted.get("institution"):
        wanted["institution"] = tuple(one for name in names for one in known().resolve(name) or (name,))
    if only_open:
        left = tuple(value for value in wanted.get("status", OPEN) if value in OPEN)
        wanted["status"] = left or ("",)  # a field without values would be free
    return wanted


@click.group(invoke_without_command=True)
@filters
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help="How many to print.")
@click.option("--offset", default=0, show_default=True, type=click.IntRange(0), help="How many to pass over.")
@json_option
@home_option
@click.pass_context
def register(ctx: click.Context, /, limit: int, offset: int, as_json: bool, **chosen: Any) -> None:
    """The register of recommendations: list them, say what came of them, hand them on as a table."""
    if ctx.invoked_subcommand is not None:
        return
    context: Context = ctx.obj
    found = _register(context).find(_wanted(chosen), limit=limit, offset=offset)
    if as_json:
        items = [recommendation_shape(each) for each in found.items]
        emit({"total": found.total, "open": found.open, "items": items, "facets": found.facets})
        return
    for each in found.items:
        _print(each, short=True)
    click.echo(f"{found.total} recommendations, {found.open} of them open", err=True)


def _print(each: Recommendation, *, short: bool = False) -> None:
    facts = [each.status.value, ", ".join(each.addressees), each.document.date or "", ", ".join(each.institutions)]
    click.secho(f"{each.key}", bold=True, nl=False)
    click.echo(f"  {' · '.join(filter(None, facts))}")
    text = " ".join(each.passage.text.split())
    click.echo(f"    {text[:LINE] + '…' if short and len(text) > LINE else text}")


@register.command()
@click.argument("passage", metavar="DOC#ANCHOR")
@json_option
@home_option
@click.pass_obj
def show(context: Context, passage: str, as_json: bool) -> None:
    """One recommendation with its history, what answers it, and where it was made before and since."""
    from kb.register.again import made_again
    from kb.register.answers import answers_to

    kept = _register(context)
    found = kept.one(passage)
    answers, again = answers_to(kept.collection, found), made_again(kept, found)
    if as_json:
        emit(
            recommendation_shape(found)
            | {
                "answers": [{"passage": each.passage.key, "how": each.how} for each in answers],
                "again": [
                    {
                        "passage": each.recommendation.key,
                        "score": round(each.score, 3),
                        "why": each.why,
                        "confirmed": each.confirmed,
                    }
                    for each in again
                ],
            }
        )
        return
    _print(found)
    for entry in found.history:
        said = [entry.date, entry.status.value, entry.who, entry.evidence, entry.note]
        click.echo(f"    {' · '.join(filter(None, said))}")
    if found.lost:
        click.secho("    The text has changed since this was written.", fg="yellow")
    for each in answers:
        click.secho(f"    answered in {each.passage.key} (it {each.how} this)", bold=True)
        click.echo(f"        {' '.join(each.passage.text.split())}")
    for one in again:
        alike = {"versions": "words of other language versions"}.get(one.why, one.why)
        known = "confirmed" if one.confirmed else f"alike in {alike}, {one.score:.2f}"
        click.secho(f"    made again in {one.recommendation.key} ({known})", bold=True)


@register.command("set")
@click.argument("passage", metavar="DOC#ANCHOR")
@click.argument("status", type=click.Choice([str(each) for each in Progress if each.is_said]))
@click.option("--on", metavar="DAY", default="", help="The day it is true of, as 2026-05-31 (default: today).")
@click.option("--evidence", metavar="DOC#ANCHOR", default="", help="The passage that shows it, or its address.")
@click.option("--note", metavar="TEXT", default="", help="What else there is to say.")
@click.option("--who", metavar="NAME", default="", help="Who says so.")
@click.option("--seen", type=int, default=None, help="The last entry you have read: refuse if there is a newer one.")
@json_option
@home_option
@click.pass_obj
def set_(context: Context, /, passage: str, status: str, seen: int | None, as_json: bool, **said: str) -> None:
    """Say what came of a recommendation. Nothing is overwritten: its history grows."""
    from kb.register.checked import checked

    after = _register(context).say(passage, checked(status, **said), seen=seen)
    if as_json:
        emit(recommendation_shape(after))
    else:
        _print(after, short=True)


@register.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@filters
@home_option
@click.pass_obj
def export(context: Context, /, file: Path, **chosen: Any) -> None:
    """Write the register, or what the options narrow it to, to FILE (.csv or .xlsx), to be filled in and imported."""
    from kb.register.files import save
    from kb.register.table import rows_of

    kept, wanted = _register(context), _wanted(chosen)
    save(rows_of(kept.each(wanted)), file)
    click.echo(f"{kept.find(wanted, limit=1).total} recommendations", err=True)


@register.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--who", metavar="NAME", default="", help="Who says what the rows say, where they name nobody.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@json_option
@home_option
@click.pass_context
def import_(ctx: click.Context, file: Path, who: str, dry_run: bool, as_json: bool) -> None:
    """Take back a table that was exported: what is new in it is added to the histories."""
    from kb.register.files import read_table
    from kb.register.taking import take_table

    taken = take_table(_register(ctx.obj), read_table(file.read_bytes(), str(file)), who=who, dry_run=dry_run)
    if as_json:
        refused = [{"row": row, "passage": passage, "why": why} for row, passage, why in taken.refused]
        emit({"written": taken.written, "unchanged": taken.unchanged, "refused": refused})
    else:
        for row, passage, why in taken.refused:
            click.secho(f"row {row}: {passage}: {why}", err=True, fg="red")
        click.echo(f"{taken.written} written, {taken.unchanged} unchanged, {len(taken.refused)} refused")
    if taken.refused:
        ctx.exit(1)
