"""The galley command before it hands over: windows, files that are not there, no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.__main__ import has_display
from tests.gold import sample


def galley(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a person without a display would."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)
    return subprocess.run(
        [sys.executable, "-m", "editor", *words], cwd=cwd, env=env, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_be_shown(environ: dict[str, str], platform: str, shown: bool) -> None:
    assert has_display(environ, platform) is shown


def test_without_display_the_sample_goes_to_word_files(tmp_path: Path) -> None:
    done = galley(cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "galley-export"
    assert str(folder) in done.stderr
    assert len(list(folder.glob("*.docx"))) == len(sample().gold["articles"])


@pytest.mark.parametrize(
    "words", [["nowhere.txt"], ["open", "nowhere.txt"], ["refow", "x.txt"], ["check", "x.txt"]]
)
def test_a_page_that_is_not_there_is_named(words: list[str], tmp_path: Path) -> None:
    done = galley(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert words[-1] in done.stderr or words[0] in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    done = galley(str(tmp_path), cwd=tmp_path)
    assert (done.returncode, "a folder, not a file" in done.stderr) == (1, True)
    done = galley("", cwd=tmp_path)
    assert (done.returncode, "“”: no such file or command" in done.stderr) == (1, True)


def test_a_page_whose_name_begins_with_a_dash_is_exported(tmp_path: Path) -> None:
    (tmp_path / "-p.txt").write_bytes(sample().path.read_bytes())
    done = galley("open", "-p.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "galley-export").glob("-p-01-*.docx"))


def test_help_is_a_word_too(tmp_path: Path) -> None:
    done = galley("help", "reflow", cwd=tmp_path)
    assert done.returncode == 0
    assert "--json" in done.stdout


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    done = galley("export", str(sample().path), "-o", "a" * 300, cwd=tmp_path)
    assert done.returncode == 1
    assert "a" * 300 in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the shell closes standard output")
def test_a_closed_output_is_no_crash(tmp_path: Path) -> None:
    command = f'exec "{sys.executable}" -P -m editor help >&-'
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env=env, capture_output=True)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
