"""Atheris against the citation grammars: ``python -m bench.fuzz_citations -max_total_time=600`` (needs atheris).

Whatever the bytes: no exception, spans that slice the text and do not overlap, and no more of the processor's time for
each kilobyte than A_KILOBYTE in each kind of document, with a fixed allowance for a busy machine. The slowest
input of a kilobyte and more is printed whenever there is a slower one.
"""

from __future__ import annotations

import sys
import time

from corpus.catalogue import instruments
from kb import citations
from kb.nouns import Document, Kind

DOCUMENTS = (
    None,
    Document(id="j", title="CASE OF A v. POLAND", kind=Kind.JUDGMENT, mechanism="ECtHR", state="POL"),
    Document(id="l", title="Ligji", kind=Kind.LAW, state="XKX"),
)
ALLOWANCE, A_KILOBYTE = 0.25, 0.004  # seconds, instrumented code being several times slower


_slowest = 0.0


def one(data: bytes) -> None:
    """Find citations in the bytes as text, in each kind of document."""
    global _slowest
    text = data.decode("utf-8", "ignore")
    whole = 0.0
    for document in DOCUMENTS:
        began, end = time.process_time(), 0
        for citation in citations.Thread(document).find(text):
            assert text[citation.start : citation.end] == citation.text
            assert end <= citation.start < citation.end
            end = citation.end
        citations.parse_reference(text)
        spent = time.process_time() - began
        whole += spent
        assert spent < ALLOWANCE + A_KILOBYTE * len(data) / 1000, f"{spent:.2f} s for {len(data)} bytes"
    if len(data) >= 1000 and whole / len(data) > _slowest:
        _slowest = whole / len(data)
        print(f"slowest: {_slowest * 1e6 / len(DOCUMENTS):.2f} ms a kilobyte, {len(data)} bytes", file=sys.stderr)


def main() -> None:
    """Run until the arguments of libFuzzer say so."""
    import atheris

    citations.use_instruments(instruments())
    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
