"""``kb thesaurus``: see, add and hand on the words that mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.index.writing import SIGNS
from kb.nouns import Concept
from kb.store import Connection, Store, lexicon, upkeep, write
from kb.thesaurus import is_due, keep, learn, mark, table, wordnet

ENDINGS = (".ttl", ".rdf", ".xml", ".nt", ".jsonld", ".csv", ".tsv")


def _shape(concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "broader": concept.broader,
        "related": list(concept.related),
        "standards": list(concept.standards),
        "terms": {language: list(terms) for language, terms in concept.terms.items()},
    }


@click.group()
def thesaurus() -> None:
    """The concepts that a search looks for in other words."""


@thesaurus.command("list")
@click.argument("words", nargs=-1)
@click.option("--origins", is_flag=True, help="The dictionaries instead, with their licences.")
@json_option
@home_option
@click.pass_obj
def list_(context: Context, words: tuple[str, ...], origins: bool, as_json: bool) -> None:
    """All concepts, or those that WORDS name in any language."""
    if origins:
        _origins(context, as_json)
        return
    known = context.collection().thesaurus
    named = [one.concept for one in known.named(words)] if words else list(known.concepts.values())
    for concept in named:
        if as_json:
            emit(_shape(concept))
            continue
        click.secho(concept.id, bold=True, nl=False)
        click.echo(f"  (a kind of {concept.broader})" if concept.broader else "")
        for language, terms in concept.terms.items():
            click.echo(f"  {language:>3}  {', '.join(terms)}")
        if concept.standards:
            click.echo(f"       {' '.join(concept.standards)}")
    if not named and not as_json:
        click.echo("No concept has these words.", err=True)


@thesaurus.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@home_option
@click.pass_obj
def export(context: Context, file: Path) -> None:
    """Write all concepts to FILE: SKOS (.ttl .rdf .nt .jsonld) or CSV, by its ending."""
    concepts = context.collection().thesaurus.concepts.values()
    ending = _ending(file)
    if ending in (".csv", ".tsv"):
        text = table.written(concepts)
    else:
        from kb.thesaurus import skos  # rdflib takes a third of a second, which other verbs are spared

        text = skos.written(concepts, ending)
    file.write_text(text, encoding="utf-8")
    click.echo(f"{len(concepts)} concepts written to {file}")


@thesaurus.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--name", help="What to call this thesaurus (default: the file's name); a second import replaces it.")
@home_option
@click.pass_obj
def import_(context: Context, file: Path, name: str | None) -> None:
    """Add the concepts of FILE (SKOS or CSV) to those a search knows; one of a known id takes its place."""
    ending = _ending(file)
    if ending in (".csv", ".tsv"):
        concepts = table.read(file)
    else:
        from kb.thesaurus import skos

        concepts = skos.read(file)
    with _writing(context) as connection:
        keep(connection, concepts, origin=name or file.stem)
    click.echo(f"{len(concepts)} concepts of “{name or file.stem}” are searched from now on")
    _advise(context)


@thesaurus.command("remove")
@click.argument("name")
@home_option
@click.pass_obj
def remove(context: Context, name: str) -> None:
    """Forget the concepts that were imported under NAME."""
    with _writing(context) as connection:
        write.put_concepts(connection, (), origin=name)
        write.put_setting(connection, f"concepts.{name}", "")
    click.echo(f"“{name}” is no longer searched")
    _advise(context)


def _advise(context: Context) -> None:
    """Concepts that the index does not know yet are found by each of their words, which takes longer."""
    store = Store(context.home.store)
    with store.read() as connection:
        known = upkeep.setting(connection, SIGNS)
        behind = known and known != mark(connection)
    store.close()
    if behind:
        click.echo("To make searches as quick as before: kb rebuild", err=True)


@thesaurus.command("wordnet")
@click.argument("paths", metavar="FILE_OR_DIR", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--language", metavar="CODE", help="The language of the words, where a file names another.")
@click.option("--remove", "names", metavar="NAME", multiple=True, help="Forget a dictionary (see list --origins).")
@home_option
@click.pass_obj
def wordnet_(context: Context, paths: tuple[Path, ...], language: str | None, names: tuple[str, ...]) -> None:
    """Add wordnets as a dictionary: Open Multilingual Wordnet tab files, or the folder of Princeton WordNet."""
    if not paths and not names:
        raise click.UsageError("name the files to add, or --remove what is not wanted any more")
    read = [wordnet.read(path, language=language) for path in wordnet.files(paths)]
    if paths and not read:
        raise click.UsageError("there is no .tab file and no data.noun in that folder")
    with _writing(context) as connection:
        for name in names:
            known = lexicon.remove(connection, name)
            click.echo(f"“{name}” is no longer searched" if known else f"There is no dictionary “{name}”")
        for one in read:
            count = lexicon.put(connection, one.origin, one.facts, one.lexemes)
            click.echo(
                f"{one.origin}: {count} words in {one.language} ({one.name}; licence: {one.licence or 'unknown'})"
            )


@thesaurus.command("learn")
@click.option("--if-due", is_flag=True, help="Only where documents with translations came, went or changed.")
@json_option
@home_option
@click.pass_obj
def learn_(context: Context, if_due: bool, as_json: bool) -> None:
    """Learn words from documents that are held in several languages, paragraph by paragraph."""
    with _writing(context) as connection:
        if if_due and not is_due(connection):
            click.echo("Nothing has changed", err=True)
            return
        found = learn(connection)
    for (one, other), count in found.items():
        if as_json:
            emit({"languages": [one, other], "words": count})
        else:
            click.echo(f"{one}-{other}: {count} pairs of words")
    if not found and not as_json:
        click.echo("No two documents are the same work in two languages with numbered paragraphs", err=True)


def _origins(context: Context, as_json: bool) -> None:
    with context.collection().store.read() as connection:
        known = lexicon.held(connection)
    for origin, facts in known.items():
        if as_json:
            emit({"origin": origin, **facts})
            continue
        click.secho(origin, bold=True, nl=False)
        click.echo(f"  {facts['name']}: {facts['lexemes']} words in {facts['language']}")
        if facts.get("licence"):
            click.echo(f"  licence {facts['licence']}, {facts.get('address', '')}")


@contextmanager
def _writing(context: Context) -> Iterator[Connection]:
    """One transaction of the collection's store, as its only writer."""
    home = context.collection().home
    with home.writing():
        store = Store(home.store)
        with store.write() as connection:
            yield connection
        store.close()


def _ending(file: Path) -> str:
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        raise click.UsageError(f"{file}: the ending says the format; it is one of {', '.join(ENDINGS)}")
    return ending
