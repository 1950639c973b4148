"""A table as CSV, and as a file by its name's ending."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kb.errors import KBError
from kb.tables.cells import harmless
from kb.tables.xlsx import write_xlsx


def csv_lines(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> Iterator[str]:
    """The table piece by piece: UTF-8 with a mark that tells Excel so, RFC 4180, no cell a formula."""
    yield "\ufeff"
    line = io.StringIO()
    writer = csv.DictWriter(line, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: harmless(value) for name, value in row.items()})
        if line.tell() > 64 * 1024:
            yield line.getvalue()
            line.seek(0)
            line.truncate()
    yield line.getvalue()


def save_table(
    rows: Iterable[Mapping[str, str]],
    columns: Sequence[str],
    file: Path,
    *,
    sheet: str,
    widths: Mapping[str, int] | None = None,
) -> None:
    """Write the table by its name's ending, .csv or .xlsx; the file appears only when it is complete."""
    if file.suffix.lower() not in (".csv", ".xlsx"):
        raise KBError("is neither .csv nor .xlsx", where=str(file), advice="Choose one of them", kind="misuse")
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        if file.suffix.lower() == ".csv":
            with unfinished.open("w", encoding="utf-8", newline="") as out:
                out.writelines(csv_lines(rows, columns))
        else:
            made = io.BytesIO()
            write_xlsx(rows, columns, made, sheet=sheet, widths=widths)
            unfinished.write_bytes(made.getvalue())
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise KBError(
            f"cannot be written ({error.strerror or error})",
            where=str(file),
            advice="Choose a folder that you may write to",
        ) from error
