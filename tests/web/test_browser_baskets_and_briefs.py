"""In a real browser: from a place's page to a brief that is arranged and downloaded; a basket filled from a search."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from indexer.batch.run import Batch, Options
from kb.home import Home
from tests.kb.brief.test_brief import MANIFEST, TEXTS
from tests.web.real import IN_A_BROWSER, chromium, fits, one, serving

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real ``kb serve`` of what was found and recommended in one prison."""
    root: Path = tmp_path_factory.mktemp("kept")
    (root / "in").mkdir()
    (root / "in" / "kb.toml").write_text(MANIFEST, "utf-8")
    for name, text in TEXTS.items():
        (root / "in" / f"{name}.txt").write_text(text, "utf-8")
    Batch(Home.at(root / "home"), Options(jobs=1)).run([root / "in"])
    with serving(root / "home") as address:
        yield address


@pytest.fixture(scope="module", params=[(1280, True), (390, False)], ids=["wide", "narrow-without-script"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A wide window, and a narrow one in which no script runs."""
    width, script = request.param
    with chromium(tmp_path_factory.mktemp("chromium"), width=width, script=script, phone=False) as made:
        yield made


def press(browser: Any, selector: str) -> None:
    """Press a button by the keyboard, as it can be reached without a mouse, and wait for the next page."""
    before = one(browser, "html").id
    one(browser, selector).send_keys("\n")
    WebDriverWait(browser, 20).until(lambda d: d.find_element(By.CSS_SELECTOR, "html").id != before)


def downloaded(browser: Any, selector: str) -> str:
    """The words of the document that a link leads to."""
    with urllib.request.urlopen(one(browser, selector).get_attribute("href"), timeout=30) as reply:
        return "\n".join(paragraph.text for paragraph in Document(BytesIO(reply.read())).paragraphs)


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
