"""The index: the disposable layer, one per access level, made from the store and held against it."""

from kb.index.entries import entries
from kb.index.levels import Readers
from kb.index.rebuild import rebuild
from kb.index.repair import repair
from kb.index.writing import IndexWriting, engine_name

__all__ = ["IndexWriting", "Readers", "engine_name", "entries", "rebuild", "repair"]
