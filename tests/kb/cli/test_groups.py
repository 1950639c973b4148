"""``kb --help`` has the verbs by what they are for, each once."""

from __future__ import annotations

from click.testing import CliRunner

from kb.cli.groups import GROUPS, OTHERS, grouped
from kb.cli.main import kb


def test_every_verb_is_in_one_group_and_those_of_none_come_last() -> None:
    members = [name for names in GROUPS.values() for name in names]
    assert len(members) == len(set(members))
    assert grouped(["search", "serve", "zzz"]) == [
        ("Search", ["search"]),
        ("Administration", ["serve"]),
        (OTHERS, ["zzz"]),
    ]


def test_the_help_names_all_verbs_in_groups() -> None:
    shown = CliRunner().invoke(kb, ["--help"]).output
    assert shown.index("Search:") < shown.index("Register and briefs:") < shown.index("Administration:")
    assert OTHERS not in shown
    for name in ("search", "register", "cite", "serve"):
        assert f"\n  {name} " in shown
