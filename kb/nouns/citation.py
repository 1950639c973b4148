"""Words that point elsewhere, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words in a Passage that point elsewhere: ``passage.text[start:end] == text``.

    ``target`` is canonical and independent of language and spelling: ``cpt/inf/2019/9``, ``ecli:...``,
    ``app/30210/96``, ``echr`` (an Instrument's catalogue id). ``pinpoint`` is an anchor inside it
    (``article-3``, ``rule-18.4``, ``92``) or "". ``grammar`` names the grammar that found it. ``qualifier`` says which
    of several texts under one target is meant, as far as it was printed: a judgment's day (``2000-10-26``), ``GC``,
    ``dec``; ``former`` for an article as it was numbered before; or "".
    """

    text: str
    start: int
    end: int
    grammar: str
    target: str
    pinpoint: str = ""
    qualifier: str = ""

    @property
    def address(self) -> str:
        """``target#pinpoint``, or ``target`` alone: what the citator and the engine's reference field hold."""
        return f"{self.target}#{self.pinpoint}" if self.pinpoint else self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A Citation of the passage ``document#anchor``: resolved to a passage or document, or kept with the reason.

    ``resolved`` is a document id or ``document#anchor``, None where it is unresolved; then ``why`` says the reason.
    """

    document: str
    anchor: str
    citation: Citation
    resolved: str | None = None
    why: str = ""
