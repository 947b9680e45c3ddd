"""An editor's hands: real clicks and keys on a real window, and dialogs that answer at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.files.lock import Owner
from editor.model.places import Span
from editor.model.reading import Article, Reading
from editor.ui import keys as key_map
from editor.ui.dialogs import CANCEL, DISCARD, Dialogs
from editor.ui.look import appearance
from editor.ui.window import Window


class Answers(Dialogs):
    """Dialogs that answer what the test laid down, and remember what they were asked."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.save_to: Path | None = None
        self.export_to: Path | None = None
        self.pdf_to: Path | None = None
        self.unsaved_answer = DISCARD
        self.outside_answer = CANCEL
        self.not_saved_answers: list[str] = []
        self.works_here = True
        self.opens_copy = True
        self.all_goes = False
        self.asked: list[str] = []
        self.told: list[str] = []

    def open_paths(self, parent: QWidget, done: Callable[[list[Path]], None]) -> None:
        self.asked.append("open")
        done(self.paths)

    def save_path(self, parent: QWidget, suggested: Path, done: Callable[[Path], None]) -> None:
        self.asked.append("save")
        if self.save_to is not None:
            done(self.save_to)

    def folder(self, parent: QWidget, suggested: Path, done: Callable[[Path], None]) -> None:
        self.asked.append("folder")
        if self.export_to is not None:
            done(self.export_to)

    def pdf_path(self, parent: QWidget, suggested: Path, done: Callable[[Path], None]) -> None:
        self.asked.append(f"pdf {suggested.name}")
        if self.pdf_to is not None:
            done(self.pdf_to)

    def unsaved(self, parent: QWidget, name: str, done: Callable[[str], None]) -> None:
        self.asked.append("unsaved")
        done(self.unsaved_answer)

    def template(self, parent: QWidget, done: Callable[[Path], None]) -> None:
        self.asked.append("template")
        if self.paths:
            done(self.paths[0])

    def changed_outside(self, parent: QWidget, name: str, done: Callable[[str], None]) -> None:
        self.asked.append("changed outside")
        done(self.outside_answer)

    def not_saved(self, parent: QWidget, told: str, done: Callable[[str], None]) -> None:
        self.asked.append("not saved")
        self.told.append(told)
        done(self.not_saved_answers.pop(0) if self.not_saved_answers else CANCEL)

    def held(self, parent: QWidget, name: str, owner: Owner, done: Callable[[bool], None]) -> None:
        self.asked.append("held")
        done(self.works_here)

    def throw_away(self, parent: QWidget, count: int, done: Callable[[bool], None]) -> None:
        self.asked.append(f"throw away {count}")
        done(self.all_goes)

    def previous(self, parent: QWidget, name: str, when: str, done: Callable[[bool], None]) -> None:
        self.asked.append(f"previous {when}")
        done(self.opens_copy)

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        self.told.append(text)

    def about(self, parent: QWidget, title: str, text: str, more: str) -> None:
        self.told.append(text)


class Hands:
    """Works at one window."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.bot = qtbot
        self.answers = Answers()
        self.settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyle("Fusion")
        appearance.set_up(app, self.settings)
        self.window = self.new_window()

    def new_window(self) -> Window:
        """A window on the screen, in use."""
        window = Window(self.settings, self.answers)
        window.complete()
        self.bot.addWidget(window)
        window.resize(1300, 850)
        window.show()
        window.activateWindow()
        self.bot.waitUntil(window.isActiveWindow)
        self.window = window
        return window

    # -- looking ---------------------------------------------------------------------------

    @property
    def reading(self) -> Reading:
        self.settle()
        reading = self.window.room.reading
        assert reading is not None
        return reading

    @property
    def text(self) -> str:
        assert self.window.room.session is not None
        return self.window.room.session.page.source.text

    def article(self, number: int) -> Article:
        return self.reading.articles[number]

    def shown_lines(self) -> list[str]:
        """What the proof really has in its document."""
        return [block.text() for block in self.window.desk.proof.proof.blocks()]

    # -- doing -----------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a page by the open command, and wait until it is read."""
        self.answers.paths = [path]
        self.press("Ctrl+O")
        self.read()

    def read(self) -> None:
        def read_or_told() -> bool:
            return self.window.room.reading is not None or bool(self.answers.told)

        self.bot.waitUntil(read_or_told, timeout=15_000)
        assert self.window.room.reading is not None, self.answers.told
        self.settle()

    def press(self, *keys: str, on: QWidget | None = None) -> None:
        """Press keys where the focus is."""
        for key in keys:
            widget = on or self.window.focusWidget() or self.window
            QTest.keySequence(widget, key_map.sequence(key))
            self.settle()

    def settle(self) -> None:
        """Wait until the page is read as it stands, all that was held is done, the sides follow."""
        room = self.window._room
        if room is None:
            return
        if room.turn.holds:
            self.bot.waitUntil(lambda: not room.turn.holds, timeout=15_000)
        if room.sides.come:  # no turn of the event loop, which would do more than is asked
            room.sides.show_now()

    def export(self, folder: Path) -> None:
        """Export the page into `folder`, all else as the dialog has it."""
        self.settings.setValue("export/folder", str(folder))
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)
        self.press("Ctrl+E")
        self.press_export()

    def press_export(self) -> None:
        """Enter in the export dialog, once it shows what it would write."""
        dialog = self.window.room.export.dialog
        self.bot.waitUntil(lambda: bool(dialog.list.toPlainText()), timeout=20_000)
        dialog.activateWindow()
        self.bot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    def hold(self, key: Qt.Key, text: str = "") -> None:
        """A key that repeats because it is held."""
        widget = self.window.focusWidget() or self.window
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True
        )
        QApplication.sendEvent(widget, event)

    def type(self, text: str) -> None:
        """Type Latin letters and digits."""
        QTest.keyClicks(self.window.focusWidget(), text)
        self.settle()

    def compose(self, text: str) -> None:
        """What an input method has under way."""
        QApplication.sendEvent(self.window.focusWidget(), QInputMethodEvent(text, []))

    def commit(self, text: str) -> None:
        """What an input method hands over."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.window.focusWidget(), event)
        self.settle()

    def click_proof(self, raw_at: int) -> None:
        """Click in the proof right before the character of the page at `raw_at`."""
        proof = self.window.desk.proof
        self.window.room.go_to(Span(raw_at, raw_at))
        point = proof.proof.find(raw_at)
        assert point is not None
        cursor = QTextCursor(proof.document())
        cursor.setPosition(proof.proof.position(point))
        self._click(proof.viewport(), proof.cursorRect(cursor))
        point = proof.proof.find(raw_at)  # a click in a field opens its card
        assert point is not None and proof.textCursor().position() == proof.proof.position(point)

    def click_raw(self, raw_at: int) -> None:
        """Click in the raw text right before the character at `raw_at`."""
        raw = self.window.desk.raw
        self.window.room.go_to(Span(raw_at, raw_at))
        self._click(raw.viewport(), raw.caret_rect())
        assert raw.place().span == Span(raw_at, raw_at)

    def _click(self, widget: QWidget, rect: QRect) -> None:
        point = QPoint(max(0, rect.left() + 1), rect.center().y())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)
