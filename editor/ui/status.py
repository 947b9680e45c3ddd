"""The status bar: how far the page is, told in one quiet line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from editor.files import charsets
from editor.model import conservation
from editor.model.giving_way import pause, paused
from editor.model.places import Span
from editor.model.project import Page
from editor.model.reading import Reading
from editor.model.source import Source
from editor.model.waiting import Watch
from editor.ui import words
from editor.ui.background import Background
from editor.ui.idle import Hurry
from editor.ui.look import fonts, theme

SAID = 5000
"""Milliseconds that something said quietly stays."""
LATER = 150
"""Milliseconds after a change until characters are counted: typing never waits for it."""


LONG = 60_000
"""Characters of a page that are counted while the window waits: some ten milliseconds."""
TITLE = 150
"""The most pixels that the page's name takes."""


class Words(QLabel):
    """A few words that lead somewhere when they are clicked, if `leads`."""

    clicked = Signal()

    def __init__(self) -> None:
        """No words."""
        super().__init__()
        self.leads = False

    def set_leads(self, leads: bool) -> None:
        """Whether a click does something."""
        self.leads = leads
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lead there."""
        if self.leads and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


class Elided(Words):
    """Words that end in … where there is no room for all; the tool tip has them all."""

    def setText(self, text: str) -> None:  # noqa: N802
        """Show them, and tell them."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """As much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        elide = Qt.TextElideMode.ElideRight
        told = self.fontMetrics().elidedText(self.text(), elide, self.width())
        painter.drawText(self.rect(), self.alignment(), told)
        painter.end()


class Status(QWidget):
    """Labels at the left about the work, at the right about the page and the file.

    `doubts_asked`, `suspects_asked`: these were clicked; `lost_asked`: characters that
    nothing owns (a Span); `style_asked`: the page's habits; `encoding_asked`: its encoding.
    """

    doubts_asked = Signal()
    suspects_asked = Signal()
    style_asked = Signal()
    encoding_asked = Signal()
    lost_asked = Signal(object)

    background: Background | None = None
    """Counts the characters of a long page, where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(22)
        names = (
            "page",
            "articles",
            "doubts",
            "suspects",
            "chars",
            "owned",
            "habits",
            "encoding",
            "saved",
        )
        self._labels: dict[str, Words] = {}
        for name in names:
            label = Elided() if name == "habits" else Words()
            self._labels[name] = label
            layout.addWidget(label)
        self._labels["doubts"].clicked.connect(self.doubts_asked)
        self._labels["suspects"].clicked.connect(self.suspects_asked)
        self._labels["owned"].clicked.connect(self._ask_lost)
        self._labels["habits"].clicked.connect(self.style_asked)
        self._labels["encoding"].clicked.connect(self.encoding_asked)
        self._labels["encoding"].set_leads(True)
        self._lost: Span | None = None
        # the longest words give way first where the window is narrow
        self._labels["habits"].setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self._labels["habits"].setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        layout.setStretchFactor(self._labels["habits"], 1)
        self._asked = False
        self._said = ""
        self._page: Page | None = None
        self._source: Source | None = None
        self._reading: Reading | None = None
        self._watch: Watch | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER)
        self._timer.timeout.connect(self._count)
        self._quiet_words = QTimer(self)
        self._quiet_words.setSingleShot(True)
        self._quiet_words.setInterval(SAID)
        self._quiet_words.timeout.connect(self._show_habits)
        self.refresh_theme()

    def refresh_theme(self) -> None:
        """Take the colours of the theme anew."""
        colours = theme.current()
        doubts = colours.doubt if self._asked else colours.right
        inks = {"doubts": doubts, "owned": colours.wrong if self._lost else colours.right}
        font: QFont = fonts.small(self.font())
        for name, label in self._labels.items():
            label.setFont(font)
            palette = QPalette(self.palette())
            ink = theme.colour(inks.get(name, colours.quiet))
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            label.setPalette(palette)

    def set_page(self, page: Page | None, reading: Reading | None) -> None:
        """Show where a page stands."""
        self._page, self._reading = page, reading
        if self._watch is not None:  # it counts what is out of date
            self._watch.cancel()
            self._watch = None
        if page is None or reading is None:
            self._source = None
            for label in self._labels.values():
                label.clear()
        if page is None:
            return
        page_words, metrics = self._labels["page"], self._labels["page"].fontMetrics()
        title = words.page_title(page)
        page_words.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, TITLE))
        page_words.setToolTip(title)
        if page.source is not self._source:
            self._source = page.source
            codec = page.source.origin.encoding
            sure = charsets.is_sure(page.source.text, codec)
            self._labels["encoding"].setText(words.encoding(codec) + ("" if sure else " ?"))
            tip = self.tr("Text encoding") if sure else self.tr("Text encoding: not certain")
            self._labels["encoding"].setToolTip(tip)
        if reading is None:
            self._labels["articles"].setText(self.tr("Reading the page…"))
            return
        done = sum(1 for article in reading.articles if article.done)
        count = len(reading.articles)
        told = self.tr("1 article") if count == 1 else self.tr("{0} articles").format(count)
        if done:
            told += " · " + self.tr("{0} read").format(done)
        self._labels["articles"].setText(told)
        doubts = len(reading.doubts)
        left = self.tr("{0} doubts").format(doubts) if doubts else self.tr("No doubts")
        self._labels["doubts"].setText(self.tr("1 doubt") if doubts == 1 else left)
        self._labels["doubts"].set_leads(bool(doubts))
        if bool(doubts) != self._asked:
            self._asked = bool(doubts)
            self.refresh_theme()
        self._show_habits()
        self._timer.start()

    def set_suspects(self, count: int | None) -> None:
        """How many suspects are left; None where the page was not checked yet."""
        label = self._labels["suspects"]
        told = self.tr("{0} suspects").format(count) if count else self.tr("No suspects")
        told = self.tr("1 suspect") if count == 1 else told
        label.setText("" if count is None else told)
        label.set_leads(bool(count))

    def say(self, text: str) -> None:
        """Say something in passing, where nothing has to be done about it."""
        self._said = text
        self._labels["habits"].setText(text)
        self._labels["habits"].setAccessibleName(text)
        self._quiet_words.start()

    @property
    def said(self) -> str:
        """What is being said in passing; empty when its time is over."""
        return self._said if self._quiet_words.isActive() else ""

    def _show_habits(self) -> None:
        if self._quiet_words.isActive():
            return
        reading = self._reading
        told = words.habits(reading.habits) if reading is not None else ""
        self._labels["habits"].setText(told)
        self._labels["habits"].set_leads(bool(told))

    def set_saved(self, text: str) -> None:
        """Whether the file has it all."""
        self._labels["saved"].setText(text)

    def _count(self) -> None:
        if self._page is None or self._reading is None:
            return
        page, reading, watch = self._page, self._reading, Watch()

        def job() -> tuple[int, float, Span | None]:
            count = sum(words.characters(article) for article in paused(reading.articles))
            return count, *accounted(page.source, reading)

        def done(found: tuple[int, float, Span | None]) -> None:
            if reading is self._reading:
                self._tell_counted(*found)

        def failed(error: Exception) -> None:
            if not watch.cancelled:
                raise error

        if self.background is None or len(page.source.text) <= LONG:
            done(job())
        else:
            self._watch = watch
            self.background.run(job, done, failed, watch=watch, hurry=Hurry.IDLE)

    def _tell_counted(self, count: int, share: float, lost: Span | None) -> None:
        self._labels["chars"].setText(words.counted(count))
        percent = "100" if lost is None else f"{min(99.9, 100 * share):.1f}"
        told = self.tr("{0} % of characters placed").format(percent)
        self._labels["owned"].setText(told if lost is None else f"⚠ {told}")
        self._labels["owned"].set_leads(lost is not None)
        other_ink = (lost is None) != (self._lost is None)
        self._lost = lost
        if other_ink:
            self.refresh_theme()

    def _ask_lost(self) -> None:
        if self._lost is not None:
            self.lost_asked.emit(self._lost)


def accounted(source: Source, reading: Reading) -> tuple[float, Span | None]:
    """The share of printed characters that have an owner in the reading; 1 is all of them.

    With the first stretch that has none, if there is one.
    """
    held = end = 0
    lost: Span | None = None
    whole = Span(len(source.text), len(source.text))
    for span in chain(_in_order(s for s, _ in conservation.owners(reading)), (whole,)):
        pause()
        gap = source.text[end : span.start]
        if lost is None and gap.strip():
            start = end + len(gap) - len(gap.lstrip())
            lost = Span(start, start + len(gap.strip()))
        held += _inked(source.text[max(span.start, end) : span.end])
        end = max(end, span.end)
    printed = _inked(source.text)
    return held / printed if printed else 1.0, lost


AT_ONCE = 50_000
"""Characters of a page that are looked at in one go: nobody else has a turn meanwhile."""


def _in_order(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans sorted, a stretch of the page at a time."""
    stretches: dict[int, list[Span]] = {}
    for span in paused(spans):
        stretches.setdefault(span.start // AT_ONCE, []).append(span)
    for number in sorted(stretches):
        yield from sorted(stretches[number])


def _inked(text: str) -> int:
    """How many characters print something."""
    parts = (text[at : at + AT_ONCE] for at in range(0, len(text), AT_ONCE))
    return sum(sum(map(len, part.split())) for part in paused(parts))
