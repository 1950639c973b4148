"""Find where a text names institutions, in any language and inflected form, in time linear in its length.

A name is a word for a kind of place beside the name of a place ("burgu i Dubravës", "Gjilan Detention Centre"), a name
of its own ("Institute of Forensic Psychiatry"), or a bare place that is known for nothing else, in a sentence about
persons who are held there. A town's name alone is a town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kb.institutions.forms import adjectives, forms
from kb.institutions.gazetteer import Gazetteer, content, every_name, terms
from kb.institutions.signs import BEGINS, CAPITAL, OF_PLACE, TELLS, Chunks, Parts, telling
from kb.institutions.tokens import Ends, Sequences, Tokens, folded, skip
from kb.institutions.words import AND, ELSEWHAT, HELD, IN, TIME

_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĆČĐĞİŞŠŽЀ-Я][^\W\d_]*")
_ENDS_ADJECTIVE = re.compile(r"[scčćсцчћSCČĆСЦЧЋ][kкKК][^\W\d_]{1,3}(?![^\W_])")
_SLAVIC = ("sr", "bs", "hr", "cnr", "mk")
_PLACE_FIRST = ("en", "tr", "")  # languages in which the place may stand before the kind
_OTHER_NAME = ("/", "(", "-", "–", "—")  # between two names of one place: Lipjan/Lipljan

_MOST_LISTED = 12  # places in one list, and words around a bare place: what bounds the time
_AROUND = 40

Made = list[tuple[int, int, str]]  # from token to token: which institution


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``[start:end)`` of a text that name the institution of this id."""

    start: int
    end: int
    institution: str


class Recogniser:
    """Made once for a gazetteer; ``find`` may be called from any thread."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known
        self._names, self._places, self._kinds = Sequences(), Sequences(), Sequences()
        self._adjectives = Sequences()
        self._capitals: set[str] = set()
        self._of_places: set[str] = set()
        names: list[list[frozenset[str]]] = []
        for one in known:
            for language, name in every_name(one):
                said = content(name)
                spelt = [forms(word, language) for word in said]
                self._names.add(spelt, one.id, language)
                names.append(spelt)
                self._capitals.update(*(each for each, word in zip(spelt, said, strict=True) if word[0].isupper()))
            for language, places in one.places.items():
                for place in places:
                    spelt = [forms(word, language) for word in content(place)]
                    self._places.add(spelt, one.id, language)
                    self._capitals |= spelt[0]
                    if language == "sr" and len(spelt) == 1:
                        self._adjectives.add([adjectives(place)], one.id, language)
                        self._of_places |= adjectives(place)
        for kind, language, said in terms():
            self._kinds.add([forms(word, language) for word in said], kind, language)
        self._telling = telling(names)
        self._parts = Parts(self._part_of)
        self._chunks = Chunks(self._parts, self._names_in)

    def find(self, text: str, language: str | None = None) -> tuple[Found, ...]:
        """Every mention, left to right, none overlapping. ``language`` is that of the text, where it is known."""
        held = self._chunks.held_by(text)
        named = held & CAPITAL or (held & OF_PLACE and (language or "sr").partition("-")[0] in _SLAVIC)
        if not (held & TELLS and named):  # most texts
            return ()
        tokens = Tokens(text)
        found: list[Found] = []
        after = 0
        for at, part in enumerate(map(self._parts.__getitem__, tokens.words)):
            if not part or at < after:
                continue
            made, after = self._at(tokens, at)
            found += [Found(tokens.start(begin), tokens.end(stop - 1), name) for begin, stop, name in made]
        return tuple(found)

    def _part_of(self, word: str) -> int:
        """A kind mentions nothing without a place, and the first word of a name nothing without the rest."""
        plain = folded[word]
        if plain in self._telling or self._adjectives.begins_with(plain):
            return TELLS
        if word[0].isupper() and self._places.begins_with(plain):
            return TELLS
        return BEGINS if self._kinds.begins_with(plain) or self._names.begins_with(plain) else 0

    def _names_in(self, chunk: str) -> int:
        """Whether a capitalised word, or the adjective of a place, could belong to a name."""
        found = 0
        if not self._capitals.isdisjoint(map(folded.__getitem__, _CAPITALISED.findall(chunk))):
            found = CAPITAL
        for match in _ENDS_ADJECTIVE.finditer(chunk):
            begins = match.start()
            while begins and chunk[begins - 1].isalpha():
                begins -= 1
            if folded[chunk[begins : match.end()]] in self._of_places:
                found |= OF_PLACE
        return found

    def _at(self, tokens: Tokens, at: int) -> tuple[Made, int]:
        """What begins at a token, and the token after it: the longest name, else a place with what follows it."""
        best: tuple[Made, int] = ([], at)
        for end, ends in self._names.walk(tokens, at):
            ids = {name for name, _ in ends}
            if len(ids) == 1 and end > best[1] and any(map(tokens.is_upper, range(at, end))):
                best = ([(at, end, ids.pop())], end)
        named = best[1]
        for end, ends in self._kinds.walk(tokens, at):
            made = [] if _is_punishment(tokens, at) else self._kind_first(tokens, at, end, ends)
            # Of two readings that end together the longer word for the kind is meant: a high security prison.
            if made and made[-1][1] > named and made[-1][1] >= best[1]:
                best = (made, made[-1][1])
        return best if best[0] else self._adjective_first(tokens, at) or self._place_first(tokens, at)

    def _kind_first(self, tokens: Tokens, at: int, end: int, ends: Ends) -> Made:
        """``zatvori u Prizrenu i Mitrovici``: a kind, then places."""
        made: Made = []
        start, place = at, self._place(tokens, skip(tokens, end))
        while place is not None:
            ids, after = place
            meant = self._meant(ids, (kind for kind, _ in ends))
            if meant is None:
                break
            made.append((start, after, meant))
            joined = _joined(tokens, after)
            if joined is None:
                break
            start = joined if tokens.is_upper(joined) else skip(tokens, joined)
            place = self._place(tokens, start)
        return made

    def _adjective_first(self, tokens: Tokens, at: int) -> tuple[Made, int] | None:
        """``u dubravskom zatvoru``: the adjective of a place, then the kind."""
        for end, ends in self._adjectives.walk(tokens, at):
            ids = tuple(dict.fromkeys(name for name, _ in ends))
            kinds = self._kinds.walk(tokens, end) if end < len(tokens) and not tokens.gap(end) else []
            for stop, some in sorted(kinds, key=lambda one: -one[0]):
                if meant := self._meant(ids, (kind for kind, language in some if language == "sr")):
                    return [(at, stop, meant)], stop
        return None

    def _place_first(self, tokens: Tokens, at: int) -> tuple[Made, int]:
        """``Prizren, Peja and Gjilan Detention Centres``; at last the bare name of a place of detention."""
        listed: list[tuple[int, int, tuple[str, ...]]] = []
        start: int | None = at
        while start is not None and len(listed) < _MOST_LISTED and (place := self._place(tokens, start)) is not None:
            ids, after = place
            listed.append((start, after, ids))
            if made := self._with_kind(tokens, listed):
                return made, made[-1][1]
            start = _joined(tokens, after)
        if not listed:
            return [], at
        begin, stop, ids = listed[0]
        alone = [name for name in ids if self._known.by_id[name].alone]
        return ([(begin, stop, alone[0])] if len(alone) == 1 and _is_of_the_held(tokens, begin, stop) else []), stop

    def _with_kind(self, tokens: Tokens, listed: list[tuple[int, int, tuple[str, ...]]]) -> Made:
        """The last of the places with the word for its kind that follows; all of them where that is a plural."""
        best: Made = []
        after = listed[-1][1]
        for end, ends in self._kinds.walk(tokens, skip(tokens, after, most=1)):
            kinds = [kind for kind, language in ends if language in _PLACE_FIRST]
            some = listed if tokens.folded[end - 1].endswith("s") else listed[-1:]
            meant = [(begin, stop, name) for begin, stop, ids in some if (name := self._meant(ids, kinds))]
            if meant and meant[-1][1] == after and (not best or end > best[-1][1]):
                best = [*meant[:-1], (meant[-1][0], end, meant[-1][2])]
        return best

    def _place(self, tokens: Tokens, at: int) -> tuple[tuple[str, ...], int] | None:
        """The institutions of the place that begins here, and the token after it; both names of ``Lipjan/Lipljan``."""
        if at >= len(tokens) or not tokens.is_upper(at):
            return None
        reached = self._places.walk(tokens, at)
        if not reached:
            return None
        end = max(end for end, _ in reached)
        ids = tuple(dict.fromkeys(name for stop, ends in reached if stop == end for name, _ in ends))
        if end < len(tokens) and tokens.gap(end) in _OTHER_NAME:
            other = self._place(tokens, end)
            if other and (both := tuple(name for name in ids if name in other[0])):
                return both, other[1]
        return ids, end

    def _meant(self, ids: tuple[str, ...], kinds: Iterable[str]) -> str | None:
        return next((meant for kind in kinds if (meant := self._known.of_kind(ids, kind))), None)


def _joined(tokens: Tokens, at: int) -> int | None:
    """The token after a comma, a slash or an "and"; None where there is none."""
    if not 0 < at < len(tokens) or not tokens.are_together(at - 1, at):
        return None
    if tokens.folded[at] in AND and not tokens.is_upper(at):
        return at + 1 if at + 1 < len(tokens) else None
    return at if tokens.gap(at) in (",", "/") else None


def _is_punishment(tokens: Tokens, at: int) -> bool:
    """``tre vjet burg``: a term of imprisonment, whatever town follows."""
    before = range(max(at - 3, 0), at)
    return any(tokens.folded[one].startswith(TIME) and tokens.are_together(one, at) for one in before)


def _is_of_the_held(tokens: Tokens, begin: int, stop: int) -> bool:
    """Whether a bare place is where persons are held: "in" before it, no village, river or person, prisoners about."""
    if not begin or tokens.folded[begin - 1] not in IN or not tokens.are_together(begin - 1, begin):
        return False
    if stop < len(tokens) and tokens.are_together(begin, stop) and not tokens.gap(stop) and tokens.is_upper(stop):
        return False
    if any(word.startswith(ELSEWHAT) for word in tokens.folded[max(begin - 3, 0) : stop + 1]):
        return False
    around = range(max(begin - _AROUND, 0), min(stop + _AROUND, len(tokens)))
    held = [one for one in around if tokens.folded[one].startswith(HELD)]
    return any(tokens.are_together(min(one, begin), max(one, begin)) for one in held)
