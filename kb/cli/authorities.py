"""``kb authorities``: a list of references, or what a document cites, as a table of authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.errors import KBError

if TYPE_CHECKING:
    from kb.citator import Authority, CitedIn, Listed

MAX_TEXT = 5_000_000  # characters


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8-sig", errors="strict"), required=False)
@click.option("--document", metavar="DOC", help="The table of authorities of a document that is held.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the table as CSV.")
@json_option
@home_option
@click.pass_obj
def authorities(context: Context, file: TextIO | None, document: str | None, as_csv: bool, as_json: bool) -> None:
    """Read FILE (- for the terminal's input), a list of references or a text: where each leads, or why nowhere."""
    from kb.citator import authorities_in, table_of_authorities
    from kb.citator.shapes import authority_shape, list_rows, listed_shape, table_rows
    from kb.citing.csv_rows import written

    if file is not None and document is None:
        listed = authorities_in(context.collection(), _read(file))
        if as_json:
            emit([listed_shape(each) for each in listed])
        elif as_csv:
            click.echo(written(list_rows(listed)), nl=False)
        else:
            _print_list(listed)
    elif document is not None and file is None:
        collection = context.collection()
        table = table_of_authorities(collection, collection.document(document))
        if as_json:
            emit([authority_shape(each) for each in table])
        elif as_csv:
            click.echo(written(table_rows(table)), nl=False)
        else:
            _print_table(table)
    else:
        raise click.UsageError("Name a FILE (- for standard input), or a document with --document.")


def _read(file: TextIO) -> str:
    try:
        text = file.read(MAX_TEXT + 1)
    except UnicodeDecodeError as error:
        raise KBError(
            "is no text in UTF-8", where=file.name, advice="Save it as plain text in UTF-8", kind="misuse"
        ) from error
    if len(text) > MAX_TEXT:
        raise KBError("is too long", where=file.name, advice=f"Give at most {MAX_TEXT} characters", kind="misuse")
    return text


def _print_list(listed: list[Listed]) -> None:
    for each in listed:
        leads = f"→ {each.resolved}  {each.title}" if each.resolved else f"✗ {each.why}"
        click.echo(f"{each.line:>4}  {each.text}  [{each.address}]  {leads}")
        for line in each.advice:
            click.echo(f"      {line}.")
    found = sum(1 for each in listed if each.resolved)
    click.echo(f"{len(listed)} references, {found} of them held", err=True)


def _print_table(table: list[Authority]) -> None:
    kind = ""
    for each in table:
        if each.kind != kind:
            kind = each.kind
            click.secho(f"\n{kind}", bold=True)
        places = ", ".join(_place(one) for one in each.cited_in)
        click.echo(f"  {each.name}{'' if each.held else f'  ({each.why})'}: {places}")


def _place(one: CitedIn) -> str:
    """``2``; ``2 (dissenting opinion)``, which is not § 2 of the judgment."""
    where = f" ({one.portion.replace('-', ' ')})" if one.portion else ""
    return (one.label or one.anchor) + where
