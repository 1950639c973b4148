"""Is this text? The gate that every page passes before it is laid out, cut and searched.

`Gate` looks at the pages of a PDF, repairs what is wrong in a known way and marks what stays garbled; `check_texts`
does the same for formats without pages. `score` says how much a text looks like text, from 0 to 1.
"""

from indexer.quality.checked import GARBLED, Checked
from indexer.quality.gate import Gate
from indexer.quality.score import LINE, Score, score
from indexer.quality.texts import check_texts, respace

__all__ = ["GARBLED", "LINE", "Checked", "Gate", "Score", "check_texts", "respace", "score"]
