"""The formats a brief is written in, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kb.brief.brief import Brief
from kb.errors import KBError
from kb.wording import worded


def _markdown(brief: Brief) -> bytes:
    from kb.brief.markdown import written

    return written(brief).encode()


def _docx(brief: Brief) -> bytes:
    from kb.brief.docx import written

    return written(brief)


def _html(brief: Brief) -> bytes:
    from kb.brief.html import written

    return written(brief).encode()


def _pdf(brief: Brief) -> bytes:
    from kb.brief.pdf import written

    return written(brief)


FORMATS: dict[str, tuple[Callable[[Brief], bytes], str]] = {
    "docx": (_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": (_html, "text/html; charset=utf-8"),
    "md": (_markdown, "text/markdown; charset=utf-8"),
    "pdf": (_pdf, "application/pdf"),
}


def made(brief: Brief, suffix: str) -> bytes:
    """The brief as a file of this ending; KBError of kind ``misuse`` for one there is not."""
    suffix = suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        raise KBError(
            worded("A brief cannot be written as “%(suffix)s”.", suffix=suffix),
            advice=worded("There are: %(known)s.", known=", ".join(FORMATS)),
            kind="misuse",
        )
    return FORMATS[suffix][0](brief)


def save(brief: Brief, path: Path) -> None:
    """Write it to a file; KBError where the name has another ending or the file cannot be written."""
    put(made(brief, path.suffix), path)


def put(data: bytes, path: Path) -> None:
    """Write a file's bytes; KBError where that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise KBError(
            worded("cannot be written: %(why)s", why=error.strerror or error),
            where=str(path),
            advice=worded("Choose a folder that you may write to."),
        ) from error
