"""What is said of each file and of the run, in the words of the command line's contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.errors import KBError, UnreadableOriginal
from kb.nouns import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """How one file ended. ``seconds`` is wall time of its reading; ``pages`` is None for formats without pages."""

    source: str
    outcome: Outcome
    document: str | None = None
    language: str | None = None
    pages: int | None = None
    passages: int = 0
    seconds: float = 0.0
    warnings: tuple[str, ...] = ()
    error: dict[str, str] | None = None

    def as_dict(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "outcome": self.outcome.value,
            "document": self.document,
            "language": self.language,
            "pages": self.pages,
            "passages": self.passages,
            "seconds": round(self.seconds, 3),
            "warnings": list(self.warnings),
            "error": self.error,
        }


@dataclass(slots=True, kw_only=True)
class Summary:
    """Counts by outcome; passages and pages count what this run has read, not what it found unchanged."""

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    passages: int = 0
    pages: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    failed_before: int = 0  # unchanged, and not read the last time either

    def add(self, report: FileReport) -> None:
        self.outcomes[report.outcome] += 1
        self.failed_before += report.outcome is Outcome.UNCHANGED and report.error is not None
        if report.outcome is Outcome.INDEXED:
            self.passages += report.passages
            self.pages += report.pages or 0

    def as_dict(self) -> dict[str, Any]:
        counts = {outcome.value: count for outcome, count in self.outcomes.items()}
        return counts | {"passages": self.passages, "pages": self.pages, "seconds": round(self.seconds, 3)}


def failed(path: Path, error: KBError | OSError) -> FileReport:
    """What is said of a file that cannot even be planned."""
    if isinstance(error, OSError):
        error = UnreadableOriginal(
            f"cannot be read ({error.strerror})", where=str(path), advice="Check its permissions", kind="no-access"
        )
    return FileReport(source=str(path), outcome=Outcome.FAILED, error=error.as_dict())
