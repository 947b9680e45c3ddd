"""The proof as it stands on the desk: typed into, carried about, asked what was corrected where."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from editor.editing.fields import typed_part
from editor.ui import keys
from editor.ui.proof import corrections as proof_corrections
from editor.ui.proof.asking import Asking
from editor.ui.proof.ways import Way, Ways
from editor.ui.proof.words import ProofWords
from editor.ui.suspects.telling import tip as told_suspect


def _hide_tip() -> None:
    """What was told of a place that is another now."""
    if QToolTip.isVisible():
        QToolTip.hideText()


class ProofPane(ProofWords):
    """The proof with hands on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty pane."""
        super().__init__(parent)
        self.ways = Ways(self)
        self.asking = Asking(self)
        self.verticalScrollBar().valueChanged.connect(_hide_tip)
        self.document().contentsChanged.connect(_hide_tip)

    def set_ways(self, ways: Mapping[int, tuple[Way, ...]]) -> None:
        """What leads from articles to their other parts, by their anchors."""
        self.ways.set_ways(ways)
        continued = frozenset(at for at, held in ways.items() if any(not way.on for way in held))
        if continued != self._sheets.continued:
            self._sheets.continued = continued
            if self.is_composing:
                self.waits = True
            else:
                with self.in_place():
                    self.show_reading(fresh=False)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Over a correction, tell what the page prints; over a suspect, what is wrong with it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell_original(event)
            return True
        return bool(super().viewportEvent(event))

    def _tell_original(self, event: QHelpEvent) -> None:
        text = ""
        if self.proof.shown:
            point = self.point(self.cursorForPosition(event.pos()).position())
            patches = self._page.decisions.patches
            patch = proof_corrections.patch_at(self, self.proof, patches, event.x(), point)
            part = typed_part(self.proof.shown[point.index].block.text)
            told = ""
            if patch is not None:
                told = proof_corrections.told(patch, self._page.source)
            elif part is not None and part.start <= point.out_at <= part.end:
                told = self.tr("Typed; the page does not have it")
            suspect = self.suspected.at(self.proof.shown[point.index], point.out_at)
            if not told and suspect is not None:
                text = told_suspect(suspect)
            elif told:
                restores = self.tr("{0} ({1} restores it)")
                takes_away = self.tr("{0} ({1} takes it away)")
                shape = restores if patch is not None else takes_away
                text = keys.with_key(told, "restore", shape)
        QToolTip.showText(event.globalPos(), text, self.viewport())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Over the text: where characters were taken out, and what leads to other parts."""
        super().paintEvent(event)
        patches = self._page.decisions.patches
        if not self.proof.shown:
            return
        painter = QPainter(self.viewport())
        self.ways.paint(painter, event.rect())
        painter.end()
        if not patches:
            return
        offset, clip = self.verticalScrollBar().value(), event.rect()
        sight = self.proof.in_sight(clip.top() + offset, clip.bottom() + offset)
        gone = [p for p, _ in proof_corrections.deletions(self.proof, patches, sight)]
        if gone:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            proof_corrections.paint_deletions(painter, self, self.proof, gone)
            painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of gestures at the mouse or the caret."""
        point = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            there = self.cursorForPosition(self.viewport().mapFromGlobal(point))
            cursor = self.textCursor()
            if not cursor.selectionStart() <= there.position() <= cursor.selectionEnd():
                self.setTextCursor(there)
        self.menu_asked.emit(point)
