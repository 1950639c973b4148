"""``kb citations`` and ``kb cite``: what a document cites, and where a reference leads."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Link


def link_dict(link: Link) -> dict[str, Any]:
    """A Link as the contract prints it; ``start`` and ``end`` are offsets into the passage's text."""
    citation = link.citation
    return {
        "document": link.document,
        "anchor": link.anchor,
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
        "grammar": citation.grammar,
        "target": citation.target,
        "pinpoint": citation.pinpoint,
        "resolved": link.resolved,
        "why": link.why,
    }


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
            emit(link_dict(link))
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
            emit(link_dict(link))
        else:
            _print(link)
    if not links and not as_json:
        click.echo("No reference was recognised in this text.", err=True)
