"""The styles in which a citation can be copied, one module each."""

from __future__ import annotations

from collections.abc import Callable

from kb.citing.facts import Facts
from kb.citing.styles.court import court
from kb.citing.styles.cpt import cpt
from kb.citing.styles.oscola import oscola
from kb.citing.styles.plain import plain
from kb.citing.styles.un import un

STYLES: dict[str, Callable[[Facts], str]] = {"court": court, "oscola": oscola, "cpt": cpt, "un": un, "plain": plain}

__all__ = ["STYLES"]
