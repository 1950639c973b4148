"""The store: the layer of truth between the originals and the index. Reads take the reader's clearance."""

from sqlalchemy import Connection

from kb.store import (
    arrivals,
    corrections,
    institutions,
    kept,
    lexicon,
    read,
    register,
    searches,
    upkeep,
    variants,
    write,
)
from kb.store.store import Store

__all__ = [
    "Connection",
    "Store",
    "arrivals",
    "corrections",
    "institutions",
    "kept",
    "lexicon",
    "read",
    "register",
    "searches",
    "upkeep",
    "variants",
    "write",
]
