"""In a real browser: a provision's page, a finding that cites it, back, and the text side by side in two languages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options as ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from indexer.batch.run import Batch, Options
from kb.home import Home
from tests.kb.citator.conftest import MANIFEST, TEXTS
from tests.web.conftest import free_port

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real ``kb serve`` of the collection in which all cite one another."""
    root: Path = tmp_path_factory.mktemp("cited")
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (root / "in" / name).write_text(text, "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([root / "in"])
    command = [sys.executable, "-m", "kb.cli", "--home", str(root / "home"), "serve", "--port", str(free_port())]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="module", params=[1280, 390])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    profile = tmp_path_factory.mktemp("chromium")
    for argument in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
        *("--disable-background-networking", f"--user-data-dir={profile}"),
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(DRIVER))
    size = {"width": request.param, "height": 900, "deviceScaleFactor": 1, "mobile": request.param < 500}
    made.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield made
    assert [entry for entry in made.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
    made.quit()


def one(browser: Any, selector: str) -> Any:
    return WebDriverWait(browser, 20).until(lambda d: d.find_element(By.CSS_SELECTOR, selector))


def fits(browser: Any) -> bool:
    return bool(
        browser.execute_script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    )


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
