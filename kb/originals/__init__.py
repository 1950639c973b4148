"""The originals: reading PDF and painting its pages."""
