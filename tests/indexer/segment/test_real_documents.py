"""Measured on real documents: every article of every declaration and treaty, every numbered paragraph of judgments."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from indexer.formats import extractor_for
from indexer.segment import segment, trace
from kb.nouns import Passage

pytestmark = pytest.mark.real


def _passages(path: Path) -> list[Passage]:
    return segment(extractor_for(path).extract(path), document="d")


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", re.sub(r"<[^>]+>", "", text))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def test_all_thirty_articles_of_each_declaration_are_passages_with_label_and_text(real_data: Path) -> None:
    files = sorted((real_data / "udhr").glob("*.xml"))
    assert len(files) == 17
    for path in files:
        found = {passage.anchor: passage for passage in _passages(path)}
        source = path.read_text(encoding="utf-8")
        articles = re.findall(r"<article number=['\"](\d+)['\"]>\s*<title>(.*?)</title>(.*?)</article>", source, re.S)
        assert len(articles) == 30
        for number, title, body in articles:
            passage = found[f"article-{number}"]
            assert passage.label == title.strip().rstrip("."), path.name
            assert _letters(passage.text) == _letters(title + body), (path.name, number)


def test_at_least_995_of_1000_numbered_paragraphs_of_judgments_are_passages(real_data: Path) -> None:
    wanted = held = 0
    for path in sorted((real_data / "judgments").glob("*.txt")):
        found = {passage.anchor: passage for passage in _passages(path)}
        count = 0
        for line in path.read_text(encoding="utf-8").split("\n"):
            number = re.match(r"\s*(\d{1,3})\.\s", line + " ")
            if not number or int(number[1]) != count + 1:
                continue
            count += 1
            passage = found.get(str(count))
            wanted += 1
            held += bool(passage and passage.label == str(count) and _bare(passage.text).startswith(_bare(line)))
    assert wanted > 5_000
    assert held / wanted >= 0.995


def test_every_article_of_the_treaties_is_a_passage_in_both_languages(real_data: Path) -> None:
    for path in sorted((real_data / "instruments").glob("*.md")):
        found = {passage.anchor: passage for passage in _passages(path)}
        seen: dict[str, int] = {}
        for printed, number in re.findall(
            r"^###\s*(Arti(?:cle|kel)\s+(\d+))\s*$", path.read_text("utf-8"), re.MULTILINE
        ):
            seen[number] = seen.get(number, 0) + 1
            anchor = f"article-{number}" + (f"~{seen[number]}" if seen[number] > 1 else "")
            assert found[anchor].label == " ".join(printed.split()), (path.name, anchor)
        assert len(seen) >= 20


def _printed(path: Path, *options: str) -> str:
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_paragraph_and_recommendation_number_of_the_reviews_is_a_label(real_data: Path) -> None:
    for path in sorted((real_data / "un-reviews").glob("*.pdf")):
        printed = _printed(path, "-layout")
        wanted = set(re.findall(r"^\s{0,30}(\d{1,3}(?:\.\d{1,3})?)\.?\s{2,}\S", printed, re.MULTILINE))
        labels = {passage.label for passage in _passages(path)}
        assert len(wanted) > 50
        assert len(wanted - labels) <= 0.02 * len(wanted), (path.name, sorted(wanted - labels))


def test_every_numbered_recommendation_of_the_reviews_is_a_passage_with_its_label(real_data: Path) -> None:
    """In the older two they count from 1 under the paragraph that introduces them."""
    for name, count in {
        "albania2014": 165,
        "turkey2010": 152,
        "bosniaandherzegovina2010": 125,
        "serbia2009": 24,
    }.items():
        path = real_data / "un-reviews" / f"{name}.pdf"
        printed = _printed(path, "-layout")
        found = {passage.anchor: passage for passage in _passages(path)}
        wanted = re.findall(r"^\s*(\d{2,3}\.\d{1,3})\.?\s+\S", printed, re.MULTILINE)
        if wanted:
            assert all(found[number].label == number for number in wanted)
        else:
            paragraph = max((a for a in found if f"{a}.1" in found), key=lambda a: f"{a}.{count}" in found)
            end = printed[re.search(rf"^\s*{paragraph}\.\s", printed, re.MULTILINE).end() :]  # type: ignore[union-attr]
            wanted = re.findall(r"^\s*(\d{1,3})\.\s+(?:To|In|With)\s", end, re.MULTILINE)
            assert all(found[f"{paragraph}.{number}"].label == number for number in wanted)
        assert len(set(wanted)) == count, name


_LOOKALIKES = str.maketrans("аеорсхјЧАЕОРСХЈ", "aeopcxjČAEOPCXJ")
_ARTICLE = re.compile(
    r"^\s*(?:[“„\"])?(?:član|clan|članak|člаn|члан|чланак|neni|[~^]lan(?:ak)?)\s*(\d{1,3}(?:/\d{1,2})?)\s?([a-zа-ш]?)\s*\.?\s*(?:\*|$)",
    re.IGNORECASE | re.MULTILINE,
)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["serbian-laws", "albanian"])
def test_98_of_100_printed_articles_are_passages(real_data: Path, folder: str) -> None:
    for path in sorted((real_data / folder).glob("*.pdf")):
        pages = list(extractor_for(path).extract(path))
        printed = _printed(path)
        if not _ARTICLE.search(printed):  # letters of two alphabets in one word
            printed = re.sub(r"[^\W\d_]+\s*\d", lambda word: word[0].translate(_LOOKALIKES), printed)
        wanted = Counter(f"{number}{letter}".lower() for number, letter in _ARTICLE.findall(printed))
        if not wanted:
            continue
        held = [p for p in segment(pages, document="d") if p.anchor.startswith("article-") and p.label]
        count = min(len(held), sum(wanted.values()))
        assert count >= 0.98 * sum(wanted.values()), (path.name, len(held), sum(wanted.values()))
        numbers = Counter(re.sub(r"~\d+\Z", "", p.anchor).removeprefix("article-").replace("-", "/") for p in held)
        missed = sum((wanted - numbers).values())
        marked = sum(1 for number in wanted - numbers if any(number.startswith(held) for held in numbers))
        assert missed - marked <= 0.02 * sum(wanted.values()), (path.name, wanted - numbers)


def test_no_character_of_a_real_document_is_lost(real_data: Path) -> None:
    paths = [*(real_data / "judgments").glob("*.txt"), *(real_data / "instruments").glob("*.md")]
    for path in sorted(paths)[::6]:
        pages = list(extractor_for(path).extract(path))
        spans = trace(pages, document="d").spans
        total = sum(len(block.text) for page in pages for block in page.blocks)
        assert sum(span.end - span.start for span in spans) == total
