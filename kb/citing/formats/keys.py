"""A key for each entry: the same for the same document or passage in every export."""

from __future__ import annotations

import re

from kb.citing.facts import Facts
from kb.citing.styles.portion import placed


def key_of(facts: Facts) -> str:
    """``krct-2023-1a2b3c4d:41``: the id, with the anchor; letters that every program takes."""
    place = f":{facts.passage.anchor}" if facts.passage is not None else ""
    return re.sub(r"[^A-Za-z0-9:._-]", "-", facts.document.id + place)


def place_text(facts: Facts) -> str:
    """``Article 19``, ``para. 41``, ``dissenting opinion of Judge Bonello, para. 2``; "" without a number."""
    word = "para." if facts.word == "paragraph" else facts.word.title()
    return placed(facts, f"{word} {facts.number}" if facts.number else "")


def one_line(text: str) -> str:
    """A value on one line, without characters that are no text."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
