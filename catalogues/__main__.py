"""Extracts the sentences of the interface, brings every catalogue up to date, and writes Serbian in Cyrillic letters.

``make catalogues``; ends with 1 and a list of what is not translated, with where it stands.
"""

from __future__ import annotations

import sys

from catalogues.catalogue import FOLDER, TRANSLATED, held, in_cyrillic, updated, write
from catalogues.faults import faults
from catalogues.sentences import template


def main() -> int:
    """Writes every catalogue and says what is wrong with it."""
    FOLDER.mkdir(exist_ok=True)
    now, wrong = template(), []
    for language in TRANSLATED:
        catalogue = updated(held(language), now)
        write(catalogue, FOLDER / f"{language}.po")
        if language == "sr-Latn":
            write(in_cyrillic(catalogue), FOLDER / "sr-Cyrl.po")
        wrong += faults(language, catalogue, now)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
