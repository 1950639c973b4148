"""``kb documents``, ``kb passages``, ``kb show``: what is held."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Document, Passage


def document_dict(document: Document) -> dict[str, Any]:
    """A Document as the contract prints it; ``document`` is its id."""
    return {
        "document": document.id,
        "title": document.title,
        "kind": document.kind.value,
        "language": document.language,
        "date": document.date,
        "reference": document.reference,
        "mechanism": document.mechanism,
        "state": document.state,
        "institutions": list(document.institutions),
        "themes": list(document.themes),
        "access": document.access.value,
        "work": document.work,
        "source_url": document.source_url,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "size": document.size,
        "pages": document.pages,
        "passages": document.passages,
        "url": f"/d/{document.id}",
    }


def passage_dict(passage: Passage) -> dict[str, Any]:
    """A Passage as the contract prints it."""
    return {
        "document": passage.document,
        "anchor": passage.anchor,
        "label": passage.label,
        "role": passage.role.value,
        "heading": list(passage.heading),
        "page": passage.page,
        "language": passage.language,
        "form": passage.form,
        "notes": list(passage.notes),
        "text": passage.text,
        "url": passage.url,
    }


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
            emit(document_dict(document))
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
            emit(passage_dict(passage))
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
            emit(passage_dict(passage) | {"title": document.title})
        else:
            click.echo(document.title)
            _print_passage(passage)
            click.echo(passage.url)
        return
    facts = document_dict(document)
    if as_json:
        emit(facts)
        return
    for name, value in facts.items():
        if value not in (None, [], ""):
            click.echo(f"{name:>12}  {', '.join(map(str, value)) if isinstance(value, list) else value}")
