"""Hits as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from kb.nouns import Hit


def print_hits(hits: Iterable[Hit], *, first: int = 1) -> None:
    """Number, title, place, snippet and address of each, numbered from ``first``."""
    for number, hit in enumerate(hits, start=first):
        place = " · ".join(
            filter(None, [hit.label, f"p. {hit.page}" if hit.page else "", hit.role.value, hit.language or ""])
        )
        click.echo(f"\n{number:>3}. {click.style(hit.title, bold=True)}")
        click.echo(f"     {place}")
        click.echo(f"     {_emphasised(hit)}")
        click.echo(click.style(f"     {hit.url}", dim=True))
        for copy in hit.also:
            where = ", ".join(filter(None, [copy.title, copy.label]))
            click.echo(f"     also in: {where} {click.style(copy.url, dim=True)}")


def _emphasised(hit: Hit) -> str:
    out, at = [], 0
    for start, end in hit.snippet.spans:
        out += [hit.snippet.text[at:start], click.style(hit.snippet.text[start:end], bold=True)]
        at = end
    return "".join([*out, hit.snippet.text[at:]])
