"""Whatever call to the system fails while a save or an export runs: the old files are whole."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.killing import word_files
from editor import analysis
from editor.files import state
from editor.files.errors import FileError, ProjectError
from editor.files.export.batch import write
from editor.files.project import hash_of, load, save, to_bytes
from editor.model.decisions import Decisions
from editor.model.project import Meta, Page, Project, Style
from editor.model.source import Source
from tests.files.faults import failing
from tests.files.test_project import small

ERRORS = [errno.ENOSPC, errno.EACCES, errno.EIO, None]
TEXT = "柳树绿了\n本报讯 河边的柳树昨天全\n绿了，孩子们都去看。\n\n"
TEXT += "桥修好了\n本报讯 城南的石桥修好了。\n"


def changed() -> Project:
    project = small()
    return project.with_page(replace(project.pages[0], meta=Meta(paper="河报")))


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_every_call_of_a_save(tmp_path: Path, error: int | None, for_good: bool) -> None:
    path = tmp_path / "稿" / "p.galley"
    path.parent.mkdir()
    state.folder("previous")
    old, new = to_bytes(small()), to_bytes(changed())
    nth = refusals = 0
    while True:
        nth += 1
        path.write_bytes(old)
        known = {hash_of(old)}
        told = None
        with failing(nth, error, for_good=for_good) as faults:
            try:
                warning = save(path, changed(), known).warning
            except ProjectError as refusal:
                told, warning = refusal, None
        if not faults.refused:
            break
        held = path.read_bytes()
        assert held in (old, new)
        if told is None:
            assert held == new
        else:
            refusals += 1
            for language in ("zh", "en"):
                assert "p.galley" in told.message(language)
            assert held == old or faults.refused[0] in ("fsync", "open", "close")
            assert hash_of(held) in known  # it is not taken for somebody else's
            save(tmp_path / "elsewhere.galley", changed())
            assert load(tmp_path / "elsewhere.galley") == changed()
        if warning is not None:
            assert warning.message("zh") and warning.message("en")
        if faults.refused[0] != "unlink":
            assert left(path.parent) == ["p.galley"]
        for name in left(path.parent):
            (path.parent / name).unlink()
    assert nth > 10 and (refusals > 5 or error is None)


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_every_call_of_an_export(tmp_path: Path, error: int | None, for_good: bool) -> None:
    page = Page("p", Source(TEXT))
    reading = analysis.read(page.source, Decisions(), Style())
    folder = tmp_path / "out"
    files = list(word_files(page, reading))
    write(folder, files)
    names = left(folder)
    assert len(names) >= 1 and all(name.endswith(".docx") for name in names)
    new = {name: (folder / name).read_bytes() for name in names}
    old = dict.fromkeys(names, b"old")
    nth = refusals = 0
    while True:
        nth += 1
        for name in names:
            (folder / name).write_bytes(b"old")
        told = None
        with failing(nth, error, for_good=for_good) as faults:
            try:
                write(folder, files, overwrite=True)
            except FileError as refusal:
                told = refusal
        if not faults.refused:
            break
        held = {name: (folder / name).read_bytes() for name in names}
        if told is None:
            assert held == new
        else:
            refusals += 1
            assert told.message("zh") and told.message("en")
            assert held == old or (len(names) == 1 and held == new)
        others = [name for name in left(folder) if name not in names]
        assert not others or "unlink" in faults.refused
        for name in others:
            (folder / name).unlink()
    assert nth > 10 and (refusals > 5 or error is None)


def test_a_save_is_synced_before_it_takes_the_name_and_its_folder_after(tmp_path: Path) -> None:
    path = tmp_path / "p.galley"
    save(path, small())
    state.folder("previous")
    with failing(0, None) as faults:
        save(path, changed())
    names = [name for name, _ in faults.calls]
    assert names.count("replace") == 2 and names.count("fsync") == 4  # the kept one, then ours
    at = [n for n, name in enumerate(names) if name in ("write", "fsync", "replace")]
    order = [names[n] for n in at]
    assert order == ["write", "fsync", "replace", "fsync"] * 2
    kept, ours = (str(faults.calls[n][1]) for n in at if names[n] == "replace")
    assert not kept.startswith(str(tmp_path)) and ours.startswith(str(tmp_path))


def test_the_version_before_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "p.galley"
    save(path, small())
    assert save(path, changed()).warning is None
    assert load(state.previous(path)) == small()
    link = tmp_path / "link.galley"
    link.symlink_to(path)
    save(link, small())
    assert link.is_symlink() and load(state.previous(path)) == changed() and load(path) == small()
    assert left(tmp_path) == ["link.galley", "p.galley"]


def test_what_somebody_else_saved_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "p.galley"
    save(path, small())
    known = {hash_of(path.read_bytes())}
    save(path, changed(), known)
    save(path, small(), known)  # ours, and ours again
    theirs = replace(small(), style=Style(("别人",)))
    save(path, theirs)
    with pytest.raises(ProjectError) as caught:
        save(path, changed(), known)
    assert caught.value.code == "changed-outside" and load(path) == theirs
    path.unlink()
    save(path, changed(), known)  # nothing is lost where nothing is
    assert load(path) == changed()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x" * 300 + ".galley", "name-too-long"),
        ("none/p.galley", "no-folder"),
        ("a\0b", "not-found"),
    ],
)
def test_places_that_cannot_be_written(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(ProjectError) as caught:
        save(os.path.join(tmp_path, name), small())
    assert caught.value.code == code and left(tmp_path) == []


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path = tmp_path / "p.galley"
    save(path, small())
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ProjectError) as caught:
            save(path, changed())
        assert caught.value.code == "no-permission" and load(path) == small()
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "statvfs"), reason="the call is Unix's")
def test_a_disk_that_is_read_only_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.galley"
    save(path, small())
    monkeypatch.setattr(os, "access", lambda *_: False)
    for flags, code in ((os.ST_RDONLY, "read-only"), (0, "no-permission")):
        told = type("Told", (), {"f_flag": flags})
        monkeypatch.setattr(os, "statvfs", lambda _, told=told: told)
        with pytest.raises(ProjectError) as caught:
            save(path, changed())
        assert caught.value.code == code and load(path) == small()


def test_what_a_crash_left_while_it_wrote_is_swept_after_an_hour(tmp_path: Path) -> None:
    old, young, other = (tmp_path / f".galley-{c * 16}.tmp" for c in "abz")
    for path in (old, young, other):
        path.write_bytes(b"half")
    os.utime(old, (1e9, 1e9))
    os.utime(other, (1e9, 1e9))
    save(tmp_path / "p.galley", small())
    assert left(tmp_path) == [young.name, other.name, "p.galley"]
