"""The options that narrow a search; each may be given again for another value of the same field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kb.nouns import Kind, Role

_SEVERAL: dict[str, Any] = {"multiple": True}


def search_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--kind`` to ``--group``, named as the fields of a Query; ``lang`` is its ``language``."""
    options = (
        click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Kind of document.", **_SEVERAL),
        click.option(
            "--role", type=click.Choice([role.value for role in Role]), help="Role of the passage.", **_SEVERAL
        ),
        click.option("--lang", metavar="CODE", help="Language of the passage (sq, sr-Latn, en …).", **_SEVERAL),
        click.option("--institution", metavar="NAME", help="Place of detention.", **_SEVERAL),
        click.option("--mechanism", metavar="NAME", help="Who monitors or publishes (CPT, SPT, NPM …).", **_SEVERAL),
        click.option("--state", metavar="CODE", help="State, ISO 3166-1 alpha-3 (Kosovo: XKX).", **_SEVERAL),
        click.option("--theme", metavar="NAME", help="Theme.", **_SEVERAL),
        click.option("--document", metavar="ID", help="Only in this document.", **_SEVERAL),
        click.option("--from", "year_from", type=int, metavar="Y", help="From this year on."),
        click.option("--to", "year_to", type=int, metavar="Y", help="Up to this year."),
        click.option("--exact", is_flag=True, help="Only the words as typed: no other forms, scripts or languages."),
        click.option("--without", metavar="ID", help="No other words for this concept (see expansions).", **_SEVERAL),
        click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", show_default=True),
        click.option("--group", is_flag=True, help="One passage per document."),
    )
    for option in reversed(options):
        command = option(command)
    return command
