"""HTML as HUDOC serves it (a word processor's): numbers, headings and footnotes come out as printed."""

from __future__ import annotations

from pathlib import Path

from indexer.formats.html import HtmlExtractor
from indexer.segment import segment

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>CASE</title></head><body><section>
<style>.sA { margin-top:0pt } .sB { font-weight:bold } .sN { width:10pt; display:inline-block }
.sS { font-size:8pt; vertical-align:super }</style><div><div class="sA">
<p class="sA"><span class="sB">THE FACTS</span></p>
<p class="sA"><span class="sB">I.</span><span class="sN">&#xa0;</span><span
 class="sB">THE CIRCUMSTANCES OF THE CASE</span></p>
<p class="sA"><span>1.&#xa0;&#xa0;</span><span>The applicant was held in a cell of four square metres.</span><a
 name="_ftnref1"></a><a href="#_ftn1"><span class="sS">[1]</span></a><span> It was damp.</span></p>
<p class="sA"><span>2.</span><span class="sN">&#xa0;</span><span>He complained to the governor:</span></p>
<p class="sA"><span>“There is no window.”</span></p>
<p class="sA"><span>3.&#xa0;&#xa0;The governor did not reply.</span></p></div>
<hr><div><p class="sA"><a name="_ftn1"></a><a href="#_ftnref1"><span class="sS">[1]</span></a><span> Measured by
the delegation.</span></p></div></div></section></body></html>"""


def test_numbers_headings_and_notes_are_those_that_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "001-1.html"
    path.write_text(PAGE, "utf-8")
    passages = list(segment(HtmlExtractor().extract(path), document="case"))
    found = {passage.anchor: passage for passage in passages}
    assert [passage.label for passage in passages] == ["1", "2", "", "3", "1"]
    assert "four square metres" in found["1"].text
    assert found["3"].text.endswith("did not reply.")
    assert "CIRCUMSTANCES" in found["3"].heading[-1]
    assert found["fn1"].text == "Measured by the delegation."
