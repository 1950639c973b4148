"""E-mail messages: Outlook's, in files that are made here (OLE2, MS-CFB: no library writes them), and broken ones."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from indexer.batch.run import Batch, Options
from indexer.formats import extractor_for
from indexer.formats.message import read_message
from kb.collection import Collection
from kb.errors import UnreadableOriginal
from kb.home import Home

FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
Tree = Mapping[str, Any]  # name → bytes, or a tree


def compound(root: Tree) -> bytes:
    """The file. Every stream goes to the mini stream, so each must be shorter than 4,096 bytes."""
    entries: list[dict[str, Any]] = [{"name": "Root Entry", "kind": 5, "child": NONE, "data": b""}]
    mini, minifat = bytearray(), list[int]()

    def add(tree: Tree) -> int:
        """The number of the first entry; the others hang on it to the right, in the order of the format."""
        numbers = []
        for name in sorted(tree, key=lambda each: (len(each), each.upper())):
            number = len(entries)
            numbers.append(number)
            entries.append({"name": name, "kind": 1, "child": NONE, "start": 0, "size": 0})
            if isinstance(tree[name], bytes):
                data: bytes = tree[name]
                first, count = len(minifat), -(-len(data) // 64)
                entries[number] |= {"kind": 2, "size": len(data), "start": first if count else END}
                minifat.extend([*range(first + 1, first + count), END] if count else [])
                mini.extend(data.ljust(64 * count, b"\0"))
            else:
                entries[number]["child"] = add(tree[name])
        for left, right in itertools.pairwise(numbers):
            entries[left]["right"] = right
        return numbers[0] if numbers else NONE

    entries[0]["child"] = add(root)
    directory = [*entries, *[None] * (-len(entries) % 4)]
    sizes = [1, len(directory) // 4, max(-(-4 * len(minifat) // 512), 1), max(-(-len(mini) // 512), 1)]
    starts = [sum(sizes[:n]) for n in range(4)]
    fat = [FAT]
    for start, size in zip(starts[1:], sizes[1:], strict=True):
        fat += [*range(start + 1, start + size), END]
    entries[0] |= {"start": starts[3], "size": len(mini)}
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, starts[1], 0, 4096,
        starts[2], sizes[2], END, 0, 0,
    )  # fmt: skip
    assert len(fat) <= 128
    parts = [
        header.ljust(512, b"\xff"),
        struct.pack("<128I", *fat, *[FREE] * (128 - len(fat))),
        b"".join(_entry(each) for each in directory),
        struct.pack(f"<{len(minifat)}I", *minifat).ljust(512 * sizes[2], b"\xff"),
        bytes(mini).ljust(512 * sizes[3], b"\0"),
    ]
    return b"".join(parts)


def _entry(entry: dict[str, Any] | None) -> bytes:
    if entry is None:
        return struct.pack("<66xBBIII36xIQ", 0, 0, NONE, NONE, NONE, 0, 0).ljust(128, b"\0")
    name = entry["name"].encode("utf-16-le") + b"\0\0"
    links = (NONE, entry.get("right", NONE), entry["child"])
    packed = struct.pack("<64sHBBIII36xIQ", name, len(name), entry["kind"], 1, *links, entry["start"], entry["size"])
    return packed.ljust(128, b"\0")


def outlook(texts: Mapping[int, str], *, sent: int, attachments: Mapping[str, bytes]) -> bytes:
    """An Outlook message: ``texts`` by MAPI property, ``sent`` as a Windows time, attachments by name."""
    tree: dict[str, Any] = {"__nameid_version1.0": {}}
    tree["__properties_version1.0"] = (
        struct.pack("<8xIIII8x", 0, len(attachments), 0, len(attachments))
        + _properties(texts)
        + struct.pack("<IIq", 0x00390040, 6, sent)
    )
    tree |= _streams(texts)
    for number, (name, data) in enumerate(attachments.items()):
        its = {0x3707: name}
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": b"\0" * 8
            + _properties(its)
            + struct.pack("<IIII", 0x37010102, 6, len(data), 0)
            + struct.pack("<IIII", 0x37050003, 6, 1, 0),
            "__substg1.0_37010102": data,
            **_streams(its),
        }
    return compound(tree)


def _properties(texts: Mapping[int, str]) -> bytes:
    return b"".join(struct.pack("<IIII", (n << 16) | 0x1F, 6, 2 * len(text) + 2, 0) for n, text in texts.items())


def _streams(texts: Mapping[int, str]) -> dict[str, bytes]:
    return {f"__substg1.0_{n:04X}001F": text.encode("utf-16-le") for n, text in texts.items()}


SENT = 132_030_000_000_000_000  # 22 May 2019
TEXTS = {
    0x001A: "IPM.Note",
    0x0037: "Vizita në burg",
    0x0C1A: "Ana Example",
    0x1000: "Të burgosurit u ankuan për mungesën e ujit.\r\n\r\nDritaret ishin të thyera.",
}
REPORT = b"# Report on a visit\n\n1. The cell was cold and the window was broken.\n"


def test_an_outlook_message_gives_its_headers_body_and_attachments(tmp_path: Path) -> None:
    path = tmp_path / "mail.msg"
    path.write_bytes(outlook(TEXTS, sent=SENT, attachments={"raport ë.md": REPORT}))
    message = read_message(path)
    assert (message.subject, message.date) == ("Vizita në burg", "2019-05-22")
    assert message.attachments == (("raport ë.md", REPORT),)
    extractor = extractor_for(path)
    [page] = extractor.extract(path)
    assert page.blocks[0].text.startswith("From: ")
    assert [block.text for block in page.blocks[1:]] == [
        "Të burgosurit u ankuan për mungesën e ujit.",
        "Dritaret ishin të thyera.",
    ]
    assert extractor.facts(path).title == "Vizita në burg"


def test_what_is_attached_to_an_outlook_message_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "mail.msg"
    path.write_bytes(outlook(TEXTS, sent=SENT, attachments={"report.md": REPORT}))
    home = Home.at(tmp_path / "home")
    said: list[str] = []
    Batch(home, Options(), on_report=lambda report: said.append(f"{report.outcome} {report.source}")).run([path])
    assert said == [f"indexed {path}", f"indexed {path}!/report.md"]
    assert {document.title for document in Collection(home).documents()} == {"Vizita në burg", "Report on a visit"}


@pytest.mark.parametrize("cut", [60, 700, 1600])
def test_a_damaged_outlook_message_is_refused_by_name(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "mail.msg"
    path.write_bytes(outlook(TEXTS, sent=SENT, attachments={})[:cut])
    with pytest.raises(UnreadableOriginal) as refused:
        read_message(path)
    assert refused.value.kind == "damaged"


@pytest.mark.parametrize(
    ("data", "subject"),
    [
        (b"From: a@b\nSubject: =?utf-8?q?Vizit=C3=AB?=\n\nx", "Vizitë"),
        (b"Subject: =?nowhere?q?abc?=\nFrom: \xe8\n\nx", "abc"),
        (b"Date: never\nSubject: a\n b\nContent-Type: text/plain; charset=klingon\n\nx", "a b"),
        (b"Subject: s\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nx", "s"),
    ],
)
def test_headers_that_break_the_rules_cost_no_more_than_themselves(tmp_path: Path, data: bytes, subject: str) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(data)
    message = read_message(path)
    assert message.subject == subject
    assert message.date == ""
    assert message.plain.strip() == "x"


def test_a_file_that_is_no_message_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_text("This is but a letter without headers.\n")
    with pytest.raises(UnreadableOriginal) as refused:
        read_message(path)
    assert refused.value.kind == "damaged"
