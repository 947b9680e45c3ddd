"""What a package for people is made of: icons, file type, desktop entry, one list of libraries."""

from __future__ import annotations

import configparser
import os
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run(
        [sys.executable, str(PACKAGING / "icons.py"), str(folder)],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
    )
    return folder


def png_side(data: bytes) -> int:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert width == height
    return int(width)


def test_every_size_is_drawn_and_not_empty(icons: Path) -> None:
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        data = (icons / "hicolor" / f"{size}x{size}" / "apps" / "galley.png").read_bytes()
        assert png_side(data) == size
        assert len(data) > 8 * size  # an empty picture is much smaller
    assert (icons / "hicolor/scalable/apps/galley.svg").read_bytes().startswith(b"<svg")


def test_the_windows_icon_holds_its_pictures_where_it_says(icons: Path) -> None:
    data = (icons / "galley.ico").read_bytes()
    _, kind, count = struct.unpack("<HHH", data[:6])
    assert kind == 1
    end = 6 + 16 * count
    for number in range(count):
        entry = struct.unpack("<BBBBHHII", data[6 + 16 * number : 22 + 16 * number])
        side, length, at = entry[0] or 256, entry[6], entry[7]
        assert at == end
        assert png_side(data[at : at + length]) == side
        end += length
    assert end == len(data)


def test_the_mac_icon_is_whole(icons: Path) -> None:
    data = (icons / "galley.icns").read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)
    at, sides = 8, set()
    while at < len(data):
        length = struct.unpack(">I", data[at + 4 : at + 8])[0]
        sides.add(png_side(data[at + 8 : at + length]))
        at += length
    assert at == len(data)
    assert {16, 32, 128, 256, 512} <= sides


def test_the_file_type_is_the_same_everywhere() -> None:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "galley.desktop", "utf-8")
    types = entry["Desktop Entry"]["MimeType"].split(";")
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    mime = ElementTree.parse(PACKAGING / "galley-mime.xml").getroot()
    kind = mime.find("m:mime-type", space)
    assert kind is not None
    assert kind.attrib["type"] == "application/x-galley"
    assert kind.attrib["type"] in types
    glob = kind.find("m:glob", space)
    assert glob is not None and glob.attrib["pattern"] == "*.galley"
    for file in ("galley.iss", "galley.spec"):
        assert kind.attrib["type"] in (PACKAGING / file).read_text("utf-8")


def test_the_package_asks_for_what_run_installs() -> None:
    sys.path.insert(0, str(PACKAGING))
    try:
        import deb
    finally:
        sys.path.remove(str(PACKAGING))
    names = deb.libraries()
    assert {"libegl1", "libxcb-cursor0", "libdbus-1-3", "libfontconfig1"} <= set(names)
    assert all("|" not in name for name in names)
    assert "packaging/window-libraries" in (ROOT / "run").read_text("utf-8")
