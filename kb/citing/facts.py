"""What the styles are made of: the facts of a document and of the place in it that is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.citations import targets
from kb.citations.names import known
from kb.judgments import OPERATIVE, Portion, is_note, portion_of
from kb.nouns import Document, Instrument, Kind, Passage

if TYPE_CHECKING:
    from kb.collection import Collection

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CASE_OF = re.compile(r"^(?:CASE OF|AFFAIRE|ÇËSHTJA|PREDMET|SLUČAJ|ПРЕДМЕТ)\s+", re.IGNORECASE)
_SMALL = {"v.", "v", "c.", "c", "and", "et", "the", "of", "de", "du", "des", "la", "le", "les", "in", "on", "for"}
_AS_PRINTED = {"v.", "c.", "(no.", "(nos.", "no.", "nos.", "and"}  # small in a title that is all capitals
_GRAND = re.compile(r"\bGRANDE? CHAMB(?:ER|RE)\b|\bas a Grand Chamber\b|\ben une Grande Chambre\b")
_DECISION = re.compile(r"\bDECISION\b|\bDÉCISION\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_FRONT = 30  # passages before the first numbered one in which a judgment says what it is
_NUMBERED = re.compile(r"\(?[0-9]+[0-9.\-/]*[a-z]{0,5}[.)]?")
_AGAIN = re.compile(r"~\d+")  # of an anchor whose number was there before
_ITEMS = re.compile(r"(\d+(?:\.\d+)*)((?:\.[a-z]{1,5})+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A document as it is cited. ``numbers`` are application numbers as printed, ``word`` and ``number`` the place
    (``article`` and ``19``, ``paragraph`` and ``41 (a)``; both "" for the whole text or an unnumbered passage).

    ``portion`` is the operative part or the separate opinion of a judgment that the place is in, whose numbers are its
    own. ``name`` is the title; a case's in small letters, without "CASE OF". ``address`` is the permanent address here.
    """

    document: Document
    name: str
    numbers: tuple[str, ...] = ()
    grand: bool = False
    decision: bool = False
    instrument: Instrument | None = None
    passage: Passage | None = None
    word: str = ""
    number: str = ""
    portion: Portion | None = None
    address: str = ""

    @property
    def day(self) -> str:
        """``26 October 2000``; as precise as it is known."""
        return day_of(self.document.date)

    @property
    def language(self) -> str:
        """Of the passage, where one is cited: a document may hold several. "" where it is not known."""
        return (self.passage.language if self.passage is not None else None) or self.document.language or ""

    @property
    def operative(self) -> bool:
        """Whether the place is in the operative part of a judgment, whose points are no paragraphs of its reasons."""
        return self.portion is not None and self.portion.kind == OPERATIVE

    @property
    def opinion(self) -> str:
        """The separate opinion that the place is in: ``dissenting opinion of Judge Bonello``; "" in the judgment."""
        return said_in_english(self.portion) if self.portion is not None and not self.operative else ""

    @property
    def case(self) -> bool:
        """Whether it is a judgment with an application number: what the styles for case law need."""
        return self.document.kind is Kind.JUDGMENT and bool(self.numbers)


def facts_of(collection: Collection, document: Document, passage: Passage | None = None, *, root: str = "") -> Facts:
    """The facts; ``root`` is the address of the server, without a slash at the end."""
    case = document.kind is Kind.JUDGMENT
    front = _front(collection.passages(document.id)) if case else ""
    word, number = place_of(document, passage) if passage is not None else ("", "")
    here = passage.url if passage is not None else f"/d/{document.id}"
    return Facts(
        document=document,
        name=case_name(document.title) if case else document.title.strip(),
        numbers=tuple(each[4:] for each in targets(document) if each.startswith("app/")),
        grand=bool(_GRAND.search(front)),
        decision=bool(_DECISION.search(front)) and "JUDGMENT" not in front,
        instrument=known().instruments.get(document.work or ""),
        passage=passage,
        word=word,
        number=number,
        portion=portion_of(document, passage) if passage is not None else None,
        address=root + here,
    )


def _front(passages: Sequence[Passage]) -> str:
    words = []
    for passage in passages[:_FRONT]:
        if passage.label == "1":
            break
        words.append(" ".join((*passage.heading, passage.text)))
    return "\n".join(words)


def case_name(title: str) -> str:
    """``CASE OF O’KEEFFE v. IRELAND`` → ``O’Keeffe v. Ireland``; a name that is not in capitals stays as it is."""
    bare = " ".join(_CASE_OF.sub("", title.strip()).split())
    if any(word != word.upper() and word.lower() not in _AS_PRINTED for word in bare.split()):
        return bare
    words = [word.lower() if word.lower() in _SMALL else _LETTERS.sub(_capital, word) for word in bare.split(" ")]
    words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words)


def _capital(match: re.Match[str]) -> str:
    word = match[0]
    if match.start() and match.string[match.start() - 1] in "’'" and len(word) < 3:
        return word.lower()  # the ’s of a possessive
    return word[0] + word[1:].lower()


def place_of(document: Document, passage: Passage) -> tuple[str, str]:
    """The word for a passage's number and the number: ``article`` and ``3``, ``paragraph`` and ``41 (a)``; or none."""
    anchor = _AGAIN.sub("", passage.anchor)
    if is_note(document, passage):
        number = passage.label.strip("[]. ")
        return ("footnote", number) if number.isdigit() else ("", "")
    word, dash, number = anchor.rpartition("-")
    if dash and number[:1].isdigit() and word.isalpha():
        return word, number
    if items := _ITEMS.fullmatch(anchor):
        return "paragraph", items[1] + "".join(f" ({item})" for item in items[2].strip(".").split("."))
    label = passage.label.strip()
    if not anchor[:1].isdigit() or not label or not _NUMBERED.fullmatch(label):
        return "", ""
    one = known().instruments.get(document.work or "")
    word = one.numbering if one is not None else "paragraph"
    return word, anchor if re.fullmatch(r"\d+(?:\.\d+)*", anchor) else label.strip("().")


def said_in_english(opinion: Portion) -> str:
    """A separate opinion by its title where that is English, else by its kind and its judges."""
    if opinion.language == "en" and opinion.title:
        return opinion.title
    kind = opinion.kind.replace("-", " ")
    if not opinion.judges:
        return kind
    *most, last = opinion.judges
    return f"{kind} of Judges {', '.join(most)} and {last}" if most else f"{kind} of Judge {last}"


def day_of(date: str | None) -> str:
    """ISO 8601 in English words: ``2000-10-26`` → ``26 October 2000``, ``2019-05`` → ``May 2019``; "" for None."""
    if not date:
        return ""
    year, *rest = date.split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest and 1 <= int(rest[0]) <= 12 else ""
    day = str(int(rest[1])) if len(rest) > 1 and month else ""
    return " ".join(filter(None, (day, month, year)))


def without_end(text: str) -> str:
    """A title without the stop at its end, so that a citation can go on after it."""
    return text.rstrip(" .,;:")
