"""``kb documents``, ``kb passages``, ``kb show``: what is held."""

from __future__ import annotations

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Passage
from kb.shapes import document_shape, passage_shape


def _print_passage(passage: Passage) -> None:
    place = [passage.label or passage.anchor, f"p. {passage.page}" if passage.page else "", passage.role.value]
    place += [passage.language or "", " › ".join(passage.heading)]
    click.secho(" · ".join(filter(None, place)), bold=True)
    click.echo(f"{passage.text}\n")


@click.command()
@json_option
@home_option
@click.pass_obj
def documents(context: Context, as_json: bool) -> None:
    """List the documents of the collection (with --json one object per line)."""
    for document in context.collection().documents():
        if as_json:
            emit(document_shape(document))
        else:
            facts = [
                document.kind.value,
                document.language or "?",
                document.date or "",
                f"{document.passages} passages",
            ]
            click.echo(f"{document.id}\n    {document.title}\n    {' · '.join(filter(None, facts))}")


@click.command()
@click.argument("document", metavar="DOC")
@json_option
@home_option
@click.pass_obj
def passages(context: Context, document: str, as_json: bool) -> None:
    """Print the passages of a document in order (with --json one object per line)."""
    for passage in context.collection().passages(document):
        if as_json:
            emit(passage_shape(passage))
        else:
            _print_passage(passage)


@click.command()
@click.argument("place", metavar="DOC[#ANCHOR]")
@json_option
@home_option
@click.pass_obj
def show(context: Context, place: str, as_json: bool) -> None:
    """Show a document's facts, or one passage with what stands around it."""
    name, _, anchor = place.partition("#")
    collection = context.collection()
    document = collection.document(name)
    if anchor:
        passage = collection.passage(name, anchor)
        if as_json:
            emit(passage_shape(passage) | {"title": document.title})
        else:
            click.echo(document.title)
            _print_passage(passage)
            click.echo(passage.url)
        return
    facts = document_shape(document)
    if as_json:
        emit(facts)
        return
    for name, value in facts.items():
        if value not in (None, [], ""):
            click.echo(f"{name:>12}  {', '.join(map(str, value)) if isinstance(value, list) else value}")
