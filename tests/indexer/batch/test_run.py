"""What a run does with files that are new, the same, changed, moved, copied, gone or bad."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer.batch.report import FileReport, Summary
from indexer.batch.run import Batch, Options
from indexer.manifest import ManifestError
from kb.collection import Collection
from kb.errors import HomeError
from kb.home import Home
from kb.index.check import check_collection
from kb.nouns import Access, Outcome, Query

Run = Callable[..., tuple[dict[str, FileReport], Summary]]

HOLD = """
import sys, time
from kb.home import Home
with Home.at(sys.argv[1]).writing():
    print(flush=True)
    time.sleep(60)
"""


def outcomes(reports: dict[str, FileReport]) -> dict[str, str]:
    return {name: report.outcome.value for name, report in reports.items()}


def found(home: Home, text: str, clearance: Access = Access.RESTRICTED) -> list[str]:
    return [hit.document for hit in Collection(home, clearance).search(Query(text=text, limit=100)).hits]


def agree(home: Home) -> None:
    collection = Collection(home)
    assert check_collection(home, collection.store)["problems"] == []


def test_new_files_are_read_and_found(run: Run, folder: Path, home: Home) -> None:
    reports, summary = run(folder)
    assert outcomes(reports) == {f"visit-{n}.md": "indexed" for n in range(3)}
    assert summary.passages == sum(report.passages for report in reports.values()) > 0
    assert len(set(found(home, "solitary confinement"))) == 3
    agree(home)


def test_a_second_run_reads_nothing(run: Run, folder: Path) -> None:
    run(folder)
    reports, summary = run(folder)
    assert set(outcomes(reports).values()) == {"unchanged"}
    assert summary.passages == 0


def test_a_touched_file_is_not_read_again(run: Run, folder: Path) -> None:
    run(folder)
    os.utime(folder / "visit-0.md", (1, 1))
    reports, _ = run(folder)
    assert outcomes(reports)["visit-0.md"] == "unchanged"


def test_a_changed_file_keeps_its_address_and_loses_its_old_text(run: Run, folder: Path, home: Home) -> None:
    before, _ = run(folder)
    (folder / "visit-0.md").write_text("1. The kitchen was spotless and the porridge excellent.\n")
    after, _ = run(folder)
    assert outcomes(after) == {"visit-0.md": "indexed", "visit-1.md": "unchanged", "visit-2.md": "unchanged"}
    assert after["visit-0.md"].document == before["visit-0.md"].document
    assert found(home, "porridge") == [before["visit-0.md"].document]
    assert before["visit-0.md"].document not in found(home, "solitary")
    agree(home)


def test_a_renamed_file_is_the_same_document(run: Run, folder: Path, home: Home) -> None:
    before, _ = run(folder)
    (folder / "visit-0.md").rename(folder / "renamed.md")
    after, summary = run(folder)
    assert after["renamed.md"].outcome is Outcome.UNCHANGED
    assert after["renamed.md"].document == before["visit-0.md"].document
    assert any("moved from" in warning for warning in after["renamed.md"].warnings)
    assert summary.outcomes[Outcome.REMOVED] == 0
    assert len(Collection(home).documents()) == 3


def test_the_same_bytes_twice_are_one_document(run: Run, folder: Path, home: Home) -> None:
    (folder / "copy.md").write_bytes((folder / "visit-0.md").read_bytes())
    reports, _ = run(folder)
    assert reports["copy.md"].document == reports["visit-0.md"].document
    assert len(Collection(home).documents()) == 3
    again, _ = run(folder)
    assert set(outcomes(again).values()) == {"unchanged"}


def test_a_text_in_two_folders_has_the_stricter_level(run: Run, folder: Path, home: Home) -> None:
    run(folder, access=Access.PUBLIC)
    closed = folder.parent / "closed"
    closed.mkdir()
    (closed / "copy.md").write_bytes((folder / "visit-0.md").read_bytes())
    run(closed, access=Access.RESTRICTED)
    assert len(set(found(home, "solitary", Access.PUBLIC))) == 2
    assert len(set(found(home, "solitary", Access.RESTRICTED))) == 3
    agree(home)


def test_a_later_run_does_not_open_what_an_earlier_one_closed(run: Run, folder: Path, home: Home) -> None:
    run(folder, access=Access.RESTRICTED)
    (folder / "visit-0.md").write_text("1. Another text about the workshop.\n")
    run(folder)
    assert found(home, "workshop", Access.INTERNAL) == []
    assert found(home, "workshop") != []


def test_only_a_word_about_the_file_itself_opens_it(run: Run, folder: Path, home: Home) -> None:
    manifest = folder / "kb.toml"
    manifest.write_text('[defaults]\naccess = "public"\n[files."visit-0.md"]\naccess = "restricted"\n')
    run(folder)
    (folder / "visit-0.md").rename(folder / "renamed.md")
    run(folder)
    (folder / "renamed.md").write_text("1. Another text about the workshop.\n")
    run(folder)
    assert found(home, "workshop", Access.INTERNAL) == []
    assert found(home, "workshop") != []
    manifest.write_text('[files."renamed.md"]\naccess = "public"\n')
    run(folder)
    assert found(home, "workshop", Access.PUBLIC) != []
    agree(home)


def test_a_manifest_that_names_a_file_that_is_not_there_is_told_of(folder: Path, home: Home) -> None:
    (folder / "kb.toml").write_text('[files."visit-O.md"]\naccess = "restricted"\n')
    told: list[str] = []
    Batch(home, Options(), on_notice=told.append).run([folder])
    assert any("visit-O.md" in said for said in told)


def test_a_level_changed_in_the_manifest_moves_the_document_to_the_other_index(
    run: Run, folder: Path, home: Home
) -> None:
    run(folder)
    (folder / "kb.toml").write_text('[defaults]\naccess = "restricted"\n')
    reports, _ = run(folder)
    assert set(outcomes(reports).values()) == {"indexed"}
    assert found(home, "solitary", Access.INTERNAL) == []
    assert Collection(home, Access.INTERNAL).search(Query(text="solitary")).facets.get("kind", {}) == {}
    agree(home)


def test_a_file_that_is_gone_is_reported_and_kept_until_pruned(run: Run, folder: Path, home: Home) -> None:
    before, _ = run(folder)
    (folder / "visit-0.md").unlink()
    reported, _ = run(folder)
    assert "gone" in reported["visit-0.md"].warnings[0]
    assert before["visit-0.md"].document in found(home, "solitary")
    pruned, _ = run(folder, prune=True)
    assert pruned["visit-0.md"].outcome is Outcome.REMOVED
    assert before["visit-0.md"].document not in found(home, "solitary")
    agree(home)


def test_pruning_one_of_two_copies_keeps_the_document(run: Run, folder: Path, home: Home) -> None:
    (folder / "copy.md").write_bytes((folder / "visit-0.md").read_bytes())
    run(folder)
    (folder / "copy.md").unlink()
    pruned, _ = run(folder, prune=True)
    assert pruned["copy.md"].outcome is Outcome.REMOVED
    assert len(Collection(home).documents()) == 3


def test_a_bad_file_costs_itself_alone_and_is_kept(run: Run, folder: Path, home: Home) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    reports, summary = run(folder)
    assert summary.outcomes == {
        Outcome.INDEXED: 3,
        Outcome.FAILED: 3,
        Outcome.UNCHANGED: 0,
        Outcome.REMOVED: 0,
    }
    for name in ("bad.pdf", "empty.txt", "picture.png"):
        error = reports[name].error
        assert error is not None
        assert error["kind"]
        assert error["advice"]
    assert len(list(home.originals.glob("??/*"))) == 6
    again, _ = run(folder)
    assert set(outcomes(again).values()) == {"unchanged"}
    assert again["bad.pdf"].error == reports["bad.pdf"].error
    retried, _ = run(folder, retry=True)
    assert outcomes(retried)["bad.pdf"] == "failed"


def test_a_new_version_that_cannot_be_read_loses_nothing_of_the_old(run: Run, folder: Path, home: Home) -> None:
    before, _ = run(folder)
    (folder / "visit-0.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    after, _ = run(folder)
    assert after["visit-0.md"].outcome is Outcome.FAILED
    assert before["visit-0.md"].document in found(home, "solitary")


def test_a_missing_path_is_a_failure_with_a_name(run: Run, tmp_path: Path) -> None:
    reports, _ = run(tmp_path / "nowhere.pdf")
    error = reports["nowhere.pdf"].error
    assert error is not None
    assert error["kind"] == "missing"


def test_a_pipe_in_the_folder_does_not_hang_the_run(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reports, _ = run(folder)
    error = reports["pipe"].error
    assert error is not None
    assert error["kind"] == "not-a-file"


def test_a_broken_manifest_stops_before_anything_is_opened_wrongly(run: Run, folder: Path, home: Home) -> None:
    (folder / "kb.toml").write_text('[defaults]\naccess = "secret"\n')
    with pytest.raises(ManifestError):
        run(folder)
    assert not home.store.exists() or Collection(home).documents() == []


def test_a_dry_run_changes_nothing(run: Run, folder: Path, home: Home) -> None:
    reports, _ = run(folder, dry_run=True)
    assert set(outcomes(reports).values()) == {"indexed"}
    assert Collection(home).documents() == []


def test_any_executor_can_do_the_reading(run: Run, folder: Path, home: Home) -> None:
    reports, _ = run(folder, executor=lambda: ThreadPoolExecutor(1))
    assert set(outcomes(reports).values()) == {"indexed"}
    agree(home)


def test_a_second_writer_is_refused(run: Run, folder: Path, home: Home) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(home.path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(HomeError, match="another process"):
        run(folder)
    holder.kill()
    holder.wait()
    holder.stdout.close()
