"""A citation waits for its document: resolved when that arrives, and waiting again when it is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.collection import Collection
from kb.home import Home

Run = Callable[..., object]

CITED = """CASE OF FIRST v. POLAND

(Application no. 30210/96)

JUDGMENT

STRASBOURG

26 October 2000

The European Court of Human Rights, sitting as a Chamber,

1. The case originated in an application (no. 30210/96) against the Republic of Poland.

2. The applicant was detained in a prison in Poland.

3. The Court finds that a State must protect the health of the persons it detains.
"""
LATER = CITED.replace("26 October 2000", "15 January 2002").replace("must protect", "had to pay for")
CITING = """CASE OF SECOND v. POLAND

(Application no. 44101/98)

JUDGMENT

STRASBOURG

3 May 2005

The European Court of Human Rights, sitting as a Chamber,

1. The case originated in an application (no. 44101/98) against the Republic of Poland.

2. The Court refers to its case-law (see First v. Poland, no. 30210/96, § 3, 26 October 2000).

3. The same holds here (see First, cited above, § 3; and paragraph 2 above).

4. There is no paragraph that says more (see First, cited above, § 77).
"""


def resolved(home: Home) -> dict[str, tuple[str | None, str]]:
    """What each citation of a case or a paragraph in the citing judgment leads to, with the reason where to none."""
    collection = Collection(home)
    (citing,) = (one for one in collection.documents() if "SECOND" in one.title)
    found = {
        f"{link.anchor}: {link.citation.text}": (link.resolved, link.why)
        for link in collection.links(citing.id)
        if link.citation.grammar in ("case", "internal")
    }
    collection.close()
    return found


def document(home: Home, date: str) -> str:
    """The id of the judgment of that day."""
    collection = Collection(home)
    (found,) = (one.id for one in collection.documents() if one.date == date)
    collection.close()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "judgments"
    made.mkdir()
    (made / "second.txt").write_text(CITING, "utf-8")
    return made


def test_waiting_citations_resolve_when_the_document_arrives_and_wait_again_when_it_is_gone(
    run: Run, home: Home, folder: Path
) -> None:
    run(folder)
    before = resolved(home)
    assert before["2: First v. Poland, no. 30210/96, § 3"] == (None, "not in the collection")
    assert before["3: First, cited above, § 3"] == (None, "not in the collection")
    own, why = before["3: paragraph 2 above"]
    assert own is not None
    assert own.endswith("#2")
    assert why == ""

    (folder / "first.txt").write_text(CITED, "utf-8")
    run(folder)
    cited = document(home, "2000-10-26")
    after = resolved(home)
    assert after["2: First v. Poland, no. 30210/96, § 3"] == (f"{cited}#3", "")
    assert after["3: First, cited above, § 3"] == (f"{cited}#3", "")
    assert after["4: First, cited above, § 77"] == (None, "no such paragraph")

    (folder / "first.txt").unlink()
    run(folder, prune=True)
    assert resolved(home) == before


def test_another_judgment_in_the_same_case_is_not_taken_for_the_one_of_the_day(
    run: Run, home: Home, folder: Path
) -> None:
    (folder / "later.txt").write_text(LATER, "utf-8")
    run(folder)
    found = resolved(home)
    assert found["2: First v. Poland, no. 30210/96, § 3"] == (None, "not in the collection")
    assert found["3: First, cited above, § 3"] == (None, "not in the collection")

    (folder / "first.txt").write_text(CITED, "utf-8")
    run(folder)
    cited = document(home, "2000-10-26")
    assert resolved(home)["3: First, cited above, § 3"] == (f"{cited}#3", "")
