"""``kb basket``: passages collected from anywhere, with notes, handed on in every format."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.errors import KBError
from kb.nouns import Access
from kb.wording import worded

if TYPE_CHECKING:
    from kb.basket import Item
    from kb.kept import Kept, Shelf

LINE = 160  # characters of a passage in the list
LOCAL = "http://127.0.0.1:8080"
FORMATS = ("docx", "html", "md", "pdf", "bibtex", "ris", "csl", "csv", "authorities")
_ENDINGS = {"bib": "bibtex", "json": "csl"}

basket_option = click.option(
    "--basket", "name", metavar="NAME", default="", help="Which basket (default: the one without a name)."
)
who_option = click.option("--who", metavar="NAME", help="Who does it (default: the name of the account).")


@click.group()
def basket() -> None:
    """Passages collected from anywhere: list, annotate, reorder, hand on."""


def _shelf(context: Context) -> Shelf:
    from kb.kept import Shelf

    return Shelf(context.collection())


def _open(shelf: Shelf, name: str, who: str | None = None, *, make: bool = False) -> Kept:
    from kb.kept import BASKET

    return shelf.make(BASKET, name, who=_who(who))[0] if make or not name else shelf.one(BASKET, name)


def _who(name: str | None) -> str:
    return name or getpass.getuser()


def _items(shelf: Shelf, one: Kept) -> tuple[Item, ...]:
    from kb.basket import contents

    return contents(shelf.collection, shelf.state(one))


@basket.command("list")
@json_option
@home_option
@click.pass_obj
def list_(context: Context, as_json: bool) -> None:
    """Every basket, with the number of its passages."""
    from kb.kept import BASKET

    shelf = _shelf(context)
    found = [(one, len(_items(shelf, one))) for one in shelf.listed(BASKET)]
    if as_json:
        emit([{"name": one.name, "passages": count, "who": one.who, "at": one.at} for one, count in found])
        return
    for one, count in found:
        click.echo(f"{count:>5}  {one.name or '(without a name)'}")


@basket.command()
@basket_option
@json_option
@home_option
@click.pass_obj
def show(context: Context, name: str, as_json: bool) -> None:
    """The passages of a basket in their order, with their notes."""
    shelf = _shelf(context)
    one = _open(shelf, name)
    items = _items(shelf, one)
    if as_json:
        emit({"name": one.name, "passages": [_shape(each) for each in items], "gone": list(shelf.state(one).gone)})
        return
    for number, each in enumerate(items, start=1):
        click.secho(f"{number:>4}  {each.key}", bold=True, nl=False)
        click.echo(f"  {each.document.title}{'  (its text has changed)' if each.changed else ''}")
        text = " ".join(each.passage.text.split())
        click.echo(f"      {text[:LINE] + '…' if len(text) > LINE else text}")
        if each.note:
            click.echo(f"      » {each.note.text}")
    for key in shelf.state(one).gone:
        click.echo(f"no longer held: {key}", err=True)


def _shape(each: Item) -> dict[str, Any]:
    return {
        "passage": each.key,
        "title": each.document.title,
        "label": each.passage.label,
        "url": each.passage.url,
        "text": each.passage.text,
        "note": each.note.text if each.note else "",
        "changed": each.changed,
    }


@basket.command()
@click.argument("passages", metavar="DOC#ANCHOR…", nargs=-1, required=True)
@basket_option
@who_option
@json_option
@home_option
@click.pass_obj
def add(context: Context, passages: tuple[str, ...], name: str, who: str | None, as_json: bool) -> None:
    """Put passages at the end of a basket; one that there is not yet is made."""
    shelf = _shelf(context)
    count = shelf.add(_open(shelf, name, who, make=True), passages, who=_who(who))
    if as_json:
        emit({"added": count, "there": len(set(passages)) - count})
    else:
        click.echo(f"{count} added, {len(set(passages)) - count} were there", err=True)


@basket.command()
@click.argument("passages", metavar="DOC#ANCHOR…", nargs=-1, required=True)
@basket_option
@who_option
@home_option
@click.pass_obj
def remove(context: Context, passages: tuple[str, ...], name: str, who: str | None) -> None:
    """Take passages out of a basket."""
    shelf = _shelf(context)
    one = _open(shelf, name)
    for key in passages:
        _in(shelf, one, key)
    shelf.remove(one, passages, who=_who(who))


@basket.command()
@click.argument("passage", metavar="DOC#ANCHOR")
@click.argument("text")
@basket_option
@who_option
@home_option
@click.pass_obj
def note(context: Context, passage: str, text: str, name: str, who: str | None) -> None:
    """Write TEXT under a passage; "" takes the note away."""
    shelf = _shelf(context)
    one = _open(shelf, name)
    shelf.note(one, _in(shelf, one, passage), text, who=_who(who))


@basket.command()
@click.argument("passage", metavar="DOC#ANCHOR")
@click.option("--before", metavar="DOC#ANCHOR", default="", help="The passage to put it before (default: the end).")
@basket_option
@who_option
@home_option
@click.pass_obj
def move(context: Context, passage: str, before: str, name: str, who: str | None) -> None:
    """Put a passage before another one, or at the end."""
    shelf = _shelf(context)
    one = _open(shelf, name)
    shelf.place(one, _in(shelf, one, passage), _in(shelf, one, before) if before else "", who=_who(who))


@basket.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.option("--as", "form", type=click.Choice(FORMATS), help="Its format (default: by the ending of its name).")
@click.option(
    "--lang", "--in", "language", default="en", show_default=True, metavar="CODE", help="The language of headings."
)
@click.option("--address", default=LOCAL, show_default=True, metavar="URL", help="Where readers reach the server.")
@click.option(
    "--clearance",
    type=click.Choice([level.value for level in Access]),
    help="Whom it is for: it holds nothing that they may not read (default: all).",
)
@basket_option
@home_option
@click.pass_obj
def export(
    context: Context, /, out: Path, form: str | None, language: str, address: str, clearance: str | None, name: str
) -> None:
    """Write a basket as .docx .html .md .pdf, or its citations as .bib .ris .json (CSL) .csv."""
    from kb.basket import contents, exported
    from kb.brief.formats import put
    from kb.collection import Collection

    shelf = _shelf(context)
    one = _open(shelf, name)
    collection = Collection(context.home, Access(clearance)) if clearance else shelf.collection
    items = contents(collection, shelf.state(one))
    suffix = out.suffix.lower().lstrip(".")
    data, _, _ = exported(
        collection,
        items,
        form or _ENDINGS.get(suffix, suffix),
        name=one.name,
        language=language,
        root=address.rstrip("/"),
    )
    put(data, out)
    click.echo(f"{out}: {len(items)} passages", err=True)


@basket.command()
@basket_option
@who_option
@home_option
@click.pass_obj
def clear(context: Context, name: str, who: str | None) -> None:
    """Take everything out of a basket."""
    shelf = _shelf(context)
    shelf.clear(_open(shelf, name), who=_who(who))


def _in(shelf: Shelf, one: Kept, key: str) -> str:
    """The key, where it is in the basket."""
    if key not in shelf.state(one).order:
        raise KBError(
            worded("“%(key)s” is not in this basket", key=key),
            advice=worded("See what is: kb basket show"),
            kind="misuse",
        )
    return key
