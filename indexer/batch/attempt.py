"""One original read, in the child: a reading or a failure, as bytes. The run itself never imports this."""

from __future__ import annotations

import json

from corpus.places import institutions
from indexer import limits
from indexer.batch.job import Job
from indexer.batch.wire import pack
from indexer.read import read
from kb.errors import KBError
from kb.institutions import use_institutions


def attempt(job: Job) -> bytes:
    """The reading, or the error as JSON, told apart by the first byte."""
    limits.use(job.limits)
    use_institutions((*institutions(), *job.institutions))
    try:
        reading = read(
            job.kept,
            name=job.path.name,
            document=job.document,
            access=job.access,
            settings=job.settings,
            sha256=job.sha256,
            size=job.size,
            options=job.options,
        )
        return b"R" + pack(reading)
    except MemoryError:
        raise
    except KBError as error:
        return b"E" + json.dumps(error.as_dict() | {"where": str(job.path)}).encode()
    except Exception as error:  # a fault of ours must cost one file, not the batch: it is named and reported
        fault = {
            "kind": "internal",
            "message": f"the reader failed ({type(error).__name__}: {error})",
            "advice": "The original is kept. Please report this file to the makers of Detention KB",
            "where": str(job.path),
        }
        return b"E" + json.dumps(fault).encode()
