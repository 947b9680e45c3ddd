"""Pages of the project's own: articles written, set, damaged, with the gold known exactly.

    python -m benchmarks.pages FOLDER --seed 1 --pages 4 --half judge

`words` holds a vocabulary in two halves, `stories` writes articles, `setting` breaks them into
lines (with the typesetter of `benchmarks.typesetting`), `page` puts them together, `damage` does
what OCR and extraction do. `styles` is the table of what the pages of a style have in common.
"""
