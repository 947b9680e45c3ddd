"""The values of Galley: what a page is, what was decided about it, what a reading says.

Everything here is frozen and uses the standard library only. Nothing here computes a reading;
that is `editor.analysis`. Offsets are named: `raw_at` counts code points of `Source.text`,
`out_at` counts code points of the typeset text of one block.
"""
