"""The least that any Qt editor costs at its start: a window with a text widget showing a page.

`python -m benchmarks.bare_window PAGE` prints `T1 <monotonic_ns>` to standard error once the text
is painted, and ends. It is what `startup` compares with.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit


class Text(QPlainTextEdit):
    """A text widget that tells when it was first painted."""

    told = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint; tell, the first time."""
        super().paintEvent(event)
        if not self.told:
            self.told = True
            print(f"T1 {time.monotonic_ns()}", file=sys.stderr, flush=True)
            QTimer.singleShot(0, QApplication.quit)


def main() -> int:
    """Show the page's text and end."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    text = Text()
    text.setPlainText(Path(sys.argv[1]).read_text("utf-8"))
    window.setCentralWidget(text)
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
