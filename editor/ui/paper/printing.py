"""Printing at the desk: sets the articles a slice a turn, shows them, prints a page a turn.

The window answers all the while; what is asked for anew takes the place of what is under way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QObject, QTimer
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from editor.model.reading import Article
from editor.ui import words
from editor.ui.paper.pages import INCH, Pages
from editor.ui.paper.window import ALL, PrintWindow
from editor.ui.settings import choices

if TYPE_CHECKING:
    from editor.ui.room import Room


class Printing(QObject):
    """The print window of one window, shown or not."""

    def __init__(self, room: Room) -> None:
        """Not shown, and not made before it is."""
        super().__init__(room)
        self._room = room
        self.window: PrintWindow | None = None
        self.pages: Pages | None = None
        self._article: int | None = None
        self._work: Iterator[None] | None = None
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)

    # -- what is printed -------------------------------------------------------------------

    def open(self) -> None:
        """Show the articles as they are printed."""
        target = self._room.target()
        article = target.article if target is not None else None
        self._article = article.at if article is not None else None
        self._made().open_here(articles=True)
        self._set()

    def open_html(self, html: str) -> None:
        """Show a page of help as it is printed."""
        window = self._made()
        pages = Pages(self.tr("Galley: all keys"))
        pages.set_html(html)
        window.open_here(articles=False)
        self._show(pages)

    def _made(self) -> PrintWindow:
        if self.window is None:
            self.window = PrintWindow(self._room.window)
            self.window.changed.connect(self._set)
            self.window.print_asked.connect(self._ask_printer)
            self.window.pdf_asked.connect(self._ask_file)
        return self.window

    def articles(self) -> list[Article]:
        """Those that are printed: all that are exported, or the one in use."""
        reading = self._room.reading
        if reading is None or self.window is None:
            return []
        if self.window.which == ALL:
            return [article for article in reading.articles if not article.left_out]
        held = reading.article_of(self._article) if self._article is not None else None
        return [held] if held is not None else []

    def _set(self) -> None:
        """Set the pages anew."""
        session, window = self._room.session, self.window
        if session is None or window is None:
            return
        pages, found = Pages(words.page_title(session.page)), self.articles()
        alone = window.alone.isChecked()
        window.tell(self.tr("Setting the pages…"), ready=False)
        self._start(self._write(pages, found, alone))

    def _write(self, pages: Pages, found: list[Article], alone: bool) -> Iterator[None]:
        yield from pages.write(found, choices.face(self._room.settings), each_alone=alone)
        self._show(pages)

    def _show(self, pages: Pages) -> None:
        self.pages = pages
        if self.window is not None:
            self.window.preview.show_pages(pages)
            count = self.tr("{0} pages").format(pages.count)
            self.window.tell(self.tr("1 page") if pages.count == 1 else count, ready=True)

    # -- a piece a turn --------------------------------------------------------------------

    def _start(self, work: Iterator[None]) -> None:
        self._work = work
        self._turns.start(0)

    def _go_on(self) -> None:
        work = self._work
        if work is not None and next(work, self) is self and self._work is work:
            self._work = None
        if self._work is None:
            self._turns.stop()

    @property
    def is_busy(self) -> bool:
        """Whether pages are being set or printed."""
        return self._work is not None

    # -- out -------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        documents, window = self._room.documents, self._parent()
        suggested = documents.suggested.with_suffix(".pdf")
        self._room.dialogs.pdf_path(window, suggested, self.write_pdf)

    def _ask_printer(self) -> None:
        self._room.dialogs.printer(self._parent(), self.print_on)

    def _parent(self) -> QWidget:
        return self.window or self._room.window

    def write_pdf(self, path: Path) -> None:
        """Write the pages as a PDF: beside the file first, then in its place."""
        pages = self.pages
        if pages is None:
            return
        part = path.with_name(f".{path.name}.part")
        file = QFile(str(part))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            self._fail(path)
            return
        writer = QPdfWriter(file)
        writer.setTitle(pages.title)
        writer.setCreator("Galley")

        def done(told: bool) -> None:
            whole = told and file.flush()
            file.close()
            if whole:
                part.replace(path)
                self._room.message.say(self.tr("The pages are in {0}").format(path))
            else:
                part.unlink(missing_ok=True)
                self._fail(path)

        self._start(self._paint(writer, pages, done))

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print the pages."""
        pages = self.pages
        if pages is not None:
            self._start(self._paint(device, pages, lambda told: None if told else self._fail()))

    def _fail(self, path: Path | None = None) -> None:
        told = self.tr("It could not be written to {0}.").format(path)
        no_printer = self.tr("The printer does not take it.")
        title = self.tr("Printing")
        self._room.dialogs.tell(self._room.window, title, told if path else no_printer)

    def _paint(
        self, device: QPagedPaintDevice, pages: Pages, done: Callable[[bool], None]
    ) -> Iterator[None]:
        device.setPageLayout(pages.layout)
        device.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter()
        if not painter.begin(device):
            done(False)
            return
        scale = device.logicalDpiX() / INCH
        painter.scale(scale, scale)
        good = True
        for number in range(pages.count):
            if number:
                good = good and device.newPage()
            pages.paint(painter, number)
            yield
        good = painter.end() and good
        done(good)
