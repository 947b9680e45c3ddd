"""What a package for people is made of: icons, file type, desktop entry, one list of libraries."""

from __future__ import annotations

import configparser
import importlib
import os
import plistlib
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from editor import __version__

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
    mime, ending = the_type()
    assert (mime, ending) == ("application/x-galley", "galley")
    assert mime in types


def the_type() -> tuple[str, str]:
    """The MIME type and the ending of a project, where they are written down."""
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ElementTree.parse(PACKAGING / "galley-mime.xml").getroot().find("m:mime-type", space)
    assert kind is not None
    glob = kind.find("m:glob", space)
    assert glob is not None
    return kind.attrib["type"], glob.attrib["pattern"].removeprefix("*.")


def entries(section: str) -> list[dict[str, str]]:
    """The entries of a section of the Windows installer: name: value; name: "value" ..."""
    text = (PACKAGING / "galley.iss").read_text("utf-8")
    (body,) = re.findall(rf"(?ms)^\[{section}\]\n(.*?)(?=^\[|\Z)", text)
    found = []
    for line in body.split("\n"):
        if line and not line.startswith(";"):
            parts = re.findall(r'(\w+): (?:"((?:[^"]|"")*)"|([^;"]*))(?:; |$)', line)
            written = "; ".join(
                f'{n}: "{q}"' if f'{n}: "' in line else f"{n}: {p}" for n, q, p in parts
            )
            assert written == line  # nothing of it was misread
            found.append(
                {name: quoted.replace('""', '"') or plain for name, quoted, plain in parts}
            )
    return found


def run_spec(platform: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    """What the spec asks PyInstaller for on a system, by what it calls."""
    asked: dict[str, list[dict[str, Any]]] = {}

    def noted(name: str) -> Callable[..., SimpleNamespace]:
        def call(*_: object, **options: Any) -> SimpleNamespace:
            asked.setdefault(name, []).append(options)
            return SimpleNamespace(binaries=[], datas=[], pure=[], scripts=[])

        return call

    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.__dict__["collect_data_files"] = lambda *_, **__: []
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "path", [*sys.path])
    names = {name: noted(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    spec = (PACKAGING / "galley.spec").read_text("utf-8")
    exec(compile(spec, "galley.spec", "exec"), {**names, "SPECPATH": str(PACKAGING)})
    return asked


def test_windows_opens_projects_with_the_program_that_is_built(
    icons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mime, ending = the_type()
    built = {f"{exe['name']}.exe" for exe in run_spec("win32", monkeypatch)["EXE"]}
    assert built == {"galley.exe", "galley-cli.exe"}
    keys = {(e["Subkey"], e.get("ValueName", "")): e.get("ValueData") for e in entries("Registry")}
    classes = "Software\\Classes\\"
    project = keys[(f"{classes}.{ending}", "")]
    assert keys[(f"{classes}.{ending}", "Content Type")] == mime
    opens = '"{app}\\galley.exe" open "%1"'
    assert keys[(f"{classes}{project}\\shell\\open\\command", "")] == opens
    assert keys[(f"{classes}{project}\\DefaultIcon", "")] == "{app}\\galley.exe,0"
    assert keys[(f"{classes}Applications\\galley.exe\\shell\\open\\command", "")] == opens
    gone = [e["Subkey"] for e in entries("Registry") if "uninsdeletekey" in e.get("Flags", "")]
    for subkey, _ in keys:  # nothing stays behind
        assert any(subkey == key or subkey.startswith(f"{key}\\") for key in gone), subkey
    (files,) = entries("Files")
    assert files["Source"] == "..\\build\\dist\\galley\\*"
    text = (PACKAGING / "galley.iss").read_text("utf-8")
    assert "AppVersion={#Version}" in text
    (icon,) = re.findall(r"SetupIconFile=(.*)", text)
    assert icon.replace("\\", "/") == "../build/icons/galley.ico"
    assert (icons / "galley.ico").is_file()


def test_macos_opens_projects_with_the_bundle(icons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mime, ending = the_type()
    (bundle,) = run_spec("darwin", monkeypatch)["BUNDLE"]
    assert bundle["version"] == __version__
    assert Path(bundle["icon"]) == ROOT / "build" / "icons" / "galley.icns"
    assert (icons / "galley.icns").is_file()
    plist = plistlib.loads(plistlib.dumps(bundle["info_plist"]))
    (declared,) = plist["UTExportedTypeDeclarations"]
    tags = declared["UTTypeTagSpecification"]
    assert (tags["public.mime-type"], tags["public.filename-extension"]) == ([mime], [ending])
    own, text = plist["CFBundleDocumentTypes"]
    assert own["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert (own["LSHandlerRank"], text["LSHandlerRank"]) == ("Owner", "Alternate")


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


ALWAYS_THERE = (
    "ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libgcc_s.so.1", "libm.so.6",
    "libpthread.so.0", "libresolv.so.2", "librt.so.1", "libstdc++.so.6", "libz.so.1",
    "libzstd.so.1",
)  # fmt: skip
COME_ALONG = {
    "libfreetype.so.6": "libfontconfig1", "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libgl1", "libxcb.so.1": "libx11-xcb1",
}  # fmt: skip
"""Libraries that a listed package brings."""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have these parts")
def test_what_the_windows_modules_link_is_asked_for() -> None:
    """Else the window does not open where nobody happened to install it."""
    reader = shutil.which("objdump") or pytest.skip("no binutils here")
    pyside = Path(pytest.importorskip("PySide6").__file__).parent
    listed = [line.split("|") for line in (PACKAGING / "window-libraries").read_text().split()]
    packages, found = {name for name, _ in listed}, {library for _, library in listed}
    assert set(COME_ALONG.values()) <= packages
    used = {
        module
        for path in (ROOT / "editor").rglob("*.py")
        for module in re.findall(r"PySide6\.(Qt\w+)", path.read_text("utf-8"))
    }
    assert {"QtCore", "QtWidgets", "QtNetwork"} <= used
    for module in used:
        library = pyside / "Qt" / "lib" / f"lib{module.replace('Qt', 'Qt6')}.so.6"
        said = subprocess.run([reader, "-p", library], check=True, capture_output=True, text=True)
        for needed in re.findall(r"NEEDED\s+(\S+)", said.stdout):
            ours = (library.parent / needed).exists() or needed in ALWAYS_THERE
            assert ours or needed in found or needed in COME_ALONG, (module, needed)


def icu_data(items: dict[str, bytes]) -> bytes:
    """A data file of ICU as its build makes it: a header, the list, the names, the items."""
    names, head, body = b"", struct.pack("<I", len(items)), b""
    names_at = 4 + 8 * len(items)
    at = -(-(names_at + sum(len(name) + 1 for name in items)) // 16) * 16
    for name, item in items.items():
        head += struct.pack("<II", names_at + len(names), at + len(body))
        names += name.encode() + b"\0"
        body += item.ljust(-(-len(item) // 16) * 16, b"\0")
    header = struct.pack("<HBBHHBBBB4s", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD").ljust(32)
    return header + (head + names).ljust(at, b"\xaa") + body


@pytest.fixture
def icu(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("icu")


def test_of_icus_data_what_the_window_asks_for_is_kept_as_it_was(icu: ModuleType) -> None:
    items = {
        f"icudt73l/{name}": name.encode() * 9
        for name in (
            "brkitr/cjdict.dict", "coll/de.res", "coll/root.res", "coll/ucadata.icu", "coll/zh.res",
            "curr/zh.res", "de.res", "en_GB.res", "gb18030.cnv", "likelySubtags.res", "zh.res",
        )
    }  # fmt: skip
    kept = [
        "coll/root.res", "coll/ucadata.icu", "coll/zh.res", "en_GB.res", "likelySubtags.res",
        "zh.res",
    ]  # fmt: skip
    whole = {f"icudt73l/{name}": items[f"icudt73l/{name}"] for name in kept}
    assert icu.trimmed(icu_data(items)) == icu_data(whole)
    with pytest.raises(ValueError, match="ICU"):
        icu.trimmed(b"\x7fELF" + bytes(60))


SORTED = """
import functools
from PySide6.QtCore import QCollator, QLocale
for name in ("zh_CN", "en_GB"):
    by = QCollator(QLocale(name))
    by.setNumericMode(True)
    names = ["张三", "安", "李", "b10", "b9", "A", "ä", "Z", "10版", "9版"]
    print(sorted(names, key=functools.cmp_to_key(by.compare)))
print(QLocale("tr").toUpper("i"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="another way of linking")
def test_qt_sorts_as_before_with_the_data_that_is_kept(icu: ModuleType, tmp_path: Path) -> None:
    pyside = pytest.importorskip("PySide6")
    (library,) = (Path(pyside.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    small = tmp_path / library.name
    small.write_bytes(library.read_bytes())
    icu.trim(small)
    if small.stat().st_size == library.stat().st_size:
        pytest.skip("no binutils here")
    assert small.stat().st_size < library.stat().st_size / 8
    asked = [sys.executable, "-c", SORTED]
    before = subprocess.run(asked, check=True, capture_output=True, text=True)
    after = subprocess.run(
        asked, check=True, capture_output=True, text=True, env={**os.environ, "LD_PRELOAD": small}
    )
    assert "'安', '李', '张三'" in before.stdout
    assert (after.stdout, after.stderr) == (before.stdout, before.stderr)
