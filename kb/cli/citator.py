"""``kb citator``: who relies on a rule, a case or a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Kind, Role

if TYPE_CHECKING:
    from kb.citator import CitingPassage, Page

GROUPS = ("standards", "judgments", "findings", "recommendations", "other")


@click.command()
@click.argument("reference", metavar="REF")
@click.option("--group", type=click.Choice(GROUPS), default=None, help="Only this group of those who cite.")
@click.option("--role", multiple=True, type=click.Choice([role.value for role in Role]), help="Role of the passage.")
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Kind of document.")
@click.option("--lang", multiple=True, metavar="CODE", help="Language of the citing passage.")
@click.option("--state", multiple=True, metavar="CODE", help="State of the citing document, ISO 3166-1 alpha-3.")
@click.option("--from", "year_from", type=int, metavar="Y", help="From this year on.")
@click.option("--to", "year_to", type=int, metavar="Y", help="Up to this year.")
@click.option("--limit", type=click.IntRange(1, 1000), default=25, show_default=True, help="How many to print.")
@click.option(
    "--offset", type=click.IntRange(0, 1_000_000), default=0, show_default=True, help="How many to pass over."
)
@json_option
@home_option
@click.pass_obj
def citator(
    context: Context, /, reference: str, group: str | None, lang: tuple[str, ...], as_json: bool, **chosen: Any
) -> None:
    """Who cites REF: a reference as it is printed, an address (opcat#article-19), or DOC#ANCHOR."""
    from kb.citator import Asking, aim_of
    from kb.citator import citator as look_up
    from kb.citator.shapes import page_shape

    collection = context.collection()
    asking = Asking(group=group or "", language=lang, whole_list=True, **chosen)
    page = look_up(collection, aim_of(collection, reference), asking)
    if as_json:
        emit(page_shape(page))
    else:
        _print(page)


def _print(page: Page) -> None:
    click.secho(page.name, bold=True)
    for line in (page.why, *page.advice):
        if line:
            click.echo(f"    {line}")
    for document, passage in page.texts:
        text = " ".join(passage.text.split())
        click.echo(f"    [{passage.language or document.language or '?'}] {text[:200]}  ({passage.url})")
    counts = ", ".join(f"{count} {group}" for group, count in page.groups.items())
    click.echo(f"{page.total} passages cite it" + (f": {counts}" if counts else ""))
    for each in page.citing:
        _print_one(each)
    for part in page.parts:
        click.echo(f"    {part.address}: {part.passages}")


def _print_one(each: CitingPassage) -> None:
    where = each.portion.kind.replace("-", " ") if each.portion is not None else ""
    facts = (each.document.date or "", each.document.title, each.passage.label, where, each.group)
    click.echo(f"\n{' · '.join(filter(None, facts))}")
    out, at = [], 0
    for start, end in each.sentence.spans:
        if start >= at:
            out += [each.sentence.text[at:start], click.style(each.sentence.text[start:end], bold=True)]
            at = end
    click.echo(f"    {' '.join(''.join([*out, each.sentence.text[at:]]).split())}")
    click.secho(f"    {each.passage.url}", dim=True)
