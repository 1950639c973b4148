"""The register as a file that is downloaded, filled in, and sent back."""

from __future__ import annotations

import io

from kb.errors import KBError
from kb.register.files import read_table, to_csv, to_xlsx
from kb.register.table import rows_of
from kb.register.taking import take_table
from kb.wording import worded
from web.asked import Asked
from web.errors import BadRequest, fault_of
from web.pages.register import refuse_readers, shown
from web.register_asking import Part, read_part, within
from web.reply import Reply, disposition
from web.site import Site

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(site: Site, asked: Asked) -> Reply:
    """The part as CSV."""
    part = read_part(asked)
    text = "".join(to_csv(rows_of(site.register.each(part.wanted, within=within(site, part)))))
    return Reply(
        body=text.encode("utf-8", "replace"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": disposition("recommendations.csv")},
    )


def as_xlsx(site: Site, asked: Asked) -> Reply:
    """The part as a workbook."""
    part, made = read_part(asked), io.BytesIO()
    to_xlsx(rows_of(site.register.each(part.wanted, within=within(site, part))), made)
    return Reply(
        body=made.getvalue(), media_type=XLSX, headers={"Content-Disposition": disposition("recommendations.xlsx")}
    )


def take(site: Site, asked: Asked) -> Reply:
    """Take back a table: what was written, and which rows were refused and why."""
    refuse_readers(site)
    name, data = asked.files.get("table", ("", b""))
    everything = Part(wanted={})
    if not data:
        fault = fault_of(BadRequest(worded("No file was chosen."), advice=worded("Choose the table you filled in.")))
        return shown(site, everything, status=400, fault=fault)
    try:
        taken = take_table(site.register, read_table(data, name))
    except KBError as error:
        return shown(site, everything, status=400, fault=fault_of(error))
    return shown(site, everything, taken=taken, status=409 if taken.refused else 200)
