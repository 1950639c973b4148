"""The gate between a PDF's text layer and its layout: every page is looked at, the suspicious are examined.

Pages come in stretches, because one page's headings are too few words to judge by and the same font on the pages
around it is not. Repairs are chosen for each font, from all suspicious pages of the stretch; what one font needed is
believed of the others on less evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from indexer.quality.checked import GARBLED, Checked
from indexer.quality.choose import choose
from indexer.quality.glance import Glance, glance, odd_words
from indexer.quality.repairs import Repair
from indexer.quality.repairs.shift import MASK
from indexer.quality.respace import closed_up, is_apart, is_glued
from indexer.quality.score import LINE, reads_as_text, score
from kb.nouns import PageState
from kb.originals.pdfium import HYPHEN, PageContent

STRETCH = 48  # pages looked at together, as many as the layout reads ahead
SOFT = 10  # soft hyphens on a page that are more than an accident
_BLANKS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_SOFT = re.compile("\xad+(?=.)")


@dataclass(slots=True)
class _Look:
    """A suspicious page: its first look, its text by font."""

    content: PageContent
    seen: Glance
    texts: dict[str, str]


class Gate:
    """The gate of one document. ``pages`` takes its pages in order and gives them back, one for one."""

    def __init__(self) -> None:
        self._usual: list[Repair] = []
        self._languages: Counter[str] = Counter()

    def pages(self, contents: Iterable[PageContent]) -> Iterator[Checked]:
        """The pages with their text repaired, and what was found."""
        source = iter(contents)
        while stretch := list(islice(source, STRETCH)):
            yield from self._stretch(stretch)

    @property
    def language(self) -> str:
        """The letter model that most pages so far follow, "" where none was seen."""
        return self._languages.most_common(1)[0][0] if self._languages else ""

    def _stretch(self, contents: list[PageContent]) -> list[Checked]:
        checked = [Checked(content) for content in contents]
        suspicious: dict[int, _Look] = {}
        for at, page in enumerate(checked):
            text = text_of(page.content)
            if not text:
                continue
            seen = glance(text)
            page.language = seen.language
            self._languages[seen.language] += seen.words if seen.language else 0
            if seen.soft >= SOFT:
                _without_soft_hyphens(page)
                seen = glance(text.replace("\xad", ""))
            page.lines = is_apart(text) or (seen.suspicious and is_glued(text))
            if page.lines:
                _close_up(page)
            if seen.suspicious:
                suspicious[at] = _Look(page.content, seen, _by_font(page.content))
        for look in suspicious.values():
            _mask(look)
        if suspicious:
            chosen = self._choose(list(suspicious.values()))
            for at, look in suspicious.items():
                self._mend(checked[at], look, chosen)
        return checked

    def _choose(self, looks: list[_Look]) -> dict[str, list[Repair]]:
        """The repairs of each font, the font with most text first."""
        voices: dict[str, list[str]] = defaultdict(list)
        garbled: Counter[str] = Counter()
        languages: dict[str, Counter[str]] = defaultdict(Counter)
        for look in looks:
            for font, text in look.texts.items():
                if look.seen.language:
                    voices[font] += odd_words(text, look.seen.language)
                else:
                    voices[font].append(text)
                    garbled[font] += len(text)
                languages[font][look.seen.language or self.language] += len(text)
        chosen: dict[str, list[Repair]] = {}
        order = sorted(voices, key=lambda font: -sum(map(len, voices[font])))
        for font in [*order, *order]:  # twice: what a later font needed may be what an earlier one has little of
            if not voices[font] or chosen.get(font):
                continue
            language = languages[font].most_common(1)[0][0]
            text = " ".join(voices[font])
            moved = garbled[font] > len(text) / 2 and not reads_as_text(text)
            chosen[font] = choose(text, language=language, garbled=moved, usual=self._usual)
            known = {(repair.name, repair.key) for repair in self._usual}
            self._usual += [repair for repair in chosen[font] if (repair.name, repair.key) not in known]
        return chosen

    def _mend(self, page: Checked, look: _Look, chosen: dict[str, list[Repair]]) -> None:
        done: dict[tuple[str, str], Repair] = {}
        for run in page.content.runs:
            for repair in chosen.get(run.font, ()):
                if repair.whole and _is_text(look.texts[run.font]):
                    continue  # another font of the same name
                text = repair.apply(run.text)
                if text != run.text:
                    run.text = text
                    done[repair.name, repair.key] = repair
        if done:
            page.repairs = list(done.values())
            page.state = PageState.REPAIRED
            page.names += tuple(dict.fromkeys(repair.name for repair in page.repairs))
        text = text_of(page.content)
        seen = glance(text) if done else look.seen
        page.language = seen.language
        if seen.language and len(seen.odd) <= 0.02 * len(text):
            return  # running text of a known language
        found = score(text)
        page.score = round(found.value, 3)
        page.language = seen.language or found.language
        if found.value < LINE:
            page.state, page.note = PageState.UNREADABLE, GARBLED


def text_of(content: PageContent) -> str:
    """The text of a page in the order of the file, one blank where PDFium saw one."""
    return "".join([f" {run.text}" if run.gap else run.text for run in content.runs]).replace(HYPHEN, "")


def _by_font(content: PageContent) -> dict[str, str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for run in content.runs:
        texts[run.font].append(f" {run.text}" if run.gap else run.text)
    return {font: "".join(parts).replace(HYPHEN, "") for font, parts in texts.items()}


def _close_up(page: Checked) -> None:
    for run in page.content.runs:
        closed = closed_up(run.text, page.language)
        if closed != run.text:
            run.text = closed
            if "spaced-letters" not in page.names:
                page.state, page.names = PageState.REPAIRED, (*page.names, "spaced-letters")


def _mask(look: _Look) -> None:
    """Control characters that count as blanks are moved out of the way: they may stand for letters."""
    if any(_BLANKS.search(text) for text in look.texts.values()):
        for run in look.content.runs:
            run.text = _BLANKS.sub(lambda match: chr(MASK + ord(match[0])), run.text)
        look.texts = _by_font(look.content)


def _is_text(text: str) -> bool:
    seen = glance(text)
    return bool(seen.language) and not seen.odd and not seen.suspicious


def _without_soft_hyphens(page: Checked) -> None:
    for run in page.content.runs:
        if "\xad" in run.text:
            run.text = _SOFT.sub("", run.text)
    page.state, page.names = PageState.REPAIRED, (*page.names, "soft-hyphens")
