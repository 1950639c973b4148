"""The cut of a passage that shows why it answers."""

from __future__ import annotations

from collections.abc import Sequence

from kb.nouns import Snippet

LENGTH = 320  # characters; a passage not much longer is shown whole
_CUT = "…"


def snippet(text: str, spans: Sequence[tuple[int, int]], *, length: int = LENGTH) -> Snippet:
    """The window with the most different words that matched; the beginning where none did. Ends at words."""
    if len(text) <= length * 5 // 4:
        return Snippet(text=text, spans=tuple(spans))
    start = _best(text, spans, length)
    end = min(start + length, len(text))
    start, end = _at_words(text, start, end, spans)
    lead = f"{_CUT} " if start else ""
    tail = f" {_CUT}" if end < len(text) else ""
    moved = [(low - start + len(lead), high - start + len(lead)) for low, high in spans if low >= start and high <= end]
    return Snippet(text=f"{lead}{text[start:end]}{tail}", spans=tuple(moved))


def _best(text: str, spans: Sequence[tuple[int, int]], length: int) -> int:
    """Where to begin: the window that holds the most different words, then the most words, then the first."""
    if not spans or spans[-1][1] <= length:
        return 0
    best = (0, 0, 0)
    where = spans[0][0]
    for at, (low, _) in enumerate(spans):
        inside = [text[s:e].lower() for s, e in spans[at:] if e <= low + length * 4 // 5]
        value = (len(set(inside)), len(inside), -low)
        if value > best:
            best, where = value, low
    return max(0, min(where - length // 5, len(text) - length))


def _at_words(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if start:
        space = text.find(" ", start, start + 40)
        cut = space + 1 if space >= 0 else start
        # never across a word that matched
        start = start if any(low < cut and high > start for low, high in spans) else cut
        start = min([low for low, high in spans if low < start < high], default=start)
    if end < len(text):
        space = text.rfind(" ", end - 40, end + 1)
        end = space if space > start else end
        end = max([high for low, high in spans if low < end < high], default=end)
    return start, end
