"""Roles on passages labelled by hand before the rules were tuned; every second one was not looked at while they were.

tests/golden/roles has the labels: anchors of the sample corpus and of a real document (no text of it), and sentences in
languages of which the samples have little. ``pytest -s tests/indexer/test_roles_labelled.py`` prints the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus.places import institutions
from indexer.manifest import Manifests
from indexer.read import read
from indexer.roles import roles_of
from kb.institutions import use_institutions
from kb.nouns import Access, Document, Kind, Passage, Role

REPO = Path(__file__).parents[2]
GOLDEN = REPO / "tests/golden/roles"
SAMPLES = REPO / "corpus/samples"

Case = tuple[str, str, str, str]  # language, what it is, the label, the role that was found


def labelled() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for line in (GOLDEN / "labels.tsv").read_text("utf-8").splitlines():
        file, role, anchors = line.split("\t")
        found[file].update(dict.fromkeys(anchors.split(), role))
    return found


def cases_of(path: Path, labels: dict[str, str]) -> Iterable[Case]:
    use_institutions(institutions())
    made = read(
        path,
        name=path.name,
        document="d",
        access=Access.PUBLIC,
        settings=Manifests().settings(path),
        sha256="0" * 64,
        size=1,
    )
    held = {passage.anchor: passage for passage in made.passages}
    assert not labels.keys() - held.keys(), path.name
    for anchor, role in sorted(labels.items(), key=lambda item: held[item[0]].ordinal):
        passage = held[anchor]
        language = (passage.language or made.document.language or "").partition("-")[0]
        yield language, f"{path.name}#{anchor} {passage.text[:60]}", role, str(passage.role)


@pytest.fixture(scope="module")
def sample_cases() -> list[Case]:
    return [case for file, labels in labelled().items() if "/" not in file for case in cases_of(SAMPLES / file, labels)]


@pytest.fixture(scope="module")
def sentence_cases() -> list[Case]:
    found = []
    for line in (GOLDEN / "sentences.tsv").read_text("utf-8").splitlines():
        language, role, text = line.split("\t")
        document = Document(id="d", title="Report on the visit", kind=Kind.REPORT, mechanism="CPT", language=language)
        passage = Passage(document="d", anchor="7", label="7", text=text, ordinal=0, language=language)
        found.append((language, text[:60], role, str(roles_of([passage], document)[0])))
    return found


def f1(cases: list[Case], role: str = "recommendation") -> float:
    right = sum(want == role == got for _, _, want, got in cases)
    return 2 * right / max(1, sum((want == role) + (got == role) for _, _, want, got in cases))


def report(name: str, cases: list[Case]) -> None:
    by_language: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_language[case[0]].append(case)
    said = ", ".join(f"{language} {f1(some):.3f} ({len(some)})" for language, some in sorted(by_language.items()))
    exact = sum(want == got for _, _, want, got in cases) / len(cases)
    print(
        f"\n{name}: F1 of recommendation {f1(cases):.3f} on {len(cases)} passages; {said}; all roles right {exact:.3f}"
    )


@pytest.mark.parametrize(("half", "first"), [("tuned on", 0), ("untouched", 1)])
def test_recommendations_are_told_from_the_rest(
    sample_cases: list[Case], sentence_cases: list[Case], half: str, first: int
) -> None:
    some = [*sample_cases, *sentence_cases][first::2]
    report(half, some)
    wrong = [f"{what}: {want}, not {got}" for _, what, want, got in some if want != got]
    assert f1(some) >= 0.92, "\n".join(wrong)
    for language in ("en", "sq", "sr"):
        assert f1([case for case in some if case[0] == language]) >= 0.92, "\n".join(wrong)


@pytest.mark.real
@pytest.mark.parametrize(("half", "first"), [("tuned on", 0), ("untouched", 1)])
def test_recommendations_of_a_real_document_are_found(real_data: Path, half: str, first: int) -> None:
    for file, labels in labelled().items():
        if "/" in file:
            some = list(cases_of(real_data / file, labels))[first::2]
            report(f"{half}, {Path(file).name}", some)
            assert f1(some) >= 0.92, [case[1:] for case in some if case[2] != case[3]]


def test_every_role_of_the_labels_is_one() -> None:
    assert {role for labels in labelled().values() for role in labels.values()} <= {str(role) for role in Role}
