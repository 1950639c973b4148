"""From a rule, a case or a paragraph to everything that relies on it, and back, across languages."""

from kb.citator.address import address_of_path, canonical_path, path_of, split
from kb.citator.aim import Aim, aim_at, aim_of, aim_of_passage
from kb.citator.answer import Asking, Cited, CitingPassage, Page
from kb.citator.authorities import (
    Authority,
    CitedIn,
    Listed,
    authorities_in,
    authorities_of_passages,
    table_of_authorities,
)
from kb.citator.groups import GROUPS
from kb.citator.look_up import citator, count_citing
from kb.citator.printed import printed

__all__ = [
    "GROUPS",
    "Aim",
    "Asking",
    "Authority",
    "Cited",
    "CitedIn",
    "CitingPassage",
    "Listed",
    "Page",
    "address_of_path",
    "aim_at",
    "aim_of",
    "aim_of_passage",
    "authorities_in",
    "authorities_of_passages",
    "canonical_path",
    "citator",
    "count_citing",
    "path_of",
    "printed",
    "split",
    "table_of_authorities",
]
