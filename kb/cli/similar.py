"""``kb similar``: passages that speak of the same as one does."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.cli.hits import print_hits
from kb.nouns import Kind, Query, Role
from kb.shapes import likes_shape
from kb.similar import more_like


@click.command()
@click.argument("place", metavar="DOC#ANCHOR")
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Kind of document.")
@click.option("--role", multiple=True, type=click.Choice([role.value for role in Role]), help="Role of the passage.")
@click.option("--lang", multiple=True, metavar="CODE", help="Language of the passages (sq, sr-Latn, en …).")
@click.option("--institution", multiple=True, metavar="NAME", help="Place of detention.")
@click.option("--mechanism", multiple=True, metavar="NAME", help="Who monitors or publishes (CPT, SPT, NPM …).")
@click.option("--state", multiple=True, metavar="CODE", help="State, ISO 3166-1 alpha-3 (Kosovo: XKX).")
@click.option("--theme", multiple=True, metavar="NAME", help="Theme.")
@click.option("--document", multiple=True, metavar="ID", help="Only in this document.")
@click.option("--from", "year_from", type=int, metavar="Y", help="From this year on.")
@click.option("--to", "year_to", type=int, metavar="Y", help="Up to this year.")
@click.option("--exact", is_flag=True, help="Only the words of the passage: no other words, so no other languages.")
@click.option("--without", multiple=True, metavar="ID", help="No other words for this concept (see expansions).")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@json_option
@home_option
@click.pass_obj
def similar(context: Context, /, place: str, as_json: bool, lang: tuple[str, ...], **filters: Any) -> None:
    """Find passages like one of the collection, in any of its languages, best first."""
    document, mark, anchor = place.partition("#")
    if not mark or not document or not anchor:
        raise click.UsageError("Name the passage as DOC#ANCHOR; kb passages DOC lists the anchors.")
    found = more_like(context.collection(), document, anchor, Query(language=lang, **filters))
    if as_json:
        emit(likes_shape(found))
        return
    click.echo(f"Looked for: {', '.join(found.words) or 'nothing; this passage has no word that tells'}")
    print_hits(found.hits)
    if not found.hits:
        click.echo("Nothing like it is held.")
