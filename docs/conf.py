"""How the site is built: `python -m sphinx -W -n docs build/site`.

Sphinx because it is kept well, checks every link between pages, and needs no network; the pages
stay Markdown (MyST), so that they read as well where no site is.
"""

from __future__ import annotations

from editor import __version__

project = "Galley 校样"
author = "The Galley authors"
release = __version__
copyright = "MIT licence"
language = "en"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["pictures/issue/**"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]  # examples of JSON with … in them

html_theme = "furo"
html_title = "Galley 校样"
html_favicon = "../resources/icons/galley.svg"
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    # The accents of editor/ui/look/theme.py.
    "light_css_variables": {"color-brand-primary": "#1d6ae4", "color-brand-content": "#1d6ae4"},
    "dark_css_variables": {"color-brand-primary": "#6ea8fe", "color-brand-content": "#6ea8fe"},
}
