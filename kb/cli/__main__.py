"""``python -m kb.cli`` is ``kb``."""

from kb.cli.main import main

main()
