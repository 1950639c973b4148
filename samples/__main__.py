"""``python -m samples``: builds every document of corpus/samples from samples/sources, byte for byte the same."""

from __future__ import annotations

import sys
from pathlib import Path

from samples import docx, html, pdf
from samples.source import read

SOURCES = Path(__file__).parent / "sources"
TARGET = Path(__file__).parents[1] / "corpus" / "samples"
BUILDERS = {".pdf": pdf.build, ".docx": docx.build, ".html": html.page, ".md": html.markdown, ".txt": html.text}


def main(target: Path = TARGET) -> None:
    """Builds every source into ``target`` and names each file on stderr."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(SOURCES.glob("*.md")):
        source = read(path)
        BUILDERS[Path(source.file).suffix](source, target / source.file)
        print(source.file, file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
