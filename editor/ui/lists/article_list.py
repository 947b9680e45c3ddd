"""The outline's rows can be dragged: an article to its place. Text is dropped on an article.

What is dragged is named by places of the page, in formats of Galley's own, so that nothing else
takes it for text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from editor.model.places import Span
from editor.ui.lists.rows import RowList
from editor.ui.look import theme

ARTICLE = "application/x-galley-article"
TEXT = "application/x-galley-text"
PAGE = "application/x-galley-page"


def article_data(at: int) -> QMimeData:
    """An article, named by its anchor, as it is dragged."""
    found = QMimeData()
    found.setData(ARTICLE, str(at).encode())
    return found


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as the outline tells of it. `articles`: None where it was not read yet."""

    key: str
    title: str
    articles: int | None = None
    doubts: int = 0
    done: bool = False


def page_data(key: str) -> QMimeData:
    """A page, named by its key, as it is dragged."""
    found = QMimeData()
    found.setData(PAGE, key.encode())
    return found


def text_data(spans: tuple[Span, ...]) -> QMimeData:
    """Selected text, named by its places, as it is dragged."""
    found = QMimeData()
    add_text(found, spans)
    return found


def add_text(data: QMimeData, spans: tuple[Span, ...]) -> None:
    """Say of what is dragged which text of the page it is."""
    data.setData(TEXT, json.dumps(spans).encode())


def carried_text(data: QMimeData) -> tuple[Span, ...]:
    """The places of the text that is dragged; none where it is something else."""
    if not data.hasFormat(TEXT):
        return ()
    return tuple(Span(*span) for span in json.loads(bytes(data.data(TEXT).data())))


class ArticleList(RowList):
    """`article_dropped`: its anchor, and the anchor of the one before which it goes (or None).

    `text_dropped`: spans, and the anchor of the article that they go to. `page_dropped`: a page's
    key, and the key of the one before which it goes (or None).
    """

    article_dropped = Signal(object, object)
    text_dropped = Signal(object, object)
    page_dropped = Signal(object, object)
    menu_asked = Signal(object)
    focused = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(name, parent=parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self._over: QRect | None = None

    @property
    def chosen(self) -> int | None:
        """The anchor of the article that is chosen."""
        return self._article(self.currentIndex())

    # -- dragging --------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag the chosen article, or the chosen page."""
        page, article = self._page(self.currentIndex()), self.chosen
        data = page_data(page) if page is not None else None
        if article is not None:
            data = article_data(article)
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.MoveAction)
            self._show_over(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Articles and text may come."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where it would go."""
        data, point = event.mimeData(), event.position().toPoint()
        if data.hasFormat(PAGE):
            self._show_over(self._gap(point, pages=True)[1])
        elif data.hasFormat(ARTICLE):
            self._show_over(self._gap(point)[1])
        elif data.hasFormat(TEXT) and self._article(self.indexAt(point)) is not None:
            self._show_over(self.visualRect(self.indexAt(point)))
        else:
            self._show_over(None)
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """It went elsewhere."""
        self._show_over(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Tell what was dropped where."""
        data, point = event.mimeData(), event.position().toPoint()
        self._show_over(None)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if data.hasFormat(PAGE):
            key = bytes(data.data(PAGE).data()).decode()
            self.page_dropped.emit(key, self._gap(point, pages=True)[0])
        elif data.hasFormat(ARTICLE):
            at = int(bytes(data.data(ARTICLE).data()))
            self.article_dropped.emit(at, self._gap(point)[0])
        elif data.hasFormat(TEXT):
            article = self._article(self.indexAt(point))
            if article is not None:
                self.text_dropped.emit(carried_text(data), article)

    def _article(self, index: QModelIndex) -> int | None:
        row = self.row(index)
        return row.what if row is not None and isinstance(row.what, int) else None

    def _page(self, index: QModelIndex) -> str | None:
        row = self.row(index)
        return row.what.key if row is not None and isinstance(row.what, PageRow) else None

    def _gap(self, point: QPoint, *, pages: bool = False) -> tuple[Any, QRect]:
        """The article (or page) before which a point is (None: behind all), and a line there."""
        last = QRect(0, 0, self.viewport().width(), 0)
        for number in range(self.rows.rowCount()):
            index = self.rows.index(number)
            at: Any = self._page(index) if pages else self._article(index)
            rect = self.visualRect(index)
            if at is None:
                continue
            if point.y() < rect.center().y():
                return at, QRect(rect.left(), rect.top(), rect.width(), 0)
            last = QRect(rect.left(), rect.bottom(), rect.width(), 0)
        return None, last

    def _show_over(self, rect: QRect | None) -> None:
        if rect != self._over:
            self._over = rect
            self.viewport().update()

    # -- Qt's own --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, and where what is dragged would go."""
        super().paintEvent(event)
        if self._over is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.colour(theme.current().accent), 2))
        painter.drawRect(self._over.adjusted(1, 0, -2, -1 if self._over.height() else 0))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Commands act here from now on."""
        super().focusInEvent(event)
        self.focused.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of what can be done to an article."""
        point = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            point = self.menu_point()
        else:
            self.setCurrentIndex(self.indexAt(self.viewport().mapFromGlobal(point)))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.chosen is not None:
            self.menu_asked.emit(point)

    def menu_point(self) -> QPoint:
        """Under the chosen row, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
