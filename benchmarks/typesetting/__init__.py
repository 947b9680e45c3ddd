"""A small typesetter: articles in, a page as extraction leaves it out, with its gold reading.

It breaks text into column lines as a Chinese newspaper does, then forgets what extraction
forgets: indents, type sizes, where an article ends. What it wrote is known exactly, so such pages
measure an analysis. Pure functions over three values: `Measure`, `Style`, `Article`.
"""
