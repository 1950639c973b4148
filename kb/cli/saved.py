"""``kb saved`` and ``kb new``: searches that are kept, and what is new in them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import Context, emit, home_option, json_option, report
from kb.cli.filters import search_filters
from kb.errors import KBError
from kb.nouns import Access, Query
from kb.saved.search import shape_of
from kb.shapes import hit_shape

if TYPE_CHECKING:
    from kb.saved import News, SavedSearch, SavedSearches

levels = click.Choice([level.value for level in Access])
clearance_option = click.option(
    "--clearance", type=levels, help="As readers of this access level see it (default: all)."
)


def _searches(context: Context, clearance: str | None = None) -> SavedSearches:
    from kb.saved import SavedSearches

    if clearance:
        context.clearance = Access(clearance)
    return SavedSearches(context.collection())


@click.group(invoke_without_command=True)
@json_option
@home_option
@click.pass_context
def saved(ctx: click.Context, as_json: bool) -> None:
    """Searches that are kept under a name: list them, add one, run one, look what is new (kb new)."""
    if ctx.invoked_subcommand is None:
        _list(_searches(ctx.obj), as_json)


@saved.command("list")
@clearance_option
@json_option
@home_option
@click.pass_obj
def list_(context: Context, clearance: str | None, as_json: bool) -> None:
    """The saved searches with the number of new passages in each."""
    _list(_searches(context, clearance), as_json)


def _list(kept: SavedSearches, as_json: bool) -> None:
    for each in kept.list():
        try:
            new: int | None = len(kept.news(each).items)
        except KBError:  # its question can no longer be read; kb new says why
            new = None
        if as_json:
            emit(shape_of(each) | {"new": new})
        else:
            click.echo(f"{each.id:>4}  {click.style(each.name, bold=True)}  {'?' if new is None else new} new")
            click.echo(f"      {_words(each)}")


def _words(each: SavedSearch) -> str:
    from kb.saved.search import kept

    values = kept(each.query)
    text = values.pop("text", "")
    said = [f"{name}: {', '.join(map(str, v)) if isinstance(v, tuple | list) else v}" for name, v in values.items()]
    return " · ".join(filter(None, (text, *said)))


@saved.command()
@click.argument("name")
@click.argument("query", default="")
@search_filters
@click.option("--why", default="", metavar="TEXT", help="Why it is kept.")
@click.option("--who", default="", metavar="NAME", help="Who keeps it.")
@click.option("--access", type=levels, default="internal", show_default=True, help="Which readers may know of it.")
@json_option
@home_option
@click.pass_obj
def add(context: Context, /, name: str, query: str, access: str, as_json: bool, **values: Any) -> None:
    """Keep the search QUERY, with its filters, under NAME. What is there now is not new in it."""
    why, who, lang = values.pop("why"), values.pop("who"), values.pop("lang")
    asked = Query(text=query, language=lang, **values)
    made = _searches(context).add(name, asked, why=why, who=who, access=Access(access))
    if as_json:
        emit(shape_of(made))
    else:
        click.echo(f"{made.id}  {made.name}")


@saved.command()
@click.argument("name")
@json_option
@home_option
@click.pass_obj
def show(context: Context, name: str, as_json: bool) -> None:
    """What is asked, why, by whom it is kept and since when."""
    each = _searches(context).named(name)
    if as_json:
        emit(shape_of(each))
        return
    click.secho(f"{each.id}  {each.name}", bold=True)
    facts = (_words(each), each.why, each.who, each.at, each.access.value, each.looked and f"last looked {each.looked}")
    for line in filter(None, facts):
        click.echo(f"    {line}")


@saved.command()
@click.argument("name")
@home_option
@click.pass_obj
def remove(context: Context, name: str) -> None:
    """Keep it no longer."""
    kept = _searches(context)
    each = kept.named(name)
    kept.remove(each)
    click.echo(f"removed: {each.name}", err=True)


@saved.command()
@click.argument("name")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to print.")
@click.option("--seen", is_flag=True, help="What is there now is not new any more.")
@clearance_option
@json_option
@home_option
@click.pass_obj
def run(context: Context, /, name: str, limit: int, seen: bool, clearance: str | None, as_json: bool) -> None:
    """Search for it anew: everything that answers, not only what is new."""
    from dataclasses import replace

    from kb.cli.hits import print_hits
    from kb.shapes import answer_shape

    kept = _searches(context, clearance)
    each = kept.named(name)
    upto = kept.news(each, most=0).upto
    answer = kept.collection.search(replace(each.query, limit=limit, offset=0))
    if as_json:
        emit(answer_shape(answer))
    else:
        click.echo(f"{answer.total} passages")
        print_hits(answer.hits)
    if seen:
        sys.stdout.flush()
        kept.mark_seen(each, upto)


NOTHING_NEW = "Nothing is new since these searches were last printed or added."
NOTHING_KEPT = "No search is kept yet. Keep one: kb saved add NAME QUERY"


@click.command()
@click.argument("name", required=False)
@click.option("--keep", is_flag=True, help="Only look: the same is new the next time too.")
@click.option("--seen", is_flag=True, help="Print nothing: what is there now is not new any more.")
@clearance_option
@json_option
@home_option
@click.pass_context
def new(ctx: click.Context, /, name: str | None, keep: bool, seen: bool, clearance: str | None, as_json: bool) -> None:
    """Print what is new in the saved search NAME, or in all, since it was last printed.

    Ends with 0 where something is new, 1 where nothing is, 2 where a search could not be run.
    """
    kept = _searches(ctx.obj, clearance)
    code = 1
    chosen = [kept.named(name)] if name else kept.list()
    for each in chosen:
        try:
            news = kept.news(each)
        except KBError as error:
            report(error)
            code = 2
            continue
        if news.items and code == 1:
            code = 0
        if not seen:
            _print(each, news, as_json)
            sys.stdout.flush()  # only what has left this program may count as seen
        if not keep:
            kept.mark_seen(each, news.upto)
    if code == 1 and not seen:
        click.echo(NOTHING_NEW if chosen else NOTHING_KEPT, err=True)
    ctx.exit(code)


def _print(each: SavedSearch, news: News, as_json: bool) -> None:
    from kb.cli.hits import print_hits

    if as_json:
        found = [hit_shape(one.hit) | {"at": one.at} for one in news.items]
        emit({"search": each.name, "id": each.id, "new": len(found), "passages": found})
    elif news.items:
        click.secho(f"\n{each.name}: {len(news.items)} new", bold=True)
        print_hits([one.hit for one in news.items])
