"""The galley command: a window for people, the command line for everything that has a name.

`galley`, `galley PAGE…` and `galley open PAGE…` open the window; commands and options go to
`editor.cli`, which never imports Qt. Where nothing can show a window, a page given without a
command is exported to Word, so that the first thing a person tries still gives them something.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

EXPORT_FOLDER = "galley-export"
COMMANDS = frozenset({"reflow", "check", "export", "help"})


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown: always but on a Unix without X, Wayland or a Qt platform."""
    if platform in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run galley with `argv` (without the program's name); the exit code: 0, 1, or 2 for usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        return _command(words)
    if words and words[0] == "open":
        if any(word in ("-h", "--help") for word in words[1:]):
            return _command(words)
        del words[0]
    paths = [Path(word) for word in words]
    for path in paths:
        if not path.is_file():
            print(f"galley: {path}: {_trouble(path)}", file=sys.stderr)
            return 1
    if not has_display(os.environ):
        return _export_instead(paths)
    from editor.resources import sample_page
    from editor.ui.app import run

    return run(paths or [sample_page()])


def _command(words: list[str]) -> int:
    from editor.cli import main as run_command

    return run_command(words)


def _trouble(path: Path) -> str:
    if path.exists():
        return "not a file"
    return "no such file (galley --help lists the commands)"


def _export_instead(paths: list[Path]) -> int:
    """Export to Word where no window can be shown, and say so on standard error."""
    from editor.resources import sample_page

    pages = paths or [sample_page()]
    folder = Path.cwd() / EXPORT_FOLDER
    print(
        f"galley: no display here, so the articles go to Word files in {folder}\n"
        f"galley: 没有显示环境，各篇稿件将导出为 Word 文件，位于 {folder}",
        file=sys.stderr,
        flush=True,
    )
    return _command(["export", *map(str, pages), "-o", str(folder)])


if __name__ == "__main__":
    sys.exit(main())
