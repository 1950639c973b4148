"""What every command shares: the home, the reader's clearance, how to print and how to fail."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kb.errors import KBError
from kb.home import Home
from kb.nouns import Access

if TYPE_CHECKING:
    from kb.collection import Collection


@dataclass(slots=True)
class Context:
    """The home named by ``--home``, ``KB_HOME`` or the platform. Until logins come, the command line reads all."""

    home: Home
    clearance: Access = Access.RESTRICTED

    def collection(self) -> Collection:
        """The collection, open for reading; HomeError where there is none."""
        from kb.collection import Collection  # not before a command needs it: `kb --help` answers at once

        return Collection(self.home, self.clearance)


def _use_home(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        ctx.obj = Context(Home.at(value), ctx.obj.clearance if isinstance(ctx.obj, Context) else Access.RESTRICTED)


def home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--home`` after the command's name too, where people put it."""
    return click.option(
        "--home",
        metavar="DIR",
        expose_value=False,
        callback=_use_home,
        help="The folder that holds the collection (default: KB_HOME, else the platform's data folder).",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--json``: the result as JSON on stdout."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(command)


def emit(value: Any) -> None:
    """One JSON value on a line of stdout. Lone surrogates of broken file names are escaped, not fatal."""
    try:
        click.echo(json.dumps(value, ensure_ascii=False))
    except UnicodeEncodeError:
        click.echo(json.dumps(value))


def report(error: KBError) -> int:
    """Say on stderr what happened, where and what to do next; the exit code it means."""
    click.secho(f"kb: {error.where + ': ' if error.where else ''}{error.message}", err=True, fg="red")
    if error.advice:
        click.echo(f"    {error.advice}", err=True)
    return 2 if error.kind in {"query", "home", "empty", "locked", "newer", "misuse"} else 1


def color() -> bool:
    """Whether stdout is a terminal that shows emphasis."""
    return sys.stdout.isatty()
