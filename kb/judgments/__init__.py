"""Where in a judgment a paragraph stands: what the court says, what it orders, what a judge thinks of it."""

from kb.judgments.portion import OPERATIVE, PORTIONS, Portion, bears_own_numbers, is_note, portion_of

__all__ = ["OPERATIVE", "PORTIONS", "Portion", "bears_own_numbers", "is_note", "portion_of"]
