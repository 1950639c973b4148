"""One source as a web page, as plain text or as Markdown."""

from __future__ import annotations

import textwrap
from html import escape
from pathlib import Path

from samples.source import Part, Run, Source, plain

CSS = """body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h1,h2,h3,h4,header p{font-family:sans-serif;color:#1f3e5c;line-height:1.25}
.notice{background:#eef3f8;padding:.8rem 1rem;font:15px/1.5 sans-serif}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left}
.footnotes{border-top:1px solid #999;margin-top:3rem;font-size:.85rem}nav a{margin-right:1rem}"""


def page(source: Source, target: Path) -> None:
    """Writes a web page with a navigation line around the text, as web pages have."""
    meta = source.meta
    body = "\n".join(_block(part) for part in source.parts)
    notes = "\n".join(
        f'<p id="fn{number}"><a href="#ref{number}"><sup>{number}</sup></a> {_inline(runs)}</p>'
        for number, runs in source.notes.items()
    )
    target.write_text(
        f"""<!DOCTYPE html>
<html lang="{meta["language"]}">
<head>
<meta charset="utf-8">
<title>{escape(meta["title"])}</title>
<meta name="author" content="{escape(meta["body"])}">
<meta name="date" content="{meta["date"]}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{CSS}</style>
</head>
<body>
<nav><a href="#text">{escape(meta["body"])}</a></nav>
<header>
<p>{escape(meta["reference"])} · {escape(meta["dated"])}</p>
<h1>{escape(meta["title"])}</h1>
<p>{escape(meta.get("subtitle", ""))}</p>
</header>
<main id="text">
<p class="notice">{escape(meta["notice"])}</p>
{body}
{f'<section class="footnotes">{chr(10)}{notes}{chr(10)}</section>' if notes else ""}
</main>
</body>
</html>
""",
        encoding="utf-8",
    )


def _inline(runs: tuple[Run, ...]) -> str:
    made = []
    for run in runs:
        if run.note:
            made.append(f'<sup id="ref{run.note}"><a href="#fn{run.note}">{run.note}</a></sup>')
        else:
            made.append(f"<strong>{escape(run.text)}</strong>" if run.bold else escape(run.text))
    return "".join(made)


def _block(part: Part) -> str:
    match part.kind:
        case "heading":
            return f"<h{part.level + 1}>{_inline(part.runs)}</h{part.level + 1}>"
        case "item":
            return f"<ul><li>{_inline(part.runs)}</li></ul>"
        case "table":
            head, *rows = part.rows
            first = "".join(f"<th>{escape(cell)}</th>" for cell in head)
            rest = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            return f"<table>\n<tr>{first}</tr>\n{rest}\n</table>"
        case "numbered":
            return f"<p>{part.label} {_inline(part.runs)}</p>"
        case "columns":
            return ""
        case _:
            return f"<p>{_inline(part.runs)}</p>"


def text(source: Source, target: Path) -> None:
    """Writes plain text wrapped at 78 characters, as it would be sent by e-mail."""
    meta = source.meta
    blocks = [meta["body"].upper(), f"{meta['reference']}, {meta['dated']}", meta["title"], meta["notice"]]
    blocks += [f"{part.label} {plain(part.runs)}".strip() for part in source.parts]
    wrapped = [textwrap.fill(block, 78, break_long_words=False, break_on_hyphens=False) for block in blocks]
    target.write_text("\n\n".join(wrapped) + "\n", encoding="utf-8")


def markdown(source: Source, target: Path) -> None:
    """Writes Markdown: the title as first heading, every heading one level down."""
    meta = source.meta
    blocks = [f"# {meta['title']}", f"{meta['body']}, {meta['reference']}, {meta['dated']}", f"> {meta['notice']}"]
    for part in source.parts:
        inline = "".join(f"**{run.text}**" if run.bold else run.text or f"[^{run.note}]" for run in part.runs)
        # A bare "1." would be renumbered by a Markdown reader: the number is kept as text.
        label = part.label[:-1] + r"\." if part.label.endswith(".") and part.label.count(".") == 1 else part.label
        lead = {"heading": "#" * (part.level + 1), "item": "-", "numbered": label}.get(part.kind, "")
        blocks.append(f"{lead} {inline}".strip())
    target.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
