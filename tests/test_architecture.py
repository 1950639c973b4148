"""Holds the house to its plan, over the syntax trees: arrows between rooms, homes of third parties, no circles.

ARCHITECTURE.md says why. Every failure names the file and the import that offends.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
ROOMS = ("kb", "corpus", "indexer", "web")
ARROWS = {("corpus", "kb"), ("indexer", "corpus"), ("indexer", "kb"), ("web", "kb")}

# One home for each third party: a module, or a folder where the package is what the folder is for. A second use of a
# package means a second place that must change with it; so a new row is a decision, not a formality.
HOMES: dict[str, tuple[str, ...]] = {
    "Stemmer": ("kb/languages/stems/snowball.py",),
    "babel": ("web/i18n/*",),
    "alembic": ("kb/store/*",),
    "bottle": ("web/*",),
    "click": ("kb/cli/*", "indexer/cli.py", "indexer/fetch/cli.py", "web/cli.py"),
    "docx": ("kb/brief/docx.py",),
    "fpdf": ("kb/brief/pdf.py",),
    "jinja2": ("web/templating.py",),
    "langdetect": ("kb/languages/second_opinion.py",),
    "lxml": ("indexer/formats/markup.py",),
    "markdown_it": ("indexer/formats/markdown.py",),
    "msgspec": ("indexer/batch/wire.py",),
    "olefile": ("indexer/formats/ole.py",),
    "openpyxl": ("kb/tables/xlsx.py",),
    "oxmsg": ("indexer/formats/message.py",),
    "pdfplumber": ("indexer/formats/pdf_tables.py",),
    "platformdirs": ("kb/home.py",),
    "pypdfium2": ("kb/originals/pdfium.py", "kb/originals/pdfium/*"),
    "rdflib": ("kb/thesaurus/skos.py",),
    "rich": ("kb/cli/*", "indexer/cli.py"),
    "simplemma": ("kb/languages/stems/*",),
    "sqlalchemy": ("kb/store/*",),
    "tantivy": ("kb/engines/tantivy/*",),
    "waitress": ("web/serving.py",),
    # The parser of the query language and the pure-Python engine: two uses, each in one place.
    "whoosh": ("kb/search/parse.py", "kb/engines/whoosh_engine.py", "kb/engines/whoosh/*"),
}
DISTRIBUTION = {
    "Stemmer": "pystemmer",
    "docx": "python-docx",
    "fpdf": "fpdf2",
    "markdown_it": "markdown-it-py",
    "oxmsg": "python-oxmsg",
    "whoosh": "whoosh3",
}


def modules() -> list[Path]:
    """Every Python file of the four rooms, relative to the repository."""
    return sorted(path.relative_to(REPO) for room in ROOMS for path in (REPO / room).rglob("*.py"))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse((REPO / module).read_text(encoding="utf-8"), filename=str(module))


def imports(module: Path, *, at_import_time: bool = False) -> Iterator[tuple[str, int]]:
    """Dotted names a module imports, with the line; names behind ``from x import y`` come as ``x`` and ``x.y``.

    With ``at_import_time`` neither what functions import when called nor what only a type checker reads.
    """
    package = module.with_suffix("").parts if module.name == "__init__.py" else module.parts[:-1]
    package = package[:-1] if module.name == "__init__.py" else package
    skipped = _deferred(tree(module)) if at_import_time else set()
    for node in ast.walk(tree(module)):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            base = ".".join(filter(None, (above, node.module)))
            yield base, node.lineno
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def _deferred(root: ast.Module) -> set[int]:
    """The nodes that importing a module does not run."""
    held: set[int] = set()
    for node in ast.walk(root):
        checking = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        if checking or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            held |= {id(below) for below in ast.walk(node) if below is not node}
    return held


def room(name: str) -> str:
    return name.partition(".")[0]


def test_rooms_import_one_another_only_along_the_four_arrows() -> None:
    wrong = {
        f"{module}:{line} imports {name}"
        for module in modules()
        for name, line in imports(module)
        if room(name) in ROOMS and room(name) != module.parts[0] and (module.parts[0], room(name)) not in ARROWS
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_product_code_imports_neither_tests_nor_tools() -> None:
    wrong = {
        f"{module}:{line} imports {name}"
        for module in modules()
        for name, line in imports(module)
        if room(name) in ("tests", "bench", "samples", "letters", "catalogues")
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_each_third_party_is_imported_in_its_one_home() -> None:
    wrong = {
        f"{module}:{line} imports {name}: its home is {' or '.join(HOMES.get(room(name), ('not decided: see HOMES',)))}"
        for module in modules()
        for name, line in imports(module)
        if room(name) not in ROOMS
        and room(name) not in sys.stdlib_module_names
        and not any(fnmatch(module.as_posix(), home) for home in HOMES.get(room(name), ()))
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_each_third_party_that_is_imported_is_a_declared_dependency() -> None:
    declared = {
        re.split(r"[<>=\[ ]", line)[0].lower()
        for line in tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    }
    used = {
        DISTRIBUTION.get(room(name), room(name))
        for module in modules()
        for name, _ in imports(module)
        if room(name) not in ROOMS and room(name) not in sys.stdlib_module_names
    }
    assert not used - declared, f"imported but not in pyproject.toml: {sorted(used - declared)}"


def _file(name: str) -> Path | None:
    """The file that a dotted name of ours is, or None."""
    path = Path(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if (REPO / file).is_file():
            return file
    return None


def _edges(module: Path) -> set[Path]:
    """The files a module needs while it is being imported; a package's door only where the package itself is named.

    Naming ``kb.nouns.query`` runs ``kb/nouns/__init__.py`` too, but a door that is open to its own rooms is no
    circle among files that anyone wrote.
    """
    found: set[Path] = set()
    names = {name for name, _ in imports(module, at_import_time=True) if room(name) in ROOMS}
    for name in names:
        file = _file(name)
        deeper = any(other.startswith(name + ".") and _file(other) for other in names)
        if file and file != module and not (deeper and file.name == "__init__.py"):
            found.add(file)
    return found


def test_no_files_import_one_another_in_a_circle() -> None:
    graph = {module: _edges(module) for module in modules()}
    done: set[Path] = set()
    circles: list[str] = []

    def visit(module: Path, trail: tuple[Path, ...]) -> None:
        if module in trail:
            circles.append(" → ".join(map(str, (*trail[trail.index(module) :], module))))
        elif module not in done:
            for other in sorted(graph.get(module, ())):
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())
    assert not circles, "\n".join(circles)


def test_no_module_outgrows_what_one_can_read_at_once() -> None:
    limit = 250
    long = {
        f"{module}: {count} lines"
        for module in modules()
        if (count := len((REPO / module).read_text("utf-8").splitlines())) > limit
    }
    assert not long, f"split by noun what is over {limit} lines:\n" + "\n".join(sorted(long))


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {
        str(module) for module in modules() if re.search(r"(^|/)(utils?|helpers?|common|misc)(\.py|/)", str(module))
    }
    assert not drawers, f"name them by what they hold: {sorted(drawers)}"
