"""``kb search``: from a question to quotable paragraphs."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.cli.filters import search_filters
from kb.cli.hits import print_hits
from kb.languages import LANGUAGES
from kb.nouns import Answer, Query
from kb.search.mend import repaired
from kb.shapes import answer_shape


def _print(answer: Answer, offset: int) -> None:
    passages = "passage" if answer.total == 1 else "passages"
    folded = f", {answer.folded} of them shown with another of the same words" if answer.folded else ""
    click.echo(f"{answer.total} {passages} in {answer.took_ms:.0f} ms{folded}")
    if answer.expansions:
        named = (f"{each.name} ({', '.join(terms[0] for terms in each.terms.values())})" for each in answer.expansions)
        click.echo(f"Also searched for: {'; '.join(named)}")
    if answer.direct:
        click.echo(f"That is a reference: {answer.direct}")
    print_hits(answer.hits, first=offset + 1)
    for line in answer.advice:
        click.echo(f"\n{line}")


@click.command(context_settings={"ignore_unknown_options": False})
@click.argument("query")
@search_filters
@click.option("--all", "every", is_flag=True, help="Each passage by itself, also those that say the same words.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--offset", type=click.IntRange(0, 100_000), default=0, show_default=True)
@json_option
@home_option
@click.pass_obj
def search(context: Context, /, query: str, as_json: bool, every: bool, lang: tuple[str, ...], **filters: Any) -> None:
    """Search the collection. The query language knows AND OR NOT, "phrases", prefix*, field:value and references."""
    collection = context.collection()
    there = {*LANGUAGES, *collection.languages()}
    there |= {code.partition("-")[0] for code in there}
    if unknown := [code for code in lang if code not in there]:
        known = ", ".join(sorted(there))
        raise click.BadParameter(
            f"{unknown[0]!r} is no language that is known. There are: {known}", param_hint="--lang"
        )
    asked = Query(text=query, language=lang, fold=not every, **filters)
    answer = collection.search(asked)
    if read := repaired(query):
        click.echo(f"A bracket, a quotation mark or an operator stood alone. Read as: {read}", err=True)
    if as_json:
        emit(answer_shape(answer))
    else:
        _print(answer, asked.offset)
