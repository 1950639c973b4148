"""In a real browser: a provision's page, a finding that cites it, back, and the text side by side in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from indexer.batch.run import Batch, Options
from kb.home import Home
from tests.kb.citator.conftest import MANIFEST, TEXTS
from tests.web.real import IN_A_BROWSER, chromium, faults, fits, one, serving

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real ``kb serve`` of the collection in which all cite one another."""
    root: Path = tmp_path_factory.mktemp("cited")
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (root / "in" / name).write_text(text, "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([root / "in"])
    with serving(root / "home") as address:
        yield address


@pytest.fixture(scope="module", params=[1280, 390])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("chromium"), width=request.param) as made:
        yield made
        assert faults(made) == []


def test_from_a_provision_to_a_finding_and_back_and_side_by_side(browser: Any, served: str) -> None:
    browser.get(served + "/")
    box = one(browser, "#q")
    box.send_keys("neni 19 i OPCAT\n")
    WebDriverWait(browser, 20).until(lambda d: "/cite/opcat~article-19" in d.current_url)
    assert fits(browser)
    columns = browser.find_elements(By.CSS_SELECTOR, ".column")
    assert [column.find_element(By.CSS_SELECTOR, ".words").get_attribute("lang") for column in columns] == ["en", "sq"]
    assert "examine treatment" in columns[0].text
    assert "kompetencën" in columns[1].text
    left, right = (column.rect for column in columns)
    wide = browser.execute_script("return window.innerWidth") > 500
    assert (left["y"] == right["y"]) is wide
    chart = one(browser, ".citing-years > svg")
    assert chart.find_elements(By.CSS_SELECTOR, "rect.bar")
    browser.execute_script("arguments[0].click()", one(browser, ".citing-years summary"))
    assert "2021" in one(browser, ".citing-years table").text
    finding = one(browser, "[aria-labelledby=g-findings] .citing-head a")
    browser.execute_script("arguments[0].scrollIntoView()", finding)
    finding.click()
    WebDriverWait(browser, 20).until(lambda d: "/p/" in d.current_url)
    assert "Article 19 OPCAT" in one(browser, "#text").text
    assert fits(browser)
    others = one(browser, ".to-citator a[href*='group=findings']")
    assert "findings" in others.text
    browser.execute_script("arguments[0].open = true", one(browser, ".cite-menu"))
    assert one(browser, "#cite-court").get_attribute("value")
    browser.back()
    WebDriverWait(browser, 20).until(lambda d: "/cite/opcat~article-19" in d.current_url)
    assert len(browser.find_elements(By.CSS_SELECTOR, ".column")) == 2


def test_a_pasted_list_becomes_a_table_that_leads_on(browser: Any, served: str) -> None:
    browser.get(served + "/authorities")
    one(browser, "#text").send_keys("OPCAT article 19\nno. 3003/10, § 44\nnothing at all")
    one(browser, ".paste button").click()
    rows = WebDriverWait(browser, 20).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".listed-one"))
    assert len(rows) == 3
    assert fits(browser)
    rows[1].find_element(By.CSS_SELECTOR, "a").click()
    WebDriverWait(browser, 20).until(lambda d: "/cite/app/3003/10~44" in d.current_url)
    assert "hudoc.echr.coe.int" in one(browser, "main .notice").text
