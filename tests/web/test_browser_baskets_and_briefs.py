"""In a real browser: from a place's page to a brief that is arranged and downloaded; a basket filled from a search."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from selenium import webdriver
from selenium.webdriver.chrome.options import Options as ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from indexer.batch.run import Batch, Options
from kb.home import Home
from tests.kb.brief.test_brief import MANIFEST, TEXTS
from tests.web.conftest import free_port

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real ``kb serve`` of what was found and recommended in one prison."""
    root: Path = tmp_path_factory.mktemp("kept")
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (root / "in" / f"{name}.txt").write_text(text, "utf-8")
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


@pytest.fixture(scope="module", params=[(1280, True), (390, False)], ids=["wide", "narrow-without-script"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A wide window, and a narrow one in which no script runs."""
    width, script = request.param
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    profile = tmp_path_factory.mktemp("chromium")
    for argument in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
        *("--disable-background-networking", f"--user-data-dir={profile}"),
    ):
        options.add_argument(argument)
    if not script:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    made = webdriver.Chrome(options=options, service=Service(DRIVER))
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    made.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    made.scripted = script
    yield made
    made.quit()


def one(browser: Any, selector: str) -> Any:
    return WebDriverWait(browser, 20).until(lambda d: d.find_element(By.CSS_SELECTOR, selector))


def press(browser: Any, selector: str) -> None:
    """Press a button by the keyboard, as it can be reached without a mouse, and wait for the next page."""
    before = one(browser, "html").id
    one(browser, selector).send_keys("\n")
    WebDriverWait(browser, 20).until(lambda d: d.find_element(By.CSS_SELECTOR, "html").id != before)


def downloaded(browser: Any, selector: str) -> str:
    """The words of the document that a link leads to."""
    with urllib.request.urlopen(one(browser, selector).get_attribute("href"), timeout=30) as reply:
        return "\n".join(paragraph.text for paragraph in Document(BytesIO(reply.read())).paragraphs)


def fits(browser: Any) -> bool:
    html = one(browser, "html")
    return int(html.get_property("scrollWidth")) <= int(html.get_property("clientWidth"))


def test_from_a_place_to_a_brief_that_is_arranged_and_downloaded(browser: Any, served: str) -> None:
    browser.get(served + "/institution/xk-dubrava")
    press(browser, "main a[href^='/brief?institution=']")
    assert "second doctor" in one(browser, "main").text
    assert fits(browser)
    name = one(browser, "form[action='/brief'] input[name=name]")
    name.clear()
    name.send_keys(f"Visit {browser.session_id}")
    press(browser, "form[action='/brief'][method=post] button")
    lines = [each for each in browser.find_elements(By.CSS_SELECTOR, ".brief-line[id]") if "second doctor" in each.text]
    place = lines[0].get_attribute("id")
    words = "employ a second doctor"
    assert words in downloaded(browser, "a[href$='/file/docx']")
    one(browser, f"[id='{place}'] summary").send_keys("\n")
    one(browser, f"[id='{place}'] textarea").send_keys("Ask the night nurse.")
    press(browser, f"[id='{place}'] button[value=note]")
    assert "Ask the night nurse." in one(browser, f"[id='{place}']").text
    assert "Ask the night nurse." in downloaded(browser, "a[href$='/file/docx']")
    sections = [each.text for each in browser.find_elements(By.CSS_SELECTOR, ".brief-section h2")]
    press(browser, ".brief-section button[name=section]")
    moved = [each.text for each in browser.find_elements(By.CSS_SELECTOR, ".brief-section h2")]
    assert moved[:2] == [sections[1], sections[0]]
    press(browser, f"[id='{place}'] button[value=drop]")
    text = downloaded(browser, "a[href$='/file/docx']")
    assert words not in text
    assert [line for line in text.splitlines() if line in sections][1:3] == moved[:2]  # after the subtitle
    press(browser, f"[id='{place}'] button[value=back]")
    assert words in downloaded(browser, "a[href$='/file/docx']")
    assert fits(browser)


def test_a_basket_is_filled_from_a_search_annotated_and_downloaded(browser: Any, served: str) -> None:
    browser.get(served + "/search?q=doctor")
    assert ("scripted" in (one(browser, "html").get_attribute("class") or "")) is browser.scripted
    assert fits(browser)
    press(browser, ".to-basket button")
    assert "/search?q=doctor#b-" in browser.current_url
    press(browser, ".to-basket a")
    one(browser, ".kept-line summary").send_keys("\n")
    one(browser, ".kept-line textarea").send_keys(" For the director.")
    press(browser, ".kept-line button[value=note]")
    assert "For the director." in downloaded(browser, "a[href$='/file/docx']")
    assert fits(browser)
    press(browser, ".kept-line button[value=remove]")
