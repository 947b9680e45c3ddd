"""The type of the desk: 宋体 for text, 黑体 for headlines and the desk itself, 楷体 for bylines.

Sizes are in pixels at a scale of 1; the first installed family of each list is used.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

SONG = (
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Songti SC",
    "STSong",
    "SimSun",
    "AR PL UMing CN",
)
HEI = (
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
)
KAI = ("Kaiti SC", "STKaiti", "KaiTi", "LXGW WenKai", "AR PL UKai CN")

DESK, SMALL, RAW, BODY, BYLINE, HEADLINE, KICKER = 13, 12, 14, 16, 15, 21, 16


SMALLEST, LARGEST = 10, 32
"""Pixels that an article's text may have at a scale of 1."""
TIGHTEST, LOOSEST = 1.2, 2.4
"""Line heights that an article's text may have, as a multiple of its size."""


class Face(NamedTuple):
    """What articles are set in.

    `family`: empty for the desk's own; `size`: pixels at a scale of 1; `leading`: the height of a
    line, as a multiple of its size.
    """

    family: str = ""
    size: int = BODY
    leading: float = 1.6


@cache
def installed() -> frozenset[str]:
    """The families that this computer has."""
    return frozenset(QFontDatabase.families())


@cache
def _family(wanted: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in wanted if name in installed())[:1]


def _font(families: tuple[str, ...], pixels: float, *, bold: bool = False) -> QFont:
    font = QFont(QGuiApplication.font())
    if families:
        font.setFamilies([*families, *font.families()])
    font.setPixelSize(max(6, round(pixels)))
    font.setBold(bold)
    font.setKerning(False)  # full-width punctuation keeps its em: the page's measure shows
    return font


def desk_font(base: QFont, pixels: float = DESK) -> QFont:
    """The font of bars, lists and menus: the system's, with Chinese from a Chinese face."""
    font = QFont(base)
    families = [name for name in base.families() if name]
    font.setFamilies([*families, *_family(HEI)])
    font.setPixelSize(round(pixels))
    return font


def small(font: QFont, *, bold: bool = False) -> QFont:
    """The smaller font of second lines and of the status bar, next to `font`."""
    found = QFont(font)
    found.setPixelSize(max(9, round(font.pixelSize() * SMALL / DESK)))
    found.setBold(bold)
    return found


def raw_font(scale: float, *, bold: bool = False) -> QFont:
    """The font of the raw text."""
    return _font(_family(HEI), RAW * scale, bold=bold)


def song(scale: float, pixels: float = BODY, family: str = "") -> QFont:
    """The font of an article's text; `family` comes before the desk's own."""
    chosen = (family,) if family in installed() else ()
    return _font((*chosen, *_family(SONG)), pixels * scale)


def families() -> list[str]:
    """The families that an article's text can be set in: those that have Chinese."""
    chinese = QFontDatabase.WritingSystem.SimplifiedChinese
    found = QFontDatabase.families(chinese)
    return [name for name in found if not QFontDatabase.isPrivateFamily(name)]


def hei(scale: float, pixels: float = HEADLINE) -> QFont:
    """The font of headlines."""
    return _font(_family(HEI), pixels * scale, bold=True)


def kai(scale: float, pixels: float = BYLINE) -> QFont:
    """The font of bylines."""
    return _font(_family(KAI) or _family(SONG), pixels * scale)
