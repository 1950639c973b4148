"""How long a brief of 300 passages takes, from the question to the file: gathered from a collection made for it, and
written in each format.

Run: python -m bench.brief [HOME]   (with a folder, the collection is made there once and used again)
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from indexer.batch.run import Batch, Options
from kb.brief import FORMATS, Wanted, gather
from kb.brief.formats import made
from kb.collection import Collection
from kb.home import Home
from kb.nouns import Role
from kb.register.register import Register

REPORTS, FINDINGS, RECOMMENDATIONS = 6, 30, 25
PLACE = "xk-dubrava"
_FOUND = (
    (
        "The delegation found that prisoners in {where} had not been examined by a doctor on admission, that injuries "
        "were not recorded, and that {count} of them said they had waited more than a week for treatment."
    ),
    (
        "In {where} the delegation observed cells of six square metres that held {count} persons each, without a bell, "
        "and with artificial light only; the ventilation was out of order and the mattresses were damp."
    ),
    (
        "The delegation was told that {count} prisoners in {where} had been held in solitary confinement for more than "
        "fourteen days; the register of placements gave neither a reason nor the date of any review."
    ),
    (
        "Prisoners in {where} were offered one hour in the open air each day; {count} of them had neither work nor "
        "school, and visits from the family took place behind glass."
    ),
)
_ASKED = (
    (
        "It is recommended that the Ministry of Health employ a doctor for {where} and see to it that each of {count} "
        "prisoners is examined within a day of admission."
    ),
    (
        "It is recommended that the Director of the prison keep a register of every placement in solitary confinement "
        "in {where} and have it reviewed every {count} days."
    ),
    (
        "It is recommended that the correctional service repair the ventilation of {where} and offer a bed to each of "
        "its {count} prisoners."
    ),
)
_WHERE = ("wing A", "wing B", "the admission unit", "the remand block", "the hospital wing", "the block for juveniles")


def originals(folder: Path) -> None:
    """The reports on one prison, and the authority's response to each."""
    manifest = ['[defaults]\naccess = "public"\nstate = "XKX"\n']
    for number in range(REPORTS):
        year, name = 2018 + number, f"report-{number}"
        lines = [f"1. The delegation visited Dubrava Prison from 4 to 6 March {year}."]
        for at in range(FINDINGS):
            text = _FOUND[at % len(_FOUND)].format(where=_WHERE[(at + number) % len(_WHERE)], count=at + 3 + number)
            lines.append(f"{len(lines) + 1}. {text}")
        for at in range(RECOMMENDATIONS):
            text = _ASKED[at % len(_ASKED)].format(where=_WHERE[(at + number) % len(_WHERE)], count=at + 3 + number)
            lines.append(f"{len(lines) + 1}. {text}")
        (folder / f"{name}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        answers = [f"{at}. Paragraph {FINDINGS + 1 + at}: the recommendation is accepted." for at in range(1, 11)]
        (folder / f"answer-{number}.txt").write_text("\n\n".join(answers) + "\n", "utf-8")
        for file, title, by in (
            (name, f"Report on the visit to Dubrava Prison in {year}", "NPM"),
            (
                f"answer-{number}",
                f"Response to the report on the visit to Dubrava Prison in {year}",
                "Ministry of Justice",
            ),
        ):
            month = "06" if file == name else "09"
            manifest.append(
                f'[files."{file}.txt"]\ntitle = "{title}"\nkind = "report"\nmechanism = "{by}"\n'
                f'date = "{year}-{month}-01"\ninstitutions = ["{PLACE}"]\n'
            )
    (folder / "kb.toml").write_text("\n".join(manifest), "utf-8")


def home_at(folder: Path) -> Home:
    """The collection of these reports, indexed where it is not there yet."""
    home = Home.at(folder / "home")
    if not home.store.exists():
        (folder / "in").mkdir(parents=True, exist_ok=True)
        originals(folder / "in")
        Batch(home, Options(jobs=1)).run([folder / "in"])
    return home


def main(folder: Path) -> None:
    """Print a line for what happens first, and one for each format."""
    collection = Collection(home_at(folder))
    began = time.perf_counter()
    register = Register(collection)
    findings = Register(collection, Role.FINDING, filing=register.filing)
    wanted = Wanted(institutions=(PLACE,), root="http://127.0.0.1:8080")
    brief = gather(register, findings, wanted)
    count = sum(1 for line in brief.lines() if line.key)
    sys.stdout.write(f"filed and gathered once\t{time.perf_counter() - began:.2f} s\t{count} passages\n")
    for suffix in FORMATS:
        began = time.perf_counter()
        brief = gather(register, findings, wanted)
        gathered = time.perf_counter() - began
        size = len(made(brief, suffix))
        sys.stdout.write(
            f"{suffix}\t{time.perf_counter() - began:.2f} s, of them {gathered:.2f} s to gather\t{size} bytes\n"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made_folder:
            main(Path(made_folder))
