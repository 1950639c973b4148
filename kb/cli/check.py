"""``kb check``: is everything that was given still there, whole and findable?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from kb.cli.check_pages import list_pages
from kb.cli.context import Context, emit, home_option, json_option
from kb.collection import Collection
from kb.index.check import check_collection
from kb.nouns import TO_CHECK, PageState, Query
from kb.sandbox import in_force
from kb.search.relevance import DEPTH, measure, read_judged


@click.command()
@click.option("--originals/--no-originals", default=True, help="Compare every original with its SHA-256.")
@click.option(
    "--relevance",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Measure the search on judged queries (TSV, with qrels.txt in TREC format beside it) and nothing else.",
)
@click.option("--pages", is_flag=True, help="List the pages that were repaired, read by OCR, or left; nothing else.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in TO_CHECK]),
    help="With --pages: only pages in this state; may be given several times.",
)
@click.option("--document", metavar="ID", default="", help="With --pages: only pages of this document.")
@json_option
@home_option
@click.pass_obj
def check(
    context: Context,
    originals: bool,
    relevance: Path | None,
    pages: bool,
    states: tuple[str, ...],
    document: str,
    as_json: bool,
) -> None:
    """Hold originals, store and index against each other; exit 1 if anything differs."""
    if (states or document) and not pages:
        raise click.UsageError("--state and --document go with --pages.")
    collection = context.collection()
    if pages:
        list_pages(collection, [PageState(state) for state in states], document, as_json)
        return
    if relevance:
        _relevance(collection, relevance, as_json)
        return
    found = check_collection(collection.home, collection.store, originals=originals)
    found["protections"] = list(in_force())
    if as_json:
        emit(found)
    else:
        for name, value in found.items():
            if name == "protections":
                value = ", ".join(value) or "none on this machine but limits of time and memory (docs/originals.md)"
            if name != "problems":
                click.echo(f"{name:>14}  {value}")
        for problem in found["problems"]:
            click.secho(f"       problem  {problem}", fg="red")
        if not found["problems"]:
            click.echo("Originals, store and index agree.")
    if found["problems"]:
        raise click.exceptions.Exit(1)


def _relevance(collection: Collection, file: Path, as_json: bool) -> None:
    """One line for each part of the set and language: recall@10, MRR and nDCG@10."""

    def ranked(text: str) -> list[str]:
        return [f"{hit.document}#{hit.anchor}" for hit in collection.search(Query(text=text, limit=DEPTH)).hits]

    for (part, language), found in measure(read_judged(file), ranked).items():
        if as_json:
            emit({"part": part, "language": language, **asdict(found)})
        else:
            name = f"{part or 'all'} {language or 'all'}"
            values = f"recall@10 {found.recall:.3f}   MRR {found.mrr:.3f}   nDCG@10 {found.ndcg:.3f}"
            click.echo(f"{name:>12}  {found.queries:4} queries   {values}")
