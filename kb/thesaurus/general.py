"""The general dictionary that ships with the product, in the store beside wordnets and what was learnt.

Its keys are the same in every collection, so they are kept ready in the machine's cache, as those of the concepts are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from kb.home import machine_cache
from kb.languages import ANALYSIS_VERSION, group_of
from kb.languages.stems.keeping import write_whole
from kb.store import Connection, lexicon, upkeep, write
from kb.store.lexicon import Lexeme
from kb.thesaurus.dictionary import GENERAL
from kb.thesaurus.keys import key_of

Sense = Mapping[str, Sequence[str]]  # terms by language
_MARK = "words.general"


def keep_general(connection: Connection, senses: Sequence[Sense]) -> bool:
    """Keep the words in place of those before; whether anything was new."""
    mark = hashlib.sha256(f"{ANALYSIS_VERSION}|{senses!r}".encode()).hexdigest()
    if upkeep.setting(connection, _MARK) == mark:
        return False
    languages = dict.fromkeys(language for sense in senses for language in sense)
    facts = {"name": "General words, shipped with the program", "language": " ".join(languages)}
    lexicon.put(connection, GENERAL, facts, _ready(senses, mark))
    write.put_setting(connection, _MARK, mark)
    return True


def _lexemes(senses: Sequence[Sense]) -> list[Lexeme]:
    """The words with their keys; forms of one word in one sense are one."""
    found: dict[tuple[str, str], Lexeme] = {}
    for number, sense in enumerate(senses):
        name = f"{GENERAL}:{number}"
        for language, terms in sense.items():
            for term in terms:
                key = " ".join(key_of(term, language).stems)
                if key:
                    found.setdefault((name, key), Lexeme(GENERAL, name, group_of(language), term, key, 1.0))
    return list(found.values())


def _ready(senses: Sequence[Sense], mark: str) -> list[Lexeme]:
    """The lexemes from the machine's cache, else made and put there; a damaged or missing file is no error."""
    path = machine_cache() / "words" / f"{mark}.json"
    try:
        rows = json.loads(path.read_bytes())
        if _is_whole(rows):
            return [Lexeme(GENERAL, sense, language, term, key, 1.0) for sense, language, term, key in rows]
    except (OSError, ValueError):
        pass
    made = _lexemes(senses)
    write_whole(path, json.dumps([each[1:5] for each in made], ensure_ascii=False).encode())
    return made


def _is_whole(found: object) -> bool:
    """Whether it is what `_ready` writes."""
    return (
        isinstance(found, list)
        and bool(found)
        and all(isinstance(row, list) and [type(one) for one in row] == [str] * 4 for row in found)
    )
