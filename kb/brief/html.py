"""A brief as one HTML file that needs nothing else: headings, lists, notes that lead there and back."""

from __future__ import annotations

from html import escape

from kb.brief.brief import Brief, Line, Source

_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:44rem;margin:1.5rem auto;padding:0 1rem;color:#111;background:#fff}"
    "h2{border-top:2px solid #444;padding-top:.5rem;margin-top:2rem}li{margin:.4rem 0;overflow-wrap:anywhere}"
    ".ask{list-style:none;padding-left:0}@media print{a{color:inherit}h2,h3{break-after:avoid}}"
)


def written(brief: Brief) -> str:
    """The whole file as text."""
    notes: list[Source] = []
    out = [f"<h1>{escape(brief.heading)}</h1>", "<dl>"]
    out += [f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in brief.facts]
    out.append("</dl>")
    if len(brief.sections) > 1:
        out.append(f"<nav><h2>{escape(brief.words['contents'])}</h2><ol>")
        out += [f'<li><a href="#s{at}">{escape(one.title)}</a></li>' for at, one in enumerate(brief.sections, start=1)]
        out.append("</ol></nav>")
    out.append("<main>")
    for at, section in enumerate(brief.sections, start=1):
        if section.title:
            out.append(f'<h2 id="s{at}">{escape(section.title)}</h2>')
        for group in section.groups:
            kind = ' class="ask"' if any(line.tick for line in group.lines) else ""
            out.append((f"<h3>{escape(group.title)}</h3>" if group.title else "") + f"<ul{kind}>")
            out += [_line(line, notes, brief.words["note"]) for line in group.lines]
            out.append("</ul>")
    out.append(f"</main><section><h2>{escape(brief.words['sources'])}</h2><ol>")
    for number, note in enumerate(notes, start=1):
        address = f'<a href="{escape(note.address)}">{escape(note.address)}</a>'
        back = f'<a href="#r{number}" aria-label="{number}">↩</a>'
        out.append(f'<li id="n{number}">{escape(note.citation)}, {address} {back}</li>')
    out.append("</ol></section>")
    title = escape(brief.heading)
    return (
        f'<!doctype html>\n<html lang="{escape(brief.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n<body>\n" + "\n".join(out) + "\n</body></html>\n"
    )


def _line(line: Line, notes: list[Source], word: str) -> str:
    facts = f"<strong>{escape(' · '.join(line.facts))}</strong> " if line.facts else ""
    text = f"{'☐ ' if line.tick else ''}{facts}{escape(line.text)}"
    if line.source:
        notes.append(line.source)
        number = len(notes)
        text += f'<sup><a id="r{number}" href="#n{number}">{number}</a></sup>'
    if line.note:
        text += f"<p><em>{escape(word)}: {escape(line.note)}</em></p>"
    if line.below:
        text += "<ul>" + "".join(_line(each, notes, word) for each in line.below) + "</ul>"
    return f"<li>{text}</li>"
