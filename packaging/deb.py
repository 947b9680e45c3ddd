"""A Debian package from the frozen folder: what goes where, and what the system must have."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = Path("usr/lib/galley")

CONTROL = """\
Package: galley
Version: {version}
Architecture: {architecture}
Maintainer: The Galley authors <galley@localhost>
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.36), {libraries}
Recommends: fonts-noto-cjk, libcups2
Section: editors
Priority: optional
Description: proofreading editor for newspaper pages that come as broken text
 Galley shows the raw text of a page beside a clean, typeset reading of it,
 points at what it is not sure of, takes each correction with one gesture
 and writes every article to Word.
"""


def libraries() -> list[str]:
    """Debian's names of the system libraries that a window needs; `./run` asks for the same."""
    lines = (HERE / "window-libraries").read_text("utf-8").split()
    return [line.partition("|")[0] for line in lines]


def make(folder: Path, icons: Path, notices: Path, work: Path, version: str, moment: int) -> Path:
    """Pack the frozen `folder` with icons, desktop entry and licences; the .deb.

    `moment`, in seconds since 1970, is the time of every file in it, so that the same input
    gives the same bytes. `CalledProcessError` where dpkg-deb refuses.
    """
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / HOME, symlinks=True)
    share = root / "usr/share"
    shutil.copytree(icons / "hicolor", share / "icons/hicolor")
    for name, place in (
        ("galley.desktop", "applications"),
        ("galley-mime.xml", "mime/packages"),
    ):
        (share / place).mkdir(parents=True)
        shutil.copyfile(HERE / name, share / place / name)
    docs = share / "doc/galley"
    docs.mkdir(parents=True)
    shutil.copyfile(HERE.parent / "LICENSE", docs / "copyright")
    (docs / "third-party.txt.gz").write_bytes(gzip.compress(notices.read_bytes(), mtime=0))
    (root / "usr/bin").mkdir()
    (root / "usr/bin/galley").symlink_to("../lib/galley/galley")
    architecture = _said(["dpkg", "--print-architecture"])
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        CONTROL.format(
            version=version,
            architecture=architecture,
            kilobytes=-(-size // 1024),
            libraries=", ".join(libraries()),
        ),
        "utf-8",
    )
    _settle(root, moment)
    made = work / f"galley_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
        stdout=subprocess.DEVNULL,
    )
    return made


def _settle(root: Path, moment: int) -> None:
    """Rights and times that say nothing of the machine."""
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _said(words: list[str]) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
