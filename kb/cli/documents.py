"""``kb documents``, ``kb passages``, ``kb show``, ``kb siblings``: what is held, and what belongs together."""

from __future__ import annotations

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.institutions import known
from kb.nouns import Passage
from kb.shapes import document_shape, kin_shape, original_shape, passage_shape
from kb.store import institutions


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
    collection = context.collection()
    others = collection.related.all_originals()
    for document in collection.documents():
        if as_json:
            own = (document, collection.original_name(document.id))
            originals = [original_shape(*each) for each in (own, *others.get(document.id, ()))]
            emit(document_shape(document) | {"originals": originals})
        else:
            facts = [
                document.kind.value,
                document.language or "?",
                document.date or "",
                f"{document.passages} passages",
                f"{1 + len(others[document.id])} originals" if document.id in others else "",
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
        with collection.store.read() as connection:
            named = list(dict.fromkeys(one.institution for one in institutions.mentions(connection, name, anchor)))
        if as_json:
            emit(passage_shape(passage) | {"title": document.title, "institutions": named})
        else:
            click.echo(document.title)
            _print_passage(passage)
            click.echo(passage.url)
            if named:
                click.echo(f"names {', '.join(map(known().name, named))}")
        return
    instead = collection.related.same_text_as(name)
    facts = document_shape(document) | {
        "same_text_as": instead.id if instead else None,
        "originals": [original_shape(*each) for each in collection.related.originals(name)],
        "editions": [kin_shape(kin) for kin in collection.related.editions(document)],
        "proposed_siblings": [kin_shape(kin) for kin in collection.related.proposed(document)],
    }
    if as_json:
        emit(facts)
        return
    for name, value in facts.items():
        if value not in (None, [], ""):
            listed = [_short(each) for each in (value if isinstance(value, list) else [value])]
            click.echo(f"{name:>17}  {', '.join(listed)}")


def _short(value: object) -> str:
    """One value on a line: of an original its name, of another document its id."""
    return str(value.get("name", value["document"])) if isinstance(value, dict) else str(value)


@click.command()
@click.argument("document", metavar="[DOC]", required=False)
@json_option
@home_option
@click.pass_obj
def siblings(context: Context, document: str | None, as_json: bool) -> None:
    """Propose which documents are one text in several languages, each with its score and the reason.

    Nothing is decided: to say that they are, give them the same `work` in kb.toml or kb.csv and index them again.
    """
    collection = context.collection()
    for one in [collection.document(document)] if document else collection.documents():
        for kin in collection.related.proposed(one):
            if not document and kin.document.id < one.id:
                continue  # said already
            if as_json:
                emit({"of": one.id} | kin_shape(kin))
            else:
                click.echo(f"{one.id} ({one.language})\n    {kin.document.id} ({kin.document.language})")
                click.echo(f"    {kin.score:.2f}: {kin.why}")
