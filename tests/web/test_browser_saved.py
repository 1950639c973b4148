"""In a real browser: a search is saved, a document comes, it is new, in the feed, and seen; questions become a file."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from indexer.batch.run import Batch, Options
from kb.home import Home
from tests.web.real import IN_A_BROWSER, chromium, faults, fits, one, serving

pytestmark = IN_A_BROWSER


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a real ``kb serve``."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("1. The handcuffs were tight.\n\n2. The kitchen was clean.\n", "utf-8")
    Batch(Home.at(tmp_path / "home"), Options(jobs=1)).run([tmp_path / "in"])
    with serving(tmp_path / "home") as address:
        yield address


@pytest.fixture(params=[1280, 390])
def browser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    with chromium(tmp_path, width=request.param) as made:
        yield made
        assert faults(made) == []


def click(browser: Any, selector: str) -> None:
    found = one(browser, selector)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
    found.click()


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
