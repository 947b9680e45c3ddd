"""The bar over the desk: what page this is, and the few things that are done all the time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from editor.ui import keys
from editor.ui.look import icons, theme


class CommandBox(QToolButton):
    """Looks like a field to type commands into, and opens one."""

    def __init__(self, action: QAction) -> None:
        """A box for the palette's action."""
        super().__init__()
        self.setObjectName("box")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text())
        self.clicked.connect(action.trigger)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = QLabel(action.text())
        self._words.setObjectName("small")
        self._words.setMinimumWidth(0)
        self.hint = QLabel()
        self.hint.setFixedHeight(19)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 0, 5, 0)
        inside.addWidget(self._words, 1)
        inside.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignCenter)
        for label in (self._words, self.hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as in the design; less where there is less room."""
        return QSize(212, 28)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its key."""
        return QSize(self.hint.sizeHint().width() + 15, 28)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Words that would be cut are not shown; the key says it too."""
        super().resizeEvent(event)
        needed = self._words.sizeHint().width() + self.minimumSizeHint().width() + 6
        self._words.setVisible(self.width() >= needed)


class TopBar(QWidget):
    """Buttons of actions; the menu button holds all the others."""

    def __init__(
        self, actions: Mapping[str, QAction], menu: QMenu, parent: QWidget | None = None
    ) -> None:
        """Lay the bar out."""
        super().__init__(parent)
        self._asks = False
        self._icons: list[tuple[QToolButton, str]] = []
        self._of_actions: list[tuple[QToolButton, QAction]] = []
        self.menu_button = self._button(None, "menu", self.tr("Menu"))
        # not `setMenu`: the button's own way to show a menu holds the caller until it is closed
        self.menu_button.clicked.connect(lambda: self._show_menu(menu))
        self.menu_button.setShortcut(QKeySequence("F10"))
        self._title = QLabel()
        self._title.setObjectName("title")
        self.undo = self._button(actions["undo"], "undo")
        self.redo = self._button(actions["redo"], "redo")
        self._last = self._button(actions["last_doubt"], "up")
        self._doubts = QLabel()
        self._doubts.setAccessibleName(self.tr("Doubts left"))
        self._next = self._button(actions["next_doubt"], "")
        self._hint = QLabel()
        for label in (self._doubts, self._hint):
            label.setFixedHeight(19)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.commands = CommandBox(actions["palette"])
        self._export = self._button(actions["export"], "", self.tr("Export to Word"))
        self._export.setObjectName("primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 8, 0)
        layout.setSpacing(2)
        layout.addWidget(self.menu_button)
        layout.addWidget(self._title)
        layout.addSpacing(10)
        layout.addWidget(self._button(actions["open"], "", self.tr("Open")))
        layout.addWidget(self._button(actions["save"], "", self.tr("Save")))
        self._rule(layout)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        self._rule(layout)
        for widget in (self._last, self._doubts, self._next, self._hint):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.commands)
        self._rule(layout)
        layout.addWidget(self._export)
        self._next.setText(self.tr("Next doubt"))
        self._next.setAccessibleName(self.tr("Next doubt"))
        self.refresh_keys()
        self.refresh_theme()
        self.set_undo("", "")
        self.set_doubts(None)

    def _button(self, action: QAction | None, icon: str, text: str = "") -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            self._of_actions.append((button, action))
            button.setAccessibleName(action.text().rstrip("…"))
        else:
            button.setToolTip(text)
            button.setAccessibleName(text)
        if icon:
            self._icons.append((button, icon))
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonIconOnly)
        if text and action is not None:
            button.setText(text)
        return button

    def _rule(self, layout: QHBoxLayout) -> None:
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedSize(1, 18)
        layout.addSpacing(8)
        layout.addWidget(rule)
        layout.addSpacing(8)

    def refresh_keys(self) -> None:
        """Tell the keys of the present map."""
        for button, action in self._of_actions:
            button.setToolTip(keys.with_key(action.text().rstrip("…"), action.objectName()))
        self._hint.setText(keys.told("next_doubt"))
        self.commands.hint.setText(keys.told("palette").replace("+", " "))
        for hint in (self._hint, self.commands.hint):
            hint.setAccessibleName(self.tr("Key: {0}").format(hint.text()))

    def refresh_theme(self) -> None:
        """Draw icons and badges in the present theme."""
        for button, name in self._icons:
            button.setIcon(icons.icon(name))
        colours = theme.current()
        self._doubts.setStyleSheet(
            f"color: {colours.doubt}; background: {colours.doubt_soft};"
            "border-radius: 9px; padding: 1px 7px;"
        )
        hint = (
            f"color: {colours.quiet}; border: 1px solid {colours.line};"
            "border-radius: 4px; padding: 0 5px; font-size: 11px;"
        )
        for label in (self._hint, self.commands.hint):
            label.setStyleSheet(hint)

    def set_title(self, title: str) -> None:
        """The page's name, cut where it is long."""
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, 260))
        self._title.setToolTip(title)

    def _show_menu(self, menu: QMenu) -> None:
        """The menu under its button."""
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def set_undo(self, undo: str, redo: str) -> None:
        """The names of the steps that undo and redo would take; empty for none."""
        words = self.tr("Undo")
        words = self.tr("Undo: {0}").format(undo) if undo else words
        self.undo.setText(words)
        self.undo.setToolTip(keys.with_key(words, "undo"))
        told = self.tr("Redo: {0}").format(redo) if redo else self.tr("Redo")
        self.redo.setToolTip(keys.with_key(told, "redo"))
        self._fit()

    def set_doubts(self, count: int | None) -> None:
        """How many doubts are left; None while the page is not read."""
        self._doubts.setText("" if count is None else str(count))
        self._asks = count is not None and count > 0
        for widget in (self._last, self._doubts, self._next):
            widget.setVisible(self._asks)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has room for more words or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say in words what there is room for: first go those that an icon or the menu says too."""
        style = Qt.ToolButtonStyle
        for named, keyed in ((True, True), (False, True), (False, False)):
            self.undo.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly
            )
            self._hint.setVisible(self._asks and keyed)
            if self.sizeHint().width() <= self.width():
                break

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A hairline under the bar."""
        painter = QPainter(self)
        painter.setPen(theme.colour(theme.current().line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
