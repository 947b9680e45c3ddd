"""The command palette: everything that can be done or gone to, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from editor.model.places import Span
from editor.ui import commands, words
from editor.ui.card import SHADOW, Card
from editor.ui.finding import pinyin
from editor.ui.finding.fuzzy import fit
from editor.ui.lists.rows import PLAIN, QUIET, ListRow, RowList

if TYPE_CHECKING:
    from editor.ui.room import Room

WIDTH, MOST_ROWS = 460, 12
"""Pixels of the card; rows in sight without scrolling."""
RECENT, REMEMBERED = "palette/recent", 12
"""Where the commands used last are kept in the settings, and how many."""
USED, IDLE = 12.0, -40.0
"""Worth of having been used lately, and of being impossible now."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be chosen. `code` names it in the settings; `more`: other names of it."""

    label: str
    act: Callable[[], object]
    code: str = ""
    where: str = ""
    side: str = ""
    more: tuple[str, ...] = ()
    possible: bool = True


class _Field(QLineEdit):
    """The field; what moves in the list, takes and leaves is told."""

    stepped = Signal(int)
    taken = Signal()
    left = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys of the list are not the field's."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -MOST_ROWS,
            Qt.Key.Key_PageDown: MOST_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802
        """Tab stays here: there is nowhere else on the card."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whoever goes elsewhere is done with it."""
        super().focusOutEvent(event)
        kept = Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason
        if event.reason() not in kept:
            self.left.emit(False)


class PaletteCard(Card):
    """A field over a list. `taken` carries an entry."""

    taken = Signal(object)
    left = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        """A hidden card over `parent`."""
        super().__init__(parent, self.tr("Commands"))
        self._room = parent
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        edge = SHADOW + 8
        self.column.setContentsMargins(edge, SHADOW + 6, edge, SHADOW + 5)
        self.offered = RowList(self.tr("Commands"))
        self.offered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offered.setUniformItemSizes(True)
        self.offered.viewport().setAutoFillBackground(False)
        self.offered.clicked.connect(lambda index: self._take(index.row()))
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Type a command or a headline…"))
        self.field.setAccessibleName(self.tr("Type a command or a headline…"))
        self.watch(self.field)
        self.field.stepped.connect(self._step)
        self.field.taken.connect(lambda: self._take(self.offered.currentIndex().row()))
        self.field.left.connect(self.left)
        self.column.addWidget(self.field)
        self.column.addWidget(self.offered)
        self.setFocusProxy(self.field)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Fill the list; the first row is chosen."""
        self.offered.rows.set_rows(())
        self.offered.rows.set_rows(tuple(rows))
        self.offered.setCurrentIndex(self.offered.rows.index(0))
        self.offered.scrollToTop()
        high = self.offered.sizeHintForRow(0) if rows else 0
        room = self._room.height() - self.y() - self.field.sizeHint().height() - 60
        shown = min(len(rows), MOST_ROWS, max(1, room // high) if high else 0)
        self.offered.setFixedHeight(high * shown)
        self.column.invalidate()
        self.column.activate()
        self.setFixedHeight(self.column.totalMinimumSize().height())

    def put_under(self, box: QWidget) -> None:
        """Stand under the box that opens it, its right edge at the box's."""
        parent = self._room
        corner = box.mapTo(parent, QPoint(box.width(), box.height()))
        left = min(corner.x(), parent.width() - 8) - self.width() + SHADOW
        self.move(max(-SHADOW, left), corner.y() + 6 - SHADOW // 2)
        self.raise_()

    def _take(self, number: int) -> None:
        rows = self.offered.rows.rows
        if 0 <= number < len(rows) and rows[number].what is not None:
            self.taken.emit(rows[number].what)

    def _step(self, step: int) -> None:
        count = len(self.offered.rows.rows)
        if count:
            at = self.offered.currentIndex().row() + step
            at = at % count if abs(step) == 1 else max(0, min(at, count - 1))
            self.offered.setCurrentIndex(self.offered.rows.index(at))


class Palette(QObject):
    """What the card offers, and what comes of it."""

    def __init__(self, room: Room) -> None:
        """A closed palette."""
        super().__init__(room)
        self._room = room
        self.card = PaletteCard(room.window.centralWidget())
        self._entries: tuple[Entry, ...] = ()
        self._readings: pinyin.Readings = pinyin.none
        self._loads = False
        self._focus: QWidget | None = None
        self.card.field.textChanged.connect(lambda _: self._show())
        self.card.taken.connect(self._take)
        self.card.left.connect(self._leave)
        room.window.centralWidget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The card keeps its place under its box."""
        if event.type() is QEvent.Type.Resize and self.card.isVisible():
            QTimer.singleShot(0, lambda: self.card.put_under(self._room.top.commands))
        return False

    def open(self) -> None:
        """Show the card under the top bar; open already, it goes."""
        card = self.card
        if card.isVisible():
            self._leave(True)
            return
        self._focus = self._room.window.focusWidget()
        self._entries = tuple(self._all())
        card.put_under(self._room.top.commands)
        card.show()
        card.field.clear()
        self._show()
        card.put_under(self._room.top.commands)
        card.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._loads:
            self._loads = True
            self._room.background.run(pinyin.load, self._loaded, lambda _: None)

    def _loaded(self, readings: pinyin.Readings) -> None:
        self._readings = readings
        if self.card.isVisible():
            self._show()

    # -- what there is ---------------------------------------------------------------------

    def _all(self) -> Iterator[Entry]:
        yield from self._commands()
        yield from self._choices()
        yield from self._settings()
        yield from self._files()
        reading = self._room.reading
        for number, article in enumerate(reading.articles if reading is not None else ()):
            go = partial(self._room.go_to, Span(article.at, article.at))
            yield Entry(words.title(article), go, side=words.nth(number))

        session = self._room.session
        if session is not None and len(session.project.pages) > 1:
            for number, page in enumerate(session.project.pages):
                show = partial(self._room.pages.show, page.key)
                title = self._room.pages.title(page)
                yield Entry(title, show, where=self.tr("Page"), side=words.nth(number))

    def _commands(self) -> Iterator[Entry]:
        native = QKeySequence.SequenceFormat.NativeText
        for command in commands.COMMANDS:
            action = self._room.actions_by_code[command.code]
            if command.code == "palette":
                continue
            menu = commands.translate(command.menu)
            yield Entry(
                action.text().rstrip("…"),
                action.trigger,
                command.code,
                menu,
                action.shortcut().toString(native),
                (f"{menu} {command.text}", command.label),
                action.isEnabled(),
            )

    def _choices(self) -> Iterator[Entry]:
        """What the menus offer besides commands: appearance and language."""
        known = {action.text() for action in self._room.actions_by_code.values()}
        for menu in self._room.menu.findChildren(QMenu):
            if menu.objectName() in commands.MENUS:
                continue
            for action in menu.actions():
                if action.text() not in known and not action.isSeparator():
                    label = f"{menu.title()}: {action.text()}"
                    yield Entry(label, action.trigger, label)

    def _files(self) -> Iterator[Entry]:
        """What was open lately."""
        recent = self._room.recent
        for path in recent.paths():
            label = recent.label(path)
            yield Entry(label, partial(recent.open, path), f"file/{path}", recent.menu.title())

    def _settings(self) -> Iterator[Entry]:
        """Each thing that can be set, which opens the settings there."""
        from editor.ui.settings.window import sections

        named = commands.BY_CODE["settings"].text.rstrip("…")
        for page, name in sections():
            open_there = partial(self._room.open_settings, page)
            yield Entry(name, open_there, f"settings/{name}", named, more=(f"{named} {name}",))

    # -- choosing --------------------------------------------------------------------------

    def _recent(self) -> list[str]:
        kept = self._room.settings.value(RECENT, "")
        return [code for code in str(kept or "").split("\n") if code]

    def _show(self) -> None:
        typed, recent = self.card.field.text(), self._recent()
        ranked: list[tuple[float, int, Entry]] = []
        for number, entry in enumerate(self._entries):
            worths = [fit(typed, name, self._readings) for name in (entry.label, *entry.more)]
            found = [worth for worth in worths if worth is not None]
            if found:
                lately = recent.index(entry.code) if entry.code in recent else len(recent)
                worth = max(found) + USED * (1 - lately / max(1, len(recent)))
                ranked.append((-worth - (0 if entry.possible else IDLE), number, entry))
        ranked.sort(key=lambda one: one[:2])
        rows = [_row(entry) for _, _, entry in ranked]
        none = ListRow(((self.tr("Nothing fits"), QUIET),), header=True)
        self.card.show_rows(rows or [none])

    def _take(self, entry: Entry) -> None:
        if not entry.possible:
            self._room.status.say(self.tr("Not possible now: {0}").format(entry.label))
            return
        self._leave(True)
        if entry.code:
            recent = [entry.code, *(code for code in self._recent() if code != entry.code)]
            self._room.settings.setValue(RECENT, "\n".join(recent[:REMEMBERED]))
        else:
            self._room.back_to_text()
        entry.act()

    def _leave(self, back: bool) -> None:
        """Go away; `back`: whoever had the keys has them again."""
        if not self.card.isVisible():
            return
        focus, self._focus = self._focus, None
        self.card.hide()
        if back and focus is not None and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif back and self._room.session is not None:
            self._room.back_to_text()


def _row(entry: Entry) -> ListRow:
    look = PLAIN if entry.possible else QUIET
    where = ((f"   {entry.where}", QUIET),) if entry.where else ()
    return ListRow(((entry.label, look), *where), side=entry.side, what=entry)
