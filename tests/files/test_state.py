"""Where Galley keeps what is its own is where the system's own rules say."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_state_dir

from editor.files import state


@pytest.mark.parametrize("kept", ["", " ", "there"])
def test_the_state_folder_is_the_systems(
    kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", kept and kept.strip() and str(tmp_path / kept))
    assert state.folder() == Path(user_state_dir("galley", appauthor=False))
    assert state.folder("journals").is_dir()
