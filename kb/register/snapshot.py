"""The whole register in memory, as bits: so that fifty thousand recommendations are filtered and counted while a page
is drawn. What a reader may not see is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kb.nouns import Access, Progress, StatusEntry
from kb.store import Connection, register
from kb.store.register import Row

FIELDS = ("status", "addressee", "theme", "institution", "mechanism", "state", "year", "language")

Bits = int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``rows`` in the order they are shown; bit n of every set in ``having`` is row n's."""

    rows: tuple[Row, ...]
    status: tuple[StatusEntry | None, ...]
    having: Mapping[str, Mapping[str, Bits]]
    at: Mapping[str, int] = field(default_factory=dict)
    last: int = 0  # the id of the newest entry of any history that is in it

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
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def take(connection: Connection, clearance: Access) -> Snapshot:
    """The register as it is now, for one clearance."""
    rows = tuple(register.rows(connection, clearance))
    last = register.last_words(connection)
    status = tuple(last.get(row.key) for row in rows)
    gathered: dict[str, dict[str, list[int]]] = {name: {} for name in FIELDS}
    for at, (row, said) in enumerate(zip(rows, status, strict=True)):
        for name, values in values_of(row, said).items():
            for value in values:
                gathered[name].setdefault(value, []).append(at)
    having = {name: {value: _bits(at) for value, at in of.items()} for name, of in gathered.items()}
    return Snapshot(rows, status, having, {row.key: at for at, row in enumerate(rows)}, _newest(last, 0))


def add_said(connection: Connection, snapshot: Snapshot) -> Snapshot:
    """The same rows with what was said of them since: taking the whole register anew costs a hundred times as much."""
    said = register.last_words(connection, after=snapshot.last)
    if not said:
        return snapshot
    status, having = list(snapshot.status), dict(snapshot.having["status"])
    for key, entry in said.items():
        if (at := snapshot.at.get(key)) is not None:
            before, bit = status[at], 1 << at
            having[(before.status if before else Progress.NO_ANSWER).value] &= ~bit
            having[entry.status.value] = having.get(entry.status.value, 0) | bit
            status[at] = entry
    return replace(
        snapshot,
        status=tuple(status),
        having={**snapshot.having, "status": having},
        last=_newest(said, snapshot.last),
    )


def _newest(said: Mapping[str, StatusEntry], known: int) -> int:
    return max((entry.id for entry in said.values()), default=known)


def values_of(row: Row, said: StatusEntry | None) -> dict[str, tuple[str, ...]]:
    """What a recommendation is found by, field by field."""
    single = {"mechanism": row.mechanism, "state": row.state, "year": row.date[:4], "language": row.language}
    return {
        "status": ((said.status if said else Progress.NO_ANSWER).value,),
        "addressee": tuple(row.addressees),
        "theme": tuple(row.themes),
        "institution": tuple(row.institutions),
        **{name: (value,) if value else () for name, value in single.items()},
    }


def _bits(positions_set: list[int]) -> Bits:
    """The set with these bits, made in one pass: or-ing each into a long number would copy it every time."""
    buffer = bytearray(positions_set[-1] // 8 + 1)
    for at in positions_set:
        buffer[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(buffer, "little")
