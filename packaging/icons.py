"""The program's icon in all the sizes that systems ask for, from one drawing.

    QT_QPA_PLATFORM=offscreen python packaging/icons.py FOLDER

Sizes that a desktop's icon theme knows go to `hicolor/`; `galley.ico` is for Windows and
`galley.icns` for macOS, both with PNG pictures inside.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "galley.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels a side, of the freedesktop icon theme specification."""
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
MACOS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def picture(size: int) -> bytes:
    """The drawing as a PNG of `size` pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def windows_icon(pictures: dict[int, bytes]) -> bytes:
    """An .ico: a head of 6 bytes, 16 bytes a picture, the pictures."""
    at = 6 + 16 * len(WINDOWS)
    entries, bodies = b"", b""
    for size in WINDOWS:
        body = pictures[size]
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), at + len(bodies))
        bodies += body
    return struct.pack("<HHH", 0, 1, len(WINDOWS)) + entries + bodies


def macos_icon(pictures: dict[int, bytes]) -> bytes:
    """An .icns: parts of a four-letter kind, their length with this head, a PNG."""
    parts = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for size, kind in MACOS.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def draw(folder: Path) -> None:
    """Write every size and both collections into `folder`."""
    app = QGuiApplication.instance() or QGuiApplication([])
    pictures = {size: picture(size) for size in SIZES}
    for size, body in pictures.items():
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "galley.png").write_bytes(body)
    place = folder / "hicolor" / "scalable" / "apps"
    place.mkdir(parents=True, exist_ok=True)
    (place / "galley.svg").write_bytes(DRAWING.read_bytes())
    (folder / "galley.ico").write_bytes(windows_icon(pictures))
    (folder / "galley.icns").write_bytes(macos_icon(pictures))
    del app


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
