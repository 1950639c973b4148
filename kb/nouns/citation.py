"""Words that point elsewhere, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_RANGE = 200  # paragraphs: what is printed as a longer one is read as its first alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words in a Passage that point elsewhere: ``passage.text[start:end] == text``.

    ``target`` is canonical and independent of language and spelling: ``cpt/inf/2019/9``, ``ecli:...``,
    ``app/30210/96``, ``echr`` (an Instrument's catalogue id). ``pinpoint`` is an anchor inside it
    (``article-3``, ``rule-18.4``, ``92``) or "". ``grammar`` names the grammar that found it. ``qualifier`` says which
    of several texts under one target is meant, as far as it was printed: a judgment's day (``2000-10-26``), ``GC``,
    ``dec``; ``former`` for an article as it was numbered before; or "". ``through`` is the last number of a range whose
    first is the pinpoint (95 of ``§§ 90-95``), 0 where there is none.
    """

    text: str
    start: int
    end: int
    grammar: str
    target: str
    pinpoint: str = ""
    qualifier: str = ""
    through: int = 0

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
