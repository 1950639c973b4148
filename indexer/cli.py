"""``kb index``: read originals into the collection."""

from __future__ import annotations

import os
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from indexer.batch.report import FileReport
from indexer.batch.run import Batch, Options
from indexer.options import OCR
from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Access, Outcome

COLORS = {Outcome.INDEXED: "green", Outcome.FAILED: "red", Outcome.REMOVED: "yellow", Outcome.UNCHANGED: None}


def _line(report: FileReport, dry_run: bool) -> None:
    """One file, for people: failures and warnings on stderr, with what to do."""
    facts = []
    outcome = "to read" if dry_run and report.outcome is Outcome.INDEXED else report.outcome.value
    if report.outcome is Outcome.INDEXED and not dry_run:
        facts = [report.language or "language unknown", f"{report.passages} passages"]
        facts += [f"{report.pages} pages"] if report.pages else []
    click.secho(f"{outcome:>9}  ", nl=False, fg=COLORS[report.outcome])
    click.echo(f"{click.format_filename(report.source)}{'  (' + ', '.join(facts) + ')' if facts else ''}")
    if report.error:
        click.echo(f"           {report.error['kind']}: {report.error['message']}. {report.error['advice']}", err=True)
    for warning in report.warnings:
        click.echo(f"           {warning}", err=True)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@click.option("--jobs", type=click.IntRange(1, 256), help="Worker processes (default: one per core).")
@click.option("--access", type=click.Choice([each.value for each in Access]), help="Who may read these documents.")
@click.option("--prune", is_flag=True, help="Forget documents whose files are gone.")
@click.option("--retry", is_flag=True, help="Read again what failed before.")
@click.option("--dry-run", is_flag=True, help="Only say what would be read.")
@click.option(
    "--ocr",
    type=click.Choice(OCR),
    default="auto",
    show_default=True,
    help="Read pages from their picture: those without usable text (auto), all, or none.",
)
@click.option("--timeout", type=click.IntRange(1, 86_400), help="Seconds for one file (default: 120).")
@json_option
@home_option
@click.pass_obj
def index(
    context: Context,
    paths: tuple[Path, ...],
    jobs: int | None,
    access: str | None,
    prune: bool,
    retry: bool,
    dry_run: bool,
    ocr: str,
    timeout: int | None,
    as_json: bool,
) -> None:
    """Read files and folders into the collection; only what changed is read again.

    With --json one object per file, then a summary. Exit 0 all done, 1 some files failed, 2 misused.
    """
    options = Options(
        jobs=jobs or os.cpu_count() or 1,
        access=Access(access) if access else None,
        prune=prune,
        retry=retry,
        dry_run=dry_run,
        ocr=ocr,
        timeout=timeout,
    )
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("files"))
    more = (TextColumn("{task.fields[pages]} pages, {task.fields[rate]:.0f}/s"), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, *more, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Indexing", total=None, pages=0, rate=0.0)

        def progress(done: int, total: int, pages: int) -> None:
            elapsed = bar.tasks[task].elapsed or 0.0
            bar.update(task, completed=done, total=total, pages=pages, rate=pages / elapsed if elapsed else 0.0)

        def say(report: FileReport) -> None:
            if as_json:
                emit(report.as_dict())
            elif report.outcome is not Outcome.UNCHANGED or report.warnings:
                _line(report, dry_run)

        batch = Batch(
            context.home,
            options,
            on_report=say,
            on_progress=progress,
            on_notice=lambda said: click.echo(said, err=True),
        )
        summary = batch.run(paths)
    if as_json:
        emit({"summary": summary.as_dict()})
    else:
        counts = ", ".join(f"{count} {outcome.value}" for outcome, count in summary.outcomes.items())
        if dry_run:
            counts = counts.replace("indexed", "to be read")
        click.echo(f"{counts}; {summary.passages} passages, {summary.pages} pages in {summary.seconds:.1f} s")
    if summary.failed_before and not as_json:
        click.echo(
            f"{summary.failed_before} of the unchanged files could not be read before; --retry tries again",
            err=True,
        )
    if summary.interrupted:
        click.echo("Stopped after the files in hand; run it again to go on.", err=True)
        raise click.exceptions.Exit(130)
    if summary.outcomes[Outcome.FAILED]:
        raise click.exceptions.Exit(1)
