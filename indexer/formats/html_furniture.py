"""What a site puts around its pages: menus, banners, imprints. Dropped, unless it would take the text along."""

from __future__ import annotations

import re

from indexer.formats.markup import Element, attribute, name_of, texts_of, words_of

BACK = re.compile(r"#_?(?:ftnref|fnref|footnote-?ref|ednref|cite_ref|sd(?:foot|end)note\d+anc)", re.I)
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "form", "button", "select", "iframe", "svg", "object", "head",
     "canvas", "audio", "video", "input", "textarea", "dialog", "menu"}
)  # fmt: skip
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alert", "toolbar",
                    "alertdialog", "complementary"})  # fmt: skip
_NAMED = frozenset({"div", "ul", "section", "aside", "p", "table", "td", "span", "header"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|onetrust|(?:cy)?bot-?cookiebot|cc-(?:window|banner)|gdpr|consent|bread-?crumbs?|nav(?:bar|igation)?"
    r"|(?:main|top|side|site|mobile)-?(?:menu|nav|bar)|sidebars?|shar(?:e|ing)|social(?:-?(?:media|links?|icons?))?|skip-?links?"
    r"|pagination|pager|newsletter|subscribe|related(?:-?(?:posts?|articles?|news|links?))|lang(?:uage)?-?(?:switch(?:er)?|menu|bar)"
    r"|(?:site|page|main)-?footer|footer|copyright|site-?header|masthead|search-?(?:form|box|bar)|print-?(?:link|button)"
    r"|back-?to-?top|addtoany|comments?-?(?:area|form|section)|menu)(?:$|[\s_-])",
    re.I,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LINKS, _LINK = 5, 40  # a menu has at least so many links, and none longer


def is_furniture(element: Element, name: str, whole: int) -> bool:
    """Whether an element is no part of the text. ``whole`` is the length of all the text there is."""
    if name in _DROPPED or "hidden" in element.attrib or attribute(element, "aria-hidden") == "true":
        return True
    style = re.sub(r"\s+", "", attribute(element, "style").casefold())
    if "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style:
        return True
    if not _seems(element, name):
        return False
    return length_of(element) < 0.4 * whole and not _has_notes(element)


def length_of(element: Element) -> int:
    """How many letters and signs are in it."""
    return sum(len(text.strip()) for text in texts_of(element))


def _seems(element: Element, name: str) -> bool:
    if attribute(element, "role") in _ROLES or name == "footer":
        return True
    if name == "header":  # of the site, not of the article
        inside = any(name_of(outer) in ("article", "main", "section") for outer in element.iterancestors())
        if not inside and not any(True for _ in element.iter("h1", "h2")):
            return True
    marks = _CAMEL.sub("-", f"{attribute(element, 'class')} {attribute(element, 'id')}")
    if name in _NAMED and _FURNITURE.search(marks):
        return True
    return name in ("ul", "ol") and _is_menu(element)


def _is_menu(element: Element) -> bool:
    """A list of short links to other pages. One of places in this page, or of long titles, is a table of contents."""
    links = [link for link in element.iter("a") if not attribute(link, "href").startswith("#")]
    texts = [words_of(link) for link in links]
    return (
        len(links) >= _LINKS and max(map(len, texts)) <= _LINK and sum(map(len, texts)) >= 0.9 * len(words_of(element))
    )


def _has_notes(element: Element) -> bool:
    return any(BACK.search(attribute(link, "href")) for link in element.iter("a"))
