"""A window and hands to work at it."""

from __future__ import annotations

from pathlib import Path

import pytest
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
def application(qapp: object) -> None:
    """Fonts and colours need an application."""
