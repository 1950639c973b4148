"""What all workers share, loaded once: the fork server imports this, and every worker is forked from it (Linux).

Importing it is the work. No original has been opened here, and nothing of the run is open: no store, no index, no lock.
"""

from __future__ import annotations

import gc
import os

gc.disable()  # as in ``load``, and before anything else is imported

import indexer.batch.worker  # noqa: E402, F401 - a worker begins with it in memory
from indexer.batch.child import die_with_parent  # noqa: E402
from indexer.batch.loading import load  # noqa: E402

# The fork server would see the end of a killed run by a pipe that each worker holds open too, so never.
die_with_parent(os.getppid())
load()
