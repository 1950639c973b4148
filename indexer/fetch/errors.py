"""What goes wrong between here and a server; docs/fetching.md says what each kind means."""

from __future__ import annotations

from kb.errors import KBError

KINDS = ("address", "insecure", "robots", "refused", "busy", "unreachable", "too-large", "slow", "redirects", "shape")


class FetchError(KBError):
    """An answer that cannot be had or cannot be trusted. ``kind`` is one of KINDS."""

    kind = "unreachable"


def changed_shape(where: str, field: str, found: str) -> FetchError:
    """The service answers otherwise than it used to: the field is named, and where the answer lies."""
    return FetchError(
        f"the answer has changed its shape: {field}: {found}",
        where=where,
        advice="The answer is kept in .fetch/answers (its checksum is in the last lines of .fetch/ledger.jsonl): "
        "compare it with docs/fetching.md and report it",
        kind="shape",
    )
