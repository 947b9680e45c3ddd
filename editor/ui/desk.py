"""The desk: outline, raw text, proof and side panel side by side, the doubt card over them.

The raw text is there at once, the others when the desk is furnished; until then each one's
place is kept free, so that nothing moves when they come.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from editor.ui.look import theme
from editor.ui.raw.pane import RawPane

if TYPE_CHECKING:
    from editor.ui.card import Card
    from editor.ui.doubts.card import DoubtCard
    from editor.ui.doubts.same_list import SameList
    from editor.ui.drop_frame import DropFrame
    from editor.ui.encodings import EncodingCard
    from editor.ui.finding.replace_list import ReplaceList
    from editor.ui.lists.dock import Dock
    from editor.ui.lists.link_list import LinkList
    from editor.ui.lists.outline import Outline
    from editor.ui.page_card import PageCard
    from editor.ui.proof.offers import Offers
    from editor.ui.proof.pane import ProofPane
    from editor.ui.proof.tray import Tray
    from editor.ui.ribbons import Ribbons
    from editor.ui.style_card import StyleCard
    from editor.ui.suspects.card import SuspectCard
    from editor.ui.suspects.form_sheet import FormSheet
    from editor.ui.suspects.house_list import HouseList
    from editor.ui.suspects.kin_list import KinList

WIDTHS = (206, 432, 496, 306)
_OUTLINE, _RAW, _PROOF, _DOCK = range(4)
_LEAST = (140, 212, 282, 150)
_STRETCH = (0, 3, 4, 0)


class Desk(QWidget):
    """Holds the views; places the card. No view knows another."""

    outline: Outline
    proof: ProofPane
    ribbons: Ribbons
    dock: Dock
    card: DoubtCard
    suspect_card: SuspectCard
    same: SameList
    kin: KinList
    replacing: ReplaceList
    forms: FormSheet
    house: HouseList
    style_card: StyleCard
    page_card: PageCard
    link_list: LinkList
    offers: Offers
    encodings: EncodingCard
    tray: Tray

    def __init__(self, parent: QWidget | None = None) -> None:
        """The raw text between places that are kept free."""
        super().__init__(parent)
        self._placed: Card | None = None
        self._at_foot = False
        self._drop: DropFrame | None = None
        self.raw = RawPane()
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self._places = [QWidget() for _ in WIDTHS]
        for index, place in enumerate(self._places):
            place.setMinimumWidth(_LEAST[index])
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            self.splitter.addWidget(place)
            self.splitter.setStretchFactor(index, _STRETCH[index])
        self._put(_RAW, self.raw)
        sheet = self._places[_PROOF]
        ground = sheet.palette()
        ground.setColor(QPalette.ColorRole.Window, theme.colour(theme.current().desk))
        sheet.setPalette(ground)
        sheet.setAutoFillBackground(True)
        self.splitter.setSizes(list(WIDTHS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def furnish_proof(self) -> Iterator[None]:
        """Put the proof into its place, with the ribbons."""
        from editor.ui.proof.pane import ProofPane

        yield
        self.raw.furnish()
        self.proof = ProofPane()
        self.proof.covered = self._covered
        self.proof.installEventFilter(self)
        yield
        from editor.ui.ribbons import Ribbons

        self.ribbons = Ribbons(self.raw, self.proof)
        both = QWidget()
        side_by_side = QHBoxLayout(both)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(0)
        side_by_side.addWidget(self.ribbons)
        side_by_side.addWidget(self.proof, 1)
        self._put(_PROOF, both)

    def furnish(self) -> Iterator[None]:
        """Put the other views into their places, one at a time."""
        from editor.ui.proof.tray import Tray

        self.tray = Tray()
        self._put(_PROOF, self.tray)
        yield
        from editor.ui.lists.outline import Outline

        self.outline = Outline()
        self._put(_OUTLINE, self.outline)
        yield
        from editor.ui.doubts.card import DoubtCard
        from editor.ui.doubts.same_list import SameList
        from editor.ui.encodings import EncodingCard
        from editor.ui.finding.replace_list import ReplaceList
        from editor.ui.lists.dock import Dock
        from editor.ui.lists.link_list import LinkList
        from editor.ui.page_card import PageCard
        from editor.ui.proof.offers import Offers
        from editor.ui.style_card import StyleCard
        from editor.ui.suspects.card import SuspectCard
        from editor.ui.suspects.form_sheet import FormSheet
        from editor.ui.suspects.house_list import HouseList
        from editor.ui.suspects.kin_list import KinList

        yield
        self.dock = Dock()
        self._put(_DOCK, self.dock)
        self.card = DoubtCard(self)
        self.suspect_card = SuspectCard(self)
        self.same, self.kin = SameList(self), KinList(self)
        self.replacing, self.forms = ReplaceList(self), FormSheet(self)
        self.house = HouseList(self)
        self.style_card = StyleCard(self)
        self.page_card, self.link_list = PageCard(self), LinkList(self)
        self.offers = Offers(self)
        self.encodings = EncodingCard(self)

    def _put(self, index: int, view: QWidget) -> None:
        layout = self._places[index].layout()
        assert layout is not None
        layout.addWidget(view)

    def set_wanted(self, wanted: bool) -> None:
        """Whether files are held over the desk that could be dropped on it."""
        if not wanted:
            if self._drop is not None:
                self._drop.hide()
            return
        if self._drop is None:
            from editor.ui.drop_frame import DropFrame

            self._drop = DropFrame(self)
        self._drop.cover()

    def show_side(self, shown: bool) -> None:
        """Show or hide what stands at the right."""
        self._places[_DOCK].setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The card keeps its place over the proof."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._keep_in_sight()
        return False

    def _keep_in_sight(self) -> None:
        if hasattr(self, "offers"):
            for asking in (self.card, self.suspect_card):
                if asking.isVisible():
                    self.place_card(asking)
            cards = (
                self.same,
                self.kin,
                self.replacing,
                self.forms,
                self.house,
                self.style_card,
                self.page_card,
                self.link_list,
            )
            for card in (*cards, self.encodings):
                if card.isVisible():
                    self.place_at_foot(card)
            if self.offers.isVisible():
                self.place_offers()

    def place_card(self, card: Card | None = None) -> None:
        """Put a card that asks (the doubt's) under what it asks about, or above it."""
        card = self.card if card is None else card
        proof = QRect(self.proof.mapTo(self, QPoint(0, 0)), self.proof.size())
        caret = self.proof.cursorRect()
        top = self.proof.viewport().mapTo(self, caret.bottomLeft()).y() + 20
        height = card.height()
        if top + height > proof.bottom():
            above = self.proof.viewport().mapTo(self, caret.topLeft()).y() - 20 - height
            top = above if above > proof.top() else proof.bottom() - height
        self._place(card, top)

    def place_at_foot(self, card: Card) -> None:
        """Put a card at the proof's foot: what it is about is in sight above it."""
        foot = self.proof.mapTo(self, QPoint(0, self.proof.height())).y()
        self._place(card, foot - card.height())
        self._at_foot = True
        self.proof.uncover()

    def _covered(self) -> int:
        """Pixels of the proof under a card at its foot."""
        there = self._at_foot and self._placed is not None and self._placed.isVisible()
        return self._placed.height() if there and self._placed is not None else 0

    def place_offers(self) -> None:
        """Put the list of suggestions under the field with the caret and those that follow."""
        view = self.proof.viewport()
        corner = view.mapTo(self, QPoint(0, 0))
        field = self.proof.field_rect().translated(corner)
        below = self.proof.fields_end() + corner.y()
        self.offers.put_under(field, below, QRect(corner, view.size()))

    def _place(self, card: Card, top: int) -> None:
        """One card at a time: the one that was there goes."""
        from editor.ui.card import SHADOW

        left = self.proof.mapTo(self, QPoint(0, 0)).x() + (self.proof.width() - card.width()) // 2
        before, self._placed, self._at_foot = self._placed, card, False
        if before is not None and before is not card and before.isVisible():
            before.displaced.emit()
        card.move(max(-SHADOW, min(left, self.width() - card.width() + SHADOW)), top)
        card.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the card in sight."""
        super().resizeEvent(event)
        self._keep_in_sight()
