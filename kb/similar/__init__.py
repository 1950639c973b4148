"""More like this: passages that speak of the same things as one passage does, in any language."""

from kb.similar.finding import Likes, likes
from kb.similar.passages import more_like

__all__ = ["Likes", "likes", "more_like"]
