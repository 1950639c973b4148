"""Measurements against peers, in one run and as ratios."""
