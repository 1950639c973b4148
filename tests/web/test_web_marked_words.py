"""Every word of a page is marked for translation: seen in the templates, and on the pages in a language of brackets.

The pseudo-catalogue says each sentence in brackets; what stands outside them must be data, which is in elements with
``dir="auto"`` or a ``lang`` of its own, or a name of CLDR's (languages, states, months).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from jinja2 import Environment

import web as site
from catalogues.catalogue import Catalog, locale_of, write
from catalogues.sentences import template
from kb.kept import Shelf
from web.i18n import catalogue as catalogues
from web.routes import ANCHOR, DOCUMENT, FORMAT, INSTITUTION, NUMBER, ROUTES, SAVED, THEME

LANGUAGE = "sq"  # its catalogue is replaced by the one of brackets
TEMPLATES = sorted((Path(site.__file__).parent / "templates").glob("*.html"))
SAID = ("title", "aria-label", "alt", "placeholder", "data-done", "aria-description", "aria-roledescription")
VOID = {"meta", "link", "input", "br", "img", "hr", "rect", "path", "wbr"}
UNSPOKEN = {"script", "style", "code", "pre", "kbd", "textarea"}
# Names and units that are the same in every language.
EVERYWHERE = re.compile(
    r"\b(?:Detention KB|ms|kB|MB|GB|OCR|PDF|JSON|CSV|XLSX|DOCX|HTML|Markdown|OSCOLA|BibTeX|RIS|CSL)\b"
)
LETTERS = re.compile(r"[^\W\d_]")


class Spoken(HTMLParser):
    """The texts and spoken attributes of a page, with the element each stands in; data is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.depth = 0  # of brackets: a sentence may hold elements
        self.said: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        data = tag in UNSPOKEN or values.get("dir") == "auto" or ("lang" in values and tag != "html")
        if not (data and tag != "input" and "placeholder" not in values):
            self.said += [(f"<{tag} {name}>", values[name] or "") for name in SAID if name in values]
        if tag not in VOID:
            self.open.append((tag, data or (bool(self.open) and self.open[-1][1])))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside, is_data = self.open[-1] if self.open else ("", False)
        words = ""
        for character in data:
            self.depth += character == "⟦"
            words += "" if self.depth else character
            self.depth -= character == "⟧"
        if words.strip() and not is_data:
            self.said.append((f"<{inside}>", " ".join(words.split())))


def spoken(html: str) -> list[tuple[str, str]]:
    parser = Spoken()
    parser.feed(html)
    parser.close()
    return parser.said


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_outside_of_gettext(path: Path) -> None:
    source = re.sub(r"{% block body_class %}[\w -]*{% endblock %}", "", path.read_text("utf-8"))
    lexed = Environment().lex(source)  # noqa: S701 - nothing is rendered
    bare = "".join(words if kind == "data" else "\n" * words.count("\n") for _, kind, words in lexed)
    wrong = [f"{path.name}: {place} {words!r}" for place, words in spoken(bare) if LETTERS.search(unnamed(words))]
    assert not wrong, "mark with _() or ngettext():\n" + "\n".join(wrong)


def test_the_script_has_no_words_of_its_own() -> None:
    script = (Path(site.__file__).parent / "static/site.js").read_text("utf-8")
    told = re.findall(r"(?:textContent|innerText|title|placeholder|ariaLabel)\s*=\s*([\"'`][^\"'`]*[\"'`])", script)
    told += re.findall(r"(?:alert|confirm|prompt)\(\s*([\"'`][^\"'`]*)", script)
    assert [words for words in told if LETTERS.search(words)] == [], "hand them over in data- attributes"


@pytest.fixture
def bracketed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Albanian is replaced by a catalogue that says every sentence in English, in brackets."""
    made = Catalog(locale=locale_of(LANGUAGE), fuzzy=False)
    for message in template():
        if message.id:
            both = [f"⟦{one}⟧" for one in ([message.id] if isinstance(message.id, str) else message.id)]
            made.add(message.id, both[0] if isinstance(message.id, str) else tuple(both))
    write(made, tmp_path / f"{LANGUAGE}.po")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues.translations.cache_clear()
    yield
    catalogues.translations.cache_clear()


def unnamed(words: str) -> str:
    return EVERYWHERE.sub("", words)


def unmarked(words: str) -> str:
    """What is left without brackets, names of CLDR's and names that are the same everywhere."""
    before = ""
    while before != words:
        before, words = words, re.sub(r"⟦[^⟦⟧]*⟧", " ", words)
    words = CLDR.sub(" ", unnamed(words)) if LETTERS.search(words) else ""
    return words.strip() if LETTERS.search(words) else ""


def _cldr() -> re.Pattern[str]:
    locale = Locale.parse(LANGUAGE)
    names = [*locale.languages.values(), *locale.territories.values(), *locale.scripts.values()]
    names += [month for form in locale.months["format"].values() for month in form.values()]
    names += [name.split("(")[1].rstrip(")") for name in names if "(" in name]
    names += ["cirilik", "latin"]
    longest_first = sorted({name for name in names if len(name) > 2}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


CLDR = _cldr()


def addresses(web: Any, held: Any) -> list[str]:
    """An address for every page; those that show most of what a page may say."""
    document = held["visit-en"].id
    passages = web.collection.passages(document)
    filled = {
        INSTITUTION: "xk-dubrava",
        THEME: "solitary-confinement",
        DOCUMENT: document,
        ANCHOR: passages[1].anchor,
        FORMAT: "ris",
        "<target:path>": "opcat~article-19",
        NUMBER: "1",
        SAVED: "1",
    }
    found = []
    for route in ROUTES:
        path = route.pattern
        if path.startswith(("/api/", "/static/", "/page/", "/original/")) or "GET" not in route.methods:
            continue
        for pattern, value in filled.items():
            path = path.replace(pattern, value)
        found.append(path if "<" not in path else "")
    assert all(found), "a page with another kind of parameter: say here how it is filled"
    return [
        *found,
        *MORE,
        f"/d/{held['chronicle'].id}",
        f"/d/{held['visit-sq'].id}",
        f"/pages?document={document}",
        f"/register/{document}/4",
        *kept(web, f"{document}#4"),
        "/brief?institution=xk-dubrava",
        "/brief?theme=solitary-confinement",
        "/brief?institution=Nowhere",
    ]


def kept(web: Any, key: str) -> list[str]:
    """The addresses of a basket and of a brief with a passage, a note, and what others did meanwhile."""
    shelf = Shelf(web.collection)
    basket, brief = shelf.make("basket", "Isolation", who="Ana")[0], shelf.make("brief", "Dubrava", who="Ana")[0]
    shelf.add(basket, [key])
    shelf.want(brief, {"institutions": ["xk-dubrava"], "themes": [], "from": None, "to": None, "language": "sq"})
    for one in (basket, brief):
        shelf.note(one, key, "Look at the register.", who="Ana")
    shelf.drop(brief, key)
    return [f"/{one.kind}/{one.id}?seen=0&until=999" for one in (basket, brief)]


MORE = (
    "/search?q=solitary+confinement&kind=report&from=2000&to=2030&exact=1",
    "/search?q=corridor&group=1",
    "/search?q=handcuffs&role=finding&state=XKX",
    "/search?q=zzqqxx",
    "/search?q=zzqqxx&kind=law",
    "/search?q=torture&without=torture&lang=en",
    "/search?q=kind:nonsense",
    "/search?q=year:never",
    "/search?q=((((((((((((((((((((((((a",
    "/search?q=OPCAT+article+19&words=1",
    "/cite/app/12345/06?asked=12345/06",
    "/cite/nonsense",
    "/cite/opcat?group=nonsense",
    "/cite/opcat?role=poem",
    "/authorities?text=OPCAT+article+19%0Aapp.+12345/06%0Awords",
    "/search?q=CPT/Inf+(2019)+9&words=1",
    "/cite/cpt/inf/2019/9",
    "/search?sort=backwards&q=a",
    "/search?lang=%2B&q=a",
    "/search?q=a&page=x",
    "/d/nothing",
    "/nowhere",
    "/collection?kind=report",
    "/collection?page=99",
    "/pages?state=nonsense",
)


@pytest.mark.usefixtures("bracketed")
def test_every_word_of_every_page_is_translated_or_data(web: Any, held: Any) -> None:
    wrong = {}
    for address in addresses(web, held):
        got = web.get(f"{address}{'&' if '?' in address else '?'}ui={LANGUAGE}")
        if not got.headers["Content-Type"].startswith("text/html"):
            continue
        assert "⟦" in got.text, address
        assert f'<html lang="{LANGUAGE}"' in got.text
        for place, words in spoken(got.text):
            left = unmarked(words)
            # The title of a page is data where the page shows it too, or was asked for it.
            data = re.sub(r"⟦[^⟦⟧]*⟧", " ", unescape(got.text)) if place == "<title>" else ""
            shown = data.count(left.strip(" ·,")) > 1
            if left and not shown:
                wrong.setdefault((place, left), address)
    told = [f"{address}: {place} {left!r}" for (place, left), address in wrong.items()]
    assert not told, "neither translated nor data (dir=auto, or lang):\n" + "\n".join(told)
