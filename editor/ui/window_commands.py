"""The commands that are not gestures: one method each, named as in the table of commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from editor.editing.as_read import role_at
from editor.editing.moves import SendText, SwapHeadlines
from editor.editing.roster import unknown
from editor.model.places import Span
from editor.resources import sample_page
from editor.ui import words
from editor.ui.target import article_at
from editor.ui.zoom import ZOOM

if TYPE_CHECKING:
    from editor.ui.help.sheet import KeySheet
    from editor.ui.room import Room
    from editor.ui.settings.window import SettingsWindow


class WindowCommands(QObject):
    """What the window's menus do besides gestures."""

    def __init__(self, room: Room) -> None:
        """Commands of the window of `room`."""
        super().__init__(room)
        self._room = room
        self._settings: SettingsWindow | None = None
        self._sheet: KeySheet | None = None

    # -- pages -----------------------------------------------------------------------------

    def next_page(self) -> None:
        """To the page behind this one."""
        self._room.pages.step(1)

    def last_page(self) -> None:
        """To the page before this one."""
        self._room.pages.step(-1)

    def page_earlier(self) -> None:
        """Put the page before the one that is before it."""
        self._room.pages.move(-1)

    def page_later(self) -> None:
        """Put the page behind the one that is behind it."""
        self._room.pages.move(1)

    def page_name(self) -> None:
        """Look at what the page is called, and say it."""
        self._room.pages.ask_name()

    def remove_page(self) -> None:
        """Take this page out of the project."""
        self._room.pages.remove()

    def link_on(self) -> None:
        """Join the article with its part on another page."""
        self._room.linking.join_here()

    def unlink(self) -> None:
        """Part the article from where it goes on, or from where it comes."""
        self._room.linking.part_here()

    def other_part(self) -> None:
        """Look at the article's part on another page."""
        self._room.linking.follow_part()

    def links(self) -> None:
        """Look at what jump lines say goes on elsewhere."""
        self._room.linking.show_offers()

    # -- files -----------------------------------------------------------------------------

    def open(self) -> None:
        """Ask for a page and open it."""
        self._room.dialogs.open_paths(self._room.window, self._room.incoming.open)

    def open_clipboard(self) -> None:
        """Open the clipboard's file or text as a page."""
        if not self._room.incoming.open_data(_clipboard()):
            self._room.message.say(self.tr("There is no text in the clipboard."))

    def paste_page(self) -> None:
        """The clipboard's text or files as new pages of this project."""
        if not self._room.incoming.add_data(_clipboard()):
            self._room.message.say(self.tr("There is no text in the clipboard."))

    def paste_piece(self) -> None:
        """The clipboard's text as a second piece of this page."""
        if not self._room.incoming.add_piece(_clipboard()):
            self._room.message.say(self.tr("There is no text in the clipboard."))

    def encoding(self) -> None:
        """In which code the page's bytes are read."""
        self._room.encodings.open()

    def reimport(self) -> None:
        """Ask for the file that has the page's text as it is now, and take it."""
        self._room.dialogs.open_paths(self._room.window, self._reimport_from)

    def _reimport_from(self, paths: list[Path]) -> None:
        from editor.ui.reimport import bring_in

        if paths:
            bring_in(self._room, paths[0])

    def save(self) -> None:
        """Save the project."""
        self._room.documents.save()

    def save_as(self) -> None:
        """Save the project under a name."""
        self._room.documents.save_as()

    def previous(self) -> None:
        """Open what the project's file held before it was last saved, as a copy without a file."""
        self._room.documents.open_previous()

    def export(self) -> None:
        """Show what can be exported and how."""
        self._room.export.open()

    def print(self) -> None:
        """Look at the articles as they are printed, and print them."""
        self._room.printing.open()

    def close(self) -> None:
        """Close the window; unsaved work is asked about."""
        self._room.window.close()

    def quit(self) -> None:
        """Close all windows; unsaved work is asked about first."""
        from editor.ui import windows

        windows.close_all(self._room.settings)

    # -- editing ---------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back and look at where it was."""
        if self._room.session is not None and self._room.session.undo("window"):
            self._room.turn.follow(self._room.go_to_change)

    def redo(self) -> None:
        """Do the step again and look at where it is."""
        if self._room.session is not None and self._room.session.redo("window"):
            self._room.turn.follow(self._room.go_to_change)

    def copy(self) -> None:
        """Copy what is selected, as it is true; in the outline, the article."""
        if self._room.acting is self._room.desk.outline:
            self.copy_article()
            return
        text = self._room.pane.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        """Copy what is selected in the proof, and delete it."""
        proof = self._room.desk.proof
        if self._room.acting is proof and proof.textCursor().hasSelection():
            self.copy()
            proof.replace_selection("")

    def paste(self) -> None:
        """Paste into the proof; without a page, paste makes one."""
        room = self._room
        if room.session is None:
            self.open_clipboard()
        elif room.acting is room.desk.proof and room.reading is not None:
            room.desk.proof.insertFromMimeData(_clipboard())
        elif room.acting is room.desk.raw and not room.incoming.offer_paste(_clipboard()):
            room.desk.raw.typed_in_vain.emit()

    def select_all(self) -> None:
        """Select everything in the pane in use."""
        pane = self._room.pane
        if pane is self._room.desk.raw:
            self._room.desk.raw.select_all()
        else:
            self._room.desk.proof.finish()
            self._room.desk.proof.selectAll()

    def copy_article(self) -> None:
        """Copy what is selected as clean text, paragraphs without line ends; else the article."""
        from editor.files.plain_text import article_text, spans_text

        room, target = self._room, self._room.target()
        if target is None:
            return
        article = target.article
        if target.selected and not target.whole:
            text = spans_text(target.reading, target.spans)
            said = self.tr("Copied {0}").format(words.counted(words.count(text)))
        elif article is not None:
            text = article_text(article, captions=True) + "\n"
            said = self.tr("Copied: {0}").format(words.title(article))
        else:
            return
        QGuiApplication.clipboard().setText(text)
        room.status.say(said)

    def find(self) -> None:
        """Look for text."""
        self._room.find.open()

    def replace(self) -> None:
        """Look for text, to put other text in its place."""
        self._room.find.open(replacing=True)

    def find_next(self) -> None:
        """The next hit."""
        self._room.find.step(1)

    def find_last(self) -> None:
        """The hit before."""
        self._room.find.step(-1)

    # -- structure -------------------------------------------------------------------------

    def send(self) -> None:
        """Ask for the article to which the selection or the caret's block goes."""
        room, target = self._room, self._room.target()
        if target is None or target.whole:
            return
        spans = target.blocks
        if not spans or not role_at(target.reading, spans[0].start).flows:
            spans = target.spans
        cut = target.selected
        room.menus.pick(
            self.tr("Send to article"), lambda at: room.act(SendText(spans, at, cut), "menu")
        )

    def swap_headlines(self) -> None:
        """Ask with which article this one exchanges its headline."""
        room, target = self._room, self._room.target()
        article = target.article if target is not None else None
        if article is not None:
            room.menus.pick(
                self.tr("Swap headlines with"),
                lambda at: room.act(SwapHeadlines(article.at, at), "menu"),
            )

    def palette(self) -> None:
        """Find a command by a few letters."""
        self._room.palette.open()

    # -- going -----------------------------------------------------------------------------

    def next_doubt(self) -> None:
        """The next doubt."""
        self._room.doubts.step(1)

    def last_doubt(self) -> None:
        """The doubt before."""
        self._room.doubts.step(-1)

    def next_suspect(self) -> None:
        """To the next suspect."""
        self._room.suspects.step(1)

    def last_suspect(self) -> None:
        """To the suspect before."""
        self._room.suspects.step(-1)

    def kin_suspects(self) -> None:
        """Preview the fixes of all suspects of one kind."""
        self._room.suspects.look_for_kin()

    def verify_form(self) -> None:
        """Look at all places of the project that print a doubtful form."""
        self._room.suspects.verify_form()

    def verify_forms(self) -> None:
        """Look at all doubtful forms of the project."""
        self._room.suspects.forms.open()

    def always(self) -> None:
        """A rule of the house of the correction at the caret."""
        self._room.suspects.rules.from_correction()

    def same_doubts(self) -> None:
        """The last answer for the other doubts of its kind."""
        self._room.doubts.look_for_same()

    def page_style(self) -> None:
        """What the page's style was inferred as, and what of it is pinned."""
        self._room.page_style.open()

    def type_headline(self) -> None:
        """Into the headline of the article in sight."""
        target = self._room.target()
        article = target.article if target is not None else None
        if article is not None:
            self._room.desk.proof.edit_headline(article.at)

    def enrol(self) -> None:
        """The names of the article's byline into the roster."""
        room, target = self._room, self._room.target()
        article = target.article if target is not None else None
        if article is None or room.session is None:
            return
        names = unknown(article, room.session.project.style)
        if names:
            room.fields.enrol(names)
        else:
            room.status.say(self.tr("There is no reporter here that the roster does not have"))

    def next_article(self) -> None:
        """The next article."""
        self._step_article(1)

    def last_article(self) -> None:
        """The article before."""
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        reading = self._room.reading
        if reading is None or not reading.articles:
            return
        now = article_at(reading, self._room.pane.place().span.start)
        at = reading.articles.index(now) + step if now in reading.articles else 0
        article = reading.articles[max(0, min(at, len(reading.articles) - 1))]
        self._room.go_to(Span(article.at, article.at))

    def other_pane(self) -> None:
        """From the raw text to the proof and back."""
        desk = self._room.desk
        other = desk.proof if self._room.pane is desk.raw else desk.raw
        other.setFocus()

    # -- the desk --------------------------------------------------------------------------

    def larger(self) -> None:
        """Larger text."""
        self._room.set_scale(self._room.scale * ZOOM)

    def smaller(self) -> None:
        """Smaller text."""
        self._room.set_scale(self._room.scale / ZOOM)

    def normal_size(self) -> None:
        """Text at its normal size."""
        self._room.set_scale(1.0)

    def blank_lines(self) -> None:
        """Show or fold blank lines."""
        shown = self._room.actions_by_code["blank_lines"].isChecked()
        self._room.desk.raw.set_folded(not shown)

    def white_space(self) -> None:
        """Show white space in the raw text, or leave it white."""
        shown = self._room.actions_by_code["white_space"].isChecked()
        self._room.desk.raw.set_spaces(shown)

    def side_panel(self) -> None:
        """Show or hide the lists at the right."""
        shown = self._room.actions_by_code["side_panel"].isChecked()
        self._room.desk.show_side(shown)
        self._room.settings.setValue("side_panel", shown)

    def settings(self, page: int = 0) -> None:
        """What the editor can choose."""
        if self._settings is None:
            from editor.ui.settings.window import SettingsWindow

            self._settings = SettingsWindow(self._room)
        self._settings.open_at(page)

    def keys(self) -> None:
        """All keys, to be looked through and printed."""
        if self._sheet is None:
            from editor.ui.help.sheet import KeySheet

            self._sheet = KeySheet(self._room.window)
            self._sheet.print_asked.connect(lambda html: self._room.printing.open_html(html))
        self._sheet.open_here()

    def sample(self) -> None:
        """The sample page, and what to do first."""
        room = self._room

        def show() -> None:
            if room.open_path(sample_page()):
                room.hints.open()

        room.when_safe(show)

    def about(self) -> None:
        """What this program is."""
        from editor import __version__

        html = self.tr(
            "<h3>Galley {0}</h3><p>Broken newspaper text in, clean Word files out.</p>"
        ).format(__version__)
        self._room.dialogs.show_text(self._room.window, self.tr("About Galley"), html)


def _clipboard() -> QMimeData:
    """What is in the clipboard; nothing where the system has none."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found if found is not None else QMimeData()
