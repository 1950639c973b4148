"""Find where a text names institutions, in any language and inflected form, in time linear in its length.

A name is a word for a kind of place beside the name of a place ("burgu i Dubravës", "Gjilan Detention Centre"), a name
of its own ("Institute of Forensic Psychiatry"), or a bare place that is known for nothing else, in a sentence about
persons who are held there. A town's name alone is a town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kb.institutions.forms import adjectives, forms
from kb.institutions.gazetteer import Gazetteer, content, every_name, terms
from kb.institutions.tokens import Ends, Sequences, Token, skip, tokens_of
from kb.institutions.words import AND, ELSEWHAT, HELD, IN, TIME
from kb.languages import fold

_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĆČĐĞİŞŠŽЀ-Я][^\W\d_]*")
_ENDS_ADJECTIVE = re.compile(r"[scčćсцчћSCČĆСЦЧЋ][kкKК][^\W\d_]{1,3}(?![^\W_])")
_SLAVIC = ("sr", "bs", "hr", "cnr", "mk")
_PLACE_FIRST = ("en", "tr", "")  # languages in which the place may stand before the kind
_OTHER_NAME = ("/", "(", "-", "–", "—")  # between two names of one place: Lipjan/Lipljan

_MOST_LISTED = 12  # places in one list, and words around a bare place: what bounds the time
_AROUND = 40

Made = list[tuple[int, int, str]]  # from token to token: which institution


_folded = lru_cache(maxsize=8192)(fold)  # names come again and again


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
        for one in known:
            for language, name in every_name(one):
                said = content(name)
                spelt = [forms(word, language) for word in said]
                self._names.add(spelt, one.id, language)
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

    def find(self, text: str, language: str | None = None) -> tuple[Found, ...]:
        """Every mention, left to right, none overlapping. ``language`` is that of the text, where it is known."""
        if not self._may_be_in(text, language):
            return ()
        tokens = tokens_of(text)
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            made, after = self._at(tokens, at)
            found += [Found(tokens[begin].start, tokens[stop - 1].end, name) for begin, stop, name in made]
            at = max(after, at + 1)
        return tuple(found)

    def _may_be_in(self, text: str, language: str | None) -> bool:
        """Whether a capitalised word, or the adjective of a place, could belong to a name: most texts have none."""
        if any(_folded(word) in self._capitals for word in _CAPITALISED.findall(text)):
            return True
        if (language or "sr").partition("-")[0] not in _SLAVIC:
            return False
        for match in _ENDS_ADJECTIVE.finditer(text):
            begins = match.start()
            while begins and text[begins - 1].isalpha():
                begins -= 1
            if _folded(text[begins : match.end()]) in self._of_places:
                return True
        return False

    def _at(self, tokens: list[Token], at: int) -> tuple[Made, int]:
        """What begins at a token, and the token after it: the longest name, else a place with what follows it."""
        best: tuple[Made, int] = ([], at)
        for end, ends in self._names.walk(tokens, at):
            ids = {name for name, _ in ends}
            if len(ids) == 1 and end > best[1] and any(token.word[0].isupper() for token in tokens[at:end]):
                best = ([(at, end, ids.pop())], end)
        named = best[1]
        for end, ends in self._kinds.walk(tokens, at):
            made = [] if _is_punishment(tokens, at) else self._kind_first(tokens, at, end, ends)
            # Of two readings that end together the longer word for the kind is meant: a high security prison.
            if made and made[-1][1] > named and made[-1][1] >= best[1]:
                best = (made, made[-1][1])
        return best if best[0] else self._adjective_first(tokens, at) or self._place_first(tokens, at)

    def _kind_first(self, tokens: list[Token], at: int, end: int, ends: Ends) -> Made:
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
            start = joined if tokens[joined].word[0].isupper() else skip(tokens, joined)
            place = self._place(tokens, start)
        return made

    def _adjective_first(self, tokens: list[Token], at: int) -> tuple[Made, int] | None:
        """``u dubravskom zatvoru``: the adjective of a place, then the kind."""
        for end, ends in self._adjectives.walk(tokens, at):
            ids = tuple(dict.fromkeys(name for name, _ in ends))
            kinds = self._kinds.walk(tokens, end) if end < len(tokens) and not tokens[end].gap else []
            for stop, some in sorted(kinds, key=lambda one: -one[0]):
                if meant := self._meant(ids, (kind for kind, language in some if language == "sr")):
                    return [(at, stop, meant)], stop
        return None

    def _place_first(self, tokens: list[Token], at: int) -> tuple[Made, int]:
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

    def _with_kind(self, tokens: list[Token], listed: list[tuple[int, int, tuple[str, ...]]]) -> Made:
        """The last of the places with the word for its kind that follows; all of them where that is a plural."""
        best: Made = []
        after = listed[-1][1]
        for end, ends in self._kinds.walk(tokens, skip(tokens, after, most=1)):
            kinds = [kind for kind, language in ends if language in _PLACE_FIRST]
            some = listed if tokens[end - 1].folded.endswith("s") else listed[-1:]
            meant = [(begin, stop, name) for begin, stop, ids in some if (name := self._meant(ids, kinds))]
            if meant and meant[-1][1] == after and (not best or end > best[-1][1]):
                best = [*meant[:-1], (meant[-1][0], end, meant[-1][2])]
        return best

    def _place(self, tokens: list[Token], at: int) -> tuple[tuple[str, ...], int] | None:
        """The institutions of the place that begins here, and the token after it; both names of ``Lipjan/Lipljan``."""
        if at >= len(tokens) or not tokens[at].word[0].isupper():
            return None
        reached = self._places.walk(tokens, at)
        if not reached:
            return None
        end = max(end for end, _ in reached)
        ids = tuple(dict.fromkeys(name for stop, ends in reached if stop == end for name, _ in ends))
        if end < len(tokens) and tokens[end].gap in _OTHER_NAME:
            other = self._place(tokens, end)
            if other and (both := tuple(name for name in ids if name in other[0])):
                return both, other[1]
        return ids, end

    def _meant(self, ids: tuple[str, ...], kinds: Iterable[str]) -> str | None:
        return next((meant for kind in kinds if (meant := self._known.of_kind(ids, kind))), None)


def _joined(tokens: list[Token], at: int) -> int | None:
    """The token after a comma, a slash or an "and"; None where there is none."""
    if not 0 < at < len(tokens) or tokens[at].sentence != tokens[at - 1].sentence:
        return None
    if tokens[at].folded in AND and not tokens[at].word[0].isupper():
        return at + 1 if at + 1 < len(tokens) else None
    return at if tokens[at].gap in (",", "/") else None


def _is_punishment(tokens: list[Token], at: int) -> bool:
    """``tre vjet burg``: a term of imprisonment, whatever town follows."""
    before = [one for one in tokens[max(at - 3, 0) : at] if one.sentence == tokens[at].sentence]
    return any(one.folded.startswith(TIME) for one in before)


def _is_of_the_held(tokens: list[Token], begin: int, stop: int) -> bool:
    """Whether a bare place is where persons are held: "in" before it, no village, river or person, prisoners about."""
    before = tokens[begin - 1] if begin else None
    if before is None or before.sentence != tokens[begin].sentence or before.folded not in IN:
        return False
    after = tokens[stop] if stop < len(tokens) else None
    if after and after.sentence == tokens[begin].sentence and not after.gap and after.word[0].isupper():
        return False
    if any(one.folded.startswith(ELSEWHAT) for one in tokens[max(begin - 3, 0) : stop + 1]):
        return False
    around = tokens[max(begin - _AROUND, 0) : stop + _AROUND]
    return any(one.folded.startswith(HELD) for one in around if one.sentence == tokens[begin].sentence)
