"""The galley command: a window for people, the command line for everything that has a name.

`galley`, `galley PAGE…` and `galley open PAGE…` open the window; commands and options go to
`editor.cli`, which never imports Qt. Where nothing can show a window, a page given without a
command is exported to Word, so that the first thing a person tries still gives them something.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.files.errors import FileError

EXPORT_FOLDER = "galley-export"
COMMANDS = frozenset({"reflow", "check", "export", "help"})


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown: always but on a Unix without X, Wayland or a Qt platform."""
    if platform in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def is_command(words: Sequence[str]) -> bool:
    """Whether these words ask for something of the command line, and not for a window."""
    return bool(words) and (words[0] in COMMANDS or words[0].startswith("-"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run galley with `argv` (without the program's name); the exit code: 0, 1, or 2 for usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    if is_command(words):
        return _command(words)
    if words and words[0] == "open":
        if any(word in ("-h", "--help") for word in words[1:]):
            return _command(words)
        del words[0]
    lost = [error for word in words if (error := _trouble(word)) is not None]
    if lost and (len(lost) == len(words) or has_display(os.environ)):
        _complain(lost)
    if lost and len(lost) == len(words):
        return 1
    if not has_display(os.environ):
        return _export_instead(words)
    gc.disable()  # what is loaded stays; the window begins to collect once it is there
    paths = [Path(word) for word in words if _trouble(word) is None]
    from editor.doorway import hand_over

    if hand_over(paths):
        return 0
    from editor.copyholder import hired

    copyholder = hired() if len(paths) < 2 else None
    from editor.ui.app import run

    return run(paths, lost, copyholder)


def _command(words: list[str]) -> int:
    from editor.cli import main as run_command

    return run_command(words)


def _trouble(word: str) -> FileError | None:
    """Why this is no file to open."""
    path = Path(word)
    if word and path.is_file():
        return None
    from editor.files.errors import FileError, shown

    if not word or not path.exists():
        return FileError("not-found", path=shown(word))
    return FileError("is-folder" if path.is_dir() else "not-regular", path=shown(word))


def _complain(lost: Sequence[FileError]) -> None:
    """Name on standard error what cannot be opened."""
    from editor.cli import complain, open_streams
    from editor.command_words import language, say

    open_streams()
    for error in lost:
        told = error.message(language())
        if error.code == "not-found":  # it may have been meant as a command
            told = say("no-file", language(), **error.facts) + say("try-help", language())
        complain(told, language())


def _export_instead(words: list[str]) -> int:
    """Export to Word where no window can be shown, and say so on standard error."""
    from editor.cli import complain, open_streams
    from editor.command_words import language, say
    from editor.files.errors import shown
    from editor.resources import sample_page

    open_streams()
    folder = Path.cwd() / EXPORT_FOLDER
    complain(say("no-display", language(), folder=shown(folder)), language())
    return _command(["export", "-o", str(folder), "--", *(words or [str(sample_page())])])


if __name__ == "__main__":
    sys.exit(main())
