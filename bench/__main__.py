"""``make bench``: everything that is held to be fast, measured beside its peers in one run.

python -m bench [--pdfs FOLDER] [--jobs N] [--rounds N] [--sizes 20000,100000] [--million] [--only indexing|search]
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bench import indexing, search


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--pdfs", type=Path, help="a folder of PDFs to index (default: made on the spot)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes, ours and the peers'")
    parser.add_argument("--rounds", type=int, default=3, help="times that indexing is measured")
    parser.add_argument("--sizes", default="20000,100000", help="numbers of passages to search, with commas between")
    parser.add_argument("--million", action="store_true", help="search a million passages too")
    parser.add_argument("--only", choices=("indexing", "search"), help="half of it")
    asked = parser.parse_args()
    if asked.only != "search":
        indexing.measure(asked.pdfs, jobs=asked.jobs, rounds=asked.rounds)
    if asked.only == "indexing":
        return 0
    return search.main(["--sizes", asked.sizes, *(["--million"] if asked.million else [])])


if __name__ == "__main__":  # worker processes import this module
    sys.exit(main())
