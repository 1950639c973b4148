"""What a passage does: the word of a person before that of the program."""

from kb.roles.correct import apply, correct, place

__all__ = ["apply", "correct", "place"]
