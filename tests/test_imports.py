"""What starting costs: the command line loads nothing heavy until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("PySide6", "shiboken6", "numpy", "jieba", "docx", "lxml", "charset_normalizer", "pypinyin")


def loaded_by(code: str, depth: int = 1) -> set[str]:
    """The packages that a fresh interpreter has loaded after `code`, named to so many levels."""
    named = f"{{'.'.join(m.split('.')[:{depth}]) for m in sys.modules}}"
    report = f"import sys; print(' '.join(sorted({named})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import editor.cli",
        "import editor.__main__",
        "from editor.__main__ import main\ntry: main(['--version'])\nexcept SystemExit: pass",
    ],
)
def test_the_command_line_loads_nothing_heavy(code: str) -> None:
    assert not loaded_by(code) & set(HEAVY)


def test_the_room_behind_the_window_is_made_without_the_analysis() -> None:
    loaded = loaded_by("import editor.ui.app, editor.ui.room", depth=3)
    assert "editor.ui.app" in loaded
    heavy = {"numpy", "jieba", "docx", "lxml", "pypinyin", "editor.analysis"}
    heavy.add("editor.proofing.checks")  # what a suspect is may be known
    assert not loaded & heavy


def test_a_reading_loads_no_more_of_numpy_than_it_uses() -> None:
    read = (
        "from editor.analysis import read; from editor.resources import sample_page\n"
        "from editor.model.source import Source; from editor.model.decisions import Decisions\n"
        "from editor.model.project import Style\n"
        "read(Source(sample_page().read_text('utf-8')), Decisions(), Style())"
    )
    loaded = loaded_by(read, depth=2)
    assert "numpy.lib" in loaded
    assert "numpy.ma" not in loaded


def test_pyside_does_not_look_at_the_source_of_what_is_imported() -> None:
    cached = "any('editor' in of for of in linecache.cache)"
    looked = f"import editor.ui.app, linecache\nassert not {cached}"
    assert "editor" in loaded_by(looked)


def test_the_probe_sees_what_is_loaded() -> None:
    assert "numpy" in loaded_by("import numpy")
