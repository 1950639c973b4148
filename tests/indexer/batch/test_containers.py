"""Archives, mailboxes and messages: each member is a document of its own, and hostile ones are named failures."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options
from indexer.limits import Limits
from kb.collection import Collection
from kb.home import Home
from kb.index.check import check_collection
from kb.nouns import Access, Outcome, Query

TEXT = "# Visit to prison {n}\n\n1. In cell {n} the window was broken.\n\n2. The doctor came after {n} days.\n"

Index = Callable[..., tuple[dict[str, FileReport], Summary]]


@pytest.fixture
def index(home: Home, tmp_path: Path) -> Index:
    """Run on the folder ``in``; reports by source below it."""
    (tmp_path / "in").mkdir()

    def run(path: Path | None = None, **options: Any) -> tuple[dict[str, FileReport], Summary]:
        said: dict[str, FileReport] = {}
        base = tmp_path / "in"
        batch = Batch(
            home,
            Options(**options),
            on_report=lambda report: said.update({Path(report.source).relative_to(base).as_posix(): report}),
        )
        return said, batch.run([path or base])

    return run


def zipped(path: Path, members: dict[str, str | bytes], **options: Any) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def message(**parts: Any) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "Ana Example <ana@example.org>", "Beni Example <beni@example.org>"
    made["Date"], made["Subject"] = "Tue, 21 May 2019 10:00:00 +0200", parts.get("subject", "Vizita në burg")
    made["Message-ID"] = "<1@example.org>"
    made.set_content(parts.get("text", "Të burgosurit u ankuan për mungesën e ujit të ngrohtë."))
    return made


def kinds(said: dict[str, FileReport]) -> dict[str, str]:
    return {name: report.error["kind"] for name, report in said.items() if report.error}


def test_the_members_of_an_archive_are_documents_and_the_rest_is_counted(
    index: Index, home: Home, tmp_path: Path
) -> None:
    zipped(
        tmp_path / "in" / "a.zip",
        {"x/one.md": TEXT.format(n=1), "two.md": TEXT.format(n=2), "p.png": b"\x89PNG", "__MACOSX/._one.md": b"x",
         ".DS_Store": b"x", "setup.exe": b"MZ"},
    )  # fmt: skip
    said, _ = index()
    assert set(said) == {"a.zip", "a.zip!/x/one.md", "a.zip!/two.md"}
    assert said["a.zip"].document is None
    assert "4 files that are no documents" in said["a.zip"].warnings[0]
    collection = Collection(home)
    document = str(said["a.zip!/x/one.md"].document)
    assert collection.original(document).read_text() == TEXT.format(n=1)
    assert collection.related.originals(document)[0][1] == "one.md"
    again, summary = index()
    assert {report.outcome for report in again.values()} == {Outcome.UNCHANGED}
    assert summary.outcomes[Outcome.FAILED] == 0
    assert check_collection(home, collection.store)["problems"] == []


def test_only_the_changed_member_is_read_again_and_prune_forgets_what_is_gone(
    index: Index, home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "in" / "a.zip"
    zipped(path, {name: TEXT.format(n=n) for n, name in enumerate(("one.md", "two.md", "three.md"))})
    before, _ = index()
    zipped(path, {"one.md": TEXT.format(n=0), "two.md": TEXT.format(n=7)})
    said, _ = index(path, prune=True)
    assert {name: report.outcome for name, report in said.items()} == {
        "a.zip": Outcome.INDEXED,
        "a.zip!/one.md": Outcome.UNCHANGED,
        "a.zip!/two.md": Outcome.INDEXED,
        "a.zip!/three.md": Outcome.REMOVED,
    }
    assert said["a.zip!/two.md"].document == before["a.zip!/two.md"].document  # a new edition in the same place
    path.write_bytes(b"PK\x03\x04 broken")
    said, _ = index(prune=True)  # a failure loses nothing
    assert kinds(said) == {"a.zip": "damaged"}
    assert len(Collection(home).documents()) == 2
    path.unlink()
    index(prune=True)
    assert Collection(home).documents() == []


def test_a_manifest_speaks_of_archives_and_of_what_is_in_them(home: Home, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    zipped(tmp_path / "in" / "open.zip", {"one.md": TEXT.format(n=1), "two.md": TEXT.format(n=2)})
    zipped(tmp_path / "in" / "shut.zip", {"one.md": TEXT.format(n=3), "kb.toml": '[defaults]\naccess = "public"\n'})
    (tmp_path / "in" / "kb.toml").write_text(
        '[defaults]\naccess = "public"\n[files."shut.zip"]\naccess = "restricted"\n'
        '[files."open.zip!/two.md"]\ntitle = "The second"\naccess = "internal"\n',
        "utf-8",
    )
    notices: list[str] = []
    Batch(home, Options(), on_notice=notices.append).run([tmp_path / "in"])
    held = {document.access: document for document in Collection(home).documents()}
    assert not any("manifest" in notice for notice in notices)
    assert {level: len(Collection(home, level).documents()) for level in Access} == {
        Access.PUBLIC: 1, Access.INTERNAL: 2, Access.RESTRICTED: 3,
    }  # fmt: skip
    assert held[Access.INTERNAL].title == "The second"


def test_a_message_is_a_document_and_so_are_its_attachments(index: Index, home: Home, tmp_path: Path) -> None:
    made = message()
    made.add_attachment(TEXT.format(n=4).encode(), maintype="text", subtype="markdown", filename="raport ë.md")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    inner = message(subject="Forwarded", text="The delegation was refused entry to the police station in the evening.")
    made.add_attachment(inner)
    (tmp_path / "in" / "mail.eml").write_bytes(made.as_bytes())
    said, _ = index()
    assert set(said) == {"mail.eml", "mail.eml!/raport ë.md", "mail.eml!/Forwarded.eml"}
    collection = Collection(home)
    document = collection.document(str(said["mail.eml"].document))
    assert (document.title, document.date, document.kind) == ("Vizita në burg", "2019-05-21", "other")
    passages = collection.passages(document.id)
    assert passages[0].text.splitlines()[0] == "From: Ana Example <ana@example.org>"
    assert "ujit të ngrohtë" in passages[1].text
    assert "1 .png" in said["mail.eml"].warnings[0]
    assert collection.search(Query(text="refused entry")).hits[0].document == said["mail.eml!/Forwarded.eml"].document


def test_a_message_in_html_alone_is_read_through_the_html_reader(index: Index, home: Home, tmp_path: Path) -> None:
    made = message()
    made.set_content("<p>The <b>cells</b> were cold &amp; dark.</p><script>bad()</script>", subtype="html")
    (tmp_path / "in" / "mail.eml").write_bytes(made.as_bytes())
    said, _ = index()
    texts = [passage.text for passage in Collection(home).passages(str(said["mail.eml"].document))]
    assert texts[1:] == ["The cells were cold & dark."]


def test_a_mailbox_and_a_mail_folder_give_their_messages(index: Index, tmp_path: Path) -> None:
    one, two = message(subject="One", text="From the prison: all well."), message(subject="Two")
    mailbox = b"".join(
        b"From x@y Tue May 21\n" + m.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n" for m in (one, two)
    )
    (tmp_path / "in" / "inbox.mbox").write_bytes(mailbox)
    (tmp_path / "in" / "Mail" / "cur").mkdir(parents=True)
    (tmp_path / "in" / "Mail" / "cur" / "1558425600.M1P2.host:2,S").write_bytes(
        message(subject="Three", text="Other.").as_bytes()
    )
    said, _ = index()
    assert kinds(said) == {}
    assert sum(bool(report.document) for report in said.values()) == 3
    assert all(name.startswith(("inbox.mbox", "Mail/cur/")) for name in said)
    assert any(name.startswith("inbox.mbox!/2019-05-21-") for name in said)


def test_containers_in_containers_are_opened_to_a_small_depth(index: Index, tmp_path: Path) -> None:
    data = TEXT.format(n=1).encode()
    for depth in range(5):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("inner.zip" if depth else "deep.md", data)
            archive.writestr(f"level-{depth}.md", TEXT.format(n=depth))
        data = buffer.getvalue()
    (tmp_path / "in" / "a.zip").write_bytes(data)
    said, _ = index()
    assert kinds(said) == {"a.zip!/inner.zip!/inner.zip!/inner.zip": "too-deep"}
    assert "a.zip!/inner.zip!/inner.zip!/level-2.md" in said


def test_names_stay_inside_are_told_apart_and_read_as_they_were_meant(index: Index, tmp_path: Path) -> None:
    path, meant = tmp_path / "in" / "a.zip", ("čuvar.md".encode("cp852"), "ндрсш.md".encode())
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        for n, name in enumerate(("../../up.md", "/etc/root.md", "C:\\temp\\win.md", "b.zip!/c.md", "same.md")):
            archive.writestr(name, TEXT.format(n=n))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("same.md", TEXT.format(n=9))
        for n, letters in enumerate(meant):
            info = zipfile.ZipInfo("xy"[n] * len(letters))
            archive.writestr(info, TEXT.format(n=20 + n))
    data = path.read_bytes()
    for filler, letters in zip((b"x", b"y"), meant, strict=True):
        data = data.replace(filler * len(letters), letters)
    path.write_bytes(data)
    said, _ = index()
    assert {name.partition("!/")[2] for name in said} - {""} == {
        "up.md", "etc/root.md", "temp/win.md", "b.zip_/c.md", "same.md", "same (2).md", "čuvar.md", "ндрсш.md",
    }  # fmt: skip
    assert kinds(said) == {}


def overlapping(path: Path) -> None:
    """Two names for the same bytes, as in a bomb that does not grow by nesting."""
    zipped(path, {"a.md": TEXT.format(n=1) * 50, "b.md": TEXT.format(n=2) * 50})
    data = bytearray(path.read_bytes())
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    path.write_bytes(bytes(data))


def test_bombs_are_named_failures_and_the_run_goes_on(index: Index, home: Home, tmp_path: Path) -> None:
    zipped(tmp_path / "in" / "zeros.zip", {"a.txt": b"0" * (64 << 20)})
    zipped(tmp_path / "in" / "many.zip", {f"{n}.md": "x" for n in range(300)})
    overlapping(tmp_path / "in" / "over.zip")
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * (31 << 20))
    with zipfile.ZipFile(tmp_path / "in" / "nested.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(4):
            archive.writestr(f"{n}.zip", inner.getvalue())
    (tmp_path / "in" / "cut.zip").write_bytes((tmp_path / "in" / "many.zip").read_bytes()[:2000])
    (tmp_path / "in" / "good.md").write_text(TEXT.format(n=1))
    said, _ = index(limits=Limits(members=200))
    found = kinds(said)
    assert {found[name] for name in ("zeros.zip", "many.zip", "over.zip")} == {"bomb"}
    assert found["cut.zip"] == "damaged"
    assert "bomb" in {kind for name, kind in found.items() if name.startswith("nested.zip")}
    assert said["good.md"].outcome is Outcome.INDEXED
    assert sum(path.stat().st_size for path in home.originals.rglob("*") if path.is_file()) < 64 << 20


def test_an_encrypted_member_is_a_named_failure_and_the_manifest_s_password_is_tried(
    index: Index, tmp_path: Path
) -> None:
    path = tmp_path / "in" / "a.zip"
    path.write_bytes(encrypted("secret.md", TEXT.format(n=5).encode(), b"burg"))
    said, _ = index()
    assert kinds(said) == {"a.zip!/secret.md": "encrypted"}
    again, _ = index()
    assert again["a.zip!/secret.md"].outcome is Outcome.UNCHANGED
    assert kinds(again) == {"a.zip!/secret.md": "encrypted"}
    for password, outcome in (("wrong", Outcome.FAILED), ("burg", Outcome.INDEXED)):
        (tmp_path / "in" / "kb.toml").write_text(f'[files."a.zip"]\npassword = "{password}"\n')
        said, _ = index()
        assert said["a.zip!/secret.md"].outcome is outcome


def encrypted(name: str, data: bytes, password: bytes) -> bytes:
    """A stored member in the old encryption of ZIP (APPNOTE 6.1), which the standard library reads and cannot write."""
    table = [0] * 256
    for n in range(256):
        value = n
        for _ in range(8):
            value = (value >> 1) ^ (0xEDB88320 if value & 1 else 0)
        table[n] = value
    keys = [0x12345678, 0x23456789, 0x34567890]

    def stir(byte: int) -> None:
        keys[0] = table[(keys[0] ^ byte) & 255] ^ (keys[0] >> 8)
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = table[(keys[2] ^ (keys[1] >> 24)) & 255] ^ (keys[2] >> 8)

    for byte in password:
        stir(byte)
    checksum = zipfile.crc32(data)  # type: ignore[attr-defined]
    coded = bytearray()
    for byte in b"0123456789a" + bytes([checksum >> 24]) + data:
        mask = keys[2] | 2
        coded.append(byte ^ (((mask * (mask ^ 1)) >> 8) & 255))
        stir(byte)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(name, bytes(coded))
    made = bytearray(buffer.getvalue())
    for mark, flags, crc, full in ((b"PK\x03\x04", 6, 14, 22), (b"PK\x01\x02", 8, 16, 24)):
        at = made.find(mark)
        struct.pack_into("<H", made, at + flags, 1)
        struct.pack_into("<I", made, at + crc, checksum)
        struct.pack_into("<I", made, at + full, len(data))
    return bytes(made)
