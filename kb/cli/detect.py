"""``kb detect``: the language of each line of a text."""

from __future__ import annotations

from typing import TextIO

import click

from kb import languages
from kb.cli.context import emit, home_option, json_option
from kb.errors import KBError


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="surrogateescape"), default="-")
@json_option
@home_option
def detect(file: TextIO, as_json: bool) -> None:
    """Say the language of each line of FILE (- for standard input); none where it would be a guess."""
    try:
        for line in file:
            found = languages.detect(line.rstrip("\n"))
            if as_json:
                emit({"language": found.language, "script": found.script, "confidence": round(found.confidence, 3)})
            else:
                click.echo(f"{found.language or '-':<8} {found.script:<5} {found.confidence:.2f}")
    except OSError as error:
        raise KBError(f"cannot be read ({error.strerror})", where=str(file.name)) from error
