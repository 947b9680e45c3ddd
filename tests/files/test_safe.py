"""A file is replaced whole or stays as it was, and nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.files import safe


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "稿.galley"
    path.write_bytes(b"old")
    path.chmod(0o640)
    safe.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["稿.galley"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "a", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    safe.write(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(OSError, match="No space"):
        safe.write(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_several_files_are_all_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, fresh, last = tmp_path / "old", tmp_path / "fresh", tmp_path / "last"
    old.write_bytes(b"old")
    really, done = os.replace, []

    def refuse_last(source: Path, target: Path) -> None:
        if Path(target).name == "last":
            raise PermissionError(13, "no")
        done.append(target)
        really(source, target)

    monkeypatch.setattr(os, "replace", refuse_last)
    with pytest.raises(PermissionError):
        safe.write_all({old: b"new", fresh: b"new", last: b"new"})
    monkeypatch.undo()
    assert len(done) >= 2
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["old"]
    safe.write_all({old: b"1", fresh: b"2", last: b"3"})
    assert [p.read_bytes() for p in (old, fresh, last)] == [b"1", b"2", b"3"]
    assert names(tmp_path) == ["fresh", "last", "old"]


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(IsADirectoryError):
        safe.write(tmp_path / "a", b"new")
    assert names(tmp_path) == ["a"]
