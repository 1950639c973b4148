"""A basket: passages collected from anywhere, with notes, to be handed on in every format."""

from kb.basket.as_brief import as_brief
from kb.basket.contents import Item, contents
from kb.basket.exported import FORMATS, exported

__all__ = ["FORMATS", "Item", "as_brief", "contents", "exported"]
