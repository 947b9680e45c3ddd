"""Word out: one .docx an article, made of styles only; the same article gives the same bytes.

`styles` says what each part looks like, `template` makes the package once, `document` puts an
article into it, `headline` fits titles to the measure, `names` names files, `export` writes.
Nothing is imported here, so that asking for one part loads no other.
"""
