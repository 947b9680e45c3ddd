"""A window and hands to work at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gold import sample
from tests.ui.hands import Hands


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Hands:
    """Hands at an empty desk."""
    return Hands(qtbot, tmp_path)


@pytest.fixture
def at_sample(hands: Hands) -> Hands:
    """Hands at the sample page, read."""
    hands.open(sample().path)
    return hands


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> Iterator[None]:
    """Fonts and colours need an application.

    The offscreen platform keeps what was copied until the process ends, after Python has: what
    Python knows of it must be gone by then.
    """
    yield
    QGuiApplication.clipboard().clear()
