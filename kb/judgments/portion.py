"""Which portion of a judgment a passage stands in, told by the trail of headings above it.

Paragraphs of the operative part and of separate opinions have numbers of their own, so that § 2 of a dissent is not
§ 2 of the judgment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.judgments.titles import judges_in, title_of
from kb.judgments.words import CONCURS, DISSENTS, IN_PART, OPINIONS, REASONS
from kb.nouns import Document, Kind, Passage

OPERATIVE, DISSENTING, PARTLY_DISSENTING, CONCURRING, PARTLY_CONCURRING, SEPARATE = PORTIONS = (
    "operative-part",
    "dissenting-opinion",
    "partly-dissenting-opinion",
    "concurring-opinion",
    "partly-concurring-opinion",
    "separate-opinion",
)
_OPENING = {language: re.compile(pattern.replace("ı", "i")) for language, pattern in OPINIONS.items()}
_REASONS = tuple(each.replace("ı", "i") for each in REASONS)
_LONGEST = 600  # characters of a heading: one that names all seventeen judges
_HANGING = re.compile(r"(?:\b(?:of|by|de|des|du|and|et|judges?|juges?|i|и)|,)\Z")
_GOING_ON = re.compile(r"(?:judges?|juges?|joined by|which|à laquelle|auquel|kojem)\b")
_NOTE = re.compile(r"\[\d{1,4}\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """``kind`` is one of PORTIONS. Of a separate opinion ``title`` is its heading in small letters (``joint partly
    dissenting opinion of Judges Keller and Dedov``), in ``language``, and ``judges`` the names of those who wrote it or
    joined it, () where they are not told."""

    kind: str
    title: str = ""
    judges: tuple[str, ...] = ()
    language: str = ""


def portion_of(document: Document, passage: Passage) -> Portion | None:
    """The portion of a judgment with numbers of its own that a passage stands in; None in the judgment itself, in its
    footnotes, and in documents that are no judgments."""
    if document.kind is not Kind.JUDGMENT or is_note(document, passage):
        return None
    return _portion(passage.heading)


def bears_own_numbers(kind: str, heading: tuple[str, ...]) -> bool:
    """Whether numbers beneath these headings are not the paragraphs of the judgment itself."""
    return kind == Kind.JUDGMENT.value and _portion(heading) is not None


def is_note(document: Document, passage: Passage) -> bool:
    """Whether it is a footnote that a text of a judgment prints at its end, under whatever stands last: ``[3]. …``."""
    return document.kind is Kind.JUDGMENT and (passage.form == "footnote" or _NOTE.match(passage.text) is not None)


@lru_cache(maxsize=4096)  # a trail stands above many passages
def _portion(trail: tuple[str, ...]) -> Portion | None:
    """The innermost heading that says it decides: layouts put one opinion beneath another, or beneath the reasons."""
    for at in range(len(trail) - 1, -1, -1):
        words = _folded(trail[at])
        if not words or len(words) > _LONGEST:
            continue
        if words.startswith(_REASONS):
            return Portion(kind=OPERATIVE)
        for language, opening in _OPENING.items():
            if (found := opening.match(words)) is not None and _outermost(trail[:at]):
                return _opinion(trail, at, language, words[: found.end()])
    return None


def _opinion(trail: tuple[str, ...], at: int, language: str, said: str) -> Portion:
    heading = trail[at]
    for further in trail[at + 1 :]:  # "… OPINION OF" and "JUDGES A, B AND C" on lines of their own
        words = _folded(further)
        if not (_HANGING.search(_folded(heading)) or _GOING_ON.match(words)):
            break
        heading = f"{heading} {further}"
    title = title_of(heading)
    return Portion(kind=_kind(said), title=title, judges=judges_in(title), language=language)


def _kind(said: str) -> str:
    words = re.findall(r"[^\W\d_]+", said)

    def any_of(roots: tuple[str, ...]) -> bool:
        return any(word.startswith(tuple(map(_folded, roots))) for word in words)

    if any_of(DISSENTS):
        return PARTLY_DISSENTING if any_of(IN_PART) or any_of(CONCURS) else DISSENTING
    if any_of(CONCURS):
        return PARTLY_CONCURRING if any_of(IN_PART) else CONCURRING
    return SEPARATE


def _outermost(above: tuple[str, ...]) -> bool:
    """Whether an opinion can begin beneath these headings. A dissent that the facts tell of, of a judge at home, stands
    beneath a heading of the facts; one of this court beneath nothing but the title, the reasons or another opinion."""
    told = [words for each in above if (words := _folded(each))]
    return all(
        words.startswith((*_REASONS, "case of", "affaire", "the law", "as to the law", "en droit"))
        or any(opening.match(words) for opening in _OPENING.values())
        for words in told
    )


def _folded(heading: str) -> str:
    """Without case; capitals tell no dotless i from a dotted one, so neither does this."""
    return " ".join(heading.casefold().replace("i̇", "i").replace("ı", "i").split())
