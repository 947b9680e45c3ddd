"""The commands that are not gestures: one method each, named as in the table of commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence

from editor.model.places import Span
from editor.ui import commands, words
from editor.ui.target import article_at

if TYPE_CHECKING:
    from editor.ui.window import Window


class WindowCommands(QObject):
    """What the window's menus do besides gestures."""

    def __init__(self, window: Window) -> None:
        """Commands of `window`."""
        super().__init__(window)
        self._window = window

    # -- files -----------------------------------------------------------------------------

    def open(self) -> None:
        """Ask for a page and open it."""
        self._window.dialogs.open_paths(self._window, self.open_paths)

    def open_paths(self, paths: list[Path]) -> None:
        """Open the first path here, the others in windows of their own."""
        from editor.ui.app import open_window

        if paths:
            self._window.when_safe(lambda: self._window.open_path(paths[0]))
        for path in paths[1:]:
            open_window(path, self._window.settings, self._window.dialogs)

    def open_clipboard(self) -> None:
        """Open the clipboard's file or text as a page."""
        data = _clipboard()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        text = data.text()
        if paths:
            self.open_paths(paths)
        elif text.strip():
            self._window.when_safe(lambda: self._window.documents.open_text(text))
        else:
            self._window.message.say(self.tr("There is no text in the clipboard."))

    def save(self) -> None:
        """Save the project."""
        self._window.documents.save()

    def save_as(self) -> None:
        """Save the project under a name."""
        self._window.documents.save_as()

    def export(self) -> None:
        """Export to Word."""
        self._window.documents.export()

    def tell_exported(self, folder: Path, made: list[object]) -> None:
        """Say what was written and where."""
        if len(made) == 1:
            text = self.tr("1 article was exported to {0}").format(folder)
        else:
            text = self.tr("{0} articles were exported to {1}").format(len(made), folder)
        url = QUrl.fromLocalFile(str(folder))
        self._window.message.say(
            text, self.tr("Open the folder"), lambda: QDesktopServices.openUrl(url)
        )

    def close(self) -> None:
        """Close the window; unsaved work is asked about."""
        self._window.close()

    # -- editing ---------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back and look at where it was."""
        if self._window.session is not None and self._window.session.undo("window"):
            self._window.go_to_change()

    def redo(self) -> None:
        """Do the step again and look at where it is."""
        if self._window.session is not None and self._window.session.redo("window"):
            self._window.go_to_change()

    def copy(self) -> None:
        """Copy what is selected, as it is true."""
        text = self._window.pane.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy what is selected in the proof, and delete it."""
        proof = self._window.desk.proof
        if self._window.pane is proof and proof.textCursor().hasSelection():
            self.copy()
            proof.replace_selection("")

    def paste(self) -> None:
        """Paste into the proof; without a page, paste makes one."""
        window = self._window
        if window.session is None:
            self.open_clipboard()
        elif window.pane is window.desk.proof and window.reading is not None:
            window.desk.proof.insertFromMimeData(_clipboard())

    def select_all(self) -> None:
        """Select everything in the pane in use."""
        pane = self._window.pane
        if pane is self._window.desk.raw:
            self._window.desk.raw.select_all()
        else:
            self._window.desk.proof.selectAll()

    def copy_article(self) -> None:
        """Copy the article in sight as clean text."""
        reading, window = self._window.reading, self._window
        target = window.target()
        article = target.article if target is not None else None
        if reading is None or article is None:
            return
        QGuiApplication.clipboard().setText(words.clean_text(article))
        window.message.say(self.tr("Copied: {0}").format(words.title(article)))

    # -- going -----------------------------------------------------------------------------

    def next_doubt(self) -> None:
        """The next doubt."""
        self._window.doubts.step(1)

    def last_doubt(self) -> None:
        """The doubt before."""
        self._window.doubts.step(-1)

    def type_headline(self) -> None:
        """Into the headline of the article in sight."""
        target = self._window.target()
        article = target.article if target is not None else None
        if article is not None:
            self._window.desk.proof.edit_headline(article.at)

    def next_article(self) -> None:
        """The next article."""
        self._step_article(1)

    def last_article(self) -> None:
        """The article before."""
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        reading = self._window.reading
        if reading is None or not reading.articles:
            return
        now = article_at(reading, self._window.pane.place().span.start)
        at = reading.articles.index(now) + step if now in reading.articles else 0
        article = reading.articles[max(0, min(at, len(reading.articles) - 1))]
        self._window.go_to(Span(article.at, article.at))

    def other_pane(self) -> None:
        """From the raw text to the proof and back."""
        desk = self._window.desk
        other = desk.proof if self._window.pane is desk.raw else desk.raw
        other.setFocus()

    # -- the desk --------------------------------------------------------------------------

    def larger(self) -> None:
        """Larger text."""
        self._window.set_scale(self._window.scale * 1.1)

    def smaller(self) -> None:
        """Smaller text."""
        self._window.set_scale(self._window.scale / 1.1)

    def normal_size(self) -> None:
        """Text at its normal size."""
        self._window.set_scale(1.0)

    def blank_lines(self) -> None:
        """Show or fold blank lines."""
        shown = self._window.actions_by_code["blank_lines"].isChecked()
        self._window.desk.raw.set_folded(not shown)

    def side_panel(self) -> None:
        """Show or hide the lists at the right."""
        shown = self._window.actions_by_code["side_panel"].isChecked()
        self._window.desk.dock.setVisible(shown)
        self._window.settings.setValue("side_panel", shown)

    def keys(self) -> None:
        """All keys, by menus."""
        parts = []
        for menu in commands.MENUS:
            rows = "".join(
                f"<tr><td style='padding-right:24px; white-space:nowrap'>"
                f"{command.text.rstrip('…')}</td>"
                f"<td style='white-space:nowrap'>{_keys(command.keys)}</td></tr>"
                for command in commands.COMMANDS
                if command.menu == menu and command.keys
            )
            if rows:
                head = f"<b>{commands.translate(menu)}</b>"
                parts.append(f"<tr><td colspan=2 style='padding-top:6px'>{head}</td></tr>{rows}")
        columns = "".join(
            f"<td style='padding-right:36px'><table>{''.join(side)}</table></td>"
            for side in (parts[:2], parts[2:4], parts[4:])
        )
        html = f"<table><tr>{columns}</tr></table>"
        self._window.dialogs.show_text(self._window, self.tr("All keys"), html)

    def about(self) -> None:
        """What this program is."""
        from editor import __version__

        html = self.tr(
            "<h3>Galley {0}</h3><p>Broken newspaper text in, clean Word files out.</p>"
        ).format(__version__)
        self._window.dialogs.show_text(self._window, self.tr("About Galley"), html)


def _clipboard() -> QMimeData:
    """What is in the clipboard; nothing where the system has none."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found if found is not None else QMimeData()


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " / ".join(QKeySequence(key).toString(native) for key in keys[:1])
