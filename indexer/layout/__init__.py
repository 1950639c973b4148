"""From runs of text on a page to paragraphs in reading order: columns, furniture, footnotes, headings, hyphens."""
