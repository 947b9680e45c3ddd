"""A second start hands its files to the Galley that runs."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor import doorway
from editor.ui import app, windows
from editor.ui.doorway import Doorway, Handed
from tests.ui.hands import Hands

ROOT = Path(__file__).resolve().parents[2]
FERRY = "渡船今天停航\n因河面起雾，河口的渡船今天上午停航两小时。\n"


@pytest.fixture
def own_door(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder for the door that no other test comes by."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    yield tmp_path
    parents.clear()


parents: list[QObject] = []


def door(came: list[tuple[list[Path], str]]) -> Doorway:
    parents.append(QObject())
    return Doorway(lambda files, token: came.append((files, token)), parents[-1])


def second_start(*files: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "editor", *map(str, files)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
    )


def test_a_second_start_hands_over_and_ends_without_a_window(qtbot: QtBot, own_door: Path) -> None:
    page = own_door / "版 一.txt"
    page.write_text(FERRY, "utf-8")
    came: list[tuple[list[Path], str]] = []
    assert door(came).listen()
    process = second_start(page)
    qtbot.waitUntil(lambda: bool(came), timeout=20000)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 0
    assert came == [([page], "")]
    assert b"PySide6" not in told


def test_what_was_handed_over_is_opened_and_not_twice(hands: Hands, own_door: Path) -> None:
    page = own_door / "page.txt"
    page.write_text(FERRY, "utf-8")
    app.bring([page], hands.window.settings)
    hands.read()
    assert hands.window.shows(page)
    app.bring([page], hands.window.settings)
    assert windows.of(hands.window.settings) == [hands.window]  # it stands there already
    other = own_door / "other.txt"
    other.write_text(FERRY, "utf-8")
    app.bring([other], hands.window.settings)
    stood, made = windows.of(hands.window.settings)
    assert stood is hands.window
    assert made.shows(other)
    assert hands.window.shows(page)
    made.complete()
    made.close()
    QTest.qWait(50)


def test_one_galley_has_the_door_and_a_killed_ones_is_taken_over(own_door: Path) -> None:
    first, second = door([]), door([])
    assert first.listen()
    assert not second.listen()
    first._server.close()
    place = doorway.address()
    with socket.socket(socket.AF_UNIX) as killed:  # a socket that nobody listens at
        killed.bind(place)
    assert os.path.exists(place)
    assert second.listen()


def test_what_is_no_request_is_turned_away(qtbot: QtBot, own_door: Path) -> None:
    came: list[tuple[list[Path], str]] = []
    assert door(came).listen()
    answers: list[bytes] = []

    def say(line: bytes) -> None:
        with socket.socket(socket.AF_UNIX) as guest:
            guest.settimeout(10)
            guest.connect(doorway.address())
            try:
                guest.sendall(line)
                answers.append(guest.recv(10))
            except OSError:
                answers.append(b"")

    lines = (
        b"hello\n",
        b"[]\n",
        b'{"files": "a"}\n',
        b'{"files": ["../a"], "token": ""}\n',
        b'{"files": [1], "token": ""}\n',
        b"x" * (3 << 20),
        b"\xff\xfe\n",
        b"[" * 100000 + b"\n",
    )
    for line in lines:
        talk = threading.Thread(target=say, args=(line,))
        talk.start()
        qtbot.waitUntil(lambda talk=talk: not talk.is_alive(), timeout=20000)
    assert answers == [b""] * len(lines)
    assert came == []


def test_without_a_running_galley_nothing_is_handed_over(own_door: Path) -> None:
    assert not doorway.hand_over([own_door / "a.txt"])


def test_a_request_in_two_pieces_is_heard(qtbot: QtBot, own_door: Path) -> None:
    came: list[tuple[list[Path], str]] = []
    assert door(came).listen()
    line = json.dumps({"files": [str(own_door / "a")], "token": "t"}).encode() + b"\n"
    with socket.socket(socket.AF_UNIX) as guest:
        guest.connect(doorway.address())
        guest.sendall(line[:7])
        QTest.qWait(30)
        guest.sendall(line[7:])
        qtbot.waitUntil(lambda: bool(came), timeout=5000)
    assert came == [([own_door / "a"], "t")]


def test_a_file_that_the_system_hands_over_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    page = tmp_path / "第二版 a.txt"
    came: list[list[Path]] = []
    handed = Handed(came.append, qapp)
    try:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(page))))
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/a.txt")))
    finally:
        qapp.removeEventFilter(handed)
        handed.deleteLater()
    assert came == [[page]]
