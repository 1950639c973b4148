"""Pages that a person should hold against the original, and the words for what happened to them."""

from kb.pages.to_check import pages_to_check
from kb.pages.words import repair_words, repairs_words, state_words

__all__ = ["pages_to_check", "repair_words", "repairs_words", "state_words"]
