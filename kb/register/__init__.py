"""The register: what was recommended, to whom, about what, where; what was answered, and what came of it."""
