"""The lemma dictionaries. The one module that knows simplemma."""

from __future__ import annotations

from collections.abc import Iterator

# Groups whose dictionary earns its place. On the treebanks, F1 of all pairs of forms with one lemma, verbs: Serbian
# 0.42 by Snowball alone, 0.93 with lemmas; Turkish 0.12 and 0.87. German, Spanish, Italian and Russian have large
# dictionaries and stem well without; Slovene, Bulgarian and Ukrainian are neighbours that get rules only.
DICTIONARIES = {"sq": "sq", "hbs": "hbs", "mk": "mk", "tr": "tr", "en": "en", "fr": "fr"}


def edition() -> str:
    """The version of the dictionaries: tables made from another version are made anew."""
    from importlib.metadata import version  # late: it brings half the e-mail package along

    return version("simplemma")


def forms(group: str) -> Iterator[tuple[str, str]]:
    """Every form of the group's dictionary with its lemma; nothing for a group without one.

    The dictionary is read for this one pass and let go: in memory they would take 300 MB.
    """
    if (code := DICTIONARIES.get(group)) is None:
        return
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    yield from DefaultDictionaryFactory(cache_max_size=1).get_dictionary(code).items()
