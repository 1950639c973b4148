"""``kb ask``: a checklist of questions in, the best passages for each out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.cli.context import Context, emit, home_option, json_option
from kb.nouns import Access

LOCAL = "http://127.0.0.1:8080"
SHOWN = 300  # characters of a passage on the terminal


@click.command()
@click.argument("questions", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--best", default=3, show_default=True, type=click.IntRange(1, 50), help="Passages for each question.")
@click.option("--lang", multiple=True, metavar="CODE", help="Language of the passages, where a question names none.")
@click.option("--group", is_flag=True, help="One passage of each document for a question.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file: .csv or .xlsx (a row for each passage), .json, or a brief as .docx, .html, .md, .pdf.",
)
@click.option("--in", "language", default="en", show_default=True, metavar="CODE", help="Language of the brief.")
@click.option("--address", default=LOCAL, show_default=True, metavar="URL", help="Where readers reach the server.")
@click.option(
    "--clearance",
    type=click.Choice([level.value for level in Access]),
    help="Whom the answers are for: they hold nothing that they may not read (default: all).",
)
@json_option
@home_option
@click.pass_context
def ask(
    ctx: click.Context, /, questions: Path, out: Path | None, as_json: bool, clearance: str | None, **wanted: Any
) -> None:
    """Ask a list of QUESTIONS (CSV or XLSX with a column “question”, or a text with one in each line)."""
    from kb.questions import Checklist, answers, questions_in, read_checklist, shapes_of

    context: Context = ctx.obj
    if clearance:
        context.clearance = Access(clearance)
    root, language = wanted["address"].rstrip("/"), wanted["language"]
    if questions.suffix.lower() in (".txt", ".md"):
        checklist = Checklist(questions=questions_in(questions.read_text("utf-8-sig", "replace")))
    else:
        checklist = read_checklist(questions.read_bytes(), str(questions))
    for head in checklist.unknown:
        click.echo(f"{questions}: the column “{head}” is not used", err=True)
    for each in checklist.misread:
        click.secho(f"{questions}, line {each.line}: {each.why}", err=True, fg="red")
    collection = context.collection()
    found = list(
        answers(collection, checklist.questions, best=wanted["best"], languages=wanted["lang"], group=wanted["group"])
    )
    if out is not None:
        _write(found, out, root, language, collection.clearance, questions.stem)
    if as_json:
        for shape in shapes_of(found, root=root):
            emit(shape)
    elif out is None:
        _print(found)
    empty = sum(1 for each in found if not each.passages)
    click.echo(f"{len(found)} questions, {empty} without a passage, {len(checklist.misread)} lines not taken", err=True)
    if checklist.misread or any(each.error for each in found):
        ctx.exit(1)


def _write(found: list[Any], out: Path, root: str, language: str, clearance: Access, title: str) -> None:
    import json

    from kb.brief import save
    from kb.questions import COLUMNS, SHEET, WIDTHS, brief_of, rows_of, shapes_of
    from kb.tables import save_table

    suffix = out.suffix.lower()
    if suffix in (".csv", ".xlsx"):
        save_table(rows_of(found, root=root, language=language), COLUMNS, out, sheet=SHEET, widths=WIDTHS)
    elif suffix == ".json":
        out.write_text(json.dumps(list(shapes_of(found, root=root)), ensure_ascii=False, indent=1), "utf-8")
    else:
        save(brief_of(found, clearance=clearance, language=language, root=root, title=title), out)


def _print(found: list[Any]) -> None:
    from kb.questions.table import remark_of

    for each in found:
        click.secho(f"\n{each.question.id}. {each.question.text}", bold=True)
        for rank, (document, passage) in enumerate(each.passages, start=1):
            text = " ".join(passage.text.split())
            place = " · ".join(filter(None, [document.title, passage.label, document.date or ""]))
            click.echo(f"  {rank}. {place}")
            click.echo(f"     {text[:SHOWN] + '…' if len(text) > SHOWN else text}")
            click.secho(f"     {passage.url}", dim=True)
        if not each.passages:
            click.secho(f"  {remark_of(each)}", fg="yellow")
