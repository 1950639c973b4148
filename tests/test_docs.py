"""The documents say what is there: every command and option, working links, no traces of anybody's machine."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kb.cli.main import kb
from kb.nouns import Access, Kind, Role

REPO = Path(__file__).resolve().parent.parent
PAGES = sorted([*REPO.glob("*.md"), *(REPO / "docs").glob("*.md")])
EVERYWHERE = {"--help", "--home", "--json"}  # described once, at the top of docs/cli.md


def commands() -> dict[str, click.Command]:
    """Every command of ``kb``, by name; those of other rooms too."""
    context = click.Context(kb)
    found = {name: kb.get_command(context, name) for name in kb.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def parameters(command: click.Command) -> list[click.Parameter]:
    """Its own parameters and those of the commands below it."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return [*command.params, *(each for one in below for each in parameters(one))]


def section(name: str) -> str:
    """What docs/cli.md says under the heading of a command; "" where it has none."""
    text = (REPO / "docs/cli.md").read_text("utf-8")
    found = re.search(rf"^## kb {name}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def shell_lines() -> Iterator[tuple[Path, list[str]]]:
    """The commands in the shell blocks of the documents, as words, without what comes after a pipe."""
    for page in PAGES:
        for block in re.findall(r"^```sh$(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            for line in block.strip().splitlines():
                for piece in line.split(" | "):
                    if words := shlex.split(piece, comments=True):
                        yield page, words


def kb_words(words: list[str]) -> list[str] | None:
    """The words after ``kb`` and its own ``--home DIR``, or None where the line is not about ``kb``."""
    for place, word in enumerate(words[:5]):
        if Path(word).name == "kb" and (place == 0 or words[0] in ("sudo", "docker")):
            rest = words[place + 1 :]
            return rest[2:] if rest[:1] == ["--home"] else rest
    return None


def test_every_command_is_documented_with_an_example() -> None:
    missing = [
        name for name in commands() if not re.search(rf"^[^\n]*\bkb\b[^\n]* {name}\b", section(name), re.MULTILINE)
    ]
    assert not missing, f"docs/cli.md has no section with an example for: {missing}"


def test_every_documented_command_exists() -> None:
    documented = re.findall(r"^## kb (\w+)$", (REPO / "docs/cli.md").read_text("utf-8"), re.MULTILINE)
    assert set(documented) == set(commands())


def test_every_option_is_documented() -> None:
    missing = [
        f"kb {name} {option}"
        for name, command in commands().items()
        for parameter in parameters(command)
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--") and option not in EVERYWHERE and f"`{option}" not in section(name)
    ]
    missing = [each for each in missing if each != "kb check --originals"]  # the default; its negation is documented
    assert not missing, "\n".join(missing)


def test_every_option_in_the_documents_exists() -> None:
    wrong = []
    for name, command in commands().items():
        known = {
            opt for parameter in parameters(command) for opt in (*parameter.opts, *parameter.secondary_opts)
        } | EVERYWHERE
        documented = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", section(name)))
        wrong += [f"kb {name} {option}" for option in sorted(documented - known)]
    assert not wrong, "\n".join(wrong)


def test_commands_in_the_documents_exist() -> None:
    known = commands()
    wrong = []
    for page, words in shell_lines():
        rest = kb_words(words)
        if rest is None or rest[0].startswith("-"):
            continue
        if rest[0] not in known:
            wrong.append(f"{page.name}: kb {rest[0]}")
            continue
        below = parameters(known[rest[0]])
        options = {opt for each in below for opt in (*each.opts, *each.secondary_opts)} | EVERYWHERE
        wrong += [f"{page.name}: {shlex.join(words)}" for word in rest if word.startswith("--") and word not in options]
    assert not wrong, "\n".join(wrong)


def test_make_targets_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPO / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        (page.name, target) for page in PAGES for target in re.findall(r"`make ([a-z]+)`", page.read_text("utf-8"))
    }
    named |= {(page.name, words[1]) for page, words in shell_lines() if words[0] == "make"}
    assert {target for _, target in named} >= {"demo", "test"}
    wrong = sorted((page, target) for page, target in named if target not in targets)
    assert not wrong, wrong


def slug(heading: str) -> str:
    """The fragment by which a heading is reached on the usual hosts of repositories."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _leads_somewhere(page: Path, target: str) -> bool:
    """Whether a relative link names a file or folder of the repository and, after ``#``, a heading in it."""
    name, _, fragment = target.partition("#")
    file = (page.parent / name).resolve() if name else page
    if not file.exists() or not file.is_relative_to(REPO):
        return False
    headings = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE) if fragment else []
    return not fragment or fragment in map(slug, headings)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if not re.match(r"[a-z]+:", target) and not _leads_somewhere(page, target):
            broken.append(target)
    assert not broken, f"{page.name}: {broken}"


def test_the_closed_lists_are_documented_whole() -> None:
    glossary = (REPO / "docs/glossary.md").read_text("utf-8")
    indexing = (REPO / "docs/indexing.md").read_text("utf-8")
    assert not [
        word for word in (*Kind, *Role, *Access) if f"`{word}`" not in glossary and word not in ("provision", "finding")
    ]
    assert not [word for word in (*Kind, *Access) if f"`{word}`" not in indexing]


def test_every_named_failure_is_documented() -> None:
    """Kinds of UnreadableOriginal that are raised anywhere in the indexer, and those of the fence."""
    text = (REPO / "docs/indexing.md").read_text("utf-8")
    sources = [*(REPO / "indexer").rglob("*.py"), *(REPO / "kb/originals").rglob("*.py")]
    raised: set[str] = set()
    for path in sources:
        code = path.read_text("utf-8")
        raised |= set(re.findall(r'UnreadableOriginal\((?:[^()]|\([^()]*\))*kind="([a-z-]+)"', code))
        raised |= set(re.findall(r'_stopped\("([a-z-]+)"', code))
    assert raised, "no failure was found: this test no longer knows how they are raised"
    missing = sorted(kind for kind in raised if f"`{kind}`" not in text)
    assert not missing, f"docs/indexing.md does not say what these mean: {missing}"


def test_the_architecture_names_every_folder_of_code() -> None:
    text = (REPO / "ARCHITECTURE.md").read_text("utf-8")
    rooms = ("kb", "corpus", "indexer", "web")
    folders = {path.parent.relative_to(REPO) for room in rooms for path in (REPO / room).glob("*/*.py")}
    missing = sorted(str(folder) for folder in folders if str(folder) not in text and folder.parts[0] != "web")
    assert not missing, f"ARCHITECTURE.md does not say which question these answer: {missing}"


def tracked() -> list[Path]:
    """The files that git keeps; skips where this is no checkout."""
    if not (REPO / ".git").exists():
        pytest.skip("needs a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPO, capture_output=True, check=True, text=True).stdout
    return [REPO / name for name in listed.split("\0") if name and (REPO / name).is_file()]


def test_no_tracked_file_has_a_path_of_somebodys_machine() -> None:
    # Put together here, so that this file is not its own finding.
    places = [
        "/" + "work/",
        "/" + "root/",
        "/" + "Users/",
        r"/" + "home/(?!kb)",
        r"[A-Z]:\\" + "Users",
        "bash" + "_jobs",
    ]
    pattern = re.compile("|".join(places).encode())
    found = [
        f"{path.relative_to(REPO)}: {match[0].decode()}"
        for path in tracked()
        if path.suffix not in (".pdf", ".docx", ".png", ".lock")
        for match in [pattern.search(path.read_bytes())]
        if match
    ]
    assert not found, "\n".join(found)


def test_the_versions_agree() -> None:
    version = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert version in (REPO / "CHANGELOG.md").read_text("utf-8")
