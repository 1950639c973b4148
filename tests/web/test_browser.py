"""The road in a real browser: search, hit, passage, copied citation, original; and nothing leaves the machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kb.nouns import Document
from tests.web.real import IN_A_BROWSER, chromium, faults, one

pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("chromium")) as made:
        yield made


@pytest.fixture(autouse=True)
def clean_run(driver: webdriver.Chrome, live: str) -> Iterator[None]:
    """After every test: no error on the console, and no request to anywhere but this server."""
    driver.get_log("browser")
    driver.get_log("performance")
    yield
    assert faults(driver) == []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            # chrome:// is the browser drawing itself: its list of downloads.
            assert url.startswith((live + "/", "data:", "about:", "chrome://")), url


def search(driver: webdriver.Chrome, live: str, words: str) -> None:
    driver.get(live + "/")
    box = one(driver, "#q")
    box.send_keys(words)
    box.send_keys(Keys.ENTER)
    one(driver, ".tally")


def narrow(driver: webdriver.Chrome, width: int) -> None:
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def test_from_a_question_to_a_copied_citation_and_the_original(driver: Any, live: str) -> None:
    search(driver, live, "register placement")
    hit = one(driver, ".hit h2 a")
    assert one(driver, ".hit mark").text
    hit.click()
    assert "/p/4" in driver.current_url
    assert "keep a register of every placement" in one(driver, "#text").text
    picture = one(driver, ".paper img")
    WebDriverWait(driver, 30).until(lambda _: picture.get_property("naturalWidth"))
    mark, paper = one(driver, ".paper rect").rect, one(driver, ".paper").rect
    assert paper["x"] < mark["x"]
    assert mark["x"] + mark["width"] < paper["x"] + paper["width"]
    assert 0 < mark["height"] < paper["height"] / 4
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(live))
    driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    one(driver, "[data-copy=quotation]").click()
    WebDriverWait(driver, 10).until(lambda d: d.find_element(By.CSS_SELECTOR, ".said").text == "Copied")
    copied = driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], e => arguments[0]('' + e))")
    assert copied.startswith("“It is recommended that the director")
    assert copied.endswith(f"{driver.current_url})")
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(driver.downloads)})
    one(driver, "figcaption a").click()
    whole: Path = driver.downloads / "visit-en.pdf"
    WebDriverWait(driver, 20).until(lambda _: whole.is_file() and whole.stat().st_size)
    assert whole.read_bytes().startswith(b"%PDF-")


def test_a_ticked_filter_applies_at_once_and_its_chip_takes_it_away(driver: Any, live: str) -> None:
    search(driver, live, "solitary confinement")
    one(driver, "input[name=kind][value=report]").click()
    WebDriverWait(driver, 20).until(lambda d: "kind=report" in d.current_url)
    assert "from=" not in driver.current_url
    one(driver, ".chips a").click()
    WebDriverWait(driver, 20).until(lambda d: "kind=report" not in d.current_url)


def test_the_keys_lead_to_the_box_and_through_the_hits(driver: Any, live: str) -> None:
    search(driver, live, "chronicle")
    body = one(driver, "body")
    body.send_keys("jjk")
    assert len(driver.find_elements(By.CSS_SELECTOR, ".hit.at")) == 1
    assert driver.switch_to.active_element.get_attribute("href") == one(driver, ".hit h2 a").get_attribute("href")
    driver.switch_to.active_element.send_keys("/")
    assert driver.switch_to.active_element.get_attribute("id") == "q"
    driver.get(live + "/about")
    one(driver, "body").send_keys(Keys.TAB)
    assert "skip" in driver.switch_to.active_element.get_attribute("class")


def test_words_are_completed_while_typing(driver: Any, live: str) -> None:
    driver.get(live + "/")
    one(driver, "#q").send_keys("long soli")
    found = WebDriverWait(driver, 20).until(lambda d: d.find_elements(By.CSS_SELECTOR, "#completions option"))
    assert "long solitary" in [option.get_attribute("value") for option in found]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_on_a_telephone_nothing_is_wider_than_the_screen(
    driver: Any, live: str, held: dict[str, Document], script: bool
) -> None:
    report = held["visit-en"].id
    pages = ("/", "/search?q=chronicle", "/search?q=solitary&kind=report", f"/d/{report}", f"/d/{report}/p/3")
    try:
        narrow(driver, 390)
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        for page in (
            *pages,
            "/collection",
            "/register",
            f"/register/{report}/4",
            "/about",
            f"/d/{held['hostile'].id}/p/1",
        ):
            driver.get(live + page)
            width = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["width"]
            assert width <= 390, page
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_without_a_script_the_whole_road_is_there(driver: Any, live: str) -> None:
    try:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        search(driver, live, "register placement")
        one(driver, "input[name=kind][value=report]").click()
        one(driver, ".apply button").click()
        WebDriverWait(driver, 20).until(lambda d: "kind=report" in d.current_url)
        one(driver, ".hit h2 a").click()
        WebDriverWait(driver, 20).until(lambda d: "/p/4" in d.current_url)
        quotation = one(driver, "#quotation")
        assert quotation.is_displayed()
        assert "It is recommended that the director" in quotation.text
        assert not one(driver, "[data-copy=quotation]").is_displayed()
        assert one(driver, ".paper rect").rect["height"] > 0
        one(driver, ".steps [rel=next]").click()
        WebDriverWait(driver, 20).until(lambda d: "/p/5" in d.current_url)
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1280, 390])
def test_what_came_of_a_recommendation_is_written_with_its_evidence(
    driver: Any, live: str, held: dict[str, Document], width: int, script: bool
) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
    narrow(driver, width)
    try:
        driver.get(live + "/register?addressee=institution-director")
        one(driver, ".register-row a.number").click()
        before = len(driver.find_elements(By.CSS_SELECTOR, ".history > li"))
        one(driver, "#evidence").send_keys(f"{live}/d/{held['visit-en'].id}/p/5")
        one(driver, "#who").send_keys("Ana")
        one(driver, "#set option[value=accepted]").click()
        one(driver, "#write button.main").click()
        WebDriverWait(driver, 20).until(lambda d: len(d.find_elements(By.CSS_SELECTOR, ".history > li")) == before + 1)
        entry = one(driver, ".history > li")
        assert "Accepted" in entry.text
        assert "Ana" in entry.text
        entry.find_element(By.CSS_SELECTOR, "a[href$='/p/5']").click()
        assert "Handcuffs" in one(driver, "#text").text
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        narrow(driver, 1280)


def test_switching_the_language_keeps_the_question_and_leads_to_the_passage(driver: Any, live: str) -> None:
    search(driver, live, "solitary confinement")
    try:
        for code, name, results in (("sq", "Shqip", "pasazhe"), ("sr-Cyrl", "Српски (ћирилица)", "пасуса")):
            one(driver, ".switch summary").click()
            one(driver, f".languages a[lang={code}]").click()
            WebDriverWait(driver, 20).until(lambda d, c=code: one(d, "html").get_attribute("lang") == c)
            assert one(driver, "#q").get_attribute("value") == "solitary confinement"
            assert one(driver, ".switch summary").text.endswith(name)
            assert results in one(driver, ".tally").text
        one(driver, ".hit h2 a").click()
        WebDriverWait(driver, 20).until(lambda d: "/p/" in d.current_url)
        assert "ui=" not in driver.current_url
        assert one(driver, "html").get_attribute("lang") == "sr-Cyrl"
        one(driver, "[data-copy=citation]").click()
        WebDriverWait(driver, 20).until(lambda d: one(d, ".said").text == "Копирано")
    finally:
        driver.delete_all_cookies()
