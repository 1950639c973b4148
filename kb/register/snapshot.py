"""The whole register in memory, as bits: so that fifty thousand recommendations are filtered and counted while a page
is drawn. What a reader may not see is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kb.nouns import Access, Addressee, Progress, Role, StatusEntry, standing
from kb.store import Connection, register
from kb.store.register import Row

FIELDS = ("status", "addressee", "theme", "institution", "mechanism", "state", "year", "language")

UNSAID = Addressee.UNSAID.value

Bits = int
CHUNK = 4_096  # bits looked at together
_MASK = (1 << CHUNK) - 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``rows`` in the order they are shown, each with the versions of it in other languages; bit n of every set in
    ``having`` is row n's. ``at`` knows the number of every version."""

    rows: tuple[tuple[Row, ...], ...]
    status: tuple[StatusEntry | None, ...]
    having: Mapping[str, Mapping[str, Bits]]
    at: Mapping[str, int] = field(default_factory=dict)
    last: int = 0  # the id of the newest entry of any history that is in it
    answered: Mapping[str, str] = field(default_factory=dict)  # the day of the latest response, by key

    def answered_on(self, at: int) -> str | None:
        """The day of the latest response that answers a row, None where none does."""
        return answered_on(self.rows[at], self.answered)

    @property
    def everything(self) -> Bits:
        return (1 << len(self.rows)) - 1

    def chosen(self, wanted: Mapping[str, Iterable[str]], *, but: str = "") -> Bits:
        """The rows that have, of each field, one of the values wanted; one without values, and ``but``, are free."""
        found = self.everything
        for name, values in wanted.items():
            of_field = [self.having[name].get(value, 0) for value in values]
            if of_field and name != but:
                any_of = 0
                for bits in of_field:
                    any_of |= bits
                found &= any_of
        return found

    def counted(self, among: Bits, name: str) -> dict[str, int]:
        """How many of these rows have each value of a field, the most first."""
        counts = {value: (bits & among).bit_count() for value, bits in self.having[name].items()}
        return dict(sorted(((v, n) for v, n in counts.items() if n), key=lambda each: (-each[1], each[0])))

    def keyed(self, keys: Iterable[str]) -> Bits:
        """The rows of these passages."""
        found = 0
        for key in keys:
            if (at := self.at.get(key)) is not None:
                found |= 1 << at
        return found


def positions(bits: Bits) -> Iterator[int]:
    """The numbers of the bits that are set, lowest first."""
    for start in range(0, bits.bit_length(), CHUNK):
        part = (bits >> start) & _MASK
        while part:  # of a short number: each step copies the whole of it
            low = part & -part
            yield start + low.bit_length() - 1
            part ^= low


def page_of(bits: Bits, offset: int, limit: int) -> list[int]:
    """The numbers of ``limit`` bits that are set, after the first ``offset`` of them."""
    start = 0
    while offset and start < bits.bit_length():
        count = ((bits >> start) & _MASK).bit_count()
        if count > offset:
            break
        offset, start = offset - count, start + CHUNK
    return [start + at for at in islice(positions(bits >> start), offset, offset + limit)]


def answered_on(versions: Sequence[Row], answered: Mapping[str, str]) -> str | None:
    """The day of the latest response that answers any version of a recommendation, None where none does."""
    return max((answered[row.key] for row in versions if row.key in answered), default=None) if answered else None


def take(
    connection: Connection,
    clearance: Access,
    role: Role = Role.RECOMMENDATION,
    answered: Mapping[str, str] | None = None,
) -> Snapshot:
    """The register as it is now, for one clearance; ``answered`` is the day of the latest response to each, by key."""
    answered = answered or {}
    together: dict[tuple[str, str], list[Row]] = {}
    for row in register.rows(connection, clearance, role=role):
        together.setdefault(row.text, []).append(row)
    rows = tuple(map(tuple, together.values()))
    at = {row.key: number for number, versions in enumerate(rows) for row in versions}
    said = register.last_words(connection)
    status: list[StatusEntry | None] = [None] * len(rows)
    for entry_at, entry in _numbered(said, at):
        status[entry_at] = entry
    gathered: dict[str, dict[str, list[int]]] = {name: {} for name in FIELDS}
    for number, versions in enumerate(rows):
        last = standing(status[number], answered_on(versions, answered))
        for name, values in values_of(versions, last).items():
            for value in values:
                gathered[name].setdefault(value, []).append(number)
    having = {name: {value: _bits(numbers) for value, numbers in of.items()} for name, of in gathered.items()}
    return Snapshot(rows, tuple(status), having, at, _newest(said, 0), answered)


def _numbered(said: Mapping[str, StatusEntry], at: Mapping[str, int]) -> list[tuple[int, StatusEntry]]:
    """The entries by the number of their row, oldest first, so that the last of several versions' counts."""
    known = [(at[key], entry) for key, entry in said.items() if key in at]
    return sorted(known, key=lambda each: each[1].id)


def add_said(connection: Connection, snapshot: Snapshot) -> Snapshot:
    """The same rows with what was said of them since: taking the whole register anew costs a hundred times as much."""
    said = register.last_words(connection, after=snapshot.last)
    if not said:
        return snapshot
    status, having = list(snapshot.status), dict(snapshot.having["status"])
    for at, entry in _numbered(said, snapshot.at):
        before, bit = status[at], 1 << at
        day = snapshot.answered_on(at)
        having[standing(before, day).value] &= ~bit
        now = standing(entry, day).value
        having[now] = having.get(now, 0) | bit
        status[at] = entry
    return replace(
        snapshot,
        status=tuple(status),
        having={**snapshot.having, "status": having},
        last=_newest(said, snapshot.last),
    )


def _newest(said: Mapping[str, StatusEntry], known: int) -> int:
    return max((entry.id for entry in said.values()), default=known)


def values_of(versions: Sequence[Row], stands: Progress = Progress.NO_ANSWER) -> dict[str, tuple[str, ...]]:
    """What a recommendation is found by, field by field: what any version of it says."""
    named = {
        "theme": [theme for row in versions for theme in row.themes],
        "institution": [place for row in versions for place in row.institutions],
        "addressee": [level for row in versions for level in row.addressees if level != UNSAID] or [UNSAID],
        "mechanism": [row.mechanism for row in versions],
        "state": [row.state for row in versions],
        "year": [row.date[:4] for row in versions],
        "language": [row.language for row in versions],
        "status": [stands.value],
    }
    return {name: tuple(dict.fromkeys(filter(None, values))) for name, values in named.items()}


def _bits(positions_set: list[int]) -> Bits:
    """The set with these bits, made in one pass: or-ing each into a long number would copy it every time."""
    buffer = bytearray(positions_set[-1] // 8 + 1)
    for at in positions_set:
        buffer[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(buffer, "little")
