"""Which paragraph of the body does an item of the list of recommendations repeat?

By the paragraph that the item prints ("(paragraph 41)", "(§ 41)", "(paragrafi 41)", "(stav 41)"); where it prints none,
by its words, if they are nearly all those of one paragraph. Nothing rather than a wrong one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from indexer.segment.draft import Draft
from kb.citations.words import PARAGRAPH

_PRINTED = re.compile(
    rf"[(\[]\s?(?:(?:see|cf\.?|voir|shih|vidi|vid\.|види|bkz\.?)\s)?(?:{PARAGRAPH})\s?(?P<n>\d{{1,4}}(?:\.\d{{1,3}})*)"
    rf"|\b(?:{PARAGRAPH})\s?(?P<e>\d{{1,4}}(?:\.\d{{1,3}})*)\W{{0,4}}\Z"
    rf"|[(\[]\s?(?P<t>\d{{1,4}})\W{{1,3}}(?:paragraf\w*|fıkra\w*)",
    re.IGNORECASE,
)
_STEM = re.compile(r"([^\W\d_]{4,6})[^\W\d_]*")  # the six letters by which two forms of a word are one
_WORDS = 8  # an item of fewer words is like too many paragraphs
_SHARE, _AHEAD = 0.8, 0.12  # of the weight of its words; how far the best paragraph must be ahead of the next
_COMMON = 0.2  # of the paragraphs: a word in more says nothing


def tie_repeats(drafts: Sequence[Draft]) -> None:
    """Set ``repeats`` of the passages of lists of recommendations. Anchors and parts must be there already."""
    items = [draft for draft in drafts if draft.part == "recommendations" and draft.form == "text"]
    if not items:
        return
    body = {draft.anchor: draft for draft in drafts if not draft.part and draft.form == "text"}
    for item in items:
        if printed := _PRINTED.search(item.text):
            number = printed["n"] or printed["e"] or printed["t"]
            item.repeats = number if number in body else ""
    unread = [item for item in items if not item.repeats and not _PRINTED.search(item.text)]
    if unread and body:
        _by_words(unread, body)


def _by_words(items: Sequence[Draft], body: dict[str, Draft]) -> None:
    places: defaultdict[str, set[str]] = defaultdict(set)
    wanted = set[str]().union(*(_stems(item.text) for item in items))
    for anchor, draft in body.items():
        for stem in wanted & _stems(draft.text):
            places[stem].add(anchor)
    weight = {stem: math.log(1 + len(body) / len(where)) for stem, where in places.items()}
    new = math.log(1 + len(body))
    for item in items:
        stems = _stems(item.text)
        if len(stems) < _WORDS:
            continue
        whole = sum(weight.get(stem, new) for stem in stems)
        found: Counter[str] = Counter()
        for stem in stems:
            if len(places.get(stem, ())) <= max(3, _COMMON * len(body)):
                for anchor in places.get(stem, ()):
                    found[anchor] += 1
        scores = sorted(
            (
                (sum(weight[s] for s in stems if anchor in places.get(s, ())) / whole, anchor)
                for anchor, _ in found.most_common(8)
            ),
            reverse=True,
        )
        if scores and scores[0][0] >= _SHARE and (len(scores) == 1 or scores[0][0] - scores[1][0] >= _AHEAD):
            item.repeats = scores[0][1]


def _stems(text: str) -> set[str]:
    return set(_STEM.findall(text.casefold()))
