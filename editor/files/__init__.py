"""Text in, projects, Word out: everything of Galley that touches a disk.

Knows the values of `editor.model` and nothing of how a reading is made. What goes wrong is
an `editor.files.errors.FileError`: a value with words for people, in Chinese and English.
"""
