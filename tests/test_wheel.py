"""The wheel carries what the program needs: resources are found when it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files, as an installation would lay them out."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    zipfile.ZipFile(wheel).extractall(site)
    return site


def test_resources_are_found_in_an_installation(installed: Path, tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "from editor.resources import folder, sample_page\n"
        "print(folder()); print(len(sample_page().read_text('utf-8')))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    folder, length = done.stdout.split("\n")[:2]
    assert Path(folder) == installed / "editor" / "_resources"
    assert int(length) == len((ROOT / "resources/sample/page.txt").read_text("utf-8"))


def test_every_resource_is_in_the_wheel(installed: Path) -> None:
    def names(folder: Path) -> set[str]:
        found = (p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc")
        return {str(p.relative_to(folder)) for p in found}

    assert names(ROOT / "resources") == names(installed / "editor" / "_resources")


def test_the_wheel_has_the_command_and_the_licence(installed: Path) -> None:
    (info,) = installed.glob("galley-*.dist-info")
    assert "galley = editor.__main__:main" in (info / "entry_points.txt").read_text("utf-8")
    assert (info / "licenses" / "LICENSE").exists()
