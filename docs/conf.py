"""Sphinx: furo over MyST Markdown; warnings are errors in `make docs`."""

project = "sayso"
copyright = "2026, the sayso authors"  # noqa: A001 -- Sphinx's own name
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "sayso"
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
