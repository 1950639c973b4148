"""``kind:`` understands what the kinds are called in every language of the interface."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po

from kb.nouns import Kind
from kb.search.kind_names import kind_named
from web.i18n import LANGUAGES
from web.i18n.catalogue import FOLDER
from web.strings import KINDS


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_kind_is_known_by_the_name_that_the_interface_gives_it(language: str) -> None:
    if language == "en":
        names = dict(KINDS)
    else:
        with (FOLDER / f"{language}.po").open("rb") as file:
            catalogue = read_po(file)
        names = {kind: str(catalogue.get(name).string) for kind, name in KINDS.items()}  # type: ignore[union-attr]
    unknown = {kind: name for kind, name in names.items() for one in (name, name.upper()) if kind_named(one) != kind}
    if language == "tr":
        unknown.pop("instrument", None)  # its name explains itself in brackets, which nobody types
    assert not unknown


def test_its_own_word_is_known_and_another_is_not() -> None:
    assert [kind_named(kind.value) for kind in Kind] == [kind.value for kind in Kind]
    assert kind_named("Саопштење") == "press-release"
    assert kind_named("press release") == "press-release"
    assert kind_named("rep") is None
    assert kind_named("") is None
    assert kind_named("!?") is None
