"""How does a table come in, and how does it go out? CSV of any spreadsheet, and XLSX; no cell is ever a formula."""

from kb.tables.cells import harmless, unharmed
from kb.tables.reading import lines_of
from kb.tables.writing import csv_lines, save_table
from kb.tables.xlsx import write_xlsx

__all__ = ["csv_lines", "harmless", "lines_of", "save_table", "unharmed", "write_xlsx"]
