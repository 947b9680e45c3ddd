"""The window itself: its frame and the raw text at once, and the room behind it right after.

What the first sight needs is made first, then the proof, and a short page is read into it. The rest
follows in pieces, or at once where somebody already wants something of it: a key, a click, a drop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from editor.ui import windows
from editor.ui.desk import Desk
from editor.ui.head_start import PATIENCE, HeadStart
from editor.ui.look import appearance, theme
from editor.ui.settings import choices

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from editor.copyholder import Copyholder
    from editor.model.source import Source
    from editor.ui.dialogs import Dialogs
    from editor.ui.head_start import First
    from editor.ui.room import Room

TOP, STATUS = 43, 28
"""Heights of the bars over and under the desk: kept free until the bars are there."""
FRAME = QSize(8, 48)
"""Kept free on the screen for the frame and title that the window manager puts round."""

ASKING = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)
"""Events that somebody is behind: the whole window has to be there for them."""


FOR_THE_PROOF = (
    "editor.model.project", "editor.model.reading", "editor.ui.keys", "editor.ui.lists.article_list"
)  # fmt: skip
FOR_THE_ROOM = ("editor.editing.gestures", "editor.editing.session")
"""What they are made of, loaded one by one: no single load holds the window up for long."""
_numbers = count(1)


class Window(QMainWindow):
    """One page on one desk.

    `settings` keeps geometry and choices; `copyholder` may read the first page.
    """

    completed = Signal()
    read = Signal()
    """The proof shows a reading before the window is whole."""

    def __init__(
        self,
        settings: QSettings,
        dialogs: Dialogs | None = None,
        copyholder: Copyholder | None = None,
    ) -> None:
        """A window that is not whole yet: `complete` makes it so, and all that needs it does."""
        super().__init__()
        self.settings = settings
        self._dialogs = dialogs
        self._room: Room | None = None
        self._pieces: Iterator[None] = self._furnish()
        self._source: Source | None = None
        self._head_start = HeadStart(self, copyholder)
        self._head_start.read.connect(self._was_read)
        self._waits = self._has_proof = False
        self._first: First | None = None
        """What the proof shows before there is a room."""
        self._path: Path | None = None
        self._closing = False
        self.number = next(_numbers)
        """Windows count in the order in which they come."""
        self.desk = Desk()
        self._lay_out()
        self.setAcceptDrops(True)
        self._restore_geometry()
        self.setWindowTitle(f"{self.tr('Galley')}[*]")
        self.desk.raw.painted.connect(self._raw_was_painted)
        self.desk.raw.focused.connect(self._was_asked)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # -- the first sight -------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._top, self._status = QWidget(), QWidget()
        self._top.setFixedHeight(TOP)
        self._status.setFixedHeight(STATUS)
        self._column.addWidget(self._top)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._status)
        self.setCentralWidget(whole)
        whole.setFocus()  # and not the raw text: the caret begins in the proof

    def _restore_geometry(self) -> None:
        self.desk.show_side(bool(self.settings.value("side_panel", True, type=bool)))
        room = self.screen().availableGeometry().size() - FRAME
        self.desk.raw.set_scale(choices.scale(self.settings))
        self.resize(QSize(1440, 900).boundedTo(room))
        geometry = self.settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        splitter = self.settings.value("splitter")
        if isinstance(splitter, QByteArray):
            self.desk.splitter.restoreState(splitter)

    def open_path(self, path: Path) -> bool:
        """Open a page or a project in this window, in place of what was there.

        False, and people are told why, where it cannot be opened.
        """
        if self._room is None and self._source is None and self._show_text(path):
            return True
        return self.room.open_path(path)

    def _show_text(self, path: Path) -> bool:
        """Show a page's text before there is a room; False where only the room can say more."""
        from editor.files import text
        from editor.files.bytes_in import may_wait
        from editor.files.errors import FileError

        if path.suffix.lower() == ".galley" or may_wait(path):
            return False
        try:
            source = text.read_page(path)
        except FileError:
            return False
        self._source, self._path = source, path
        self._head_start.ask(source, choices.roster(self.settings))
        self.desk.raw.set_source(source)
        self.setWindowTitle(f"{source.origin.name}[*] — {self.tr('Galley')}")
        return True

    # -- becoming whole --------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """The room behind the window, made now where it is not there."""
        if self._room is None:
            self.complete()
        assert self._room is not None
        return self._room

    @property
    def dialogs(self) -> Dialogs:
        """What asks the editor in windows of its own."""
        if self._dialogs is None:
            from editor.ui.dialogs import Dialogs

            self._dialogs = Dialogs()
        return self._dialogs

    def complete(self) -> None:
        """Make all that is missing, now."""
        for _ in self._pieces:
            pass

    @property
    def is_read(self) -> bool:
        """Whether the reading of what is open is there."""
        return self._first is not None or (self._room is not None and bool(self._room.reading))

    def shows(self, path: Path) -> bool:
        """Whether this is what stands in the window: as the project, or as the page's text."""
        return len(self.files) == 1 and self.files[0].resolve() == path.resolve()

    def is_empty(self) -> bool:
        """Whether nothing is open in the window."""
        return self._room.session is None if self._room is not None else self._source is None

    def when_whole(self, act: Callable[[], object]) -> None:
        """Do something as soon as nothing is missing; now where that is so."""
        if self._room is not None:
            act()
        else:
            self.completed.connect(act)

    def _was_asked(self) -> None:
        """Somebody wants something of a window that may not be whole."""
        if self._room is None and not self._closing:
            self.complete()

    def _raw_was_painted(self) -> None:
        self.desk.raw.painted.disconnect(self._raw_was_painted)
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if not (self._closing or self._waits) and next(self._pieces, self) is not self:
            QTimer.singleShot(0, self._go_on)

    def _read_first(self) -> None:
        """There is a proof: show what was read, or have a short page read and wait for it."""
        self._has_proof = True
        if self._first is not None:
            self._show_first()
        elif self._source is not None:
            self._waits = self._head_start.begin(self._source, choices.roster(self.settings))
            QTimer.singleShot(PATIENCE, self._wait_no_longer)

    def _wait_no_longer(self) -> None:
        if self._waits and self._room is None:
            self._waits = False
            self._go_on()

    def _was_read(self, first: First | None) -> None:
        """Show the reading, unless somebody wanted the room meanwhile: that reads for itself."""
        if self._room is not None or self._closing:
            return
        self._first = first
        if self._has_proof:
            self._show_first()
            self._wait_no_longer()

    def _show_first(self) -> None:
        if self._first is not None and self._source is not None:
            from editor.model.project import Page

            self.desk.proof.set_page(Page("p1", self._source), self._first.reading)
            self.read.emit()
            self.desk.proof.viewport().repaint()  # before what is furnished next

    def _furnish(self) -> Iterator[None]:
        for module in FOR_THE_PROOF:
            import_module(module)
            yield
        yield from self.desk.furnish_proof()
        self.desk.proof.set_scale(choices.scale(self.settings))
        self.desk.proof.set_face(choices.face(self.settings))
        self._read_first()
        yield
        for module in FOR_THE_ROOM:
            import_module(module)
            yield
        yield from self.desk.furnish()
        yield
        from editor.ui.furnishing import furnish
        from editor.ui.room import Room

        yield
        room = Room(self)
        yield from furnish(room)
        self._room = room
        self._head_start.end()
        room.arriving.start(self._source, self._path, self._first)
        self.completed.emit()

    def put_bars(self, top: QWidget, under: Sequence[QWidget], status: QWidget) -> None:
        """Put the bars into the places that were kept free for them."""
        top.setFixedHeight(TOP)
        status.setFixedHeight(STATUS)
        for free, bar in ((self._top, top), (self._status, status)):
            self._column.replaceWidget(free, bar)
            bar.show()  # Qt would do it later, and the texts would have its place till then
            free.deleteLater()
        for place, bar in enumerate(under, 1):
            self._column.insertWidget(place, bar)

    def put_empty(self, empty: QWidget) -> None:
        """Take what is shown where there is no page."""
        self._stack.addWidget(empty)

    def show_desk(self, shown: QWidget) -> None:
        """Show the desk, or what `put_empty` gave."""
        self._stack.setCurrentWidget(shown)

    # -- Qt's own --------------------------------------------------------------------------

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.follow_system(app, scheme)
        self.repaint_all()

    def repaint_all(self) -> None:
        """Put the theme of this moment on every window: there is one for the application.

        The application comes first: its style sheet takes from all widgets what they were given.
        """
        app = QApplication.instance()
        if isinstance(app, QApplication):
            appearance.paint(app)
            for shown in app.topLevelWidgets():
                if isinstance(shown, Window):
                    shown.refresh_theme()

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        self.desk.raw.refresh_theme()
        if self._room is not None:
            self._room.refresh_theme()

    def event(self, event: QEvent) -> bool:
        """Become whole before a key or a click is answered."""
        if event.type() in ASKING:
            self._was_asked()
        return bool(super().event(event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files and text may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self._want_drop(wanted=True, files=event.mimeData().hasUrls())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """It went elsewhere."""
        super().dragLeaveEvent(event)
        self._want_drop(wanted=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open what was dropped."""
        event.acceptProposedAction()
        self._want_drop(wanted=False)
        self.room.drop(event.mimeData())

    def _want_drop(self, *, wanted: bool, files: bool = False) -> None:
        """Show, or show no more, that what is held over the window could be dropped on it."""
        self.room.empty.set_wanted(wanted)
        self.desk.set_wanted(wanted and files)  # text may be the proof's own, on its way

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Unsaved work is asked about; the desk is found again as it was left."""
        room = self._room
        if room is not None and not self._closing and self.is_dirty:
            event.ignore()
            room.when_safe(self.close_now)
            return
        self._closing = True
        self._head_start.end()
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.setValue("splitter", self.desk.splitter.saveState())
        if room is not None:
            windows.closes(self)
            room.recent.keep_place()
            room.arriving.leave()
            room.background.close()
            room.documents.leave()
        super().closeEvent(event)

    def close_now(self) -> None:
        """Close, and ask nothing: unsaved work is saved or given up."""
        self._closing = True
        QTimer.singleShot(0, self.close)

    # -- for the program -------------------------------------------------------------------

    @property
    def is_closing(self) -> bool:
        """Whether the window is closed, or is going to be."""
        return self._closing

    @property
    def is_dirty(self) -> bool:
        """Whether something would be lost if the window closed now."""
        return self._room is not None and self._room.is_dirty

    @property
    def files(self) -> list[Path]:
        """The files that show again what is open."""
        if self._room is not None:
            return self._room.documents.files
        return [self._path] if self._path is not None else []
