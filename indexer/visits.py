"""When a report's authors were where: visits read from its sentences, with dates and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.describe.dates import dates, month_of
from kb.institutions import find, of_passages
from kb.nouns import Document, Kind, Mention, Passage, Visit

_TELLING = (Kind.REPORT, Kind.CPT_REPORT, Kind.PRESS_RELEASE, Kind.OTHER)
_LISTED = 32  # letters from one date of a list to the next
_FIRST = 40  # passages in which a report says where its authors were; later dates are of what they found
_I = re.IGNORECASE
_VISIT = re.compile(
    r"\b(?:visit(?:ed|s)?|vizit(?:oi|uan|uar|ë|ën|ës|a|at|ave|ohej|at)|vizituam|pose(?:tio|tila|tili|ćen\w*|tu|ti|ta|te)"
    r"|posjet\w*|обиш\w*|посе(?:тио|тила|тили|ћен\w*|ту|ти|та|те)|obiš\w*|visité\w*|visites?|ziyaret\w*)\b",
    _I,
)
_THERE = re.compile(
    r"\b(?:establishments?|places|institutions) visited\b|\b(?:vendet|institucionet) e vizituara\b"
    r"|\bposećen[ae] (?:ustanove|mesta)\b|\bпосећен[ае] (?:установе|места)\b|\b(?:établissements|lieux) visités\b"
    r"|\bdates? of visit",
    _I,
)
_NOT_YET = re.compile(r"\b(?:will|would|plans?|intends?|asks?|invites?|do t[eë]|planifikon|do t'|planira|ће|će)\b", _I)
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_BEGINS = re.compile(
    rf"(?<!\d){_ORDINAL}\s*(?P<month>[^\W\d_]{{3,12}})?\.?,?\s*(?P<year>(?:19|20)\d\d)?\.?\s*"
    r"(?:to|and|until|through|deri(?:\s+(?:m[eë]|në))?|dhe|e|do|i|до|и|au|et|ile|[-–—])\s*\Z",
    _I,
)
_SHORT = re.compile(
    r"(?:(?P<first>\d{1,2})\.?\s?[-–—]\s?)?(?P<last>\d{1,2})\.?\s(?P<month>[^\W\d_]{3,12})\s?(?:;|,|and|dhe|i|и|et|ve)\s*"
    r"(?:\d{1,2}\.?\s?[-–—]\s?)?\Z"
)
_KINDS = (
    ("follow-up", re.compile(r"\bfollow-?up|\bp[eë]rcjell[eë]s\w*|\bvijues\w*|\bkontroln\w*|\bnaknadn\w*|\bконтролн\w*"
                             r"|\bнакнадн\w*|\bde suivi\b", _I)),
    ("ad-hoc", re.compile(r"\bad[- ]hoc\b|\bад[- ]хок\b", _I)),
    ("periodic", re.compile(r"\bperiodic\b|\bperiodik\w*|\bperiodičn\w*|\bпериодичн\w*|\bredovn\w*|\bредовн\w*"
                            r"|\b(?:e|të) rregullt\b|\bpériodique", _I)),
    ("unannounced", re.compile(r"\bwithout (?:prior )?notice\b|\bunannounced\b|\bpa (?:u )?(?:para)?lajm[eë]r\w*"
                               r"|\bpaparalajm\w*|\bbez najave\b|\bnenajavljen\w*|\bбез најаве\b|\bненајављен\w*"
                               r"|\binopinée?\b", _I)),
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?;])\s+(?=[^\W\d_a-z])|\n")


def visits_of(document: Document, passages: Sequence[Passage], mentions: Sequence[Mention]) -> tuple[Visit, ...]:
    """The visits a document tells of, in its order, each once; none where no sentence has a visit and its date."""
    if document.kind not in _TELLING or not document.mechanism:
        return ()
    places = of_passages(document, mentions)
    there = tuple(dict.fromkeys(name for one in passages if _is_list(one) for name in places(one.anchor)))
    found: list[Visit] = []
    for number, passage in enumerate(passages):
        listed = _is_list(passage)
        if passage.form == "footnote" or (number >= _FIRST and not listed):
            continue
        for sentence in _SENTENCE.split(passage.text):
            said = _VISIT.search(sentence) and not _NOT_YET.search(sentence)
            if not said and not (listed and find(sentence)):
                continue
            for named, begins, ends in _told(sentence, places("") or there):
                if named or document.kind is Kind.CPT_REPORT:
                    found.append(
                        Visit(
                            document=document.id,
                            anchor=passage.anchor,
                            institutions=named,
                            begins=begins,
                            ends=ends,
                            kind=_kind(sentence) or _kind(document.title),
                            mechanism=document.mechanism,
                        )
                    )
    return _once(found)


def _told(sentence: str, otherwise: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Each visit of a sentence: the places, the first and the last day.

    With one place the first date is that of the visit, and those listed with it; others are of what came before. With
    several, a date belongs to the places since the date before, or, where it begins with a date, to those that
    follow it.
    """
    spans, named = list(_spans(sentence)), find(sentence)
    if not spans:
        return
    places = tuple(dict.fromkeys(one.institution for one in named)) or otherwise
    if len(places) < 2 or len(spans) == 1:
        before = spans[0][0]
        for at, begins, ends in spans:
            if at - before > _LISTED:
                return
            before = at
            yield places, begins, ends
        return
    starts = [at for at, _, _ in spans]
    before_dates = bool(named) and named[0].start < starts[0]
    edges = [0, *starts] if before_dates else [*starts, len(sentence)]
    last: tuple[str, ...] = ()
    for (_, begins, ends), (low, high) in zip(spans, pairwise(edges), strict=False):
        own = tuple(dict.fromkeys(one.institution for one in named if low <= one.start < high))
        last = own or last or places
        yield last, begins, ends


def _is_list(passage: Passage) -> bool:
    return bool(passage.heading and _THERE.search(passage.heading[-1])) or (
        passage.form == "table" and bool(_THERE.search(passage.text[:200]))
    )


def _once(found: Sequence[Visit]) -> tuple[Visit, ...]:
    """One visit told in several places is one: of the same days, or of a month in which such days are."""
    kept: list[Visit] = []
    for one in found:
        same = [
            other
            for other in kept
            if (not one.institutions or set(one.institutions) & set(other.institutions) or not other.institutions)
            and (other.begins.startswith(one.begins) or one.begins.startswith(other.begins))
        ]
        if not same:
            kept.append(one)
            continue
        other = same[0]
        if len(one.begins) > len(other.begins) or (not other.kind and one.kind):
            fuller = max((one, other), key=lambda each: len(each.begins))
            kept[kept.index(other)] = Visit(
                document=one.document,
                anchor=fuller.anchor,
                institutions=tuple(dict.fromkeys((*other.institutions, *one.institutions))),
                begins=fuller.begins,
                ends=fuller.ends,
                kind=other.kind or one.kind,
                mechanism=one.mechanism,
            )
    return tuple(kept)


def _kind(text: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "")


def _spans(text: str) -> Iterator[tuple[int, str, str]]:
    """The days or months that are named, each with where it stands: ``from 4 to 6 March 2024`` as one; ``6-8 February;
    9 October 2023`` as two of one year."""
    ended = -1
    for at, ends in dates(text):
        if at < ended:
            continue
        if len(ends) == 10:
            yield from _without_year(text, at, ends[:4])
        begins, before = ends, _BEGINS.search(text, max(at - 40, 0), at)
        if before and len(ends) == 10:
            month = month_of(before["month"]) if before["month"] else int(ends[5:7])
            day = int(before["day"])
            if month and 1 <= day <= 31:
                begins = f"{before['year'] or ends[:4]}-{month:02d}-{day:02d}"
        following = _later(text, at, ends) if begins == ends else None
        if following:
            ended, ends = following
        yield (at, begins, ends) if begins <= ends else (at, ends, ends)


def _without_year(text: str, at: int, year: str) -> Iterator[tuple[int, str, str]]:
    """The days before a date that have its year: ``6-8 February;`` before ``9 October 2023``."""
    if found := _SHORT.search(text, max(at - 40, 0), at):
        month = month_of(found["month"])
        if month:
            first, last = int(found["first"] or found["last"]), int(found["last"])
            if 1 <= first <= last <= 31:
                yield found.start(), f"{year}-{month:02d}-{first:02d}", f"{year}-{month:02d}-{last:02d}"


def _later(text: str, at: int, begins: str) -> tuple[int, str] | None:
    """Where a whole date is followed by another whole one that ends the visit, that one."""
    for after, ends in dates(text[at:]):
        if after and ends != begins:
            before = _BEGINS.search(text, at, at + after)
            return (at + after + 1, ends) if before and len(ends) == 10 and before["year"] else None
    return None
