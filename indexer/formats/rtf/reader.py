"""The walk over the tokens: groups open and close, and what they say holds until they do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from indexer.formats.rtf.flow import Flow, Notes
from indexer.formats.rtf.fonts import Fonts, Style
from indexer.formats.rtf.tokens import Token
from indexer.formats.rtf.words import ENDS, KEPT, LETTERS, PAGES, PASSED, SIGNS
from indexer.formats.runs import Run

_SPECIAL = frozenset({"fonttbl", "stylesheet", "listtext", "pntext", "footnote", "title", "author", "ud", "upr",
                      "revtim", "creatim", "info"}) | KEPT  # fmt: skip
_BOXES = frozenset({"shptxt", "dptxbxtext"})


@dataclass(slots=True)
class State:
    """What a group inherits and may change. ``place`` is where its words go: ``text``, or a destination's name."""

    place: str = "text"
    font: int = -1
    like: Run = field(default_factory=lambda: Run(""))
    silent: bool = False
    skip: int = 1
    style: int = 0
    level: int | None = None
    inside: bool = False
    fresh: bool = True  # nothing in the group yet: a destination may be named
    starred: bool = False
    owner: bool = False  # the group that began a note or a box


class Reader:
    """Reads tokens one by one. ``said`` is what the info group holds."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.said: dict[str, str] = {}
        self.depth = 0
        self._fonts, self._styles = Fonts(), dict[int, Style]()
        self._state = State()
        self._outer: list[State] = []
        self._flows: list[Flow] = []
        self._notes = Notes()
        self._endnote = self._automatic = False
        self._raw = bytearray()
        self._skipping = 0
        self._default = -1

    def read(self, token: Token) -> None:
        """Take one token."""
        if token.kind in ("hex", "text"):
            raw = token.raw
            dropped = min(self._skipping, len(raw))
            self._skipping -= dropped
            self._raw += raw[dropped:]
            self._state.fresh = False
            return
        self._decode()
        if token.kind == "{":
            self._skipping = 0
            self._outer.append(self._state)
            self._state = replace(self._state, fresh=True, starred=False, owner=False)
            self.depth += 1
        elif token.kind == "}":
            self._skipping = 0
            self._close()
        elif token.kind == "sign":
            self._sign(token.value)
        else:
            self._word(token.value, token.number)

    def finish(self) -> None:
        """The file has ended: so has its last paragraph."""
        self._decode()
        if self.flow.open.runs or self.flow.open.after:
            self._end()

    def _close(self) -> None:
        ended = self._state
        if not self._outer:
            return
        self.depth -= 1
        self._state = self._outer.pop()
        if not ended.owner:
            return
        inner = self.flow
        if inner.open.runs or inner.open.after:
            inner.end(level=0, inside=False)
        self.flow = self._flows.pop()
        if ended.place == "footnote":
            called, blocks = self._notes.close(inner, end=self._endnote, automatic=self._automatic)
            if called:
                self.flow.open.runs.append(Run(called))
            self.flow.open.after.extend(blocks)
        else:
            self.flow.open.after.extend(inner.blocks())

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.starred = True
        elif sign in SIGNS:
            if sign in "\r\n":
                self._end()
            else:
                self._put(SIGNS[sign])
        elif sign in "\\{}":
            self._put(sign)

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if state.fresh and (word in PASSED or word in _SPECIAL or state.starred):
            state.fresh = False
            self._enter(word)
            return
        state.fresh = False
        if word == "u":
            self._put(chr((number or 0) % 0x10000))
            self._skipping = state.skip
        elif self._skipping and word in LETTERS:
            self._skipping -= 1
        elif word in LETTERS:
            self._put(LETTERS[word])
        elif word in ENDS:
            self._ended(word)
        elif state.place in ("fonttbl", "stylesheet"):
            self._table(word, number)
        elif state.place in ("revtim", "creatim") and word in ("yr", "mo", "dy"):
            self.said[state.place] = f"{self.said.get(state.place, '')}-{number or 0:02d}".strip("-")
        else:
            self._format(word, number)

    def _enter(self, word: str) -> None:
        """A destination begins."""
        state = self._state
        if word in ("title", "author", "revtim", "creatim") and state.place == "info":
            state.place = "passed" if word in self.said else word
        elif word == "ud":
            state.place = self._outer[-1].place if self._outer else "text"
            if len(self._outer) > 1 and state.place == "upr":
                state.place = self._outer[-2].place
        elif state.place not in ("text", "footnote", *_BOXES, "do", "shpinst", "shppict", "upr", "info"):
            state.place = "passed"
        elif word in ("footnote", *_BOXES):
            if word == "footnote":
                self._endnote = self._automatic = False
            state.place, state.owner, state.inside = word, True, False
            self._flows.append(self.flow)
            self.flow = Flow()
        elif word in ("listtext", "pntext", "fonttbl", "stylesheet", "info", "upr", "shpinst", "do"):
            state.place = word
        elif word not in KEPT:
            state.place = "passed"

    def _table(self, word: str, number: int | None) -> None:
        state = self._state
        if state.place == "fonttbl":
            if word == "f":
                state.font = number or 0
            elif word == "fcharset":
                self._fonts.charsets[state.font] = number or 0
        elif word == "s":
            state.style = number or 0
            self._styles.setdefault(state.style, Style())
        elif word == "outlinelevel" and number is not None:
            self._styles.setdefault(state.style, Style()).level = number + 1 if number < 9 else 0
        elif word in ("cs", "ds", "ts"):
            state.style = -1

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        match word:
            case "b":
                state.like = state.like._replace(bold=number != 0)
            case "i":
                state.like = state.like._replace(italic=number != 0)
            case "v" | "deleted":
                state.silent = number != 0
            case "plain":
                state.like, state.silent, state.font = Run(""), False, self._default
            case "f":
                state.font = number or 0
            case "uc":
                state.skip = min(max(number or 0, 0), 8)
            case "pard":
                state.style, state.level, state.inside = 0, None, False
            case "s":
                state.style = number or 0
            case "outlinelevel":
                state.level = (number or 0) + 1 if (number or 0) < 9 else 0
            case "intbl":
                state.inside = True
            case "itap":
                state.inside = bool(number)
            case "deff":
                self._default = state.font = number or 0
            case "ansicpg" if number:
                self._fonts.page = "utf-8" if number == 65001 else f"cp{number}"
            case "ansi" | "mac" | "pc" | "pca":
                self._fonts.page = PAGES[word]
            case "ftnalt":
                self._endnote = True
            case "chftn" if state.place == "footnote":
                self._automatic = True

    def _ended(self, word: str) -> None:
        if self._state.place in ("text", "footnote", *_BOXES) and not self._state.silent:
            if word in ("page", "column", "softpage"):
                self._put(" ")
            elif word not in ("row", "nestrow"):
                self._end(inside=word in ("cell", "nestcell"))
            if word == "cell":
                self.flow.cell()
            elif word == "row":
                self.flow.row()

    def _end(self, *, inside: bool = False) -> None:
        style = self._styles.get(self._state.style, Style())
        level = style.heading if self._state.level is None else self._state.level
        self.flow.end(level=-1 if style.title else level, inside=inside or self._state.inside, contents=style.contents)

    def _decode(self) -> None:
        if self._raw:
            raw = bytes(self._raw)
            self._raw.clear()
            self._put(self._fonts.decode(raw, self._state.font if self._state.font >= 0 else self._default))

    def _put(self, text: str) -> None:
        state = self._state
        if state.place in ("text", "footnote", *_BOXES):
            runs = self.flow.open.runs
            if "\udc00" <= text <= "\udfff" and runs and "\ud800" <= runs[-1].text <= "\udbff":  # half a letter each
                text = (runs.pop().text + text).encode("utf-16", "surrogatepass").decode("utf-16")
            if not state.silent:
                runs.append(state.like._replace(text=text))
        elif state.place in ("listtext", "pntext"):
            self.flow.open.number += text
        elif state.place in ("title", "author"):
            self.said[state.place] = self.said.get(state.place, "") + text
        elif state.place == "stylesheet" and state.style in self._styles:
            self._styles[state.style].name += text
