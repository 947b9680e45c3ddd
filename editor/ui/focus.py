"""Where Tab comes to: the controls of a view, in the order in which one reads them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget


def stops(view: QWidget) -> Iterator[QWidget]:
    """The widgets of a view that take the focus by Tab, as they are laid out.

    A view that has an order of its own says so in `focus_order`.
    """
    own = getattr(view, "focus_order", None)
    if own is not None:
        yield from own()
        return
    if view.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
        yield view
    if isinstance(view, QStackedWidget):
        for number in range(view.count()):
            page = view.widget(number)
            if page is not None:
                yield from stops(page)
        return
    layout = view.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _laid_out(inner)
