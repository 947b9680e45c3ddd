"""The first page of an article as the chosen style sets it, drawn small."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from editor.files.docx.styles import MM, Look
from editor.ui.exporting.sketch import Sketch
from editor.ui.look import fonts, theme

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "outside": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_LIKE = {
    "SimSun": fonts.SONG,
    "SimHei": fonts.HEI,
    "KaiTi": ("KaiTi", "楷体", *fonts.KAI, *fonts.SONG),
    "FangSong": ("FangSong", "仿宋", "STFangsong", *fonts.SONG),
    "FZXiaoBiaoSong-B05S": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", *fonts.SONG),
}
"""What stands in on this screen for fonts that a manuscript names."""


class Preview(QWidget):
    """A sheet of paper; empty until there is something to show."""

    def __init__(self) -> None:
        """Nothing is shown."""
        super().__init__()
        self._sketch: Sketch | None = None
        self.setAccessibleName(self.tr("The first page"))
        self.setMinimumSize(QSize(300, 424))

    def show_sketch(self, sketch: Sketch | None) -> None:
        """Show what a choice makes."""
        self._sketch = sketch
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paper is white in the dark too: this is what will be printed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour(theme.current().desk))
        held = self._sketch
        width, height = (held.page.width, held.page.height) if held else (210.0, 297.0)
        scale = min((self.width() - 16) / width, (self.height() - 16) / height)
        sheet = QRectF(0, 0, width * scale, height * scale)
        sheet.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(theme.colour(theme.current().line), 1))
        painter.setBrush(theme.colour("#ffffff"))
        painter.drawRect(sheet)
        if held is None:
            return
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        painter.scale(scale / MM, scale / MM)  # from here on in points
        painter.setPen(theme.colour("#000000"))
        page = held.page
        left, top = page.left * MM, page.top * MM
        bottom = (page.height - page.bottom) * MM
        for look, closer, text in held.content:
            top += look.before
            for line in text.split("\n"):
                top = self._set(
                    painter, line, look, QPointF(left, top), page.measure, bottom, closer
                )
            top += look.after
            if top >= bottom:
                break
        if held.folio:
            look = held.folio_look
            foot = (page.height - page.footer) * MM - look.size * 1.3
            self._set(painter, held.folio, look, QPointF(left, foot), page.measure, 1e9, 0.0)

    def _set(
        self,
        painter: QPainter,
        text: str,
        look: Look,
        place: QPointF,
        measure: float,
        bottom: float,
        closer: float,
    ) -> float:
        """Set one paragraph; gives where the next one begins, at `bottom` where it is full."""
        layout = QTextLayout(text, _font(look, closer))
        option = QTextOption(_ALIGN[look.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        pitch = look.line if look.exact else look.size * 1.3 * look.line
        top, first = place.y(), True
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            indent = look.indent * look.size if first and look.align != "outside" else 0.0
            line.setLineWidth(measure - indent)
            line.setPosition(QPointF(place.x() + indent, top + (pitch - line.height()) / 2))
            first = False
            top += pitch
            if top > bottom:
                layout.endLayout()
                return bottom
            line.draw(painter, QPointF(0, 0))
        layout.endLayout()
        return top


def _font(look: Look, closer: float) -> QFont:
    """A font of so many points where one unit of the painter is a point."""
    like = _LIKE.get(look.east_asia, (look.east_asia, *fonts.SONG))
    found = QFont()
    known = [name for name in (look.latin, *like) if name in fonts.installed()]
    found.setFamilies([*known, *found.families()])
    found.setPixelSize(max(1, round(look.size)))
    found.setBold(look.bold)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if closer:
        found.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, closer)
    return found
