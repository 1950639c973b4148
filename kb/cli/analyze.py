"""``kb analyze``: the terms as they are indexed."""

from __future__ import annotations

import click

from kb import languages
from kb.cli.context import emit, home_option, json_option


@click.command()
@click.argument("text")
@click.option("--lang", metavar="CODE", help="Language of the text (detected if not given).")
@json_option
@home_option
def analyze(text: str, lang: str | None, as_json: bool) -> None:
    """Print the terms of TEXT as they are indexed: exact, folded and stem (with --json one object per line)."""
    if lang is not None and lang not in languages.LANGUAGES:
        known = ", ".join(sorted(languages.LANGUAGES))
        raise click.BadParameter(f"{lang!r} is not a language of this program. It knows {known}", param_hint="--lang")
    language = lang or languages.detect(text).language
    for token in languages.analyse(text, language):
        if as_json:
            emit({"text": token.text, "exact": token.exact, "folded": token.folded, "stem": token.stem})
        else:
            click.echo(f"{token.text:<24} {token.exact:<24} {token.folded:<24} {token.stem}")
