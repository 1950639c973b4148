"""What is wrong with a catalogue, each fault with the language, the sentence and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def faults(language: str, catalogue: Catalog, template: Catalog) -> list[str]:
    """Untranslated, stale and fuzzy entries, wrong plural forms, placeholders lost or new, a stray %."""
    found = []
    for wanted in template:
        if not wanted.id:
            continue
        have = catalogue.get(wanted.id, wanted.context)
        where = ", ".join(dict.fromkeys(f"{path}:{line}" for path, line in wanted.locations))
        what = ["not in the catalogue (run make catalogues)"] if have is None else list(_wrong(have, catalogue))
        found += [f"{language}: {fault}: {_singular(wanted)!r} ({where})" for fault in what]
    for have in catalogue:
        if have.id and template.get(have.id, have.context) is None:
            found.append(f"{language}: stale (run make catalogues): {_singular(have)!r}")
    return found


def _wrong(message: Message, catalogue: Catalog) -> Iterator[str]:
    """What is wrong with one entry, in words."""
    if message.fuzzy:
        yield "fuzzy"
    strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
    if not any(strings):
        yield "not translated"
        return
    forms = catalogue.num_plurals if message.pluralizable else 1
    if len(strings) != forms:
        yield f"{len(strings)} plural forms instead of {forms}"
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    asked = {name for one in ids for name in _PLACEHOLDER.findall(one)}
    for string in strings:
        if not string or not string.strip():
            yield "not translated"
            continue
        said = set(_PLACEHOLDER.findall(string))
        # In the form for one, the number itself may be left to the words.
        if said - asked or (asked - said) - ({"num"} if message.pluralizable else set()):
            yield f"placeholders {sorted(said)} instead of {sorted(asked)}"
        if "%" in _PLACEHOLDER.sub("", string) and asked:
            yield "a stray %"
        if string[0].isspace() != ids[0][0].isspace() or string[-1].isspace() != ids[0][-1].isspace():
            yield "blanks at its ends"


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
