"""In a real browser: every form in which people write a reference, typed into the box; its text is held, or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from indexer.batch.run import Batch, Options
from kb.home import Home
from tests.web.real import IN_A_BROWSER, chromium
from tests.web.real import serving as serve

pytestmark = IN_A_BROWSER
RULES = (
    "".join(f"{n}. Rule {n} of these.\n\n" for n in range(1, 18))
    + "".join(f"{n}.{m} Sub-rule {m} of rule {n}.\n\n" for n in range(18, 60) for m in range(1, 4))
    + "60.1 Sub-rule of sixty.\n\n60.6.a RULESIXTY it is.\n\n60.6.b Another one.\n"
).replace("18.3 Sub-rule", "18.3 Before it.\n\n18.4 RULEEIGHTEEN: sub-rule")
FILES = {  # file → manifest, text
    "opcat.md": (
        'kind = "instrument"\nwork = "opcat"',
        "### Article 18\n\nOne thing.\n\n### Article 19\n\nOPCATNINETEEN.\n",
    ),
    "echr.md": (
        'kind = "instrument"\nwork = "echr"',
        "### Article 3\n\nECHRTHREE shall be.\n\n### Article 4\n\nOther.\n",
    ),
    "epr.txt": ('kind = "instrument"\nwork = "epr-2020"', RULES),
    "mandela.md": (
        'kind = "instrument"\nwork = "mandela"',
        "### Rule 1\n\nMandela one.\n\n### Rule 43\n\nMandela more.\n",
    ),
    "cpt.txt": (
        'kind = "cpt-report"\nmechanism = "CPT"\nreference = "CPT/Inf (2019) 9"\ntitle = "Report to a State"',
        "".join(f"{n}. Paragraph {n} of the report.\n\n" for n in range(1, 41)) + "41. CPTFORTYONE was seen.\n",
    ),
    "case.txt": (
        'kind = "judgment"\nmechanism = "ECtHR"\nreference = "30210/96"\ndate = "2000-10-26"\ntitle = "KUDŁA"',
        "".join(f"{n}. Sentence {n} of the judgment.\n\n" for n in range(1, 92)) + "92. CASENINETYTWO it is.\n",
    ),
    "law.txt": (
        'kind = "law"\nstate = "XKX"\nreference = "04/L-149"\ntitle = "Law No. 04/L-149"',
        "Article 1\nPurpose\n\nThis law is about sanctions.\n",
    ),
    "gazette.txt": (
        'kind = "law"\nstate = "SRB"\nreference = "Sl. glasnik RS, br. 55/2014"\ntitle = "Zakon o nečemu"',
        "Član 1.\n\nOvim zakonom se uređuje nešto.\n",
    ),
}
OPCAT, CASE, CPT = "/cite/opcat~article-19", "/cite/app/30210/96", "/cite/cpt/inf/2019/9"
NINETY_TWO = f"{CASE}~92"
KOSOVO, GAZETTE = "/cite/law/xkx/04-l-149", "/cite/law/srb/gazette/2014/55"
# What is typed; the page it opens; words of the text where it is held; the command that brings it where it is not.
FORMS = (
    ("OPCAT article 19", OPCAT, "OPCATNINETEEN", "kb index"),
    ("neni 19 i OPCAT", OPCAT, "OPCATNINETEEN", "kb index"),
    ("члан 19 OPCAT", OPCAT, "OPCATNINETEEN", "kb index"),
    ("art. 19 OPCAT", OPCAT, "OPCATNINETEEN", "kb index"),
    ("član 19. OPCAT", OPCAT, "OPCATNINETEEN", "kb index"),
    ("член 19 од OPCAT", OPCAT, "OPCATNINETEEN", "kb index"),
    ("OPCAT madde 19", OPCAT, "OPCATNINETEEN", "kb index"),
    ("article 19 de l'OPCAT", OPCAT, "OPCATNINETEEN", "kb index"),
    ("член 3 ЕКЧП", "/cite/echr~article-3", "ECHRTHREE", "kb index"),
    ("AİHS m. 3", "/cite/echr~article-3", "ECHRTHREE", "kb index"),
    ("CEDH article 3", "/cite/echr~article-3", "ECHRTHREE", "kb index"),
    ("neni 3 i KEDNJ", "/cite/echr~article-3", "ECHRTHREE", "kb index"),
    ("CPT/Inf(2019)9", CPT, "Report to a State", "kb fetch cpt"),
    ("CPT/Inf (2019) 09", CPT, "Report to a State", "kb fetch cpt"),
    ("CPT/Inf (2019) 9, § 41", f"{CPT}~41", "CPTFORTYONE", "kb fetch cpt"),
    ("30210/96", CASE, "KUDŁA", "kb fetch hudoc --application 30210/96"),
    ("no. 30210/96, § 92", NINETY_TWO, "CASENINETYTWO", "kb fetch hudoc --application 30210/96"),
    ("requête n° 30210/96, § 92", NINETY_TWO, "CASENINETYTWO", "kb fetch hudoc --application 30210/96"),
    ("представка бр. 30210/96", CASE, "KUDŁA", "kb fetch hudoc --application 30210/96"),
    ("жалба бр. 30210/96", CASE, "KUDŁA", "kb fetch hudoc --application 30210/96"),
    ("başvuru no. 30210/96", CASE, "KUDŁA", "kb fetch hudoc --application 30210/96"),
    ("ECLI:CE:ECHR:2000:1026JUD003021096", CASE, "KUDŁA", "kb fetch hudoc --application 30210/96"),
    ("Rule 18.4", "/cite/epr~rule-18.4", "RULEEIGHTEEN", "kb index"),
    ("60.6.a", "/cite/epr~rule-60.6.a", "RULESIXTY", "kb index"),
    ("Rec(2006)2-rev", "/cite/epr-2020", "epr", "kb index"),
    ("A/RES/70/175", "/cite/mandela", "mandela", "kb index"),
    ("Ligji Nr. 04/L-149", KOSOVO, "Law No. 04/L-149", "kb index"),
    ("Zakon br. 04/L-149", KOSOVO, "Law No. 04/L-149", "kb index"),
    ("Sl. glasnik RS, br. 55/2014", GAZETTE, "Zakon o nečemu", "kb index"),
    ("Сл. гласник РС, бр. 55/2014", GAZETTE, "Zakon o nečemu", "kb index"),
)
# What has another page where its text is not held, because only the text says that the two are one.
ELSEWHERE = {"ECLI:CE:ECHR:2000:1026JUD003021096": "/cite/ecli:ce:echr:2000:1026jud003021096"}


@contextmanager
def serving(root: Path, files: dict[str, tuple[str, str]]) -> Iterator[str]:
    """The address of a ``kb serve`` of a collection of these files."""
    (root / "in").mkdir(parents=True)
    for name, (_, text) in files.items():
        (root / "in" / name).write_text(text, "utf-8")
    said = (f'[files."{name}"]\n{facts}\n' for name, (facts, _) in files.items())
    (root / "in" / "kb.toml").write_text('[defaults]\naccess = "public"\n\n' + "\n".join(said), "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([root / "in"])
    with serve(root / "home") as address:
        yield address


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Two servers: one holds the texts, the other one nothing that is asked for."""
    root = tmp_path_factory.mktemp("box")
    with ExitStack() as stack:
        nothing = {"other.txt": ('kind = "report"', "1. A report about something else entirely.\n")}
        yield {
            "held": stack.enter_context(serving(root / "held", FILES)),
            "not held": stack.enter_context(serving(root / "none", nothing)),
        }


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("chromium")) as made:
        yield made


def typed(browser: Any, address: str, words: str) -> str:
    """The path of the page that opens, and its main part on the screen."""
    if not browser.current_url.startswith(address):
        browser.get(address + "/")
    before = browser.find_element(By.TAG_NAME, "html")
    box = browser.find_element(By.CSS_SELECTOR, "#q")
    box.clear()
    box.send_keys(words + "\n")
    WebDriverWait(browser, 20).until(lambda d: d.find_element(By.TAG_NAME, "html") != before)
    return str(browser.current_url).removeprefix(address).partition("?")[0]


@pytest.mark.slow
def test_every_form_opens_its_text_or_says_what_would_bring_it(browser: Any, served: dict[str, str]) -> None:
    wrong = []
    for words, path, text, _ in FORMS:
        opened = typed(browser, served["held"], words)
        shown = browser.find_element(By.TAG_NAME, "main").text
        if opened != path or text not in shown or "Not in the collection" in shown:
            wrong.append(("held", words, opened, shown[:300]))
    for words, path, _, command in FORMS:
        opened = typed(browser, served["not held"], words)
        shown = browser.find_element(By.TAG_NAME, "main").text
        if opened != ELSEWHERE.get(words, path) or "Not in the collection" not in shown or command not in shown:
            wrong.append(("not held", words, opened, shown[:300]))
        if words not in shown:  # "… is a reference, and this is its page": the way back to the words
            wrong.append(("words", words, opened, shown[:300]))
    assert not wrong, "\n".join(map(str, wrong))


def test_several_in_one_line_open_a_table(browser: Any, served: dict[str, str]) -> None:
    assert typed(browser, served["held"], "OPCAT article 19, CPT/Inf (2019) 9") == "/authorities"
    rows = browser.find_elements(By.CSS_SELECTOR, ".listed-head")
    assert [row.text for row in rows] == ["OPCAT article 19", "CPT/Inf (2019) 9"]
