"""What searches remember of documents is forgotten with every change, whoever makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kb.nouns import Access, Reading
from kb.store import Store, known, write
from kb.store.known import Known

Make = Callable[..., Reading]


def put(store: Store, reading: Reading) -> None:
    with store.write() as connection:
        write.put_reading(connection, reading, name="file.pdf", targets=(reading.document.id,))


def titles(held: Known, *keys: str) -> dict[str, str]:
    return {key: document.title for key, (document, _) in held.fetch(keys).items()}


def test_passages_come_in_the_order_asked_for_with_their_documents(store: Store, reading: Make) -> None:
    put(store, reading())
    put(store, reading("law"))
    found = titles(Known(store, Access.INTERNAL), "report#2", "law#1", "nothing#1", "report#9", "report#1")
    assert list(found.items()) == [("report#2", "The report"), ("law#1", "The law"), ("report#1", "The report")]


def test_a_new_title_is_seen_at_once(store: Store, reading: Make) -> None:
    made, held = reading(), Known(store, Access.INTERNAL)
    put(store, made)
    assert titles(held, "report#1") == {"report#1": "The report"}
    with store.write() as connection:
        document = replace(made.document, title="Another")
        write.update_document(connection, document, name="file.pdf", targets=("report",))
    assert titles(held, "report#1") == {"report#1": "Another"}


def test_what_was_readable_and_no_longer_is_is_not_shown_from_memory(store: Store, reading: Make) -> None:
    made, held = reading(), Known(store, Access.INTERNAL)
    put(store, made)
    assert titles(held, "report#1")
    with store.write() as connection:
        document = replace(made.document, access=Access.RESTRICTED)
        write.update_document(connection, document, name="file.pdf", targets=("report",))
    assert titles(held, "report#1") == {}
    put(store, made)
    assert titles(held, "report#1")
    with store.write() as connection:
        write.remove_document(connection, "report")
    assert titles(held, "report#1") == {}


def test_the_languages_are_those_held_now(store: Store, reading: Make) -> None:
    made, held = reading(), Known(store, Access.INTERNAL)
    put(store, made)
    assert held.languages() == ["en"]
    held.languages().append("changed by who asked")
    assert held.languages() == ["en"]
    put(
        store, replace(made, document=replace(made.document, id="ligj", language="sq"), passages=(), links=(), pages=())
    )
    assert held.languages() == ["en", "sq"]


def test_no_more_documents_are_remembered_than_it_may(
    store: Store, reading: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "MOST", 2)
    held = Known(store, Access.INTERNAL)
    for name in ("a", "b", "c"):
        put(store, reading(name))
    assert titles(held, "a#1", "b#1") == {"a#1": "The a", "b#1": "The b"}
    assert titles(held, "b#1", "c#1") == {"b#1": "The b", "c#1": "The c"}
    assert titles(held, "a#1", "b#1", "c#1") == {"a#1": "The a", "b#1": "The b", "c#1": "The c"}
