"""All files of an export or none; and nobody's own work is overwritten unasked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from editor.exporting import Choice, Exporter
from editor.files.errors import FileError
from editor.files.export.batch import (
    KEPT,
    NEW,
    REPLACED,
    SAME,
    Cancelled,
    Written,
    removable,
    remove,
    write,
)
from editor.files.export.record import record_of
from editor.model.reading import Article
from tests.files.articles import article, story

WHOLE = article("城北三万株树苗越冬", "五年治理一条河", kicker=("坚持绿色发展",))


def exported(made: Sequence[Article], folder: Path, **how: object) -> list[Written]:
    exporter, taken = Exporter(Choice()), set[str]()
    told = [story(one, number) for number, one in enumerate(made, 1)]
    files = (exporter.file(exporter.draft(one), taken) for one in told)
    return write(folder, files, **how)  # type: ignore[arg-type]


def outcomes(made: list[Written]) -> list[str]:
    return [one.outcome for one in made]


def test_every_article_is_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "稿" / "件"
    first = exported([WHOLE, article()], folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "第2版-01-城北三万株树苗越冬 五年治理一条河.docx",
        "第2版-02-无题-入冬以来，城北河岸的三万.docx",
    ]
    assert outcomes(first) == [NEW, NEW]
    assert outcomes(exported([WHOLE, article()], folder)) == [SAME, SAME]
    assert sorted(path.name for path in folder.iterdir()) == names


def test_a_failure_writes_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.replace

    def refuse_second(source: Path, target: Path) -> None:
        if "-02-" in str(target):
            raise OSError(28, "No space left on device")
        really(source, target)

    monkeypatch.setattr(os, "replace", refuse_second)
    with pytest.raises(FileError) as caught:
        exported([WHOLE, article("乙")], tmp_path)
    assert "磁盘已满" in caught.value.message("zh")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are of Unix")
@pytest.mark.parametrize(
    ("there", "code"),
    [("folder", "is-folder"), ("pipe", "not-regular"), ("loop", "loop"), ("nowhere", "no-folder")],
)
def test_what_cannot_be_replaced_is_named(tmp_path: Path, there: str, code: str) -> None:
    made = [entry.path for entry in exported([WHOLE, article("乙")], tmp_path)]
    kept, place = made[0].read_bytes(), made[1]
    place.unlink()
    if there == "folder":
        place.mkdir()
    elif there == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(place.name if there == "loop" else tmp_path / "none" / "x.docx")
    with pytest.raises(FileError) as caught:
        exported([article("甲"), article("乙")], tmp_path)
    assert caught.value.code == code
    assert ".tmp" not in caught.value.message()
    assert made[0].read_bytes() == kept
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in made]


def test_a_folder_that_was_made_goes_where_the_export_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FileError) as caught:
        exported([WHOLE], tmp_path / "a" / "b")
    assert caught.value.code == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(FileError) as caught:
            exported([WHOLE], folder)
        assert caught.value.code == "not-folder"


def test_the_same_articles_again_touch_no_file(tmp_path: Path) -> None:
    made = exported([WHOLE, article("乙")], tmp_path)
    before = [(one.path.stat().st_mtime_ns, one.path.read_bytes()) for one in made]
    assert outcomes(exported([WHOLE, article("乙")], tmp_path)) == [SAME, SAME]
    assert [(one.path.stat().st_mtime_ns, one.path.read_bytes()) for one in made] == before


def test_a_changed_article_replaces_its_own_file_only(tmp_path: Path) -> None:
    first, second = exported([WHOLE, article("乙")], tmp_path)
    kept = first.path.stat().st_ino
    again = exported([WHOLE, article("乙", body=("新写的一段。",))], tmp_path)
    assert outcomes(again) == [SAME, REPLACED]
    assert first.path.stat().st_ino == kept
    assert len(list(tmp_path.iterdir())) == 2 and again[1].path == second.path


def test_a_file_that_was_changed_since_stays_until_asked(tmp_path: Path) -> None:
    first, second = exported([WHOLE, article("乙")], tmp_path)
    first.path.write_bytes(b"of the chief's own hand")
    changed = [article(*("城北三万株树苗越冬", "五年治理一条河")), article("乙", body=("新。",))]
    assert outcomes(exported(changed, tmp_path)) == [KEPT, REPLACED]
    assert first.path.read_bytes() == b"of the chief's own hand"
    assert outcomes(exported(changed, tmp_path)) == [KEPT, SAME]
    assert outcomes(exported(changed, tmp_path, overwrite=True)) == [REPLACED, SAME]
    assert outcomes(exported([WHOLE, article("乙")], tmp_path)) == [REPLACED, REPLACED]
    assert second.path.exists()


def test_a_file_that_was_never_exported_stays(tmp_path: Path) -> None:
    name = "第2版-01-甲.docx"
    (tmp_path / name).write_bytes(b"somebody's")
    assert outcomes(exported([article("甲")], tmp_path)) == [KEPT]
    assert (tmp_path / name).read_bytes() == b"somebody's"


def test_a_broken_record_makes_files_somebodys_own(tmp_path: Path) -> None:
    exported([article("甲")], tmp_path)
    record_of(tmp_path).path.write_bytes(b"{")
    assert outcomes(exported([article("甲", body=("新。",))], tmp_path)) == [KEPT]
    assert outcomes(exported([article("甲")], tmp_path)) == [SAME]


def test_the_older_file_of_an_article_with_another_headline_is_told(tmp_path: Path) -> None:
    (old,) = exported([article("甲")], tmp_path)
    (new,) = exported([article("乙")], tmp_path)
    assert new.older == (old.path,) and old.path.exists()


def test_older_files_go_where_one_says_so_and_nobody_changed_them(tmp_path: Path) -> None:
    (old,) = exported([article("甲")], tmp_path)
    (other,) = exported([article("丙")], tmp_path)
    made = exported([article("乙")], tmp_path)
    other.path.write_bytes(b"of the chief's own hand")
    assert set(made[0].older) == {old.path, other.path}
    assert removable(made) == (old.path,)
    assert remove([old.path, other.path]) == (old.path,)
    assert not old.path.exists() and other.path.read_bytes() == b"of the chief's own hand"
    assert exported([article("乙")], tmp_path)[0].older == (other.path,)
    assert remove([old.path]) == ()


def test_a_proof_copy_is_no_earlier_state_of_the_clean_file(tmp_path: Path) -> None:
    exporter = Exporter(Choice(kind="proof"))
    file = exporter.file(exporter.draft(story(article("甲"), 1)), set())
    write(tmp_path, [file])
    assert exported([article("甲")], tmp_path)[0].older == ()


def test_a_link_under_an_older_name_stays(tmp_path: Path) -> None:
    (old,) = exported([article("甲")], tmp_path / "out")
    kept = tmp_path / "elsewhere.docx"
    old.path.rename(kept)
    old.path.symlink_to(kept)
    made = exported([article("乙")], tmp_path / "out")
    assert removable(made) == () and kept.exists()


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    seen: list[int] = []

    def stop(ready: int) -> bool:
        seen.append(ready)
        return ready < 2

    with pytest.raises(Cancelled):
        exported([WHOLE, article("乙"), article("丙")], tmp_path / "out", progress=stop)
    assert seen == [1, 2] and list(tmp_path.iterdir()) == []
