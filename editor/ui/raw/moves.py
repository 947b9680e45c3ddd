"""Which keys move the caret of the raw text, and by what."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

_MOVES = {
    QKeySequence.StandardKey.MoveToNextChar: ("char", 1),
    QKeySequence.StandardKey.MoveToPreviousChar: ("char", -1),
    QKeySequence.StandardKey.MoveToNextWord: ("word", 1),
    QKeySequence.StandardKey.MoveToPreviousWord: ("word", -1),
    QKeySequence.StandardKey.MoveToNextLine: ("row", 1),
    QKeySequence.StandardKey.MoveToPreviousLine: ("row", -1),
    QKeySequence.StandardKey.MoveToNextPage: ("page", 1),
    QKeySequence.StandardKey.MoveToPreviousPage: ("page", -1),
    QKeySequence.StandardKey.MoveToStartOfLine: ("edge", -1),
    QKeySequence.StandardKey.MoveToEndOfLine: ("edge", 1),
    QKeySequence.StandardKey.MoveToStartOfDocument: ("end", -1),
    QKeySequence.StandardKey.MoveToEndOfDocument: ("end", 1),
}
_SELECTS = {
    QKeySequence.StandardKey.SelectNextChar: ("char", 1),
    QKeySequence.StandardKey.SelectPreviousChar: ("char", -1),
    QKeySequence.StandardKey.SelectNextWord: ("word", 1),
    QKeySequence.StandardKey.SelectPreviousWord: ("word", -1),
    QKeySequence.StandardKey.SelectNextLine: ("row", 1),
    QKeySequence.StandardKey.SelectPreviousLine: ("row", -1),
    QKeySequence.StandardKey.SelectNextPage: ("page", 1),
    QKeySequence.StandardKey.SelectPreviousPage: ("page", -1),
    QKeySequence.StandardKey.SelectStartOfLine: ("edge", -1),
    QKeySequence.StandardKey.SelectEndOfLine: ("edge", 1),
    QKeySequence.StandardKey.SelectStartOfDocument: ("end", -1),
    QKeySequence.StandardKey.SelectEndOfDocument: ("end", 1),
}


def move_of(event: QKeyEvent) -> tuple[str, int, bool] | None:
    """What a key moves: `char`, `word`, `row`, `page`, `edge` of the row or `end` of the text.

    With the direction (1 or -1), and whether the selection is kept.
    """
    for table, keep in ((_MOVES, False), (_SELECTS, True)):
        for key, (unit, step) in table.items():
            if event.matches(key):
                return unit, step, keep
    return None
