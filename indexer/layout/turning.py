"""Pages whose text runs sideways: laid out upright, and the rectangles turned back to the page as it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.originals.pdfium import PageContent, Run

Box = tuple[float, float, float, float]


@dataclass(slots=True, frozen=True)
class Turn:
    """Text direction in quarter turns clockwise, and the size of the page once it is upright."""

    angle: int
    width: float
    height: float

    def straighten(self, run: Run) -> Run:
        """The run as it stands once the text is upright."""
        if self.angle == 0:
            return run
        x0, top, x1, bottom = self._upright(run.x0, run.top, run.x1, run.bottom)
        y = run.y if self.angle == 3 else self.height - run.y
        return replace(run, x0=x0, x1=x1, top=top, bottom=bottom, y=y)

    def rules(self, boxes: Sequence[Box]) -> Sequence[Box]:
        """Rectangles as they stand once the text is upright."""
        return boxes if self.angle == 0 else [self._upright(*box) for box in boxes]

    def _upright(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        if self.angle == 1:  # down: the page's right edge becomes the top
            return top, self.height - x1, bottom, self.height - x0
        if self.angle == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        return self.width - bottom, x0, self.width - top, x1  # up: the left edge becomes the top

    def back(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """An upright rectangle as it stands on the page shown."""
        if self.angle == 0:
            return x0, top, x1, bottom
        if self.angle == 1:
            return self.height - bottom, x0, self.height - top, x1
        if self.angle == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        return top, self.width - x1, bottom, self.width - x0


def dominant_turn(content: PageContent) -> Turn:
    """The direction that most of the page's text runs in."""
    count: Counter[int] = Counter()
    for run in content.runs:
        if run.angle < 4:
            count[run.angle] += len(run.text)
    angle = count.most_common(1)[0][0] if count else 0
    sideways = angle % 2 == 1
    return Turn(
        angle,
        content.height if sideways else content.width,
        content.width if sideways else content.height,
    )
