"""What people put together and keep by name: baskets and briefs, with all that was ever done to them."""

from kb.kept.shelf import BASKET, BRIEF, Kept, Overtaken, Shelf, named
from kb.kept.state import Note, State, moved

__all__ = ["BASKET", "BRIEF", "Kept", "Note", "Overtaken", "Shelf", "State", "moved", "named"]
