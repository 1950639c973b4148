"""In a real browser: a search is saved, a document comes, it is new, in the feed, and seen; questions become a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
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
from tests.web.conftest import free_port

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a real ``kb serve``."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("1. The handcuffs were tight.\n\n2. The kitchen was clean.\n", "utf-8")
    Batch(Home.at(tmp_path / "home"), Options(jobs=1)).run([tmp_path / "in"])
    command = [sys.executable, "-m", "kb.cli", "--home", str(tmp_path / "home"), "serve", "--port", str(free_port())]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(params=[1280, 390])
def browser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
        *("--disable-background-networking", f"--user-data-dir={tmp_path / 'chromium'}"),
    ):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path / "downloads")})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(DRIVER))
    size = {"width": request.param, "height": 900, "deviceScaleFactor": 1, "mobile": request.param < 500}
    made.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield made
    assert [entry for entry in made.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
    made.quit()


def one(browser: Any, selector: str) -> Any:
    return WebDriverWait(browser, 30).until(lambda d: d.find_element(By.CSS_SELECTOR, selector))


def click(browser: Any, selector: str) -> None:
    found = one(browser, selector)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
    found.click()


def fits(browser: Any) -> bool:
    return bool(
        browser.execute_script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    )


def test_saved_new_fed_seen_and_questions_to_files(browser: Any, served: str, tmp_path: Path) -> None:
    browser.get(f"{served}/search?q=handcuffs&ui=en")
    click(browser, ".save-search > summary")
    one(browser, "#save-name").send_keys("Cuffs")
    one(browser, "#save-why").send_keys("for March")
    click(browser, ".save-search button.main")
    assert one(browser, "h1").text == "Cuffs"
    assert "Nothing new" in one(browser, "[aria-labelledby=new]").text
    assert fits(browser)
    feed = one(browser, "link[type='application/atom+xml']").get_attribute("href")

    (tmp_path / "in" / "b.txt").write_text("1. Handcuffs again, in the yard.\n", "utf-8")
    Batch(Home.at(tmp_path / "home"), Options(jobs=1)).run([tmp_path / "in"])
    browser.get(f"{served}/saved")
    assert "1 new" in one(browser, ".saved-list .status").text
    assert fits(browser)
    click(browser, ".saved-list h2 a")
    assert "in the yard" in one(browser, ".hits").text
    with urllib.request.urlopen(feed) as answer:
        assert "in the yard" in answer.read().decode()
    click(browser, "button[value=seen]")
    WebDriverWait(browser, 30).until(lambda d: "Nothing new" in d.page_source)

    browser.get(f"{served}/questions")
    one(browser, "#text").send_keys("Were the handcuffs tight?\nQqqq zzzz?")
    click(browser, ".asking-form button.main")
    assert "The handcuffs were tight" in one(browser, ".asked").text
    assert "Nothing found" in browser.page_source
    assert fits(browser)
    for name in ("docx", "csv"):
        click(browser, f"button[value={name}]")
        file = tmp_path / "downloads" / f"questions.{name}"
        until = time.monotonic() + 30
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.2)
        assert file.stat().st_size > 100
