"""What can be seen and heard of a window: words that are cut, controls without a name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

SLACK = 1
"""Pixels by which Qt's rounding may differ."""


def widgets(of: QWidget) -> Iterator[QWidget]:
    """A window and all that is on it and can be seen."""
    for widget in (of, *of.findChildren(QWidget)):
        if widget.isVisible() and (widget is of or not widget.isWindow()):
            yield widget


def clipped(of: QWidget) -> list[str]:
    """The labels and buttons whose words do not fit into them, and what hangs over the window."""
    found = []
    for widget in widgets(of):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        text, size = widget.text(), widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            wanted = widget.heightForWidth(size.width())
            if wanted > size.height() + SLACK:
                found.append(f"{text!r}: {size.height()} high of {wanted}")
            continue
        hint = widget.sizeHint() if isinstance(widget, QLabel) else widget.minimumSizeHint()
        wanted = hint.width()
        if wanted > size.width() + SLACK:
            found.append(f"{text!r}: {size.width()} wide of {wanted}")
        left = widget.mapTo(of, widget.rect().topLeft()).x()
        if widget is not of and (left < -SLACK or left + size.width() > of.width() + SLACK):
            found.append(f"{text!r}: over the window's edge")
    return found


def name(widget: QWidget) -> str:
    """What readers of the screen are told that a control is."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told is not None else ""


def nameless(of: QWidget) -> list[str]:
    """The controls that keys come to and that a reader of the screen has no name for."""
    found = []
    for widget in widgets(of):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = isinstance(widget.parent(), QAbstractScrollArea)
        if not (takes_keys or isinstance(widget, QAbstractButton)) or widget is of or inner:
            continue
        if not name(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
