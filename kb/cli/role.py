"""``kb role``: what a passage does, why it is thought so, and how to say otherwise."""

from __future__ import annotations

import getpass

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Passage, Role
from kb.roles import correct, place
from kb.store import Store, corrections
from kb.store.corrections import Correction


@click.command()
@click.argument("place_", metavar="[DOC#ANCHOR]", required=False)
@click.argument("role_", metavar="[ROLE]", required=False, type=click.Choice([each.value for each in Role]))
@click.option("--why", metavar="TEXT", help="Why it is so; needed to correct a role.")
@click.option("--who", metavar="NAME", help="Who says so (default: the name of the account).")
@click.option("--undo", is_flag=True, help="Take the correction back: the role that was read holds again.")
@click.option("--list", "listed", is_flag=True, help="Every correction that holds, and those whose text is gone.")
@json_option
@home_option
@click.pass_obj
def role(
    context: Context,
    place_: str | None,
    role_: str | None,
    why: str | None,
    who: str | None,
    undo: bool,
    listed: bool,
    as_json: bool,
) -> None:
    """Show the role of a passage with its reason, or correct it: kb role DOC#ANCHOR recommendation --why "…"."""
    if listed:
        _list(context, as_json)
        return
    document, _, anchor = (place_ or "").partition("#")
    if not anchor:
        raise click.UsageError("name a passage: DOC#ANCHOR, or use --list")
    collection = context.collection()
    passage = collection.passage(document, anchor)
    if role_ or undo:
        if bool(role_) == undo:
            raise click.UsageError("give a role, or --undo, not both")
        if not (why or "").strip():
            raise click.UsageError("say why, with --why: who reads it later has to know")
        with collection.home.writing():
            store = Store(collection.home.store)
            correct(
                collection.home,
                store,
                passage,
                Role(role_) if role_ else None,
                why=(why or "").strip(),
                who=who or getpass.getuser(),
            )
            store.close()
        passage = collection.passage(document, anchor)
    with collection.store.read() as connection:
        history = [one for one in corrections.said(connection, document) if one.anchor == anchor]
    _show(passage, history, as_json)


def _show(passage: Passage, history: list[Correction], as_json: bool) -> None:
    if as_json:
        emit(
            {
                "passage": passage.key,
                "role": str(passage.role),
                "score": passage.role_score,
                "why": passage.role_why,
                "read": passage.role_read or str(passage.role),
                "said": [_said(one) for one in history],
            }
        )
        return
    click.secho(passage.key, bold=True)
    if passage.role_read:
        click.echo(f"{passage.role} (a person says so; read as {passage.role_read}, {passage.role_score:.2f})")
    else:
        click.echo(f"{passage.role} ({passage.role_score:.2f})")
    if passage.role_why:
        click.echo(f"    read by: {passage.role_why}")
    for one in history:
        click.echo(f"    {one.at[:10]} {one.who}: {one.role or 'as read'}, because {one.why}")


def _list(context: Context, as_json: bool) -> None:
    collection = context.collection()
    readable = {one.id for one in collection.documents()}
    with collection.store.read() as connection:
        for document in sorted({one.document for one in corrections.said(connection)} & readable):
            placed, lost = place(connection, document)
            known = [(anchor, one, True) for anchor, one in placed.items() if one.role]
            for anchor, one, there in [*known, *((one.anchor, one, False) for one in lost)]:
                if as_json:
                    emit({"passage": f"{document}#{anchor}", "held": there} | _said(one))
                else:
                    gone = "" if there else "  (its text is not there any more)"
                    click.echo(f"{document}#{anchor}  {one.role}  {one.at[:10]} {one.who}: {one.why}{gone}")


def _said(one: Correction) -> dict[str, str]:
    return {"role": one.role, "why": one.why, "who": one.who, "at": one.at, "quoted": one.quoted}
