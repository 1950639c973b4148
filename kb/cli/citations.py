"""``kb citations`` and ``kb cite``: what a document cites, and where a reference leads."""

from __future__ import annotations

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Link
from kb.shapes import link_shape


def _print(link: Link) -> None:
    place = f"{link.anchor:>10}  " if link.anchor else ""
    leads = f"→ {link.resolved}" if link.resolved else f"✗ {link.why}"
    click.echo(f"{place}{link.citation.text}  [{link.citation.address}]  {leads}")


@click.command()
@click.argument("document", metavar="DOC")
@json_option
@home_option
@click.pass_obj
def citations(context: Context, document: str, as_json: bool) -> None:
    """Print what a document cites: resolved, or with the reason why not (with --json one object per line)."""
    for link in context.collection().links(document):
        if as_json:
            emit(link_shape(link))
        else:
            _print(link)


@click.command()
@click.argument("text", metavar="TEXT")
@json_option
@home_option
@click.pass_obj
def cite(context: Context, text: str, as_json: bool) -> None:
    """Find the references in TEXT and say where each leads (with --json one object per line)."""
    links = context.collection().cite(text)
    for link in links:
        if as_json:
            emit(link_shape(link))
        else:
            _print(link)
    if not links and not as_json:
        click.echo("No reference was recognised in this text.", err=True)
