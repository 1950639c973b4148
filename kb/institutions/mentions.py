"""Which institutions a document's passages are about: by their words, their headings, the title, the manifest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.institutions.use import find, known
from kb.nouns import Document, Mention, Passage


def mentions_of(document: Document, passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """Where the document names institutions: in its title, in the headings above each passage, in each passage."""
    found = [_mention(document, "", one.institution, "title") for one in find(document.title)]
    headed: dict[tuple[str, ...], tuple[str, ...]] = {}
    for passage in passages:
        if passage.heading not in headed:
            headed[passage.heading] = _innermost(passage.heading)
        found += [_mention(document, passage.anchor, name, "heading") for name in headed[passage.heading]]
        for one in find(passage.text, passage.language):
            found.append(
                Mention(
                    document=document.id,
                    anchor=passage.anchor,
                    institution=one.institution,
                    start=one.start,
                    end=one.end,
                )
            )
    return tuple(dict.fromkeys(found))


def _mention(document: Document, anchor: str, name: str, found_in: str) -> Mention:
    return Mention(document=document.id, anchor=anchor, institution=name, start=0, end=0, found_in=found_in)


def _innermost(headings: tuple[str, ...]) -> tuple[str, ...]:
    """The institutions of the nearest heading that names any: a section on one stands within one on several."""
    for heading in reversed(headings):
        if names := tuple(dict.fromkeys(one.institution for one in find(heading))):
            return names
    return ()


def of_passages(document: Document, mentions: Sequence[Mention]) -> Callable[[str], tuple[str, ...]]:
    """For each anchor the institutions its passage is found under: ids, and names of the manifest that nobody knows.

    A document about one institution is about it in every passage. In one about several a passage belongs to those that
    it or its heading names; where it names none, to all that the manifest says.
    """
    manifest = tuple(dict.fromkeys(_id(name) for name in document.institutions))
    titled = tuple(dict.fromkeys(one.institution for one in mentions if one.found_in == "title"))
    whole = manifest or (titled if len(titled) == 1 else ())
    own: dict[str, dict[str, None]] = {}
    for one in mentions:
        own.setdefault(one.anchor, {})[one.institution] = None

    def places(anchor: str) -> tuple[str, ...]:
        named = own.get(anchor, {}) if anchor else {}
        if not named:
            return whole
        return tuple(dict.fromkeys((*whole, *named))) if len(whole) == 1 else tuple(named)

    return places


def _id(name: str) -> str:
    ids = known().resolve(name)
    return ids[0] if len(ids) == 1 else name
