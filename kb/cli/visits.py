"""``kb visits``: who was where, and when, as the reports tell."""

from __future__ import annotations

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.errors import NotHeld
from kb.institutions import known
from kb.institutions.visits import Told, told


@click.command()
@click.argument("document", metavar="[DOC]", required=False)
@click.option("--institution", metavar="NAME", help="Only visits to this place: its id, a name in any language.")
@click.option("--from", "first", metavar="Y", help="From this year on.")
@click.option("--to", "last", metavar="Y", help="Up to this year.")
@json_option
@home_option
@click.pass_obj
def visits(
    context: Context, document: str | None, institution: str | None, first: str | None, last: str | None, as_json: bool
) -> None:
    """List the visits that documents tell of, newest first; with --json one a line."""
    collection = context.collection()
    if document:
        collection.document(document)
    wanted = set(known().resolve(institution)) if institution else None
    if wanted is not None and not wanted:
        raise NotHeld(f"no institution “{institution}” is known", advice="See what is known: kb institutions")
    for one in told(collection.store, collection.clearance, document):
        if wanted is not None and not wanted & set(one.institutions):
            continue
        if (first and one.begins < first) or (last and one.begins[:4] > last):
            continue
        if as_json:
            emit(_shape(one))
            continue
        days = one.begins if one.begins == one.ends else f"{one.begins} – {one.ends}"
        click.secho(days, bold=True, nl=False)
        click.echo(f"  {' · '.join(filter(None, [one.mechanism or '', one.kind]))}")
        for name in one.institutions:
            click.echo(f"    {known().name(name)}")
        for place in one.places:
            click.echo(f"    {place}", color=False)


def _shape(one: Told) -> dict[str, object]:
    return {
        "institutions": list(one.institutions),
        "begins": one.begins,
        "ends": one.ends,
        "kind": one.kind,
        "mechanism": one.mechanism,
        "passages": list(one.places),
    }
