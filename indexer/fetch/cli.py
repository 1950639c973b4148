"""``kb fetch``: originals from HUDOC, HUDOC-CPT, feeds and lists of addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from indexer.cli import index as index_command
from indexer.fetch.addresses import Addresses
from indexer.fetch.cpt import BASE as CPT
from indexer.fetch.cpt import Cpt
from indexer.fetch.http import Manners, Web
from indexer.fetch.hudoc import BASE as HUDOC
from indexer.fetch.hudoc import Hudoc
from indexer.fetch.item import Item
from indexer.fetch.keeping import Keeping
from indexer.fetch.rss import Rss
from indexer.fetch.run import fetch_all
from indexer.fetch.wanted import Wanted
from kb.cli.context import emit, home_option, json_option


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What the verbs below have in common."""

    into: Path
    pause: float
    max_mb: int
    contact: str
    again: bool
    index: bool
    as_json: bool

    def go(self, items: Callable[[Web], Iterator[Item]], limit: int | None) -> None:
        """Fetch, say what became of each, and index if that was asked for."""
        keeping = Keeping(self.into)
        manners = Manners(pause=self.pause, max_bytes=self.max_mb * 1_000_000)
        web = Web(keeping, manners=manners, contact=self.contact)
        counts = {"fetched": 0, "held": 0, "failed": 0}
        for place, done in enumerate(fetch_all(_first(items(web), limit), web, keeping, again=self.again), start=1):
            counts[done.outcome] += 1
            error = done.error.as_dict() if done.error else None
            if self.as_json:
                file = done.path.name if done.path else None
                emit({"item": done.item.name, "outcome": done.outcome, "file": file, "error": error})
            else:
                click.echo(f"{place:>5}  {done.outcome:<8} {done.item.name}  {done.item.title}")
                if error:
                    click.echo(f"           {error['kind']}: {error['message']}. {error['advice']}", err=True)
        if self.as_json:
            emit({"summary": counts})
        else:
            click.echo(", ".join(f"{count} {word}" for word, count in counts.items()))
        if self.index and self.into.is_dir():
            click.get_current_context().invoke(index_command, paths=(self.into,), as_json=self.as_json)
        if counts["failed"]:
            raise click.exceptions.Exit(1)


def _first(items: Iterator[Item], limit: int | None) -> Iterator[Item]:
    for place, item in enumerate(items):
        if limit is not None and place >= limit:
            return
        yield item


_OPTIONS = (
    click.option("--into", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder."),
    click.option("--limit", type=click.IntRange(1), help="At most so many documents."),
    click.option("--pause", type=click.FloatRange(0), default=2.0, show_default=True, help="Seconds between requests."),
    click.option("--max-mb", type=click.IntRange(1), default=100, show_default=True, help="The largest answer."),
    click.option("--contact", default="", metavar="WORDS", help="Who asks, for the server's keeper: an address."),
    click.option("--again", is_flag=True, help="Ask for what is here too: has it changed?"),
    click.option("--index", is_flag=True, help="Then read the folder into the collection, as kb index does."),
)
_DAY = click.DateTime(["%Y-%m-%d"])
_WHEN = (
    click.option("--query", default="", help="Words, in the service's own syntax."),
    click.option("--language", default="", metavar="CODE", help="en, fr, sq …"),
    click.option("--from", "since", type=_DAY, help="From this day on."),
    click.option("--to", "until", type=_DAY, help="Until this day."),
)


def _with(*options: Callable[..., Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def around(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return home_option(json_option(command))

    return around


def _base(default: str, variable: str) -> Callable[..., Any]:
    return click.option("--base", default=default, envvar=variable, show_default=True, help="Another server, a mirror.")


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""


@click.group()
def fetch() -> None:
    """Fetch originals into a folder, with a manifest; what is there is not fetched again."""


@fetch.command()
@_with(*_WHEN, *_OPTIONS, _base(HUDOC, "KB_HUDOC"))
@click.option("--application", default="", metavar="NUMBER", help="As 30210/96.")
@click.option("--state", "--respondent", "state", default="", metavar="CODE", help="ISO 3166, three letters: ALB.")
@click.option("--article", default="", help="Of the Convention: 3, or P1-1.")
@click.option("--importance", type=click.Choice(["1", "2", "3", "4"]), help="1 is a key case.")
def hudoc(base: str, limit: int | None, since: datetime | None, until: datetime | None, **rest: Any) -> None:
    """Judgments and decisions of the European Court of Human Rights."""
    names = ("query", "application", "state", "article", "language", "importance")
    said = {name: rest.pop(name) or "" for name in names}
    wanted = Wanted(**said, since=_day(since), until=_day(until), limit=limit)
    Way(**rest).go(lambda web: Hudoc(web, base.rstrip("/")).items(wanted), limit)


@fetch.command()
@_with(*_WHEN, *_OPTIONS, _base(CPT, "KB_HUDOC_CPT"))
@click.option("--state", default="", metavar="CODE", help="ISO 3166, three letters: ALB.")
def cpt(base: str, limit: int | None, since: datetime | None, until: datetime | None, **rest: Any) -> None:
    """Reports of the CPT and the answers of governments."""
    said = {name: rest.pop(name) or "" for name in ("query", "state", "language")}
    wanted = Wanted(**said, since=_day(since), until=_day(until), limit=limit)
    Way(**rest).go(lambda web: Cpt(web, base.rstrip("/")).items(wanted), limit)


@fetch.command()
@click.argument("address", metavar="URL")
@_with(*_OPTIONS)
def rss(address: str, limit: int | None, **rest: Any) -> None:
    """What the entries of an RSS or Atom feed lead to."""
    Way(**rest).go(lambda web: Rss(web).items(address), limit)


@fetch.command("list")
@click.argument("file", type=click.Path(path_type=Path))
@_with(*_OPTIONS)
def listed(file: Path, limit: int | None, **rest: Any) -> None:
    """The addresses in a file, one on each line."""
    Way(**rest).go(lambda _web: Addresses().items(file), limit)
