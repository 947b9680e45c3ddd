"""Errors inside the program: told plainly, with a report to copy, and the work goes on.

What was done is in the journal before anything can go wrong with showing it. A report holds no
text of the page: the words of an error may quote it, so they are in it only where somebody ticks
that. The same error again is counted, not shown again.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import QtCore
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

import editor

_HOME = Path(editor.__file__).resolve().parent.parent
KEPT = 20
"""Messages of Qt that a report tells, the last ones."""
_LEVELS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


def report(
    error: BaseException, *, quoting: bool, page: str = "", notes: tuple[str, ...] = ()
) -> str:
    """An error as text for those who mend it. `quoting`: with its words, and `page`."""
    import platform  # no start waits for it

    lines = [
        f"Galley {editor.__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
    ]
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        for frame in traceback.extract_tb(one.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}")
        lines.append(f"{type(one).__name__}: {one}" if quoting else type(one).__name__)
        one = one.__cause__ or one.__context__
        if one is not None:
            lines.append("after")
    if quoting:  # what Qt says may quote the text too
        lines += ["", *notes] if notes else []
        lines += ["", page] if page else []
    return "\n".join(lines)


def _short(name: str) -> str:
    """A file's name without where its user keeps it."""
    path = Path(name)
    with contextlib.suppress(ValueError):
        return path.resolve().relative_to(_HOME).as_posix()
    return "/".join(path.parts[-2:])


class TroubleDialog(QDialog):
    """Tells of one error; stays until it is closed, and does not keep the editor from working."""

    def __init__(self, error: BaseException, page: str, notes: tuple[str, ...]) -> None:
        """`page`: the text that is open, put into the report where that is ticked."""
        super().__init__(QApplication.activeWindow())
        self._error, self._page, self._notes = error, page, notes
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong inside Galley"))
        told = QLabel(
            self.tr(
                "What you did last may not have worked. All of your work is kept, and you can go "
                "on. If it happens again, please send this report to whoever looks after Galley."
            )
        )
        told.setWordWrap(True)
        self._again = QLabel()
        self._again.hide()
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setTabChangesFocus(True)
        self.quoting = QCheckBox(self.tr("With the page's text and what the error quotes of it"))
        self.quoting.toggled.connect(self._fill)
        copy, close = QPushButton(self.tr("Copy the report")), QPushButton(self.tr("Go on"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        close.clicked.connect(self.close)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.quoting, 1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        for widget in (told, self._again, self.report):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.resize(660, 380)
        self._fill()
        close.setFocus()

    def _fill(self) -> None:
        quoting = self.quoting.isChecked()
        text = report(self._error, quoting=quoting, page=self._page, notes=self._notes)
        self.report.setPlainText(text)

    def count(self, times: int) -> None:
        """It has happened so many times by now."""
        self._again.setText(self.tr("It has happened {0} times.").format(times))
        self._again.show()


class Trouble(QObject):
    """The one place where errors that nobody expected arrive."""

    _came = Signal(object)

    def __init__(self, page: Callable[[], str], parent: QObject | None = None) -> None:
        """`page` gives the text that is open."""
        super().__init__(parent)
        self._page = page
        self._notes: deque[str] = deque(maxlen=KEPT)
        self._times: dict[str, int] = {}
        self.shown: dict[str, TroubleDialog] = {}
        self._listens = False

    def install(self) -> None:
        """Hear of everything from now on; what is said on standard error is said there too."""
        before, before_thread = sys.excepthook, threading.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            before(kind, error, trace)
            self.hear(error)

        def thread_hook(about: threading.ExceptHookArgs) -> None:
            before_thread(about)
            if about.exc_value is not None:
                self.hear(about.exc_value)

        sys.excepthook, threading.excepthook = hook, thread_hook
        qInstallMessageHandler(self._qt_said)

    def hear(self, error: BaseException) -> None:
        """An error, in whatever thread."""
        if isinstance(error, Exception):
            if not self._listens:  # no start waits for it
                self._listens = True
                self._came.connect(self._tell, QtCore.Qt.ConnectionType.QueuedConnection)
            with contextlib.suppress(RuntimeError):  # Qt is gone
                self._came.emit(error)

    def _qt_said(self, level: QtMsgType, context: QMessageLogContext, text: str) -> None:
        line = f"Qt {_LEVELS.get(level, 'message')}: {text}"
        self._notes.append(line)
        with contextlib.suppress(Exception):  # no console
            sys.stderr.write(line + "\n")

    def _tell(self, error: BaseException) -> None:
        key = report(error, quoting=False)
        times = self._times[key] = self._times.get(key, 0) + 1
        shown = self.shown.get(key)
        if times > 1:
            if shown is not None:
                shown.count(times)
            return
        dialog = TroubleDialog(error, self._page(), tuple(self._notes))
        self.shown[key] = dialog
        dialog.destroyed.connect(lambda: self.shown.pop(key, None))
        dialog.show()
