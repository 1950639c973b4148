"""What would bring a text that is cited and not held: who publishes it, and where."""

from __future__ import annotations

import re
from urllib.parse import quote

from kb.citations.ecli import parts
from kb.citations.law_names import ANY
from kb.citations.names import known
from kb.citator.printed import whole
from kb.search.advice import no_such_law
from kb.wording import worded

# The bodies whose texts are in the catalogue of instruments, as an interface names them in its own language.
_BODIES = {
    str(name): name
    for name in (
        worded("Council of Europe"),
        worded("Committee of Ministers of the Council of Europe"),
        worded("European Union"),
        worded("United Nations General Assembly"),
        worded("Office of the United Nations High Commissioner for Human Rights"),
        worded("European Committee for the Prevention of Torture and Inhuman or Degrading Treatment or Punishment"),
    )
}


def publisher(target: str) -> tuple[str, str]:
    """Who publishes a target, and the address where a person finds it; "" where that is not known."""
    own = known()
    one = own.instruments.get(target) or own.instruments.get((own.families.get(target) or ("",))[-1])
    if one is not None:
        return _BODIES.get(one.body, one.body), one.address
    if match := re.fullmatch(r"app/(\d+/\d\d)", target):
        return "HUDOC", "https://hudoc.echr.coe.int/eng#{%22appno%22:[%22" + match[1] + "%22]}"
    if target.startswith("ecli:ce:echr:"):
        return "HUDOC", "https://hudoc.echr.coe.int/eng#{%22ecli%22:[%22" + quote(target.upper(), safe=":") + "%22]}"
    if target.startswith(("case/", "series-a/")):
        return "HUDOC", "https://hudoc.echr.coe.int/"
    if target.startswith("hudoc/"):
        return "HUDOC", "https://hudoc.echr.coe.int/eng?i=" + quote(target[6:], safe="-")
    if target.startswith("cpt/"):
        return "HUDOC-CPT", "https://hudoc.cpt.coe.int/"
    if target.startswith(("rec/", "res/")):
        return worded("the Committee of Ministers of the Council of Europe"), "https://search.coe.int/cm"
    if target.startswith("law/xkx/"):
        return worded("the Official Gazette of Kosovo"), "https://gzk.rks-gov.net/"
    if target.startswith("law/alb/"):
        return worded("the Official Publishing Centre of Albania"), "https://qbz.gov.al/"
    if target.startswith("law/srb/"):
        return worded("the Official Gazette of Serbia"), "https://www.pravno-informacioni-sistem.rs/"
    if target.startswith("law/mkd/"):
        return worded("the Official Gazette of North Macedonia"), "https://www.slvesnik.com.mk/"
    if target.startswith("law/"):
        return "", ""
    if "/" in target:
        return worded("the documents of the United Nations"), "https://undocs.org/" + quote(target.upper(), safe="/.")
    return "", ""


def fetched_by(target: str) -> str:
    """The command that fetches and indexes a target; "" where there is none for its kind."""
    number = target.removeprefix("app/") if target.startswith("app/") else ""
    if (printed := parts(target)) is not None:
        number = printed.application.removeprefix("app/")
    if re.fullmatch(r"\d+/\d\d", number):
        return f"kb fetch hudoc --application {number} --into FOLDER --index"
    if target.startswith("cpt/"):
        return f'kb fetch cpt --query "{whole(target)}" --into FOLDER --index'
    return ""


def what_brings(target: str, *, language: str = "en") -> tuple[str, ...]:
    """What to do so that the target's text is here, in sentences for people; named in the language where it can be."""
    who, where = publisher(target)
    name = whole(target, language=language)
    said = [] if not target.startswith(ANY) else [no_such_law(name)]
    if who and where:
        said.append(worded("%(name)s is published by %(who)s: %(where)s", name=name, who=who, where=where))
    if command := fetched_by(target):
        said.append(worded("To fetch it: %(command)s", command=command))
    said.append(
        worded("Save it into a folder and index that (kb index FOLDER): what cites it then leads to it by itself")
    )
    return tuple(said)
