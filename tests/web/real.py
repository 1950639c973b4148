"""A real browser and a real server, for the tests that walk through the pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.conftest import free_port

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]
QUIET = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
)
FAULTS = ("SEVERE", "WARNING")  # levels of the console that no page of ours may cause


@contextmanager
def chromium(folder: Path, *, width: int = 1280, script: bool = True, phone: bool = True) -> Iterator[Any]:
    """A window ``width`` pixels wide, with its profile and its ``downloads`` in ``folder``; with the console's and the
    network's log. A narrow one is a ``phone``'s, unless that is not wanted."""
    options = Options()
    options.binary_location = CHROMIUM or ""
    for argument in (*QUIET, f"--user-data-dir={folder / 'profile'}", f"--window-size={max(width, 800)},900"):
        options.add_argument(argument)
    prefs: dict[str, Any] = {"download.default_directory": str(folder / "downloads")}
    if not script:
        prefs["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", prefs)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made: Any = webdriver.Chrome(options=options, service=Service(DRIVER))
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": phone and width < 500}
    made.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    made.downloads, made.scripted = folder / "downloads", script
    try:
        yield made
    finally:
        made.quit()


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of a ``kb serve`` of this home, in a process of its own."""
    command = [sys.executable, "-m", "kb.cli", "--home", str(home), "serve", "--port", str(free_port())]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(20)


def faults(browser: Any) -> list[Any]:
    """What the console complained of since it was last asked."""
    return [entry for entry in browser.get_log("browser") if entry["level"] in FAULTS]


def one(browser: Any, selector: str) -> Any:
    """The first element, once it is there."""
    return WebDriverWait(browser, 30).until(lambda d: d.find_element(By.CSS_SELECTOR, selector))


def fits(browser: Any) -> bool:
    """Nothing is wider than the window; told without a script, for windows in which none runs."""
    html = one(browser, "html")
    return int(html.get_property("scrollWidth")) <= int(html.get_property("clientWidth"))
