"""Make the installable Galley of this system, from a checkout, by one command.

    python3 packaging/build.py            build/dist/galley and, on Debian, a .deb
    python3 packaging/build.py --twice    the same twice; tells where the two differ

Everything comes at the versions of constraints.txt into an environment of its own under
`build/`. Two runs on one system at one commit give the same bytes: times are the commit's,
hashes are not salted. On Windows, `packaging/galley.iss` makes an installer of the folder; on
macOS the folder is `build/dist/Galley.app`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build"
sys.path[:0] = [str(HERE), str(ROOT)]

import deb  # noqa: E402
import icu  # noqa: E402

from editor import __version__  # noqa: E402


def environment() -> Path:
    """The Python of a fresh environment with Galley and the tools that pack it."""
    place = WORK / "environment"
    venv.create(place, clear=True, with_pip=True)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run([python, "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", f"{ROOT}[package]"])
    return python


def moment() -> int:
    """When the commit was made, in seconds since 1970; 1 January 1980 outside a repository."""
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    said = subprocess.run(words, capture_output=True, text=True, check=False)
    return int(said.stdout) if said.returncode == 0 and said.stdout.strip() else 315532800


def notices(python: Path) -> Path:
    """The licence texts of every package in the environment, gathered by pip-licenses."""
    made = WORK / "third-party.txt"
    tools = "altgraph pyinstaller-hooks-contrib packaging pip pip-licenses setuptools wheel galley"
    run(
        [
            python,
            "-m",
            "piplicenses",
            "--format=plain-vertical",
            "--with-license-file",
            "--no-license-path",
            "--with-urls",
            "--ignore-packages",
            *tools.split(),
            "--output-file",
            made,
        ]
    )
    # Qt's and PySide's wheels name their licence without its text.
    for name in ("LGPL-3", "GPL-3"):
        text = Path("/usr/share/common-licenses") / name
        if text.is_file():
            with made.open("a", encoding="utf-8") as notes:
                notes.write(f"\n{name}\n\n{text.read_text('utf-8')}")
    return made


def lighten(folder: Path) -> None:
    """Take out of a Linux folder what nobody asks for: ICU's other languages, Python's symbols."""
    for library in folder.rglob("libicudata.so.*"):
        icu.trim(library)
    pythons = [*folder.rglob("libpython3*.so*"), *folder.rglob("lib-dynload/*.so")]
    if shutil.which("strip"):
        run(["strip", "--strip-unneeded", *pythons])


def run(words: list[str | Path], **more: str) -> None:
    """Run a step; what it says is shown, and the build ends where it fails."""
    print("galley:", *words[1:4], file=sys.stderr)
    subprocess.run([str(word) for word in words], check=True, env={**os.environ, **more})


def digests(place: Path) -> dict[str, str]:
    """What each file below holds."""
    return {
        str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in place.rglob("*")
        if path.is_file()
    }


def main() -> int:
    """Build; the exit code."""
    if sys.argv[1:] != ["--twice"]:
        build()
        return 0
    made = []
    for _ in range(2):
        folder, package = build()
        made.append(digests(folder))
        if package is not None:
            made[-1][package.name] = hashlib.sha256(package.read_bytes()).hexdigest()
    first, second = made
    differ = sorted(name for name in first | second if first.get(name) != second.get(name))
    print(f"{len(first)} files, {len(differ)} differ between two builds", *differ, sep="\n  ")
    return int(bool(differ))


def build() -> tuple[Path, Path | None]:
    """The frozen folder and, where dpkg is, the package."""
    WORK.mkdir(exist_ok=True)
    when = moment()
    fixed = {"SOURCE_DATE_EPOCH": str(when), "PYTHONHASHSEED": "0"}
    python = environment()
    icons = WORK / "icons"
    run([python, HERE / "icons.py", icons], QT_QPA_PLATFORM="offscreen")
    texts = notices(python)
    run(
        [
            python,
            "-m",
            "PyInstaller",
            "-y",
            "--clean",
            "--log-level",
            "ERROR",
            "--distpath",
            WORK / "dist",
            "--workpath",
            WORK / "freeze",
            HERE / "galley.spec",
        ],
        **fixed,
    )
    folder = WORK / "dist" / "galley"
    shutil.copyfile(texts, folder / "third-party.txt")
    if platform.system() == "Linux":
        lighten(folder)
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(f"{folder}: {size / 1e6:.0f} MB")
    if platform.system() == "Linux" and shutil.which("dpkg-deb"):
        made = deb.make(folder, icons, texts, WORK, __version__, when)
        digest = hashlib.sha256(made.read_bytes()).hexdigest()
        print(f"{made}: {made.stat().st_size / 1e6:.0f} MB, sha256 {digest}")
        return folder, made
    return folder, None


if __name__ == "__main__":
    sys.exit(main())
