"""What exists independently of the documents that happen to be held."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, a set of rules or standards, independent of language.

    ``names`` and ``aliases`` are by language (BCP 47); ``numbering`` is the word its provisions carry: ``article``,
    ``rule``, ``principle``, ``paragraph``, ``standard``. ``edition`` is the year of the text where editions differ
    (EPR 2006 and EPR 2020 are not the same rules). ``provisions`` is how many it has, None where it is not numbered.
    """

    id: str
    names: dict[str, str]
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    numbering: str = "article"
    provisions: int | None = None
    body: str = ""
    adopted: str = ""
    edition: str = ""
    address: str = ""
