"""Articles out: which ones, as what kind of file, under which names, and what may be replaced.

`story` is an article with what its page says of it, `targets` are the kinds of file by one
interface, `names` names files, `record` knows what was written before, `batch` writes all or
nothing. Nothing is imported here, so that asking for one part loads no other.
"""
