"""The command ``kb``: its own verbs, and those that the other rooms bring by entry point.

kb imports no other room, and a person wants one command. So ``index`` and ``serve`` are named in pyproject.toml
(``detention_kb.commands``) and found there at run time; nothing heavy is imported before a verb is known.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from importlib.metadata import entry_points, version
from typing import Any

import click

from kb.cli.context import Context, report
from kb.cli.groups import grouped
from kb.errors import KBError
from kb.home import Home

COMMANDS = {
    "analyze": "kb.cli.analyze:analyze",
    "ask": "kb.cli.ask:ask",
    "authorities": "kb.cli.authorities:authorities",
    "backup": "kb.cli.backup:backup",
    "basket": "kb.cli.basket:basket",
    "brief": "kb.cli.brief:brief",
    "check": "kb.cli.check:check",
    "citations": "kb.cli.citations:citations",
    "citator": "kb.cli.citator:citator",
    "cite": "kb.cli.citations:cite",
    "detect": "kb.cli.detect:detect",
    "documents": "kb.cli.documents:documents",
    "institutions": "kb.cli.institutions:institutions_",
    "new": "kb.cli.saved:new",
    "passages": "kb.cli.documents:passages",
    "export": "kb.cli.export:export",
    "rebuild": "kb.cli.rebuild:rebuild",
    "register": "kb.cli.register:register",
    "restore": "kb.cli.backup:restore",
    "role": "kb.cli.role:role",
    "saved": "kb.cli.saved:saved",
    "search": "kb.cli.search:search",
    "show": "kb.cli.documents:show",
    "siblings": "kb.cli.documents:siblings",
    "similar": "kb.cli.similar:similar",
    "thesaurus": "kb.cli.thesaurus:thesaurus",
    "visits": "kb.cli.visits:visits",
}


class Verbs(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        brought = entry_points(group="detention_kb.commands")
        return sorted({*COMMANDS, *(point.name for point in brought)})

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs in groups; within one in the order in which they are used."""
        for title, names in grouped(self.list_commands(ctx)):
            found = [(name, command) for name in names if (command := self.get_command(ctx, name))]
            room = formatter.width - 6 - max((len(name) for name, _ in found), default=0)
            with formatter.section(title):
                formatter.write_dl([(name, command.get_short_help_str(room)) for name, command in found])

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            module, _, name = COMMANDS[cmd_name].partition(":")
            found: Any = getattr(import_module(module), name)
        else:
            brought = entry_points(group="detention_kb.commands", name=cmd_name)
            if not brought:
                return None
            found = next(iter(brought)).load()
        gc.freeze()
        gc.enable()
        return found if isinstance(found, click.Command) else None


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--home", metavar="DIR", help="The folder that holds the collection (default: KB_HOME).")
@click.version_option(version("detention-kb"), prog_name="kb")
@click.pass_context
def kb(ctx: click.Context, home: str | None) -> None:
    """Search and knowledge for people who monitor places of detention."""
    ctx.obj = Context(Home.at(home))


def main() -> None:
    """Run ``kb``; exit 0 done, 1 some inputs failed, 2 misused."""
    gc.disable()  # what a command imports is no garbage: to look for some costs a fifth of its start and of its end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal in a narrow locale shows what it can and never fails
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = kb.main(standalone_mode=False)
    except KBError as error:
        sys.exit(report(error))
    except click.exceptions.Abort:
        click.echo("kb: interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of a pipe left, as `| head` does
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)  # outside its own main, click hands an exit code back
