"""The child process that paints one page: shuts itself in, then opens a stranger's file. For kb.originals.render.

``python -m kb.originals.painter ORIGINAL PAGE WIDTH``: the picture on stdout; a failure is one JSON object on stderr
and exit 1. It can read that original and no other, and open nothing to write.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kb.errors import KBError
from kb.sandbox import enter

MEMORY = 1 << 30  # bytes of address space
CPU_SECONDS = 20
FILE_BYTES = 64 << 20  # of what it may write
MAX_PIXELS = 25_000_000


def limit() -> None:
    """Caps this process's memory, time and output. Windows has no such limits: there the parent's clock must do."""
    try:
        import resource
    except ImportError:
        return
    for name, value in (("RLIMIT_AS", MEMORY), ("RLIMIT_CPU", CPU_SECONDS), ("RLIMIT_FSIZE", FILE_BYTES)):
        which = getattr(resource, name, None)
        if which is not None:
            hard = resource.getrlimit(which)[1]
            soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (soft, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Paints, and returns the exit code."""
    original, page, width = arguments
    limit()
    enter(read=[Path(original)])
    from kb.originals.pdfium import Pdf  # after the limits: they hold for the library too

    try:
        with Pdf(Path(original)) as pdf:
            sys.stdout.buffer.write(pdf.paint(int(page), width_px=int(width), max_pixels=MAX_PIXELS))
            sys.stdout.flush()
    except KBError as error:
        print(json.dumps(error.as_dict()), file=sys.stderr)
        return 1
    except MemoryError:
        print(json.dumps({"kind": "too-large", "message": "the page needs too much memory"}), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
