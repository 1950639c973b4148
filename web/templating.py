"""Pages from templates: everything escaped, an unknown name is an error, every sentence goes through gettext."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from kb.citator import path_of
from kb.nouns import Passage
from web import assets, i18n
from web.failures import failed, noted
from web.marked import (
    address_of_link,
    address_of_place,
    address_pieces,
    label_end,
    linked_pieces,
    marked_pieces,
    table_rows,
)
from web.mine import my_basket
from web.reply import Reply
from web.strings import name_of, portion_text, reason, sentence, within_text


@functools.cache
def environment() -> Environment:
    """The one environment; templates are compiled once, their sentences are looked up for each answer."""
    made = Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    filters: dict[str, Callable[..., Any]] = {
        "named": name_of,
        "sentence": sentence,
        "body": body,
        "rows": table_rows,
        "when": i18n.date_text,
        "number": i18n.number_text,
        "percent": i18n.percent_text,
        "size": i18n.size_text,
        "reason": reason,
        "failed": failed,
        "noted": noted,
        "told": i18n.said,
        "marked": marked_pieces,
        "linked": linked_pieces,
        "leads": address_of_link,
        "place": address_of_place,
        "said": i18n.said,
        "citing_path": path_of,
        "within": within_text,
        "portion": portion_text,
        "address_pieces": address_pieces,
    }
    made.filters.update({name: _for_each_answer(function) for name, function in filters.items()})
    made.globals.update(
        asset=assets.address, web_address=web_address, speech=i18n.speech, switch=switch, my_basket=my_basket
    )
    return made


def _for_each_answer(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, as one that Jinja does not work out when it compiles a template: "theme"|named("field") would be
    spoken for ever in the language of that moment."""

    @pass_context
    def filtered(_: Context, *values: Any, **named: Any) -> Any:
        return function(*values, **named)

    return filtered


def prepare() -> None:
    """Compile every template, so that the first reader of a page does not wait for it (the citator's takes 0.3 s)."""
    for name in environment().list_templates():
        environment().get_template(name)


def web_address(url: str | None) -> str:
    """A source's address if it is one a link may have (http or https), else ""."""
    return url if url and url.startswith(("https://", "http://")) else ""


def switch() -> list[tuple[str, str, str]]:
    """Code, own name and address of this page in every language of the interface."""
    here = i18n.speech().here
    mark = "&" if "?" in here else "?"
    return [(code, name, f"{here}{mark}ui={code}") for code, name in i18n.LANGUAGES.items()]


def body(passage: Passage) -> str:
    """A passage's text without its printed label, which stands beside it."""
    return passage.text[label_end(passage.text, passage.label) :]


def page(template: str, *, status: int = 200, **values: Any) -> Reply:
    """A page; pages quote what may be confidential, so no cache stores them."""
    body = environment().get_template(template).render(**values)
    return Reply(body=body.encode("utf-8", "replace"), status=status)
