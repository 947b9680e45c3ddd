"""What is wrong with a pattern, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor.editing.search import PatternError

translate = QCoreApplication.translate


def sentence(error: PatternError) -> str:
    """What is wrong with a pattern, in a sentence."""
    known = (
        ("missing )", translate("Find", "A bracket ( is not closed.")),
        ("unbalanced", translate("Find", "A bracket ) was not opened.")),
        ("unterminated character set", translate("Find", "A set [ is not closed.")),
        ("bad character range", translate("Find", "A range in a set runs backwards.")),
        ("nothing to repeat", translate("Find", "There is nothing before * + or ? to repeat.")),
        ("multiple repeat", translate("Find", "There is nothing before * + or ? to repeat.")),
        ("group", translate("Find", "There is no such group.")),
        ("bad escape", translate("Find", "A backslash stands before what it cannot mean.")),
        ("look-behind", translate("Find", "What a look-behind asks for is too long.")),
        ("too large", translate("Find", "The pattern is too large.")),
    )
    told = next((said for code, said in known if code in error.code), "")
    told = told or translate("Find", "This cannot be read as a regular expression.")
    if error.replacement:
        return translate("Find", "In the replacement: {0}").format(told)
    if error.at >= 0:
        return translate("Find", "{0} (character {1})").format(told, error.at + 1)
    return told
