"""A small collection, made here: documents in three languages, some of them restricted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kb import citations, languages
from kb.engines import ENGINES, IndexReader, open_engine
from kb.nouns import Answer, Document, IndexEntry, Kind, Passage, Query, Role
from kb.search import search
from kb.thesaurus import Thesaurus

Held = dict[str, tuple[Document, Passage]]

PUBLIC = {
    Document(
        id="visit-2019", title="Visit to the prison of Lindorra", kind=Kind.CPT_REPORT, language="en", date="2019-05",
        mechanism="CPT", state="XKX", institutions=("Lindorra Prison",), themes=("health",),
    ): [
        ("41", "The cells of the police station were cold, damp and had no daylight."),
        ("42", "Prisoners complained of torture during questioning in police custody."),
        ("43", "The doctor examined a prisoner; see no. 30210/96, § 92."),
        ("44", "Custody records were kept by the station, not by the police."),
    ],
    Document(id="rules-en", title="Rules of conduct", kind=Kind.LAW, language="en", date="2003"): [
        ("article-3", "Article 3 No one shall be subjected to torture."),
        ("article-5", "Article 5 Everyone has the right to liberty; 3 exceptions exist."),
    ],
    Document(id="rules-sr", title="Правила понашања", kind=Kind.LAW, language="sr-Cyrl", date="2004"): [
        ("article-3", "Члан 3 Нико не сме бити подвргнут мучењу."),
        ("article-5", "Члан 5 Свако има право на слободу."),
    ],
    Document(id="rules-sq", title="Rregullat e sjelljes", kind=Kind.LAW, language="sq", date="2005"): [
        ("article-3", "Neni 3 Askush nuk do t'i nënshtrohet dhunës."),
    ],
}  # fmt: skip
RESTRICTED = {
    Document(id="letter", title="Letter", kind=Kind.OTHER, language="en", date="2021-01-02"): [
        ("1", "A whistleblower reported torture in the basement."),
    ],
}


def fill(
    reader_of: Path, engine_name: str, documents: dict[Document, list[tuple[str, str]]], held: Held
) -> IndexReader:
    engine = open_engine(engine_name)
    writer = engine.writer(reader_of)
    for document, rows in documents.items():
        entries = []
        for ordinal, (anchor, text) in enumerate(rows):
            role = Role.PROVISION if anchor.startswith("article") else Role.FINDING
            passage = Passage(
                document=document.id, anchor=anchor, label=anchor, text=text, ordinal=ordinal, role=role,
                language=document.language, page=1,
            )  # fmt: skip
            held[passage.key] = (document, passage)
            exact, folded, stem = languages.terms(text, document.language)
            cited = [f"cites:{one.address}" for one in citations.find(text)]
            entries.append(
                IndexEntry(
                    key=passage.key, document=document.id, anchor=anchor, ordinal=ordinal, exact=exact, folded=folded,
                    stem=stem, title=languages.terms(document.title, document.language)[1],
                    refs=" ".join([anchor, *cited]), kind=document.kind.value, role=role.value,
                    language=document.language or "", mechanism=document.mechanism or "", state=document.state or "",
                    institutions=document.institutions, themes=document.themes, year=document.year or 0,
                    date=int((document.date or "").replace("-", "").ljust(8, "0")),
                )
            )  # fmt: skip
        writer.put(document.id, entries)
    writer.commit()
    writer.close()
    return engine.reader(reader_of)


class Desk:
    """A collection with its readers; ``ask`` searches it."""

    def __init__(self, readers: Sequence[IndexReader], held: Held, thesaurus: Thesaurus | None = None) -> None:
        self.readers, self.held, self.thesaurus = readers, held, thesaurus

    def texts(self, keys: Sequence[str]) -> Held:
        return {key: self.held[key] for key in keys if key in self.held}

    def ask(self, text: str, *, references: Callable[[str], str | None] = lambda _: None, **values: object) -> Answer:
        query = Query(text=text, **values)  # type: ignore[arg-type]
        return search(
            query, readers=self.readers, texts=self.texts, references=references,
            languages=["en", "sr-Cyrl", "sr-Latn", "sq"], thesaurus=self.thesaurus,
        )  # fmt: skip

    def keys(self, text: str, **values: object) -> list[str]:
        return [f"{hit.document}#{hit.anchor}" for hit in self.ask(text, **values).hits]


@pytest.fixture(scope="session", params=ENGINES)
def levels(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[IndexReader, IndexReader, Held]:
    folder, held = tmp_path_factory.mktemp("levels"), Held()
    public = fill(folder / "public", request.param, PUBLIC, held)
    return public, fill(folder / "restricted", request.param, RESTRICTED, held), held


@pytest.fixture
def desk(levels: tuple[IndexReader, IndexReader, Held]) -> Desk:
    """What anyone may read."""
    return Desk(levels[:1], levels[2])


@pytest.fixture
def inner(levels: tuple[IndexReader, IndexReader, Held]) -> Desk:
    """What those read who are cleared for all."""
    return Desk(levels[:2], levels[2])
