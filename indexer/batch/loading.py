"""Everything that all readers share, loaded once in a process that they are forked from. The run itself never does."""

from __future__ import annotations

import gc
from functools import cache

import indexer.batch.attempt  # noqa: F401 - a reader begins with it in memory
from corpus.catalogue import instruments
from corpus.places import institutions
from indexer.formats import warm
from kb import citations, languages
from kb.institutions import find, use_institutions


@cache
def load() -> None:
    """Dictionaries, formats and instruments; costs a second of processor the first time, nothing after that."""
    gc.disable()  # nothing that is loaded is garbage: to look for some costs a tenth of it
    languages.warm()
    warm()
    citations.use_instruments(instruments())
    use_institutions(institutions())
    find("")  # makes what finds them
    gc.collect()
    gc.freeze()  # keeps the shared pages shared: a collection would write to every object
    gc.enable()
