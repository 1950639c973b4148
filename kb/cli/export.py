"""``kb export``: citations in the style of a court or a body, and for reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Query

if TYPE_CHECKING:
    from kb.citing import Facts
    from kb.collection import Collection

STYLES = ("court", "oscola", "cpt", "un", "plain")
FORMATS = ("bibtex", "ris", "csl", "csv")


@click.command()
@click.argument("places", metavar="DOC[#ANCHOR]…", nargs=-1)
@click.option("--as", "form", type=click.Choice([*STYLES, *FORMATS]), default="plain", show_default=True, help="How.")
@click.option("--search", "query", metavar="QUERY", help="The hits of a search, instead of documents and passages.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many hits.")
@click.option("--address", metavar="URL", default="", help="The server's address, to put before permanent addresses.")
@json_option
@home_option
@click.pass_obj
def export(
    context: Context, /, places: tuple[str, ...], form: str, query: str | None, limit: int, address: str, as_json: bool
) -> None:
    """Cite documents, passages (DOC#ANCHOR) or the hits of a search: a line each in a style, or a file of a format."""
    from kb.citing import FORMATS as WRITERS
    from kb.citing import STYLES as WORDS

    if bool(places) == (query is not None):
        raise click.UsageError("Name documents or passages, or give --search.")
    collection = context.collection()
    keys = list(places)
    if query is not None:
        hits = collection.search(Query(text=query, limit=limit)).hits
        keys = [f"{hit.document}#{hit.anchor}" for hit in hits]
    entries = [_facts(collection, key, address.rstrip("/")) for key in keys]
    if as_json:
        for key, facts in zip(keys, entries, strict=True):
            emit({"passage": key, **{name: style(facts) for name, style in WORDS.items()}})
    elif form in WRITERS:
        click.echo(WRITERS[form].write(entries), nl=False)
    else:
        for facts in entries:
            click.echo(WORDS[form](facts))


def _facts(collection: Collection, key: str, root: str) -> Facts:
    from kb.citing import facts_of

    name, _, anchor = key.partition("#")
    document = collection.document(name)
    return facts_of(collection, document, collection.passage(name, anchor) if anchor else None, root=root)
