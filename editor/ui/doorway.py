"""The running window's side of the door through which files are handed to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor import doorway

KNOCK = 30
"""Milliseconds for which it is tried whether somebody has the door."""
LIMIT = 1 << 20
"""Bytes that one start may say."""


class Doorway(QObject):
    """Listens for second starts and calls `opened(files, token)` for each."""

    def __init__(self, opened: Callable[[list[Path], str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come)

    def listen(self) -> bool:
        """Open the door; whether it is this Galley's (another may have it, or no folder is)."""
        try:
            where = doorway.address()
        except OSError:
            return False
        knock = QLocalSocket()
        knock.connectToServer(where)
        if knock.waitForConnected(KNOCK):
            knock.abort()
            return False
        QLocalServer.removeServer(where)  # left by one that was killed
        return self._server.listen(where)

    def _come(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            guest.readyRead.connect(self._hear)
            guest.disconnected.connect(guest.deleteLater)
            self._listen_to(guest)

    def _hear(self) -> None:
        guest = self.sender()
        if isinstance(guest, QLocalSocket):
            self._listen_to(guest)

    def _listen_to(self, guest: QLocalSocket) -> None:
        if not guest.canReadLine():
            if guest.bytesAvailable() > LIMIT:
                guest.abort()
            return
        line = bytes(guest.readLine(LIMIT).data())
        try:
            files, token = doorway.asked_for(line)
        except ValueError:
            guest.abort()
            return
        guest.write(doorway.ANSWER)
        guest.flush()
        guest.disconnectFromServer()
        self._opened(files, token)


class Handed(QObject):
    """Files that the system hands over as events, as macOS does: `opened(files)` for each."""

    def __init__(self, opened: Callable[[list[Path]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take what is a file; all else goes its way."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._opened([Path(event.file())])
            return True
        return False
