"""`galley export --each`: page by page, on from where it was, here and on a cluster's workers."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import export_work
from editor.cli import main
from editor.export_work import Asked, Done
from editor.exporting import Choice
from editor.files.export.names import ManyTaken
from editor.model.project import Page, Style
from editor.model.source import Source
from tests.test_cli import TEXT

ROOT = Path(__file__).resolve().parent.parent
PAGES = 12


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Pages in a folder, each with articles of its own text."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(PAGES):
        text = TEXT.replace("三万", f"{number}万") * 2
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def command(pages: Path, out: Path, *more: str) -> list[str]:
    names = [str(path) for path in sorted(pages.iterdir())]
    return ["export", "--each", "--json", "-o", str(out), *more, *names]


def told(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def outcomes(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [str(line["outcome"]) for line in told(capsys.readouterr().out)]


def at_once(pages: Path, out: Path) -> dict[str, bytes]:
    """What one export of all pages writes."""
    assert main(["export", "-o", str(out), *map(str, sorted(pages.iterdir()))]) == 0
    return files(out)


def test_page_by_page_is_what_all_at_once_is(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = at_once(pages, tmp_path / "whole")
    capsys.readouterr()
    assert main(command(pages, tmp_path / "out", "-j", "2")) == 0
    assert files(tmp_path / "out") == whole
    lines = told(capsys.readouterr().out)
    assert [line["page"] for line in lines] == sorted(path.name for path in pages.iterdir())
    listed = [Path(str(file["path"])).name for line in lines for file in line["files"]]  # type: ignore[attr-defined]
    assert sorted(listed) == sorted(whole)


def test_a_second_run_touches_nothing(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(command(pages, out))
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    capsys.readouterr()
    assert main(command(pages, out)) == 0
    assert outcomes(capsys) == ["before"] * PAGES
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_what_is_gone_or_was_made_of_other_text_is_made_again(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(command(pages, out))
    next(out.glob("03-*")).unlink()
    page = pages / "05.txt"
    page.write_text(page.read_text("utf-8").replace("5万", "五万五千"), "utf-8")
    capsys.readouterr()
    assert main(command(pages, out)) == 0
    expected = ["before"] * PAGES
    expected[3] = expected[5] = "written"
    assert outcomes(capsys) == expected
    assert at_once(pages, tmp_path / "whole").items() <= files(out).items()  # 05's old ones stay


def test_another_choice_makes_all_pages_again(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(command(pages, out))
    capsys.readouterr()
    assert main(command(pages, out, "--style", "plain")) == 0
    assert outcomes(capsys) == ["written"] * PAGES


def test_a_file_that_somebody_changed_stays_and_is_told_each_time(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(command(pages, out))
    theirs = next(out.glob("06-*"))
    theirs.write_bytes(b"of the chief's own hand")
    for _ in range(2):
        assert main(command(pages, out)) == 1
        assert theirs.read_bytes() == b"of the chief's own hand"
        assert "stays as it is" in capsys.readouterr().err


def test_a_page_that_cannot_be_read_does_not_stop_the_others(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "11.txt").write_bytes(b"\x00" * 100)
    out = tmp_path / "out"
    assert main(command(pages, out, "-j", "2")) == 1
    caught = capsys.readouterr()
    assert [line["outcome"] for line in told(caught.out)].count("failed") == 1
    assert "11.txt" in caught.err and f"{PAGES - 1} pages written" in caught.err


def test_a_page_that_galley_fails_on_does_not_stop_the_others(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    really = export_work._work

    def fails(choice: Choice, asked: Sequence[Asked]) -> list[Done]:
        if any("09.txt" in page.name for page in asked):
            raise ZeroDivisionError("a slip of ours")
        return really(choice, asked)

    monkeypatch.setattr(export_work, "_work", fails)
    assert main(command(pages, tmp_path / "out")) == 1
    caught = capsys.readouterr()
    failed = [
        Path(str(line["page"])).name for line in told(caught.out) if line["outcome"] == "failed"
    ]
    assert failed == ["09.txt"] and "ZeroDivisionError: a slip of ours" in caught.err


def test_two_pages_with_one_headline_keep_their_files_when_the_first_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.txt").write_text(TEXT.replace("三万", f"{number}万"), "utf-8")
    names = ("--names", "{headline}")
    main(command(pages, out, *names))
    (pages / "0.txt").write_text(TEXT.replace("三万", "九万") * 2, "utf-8")
    capsys.readouterr()
    main(command(pages, out, *names))
    whole = ["export", "-o", str(tmp_path / "whole"), *names, *map(str, sorted(pages.iterdir()))]
    assert main(whole) == 0
    made = files(out)
    assert files(tmp_path / "whole").items() <= made.items()


def test_pages_of_one_text_keep_their_files_where_older_ones_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.txt").write_text(TEXT, "utf-8")
    for _ in range(2):
        assert main(command(pages, out, "--remove-older")) == 0
        assert files(out) == at_once(pages, tmp_path / "whole")
    assert main(command(pages, out, "--names", "{n} {page}")) == 0  # both names are there
    once = ["written"] * 3
    capsys.readouterr()
    assert main(command(pages, out, "--names", "{page} {n}", "--remove-older")) == 0
    assert outcomes(capsys) == once
    names = ("--names", "{page} {n}")
    whole = ["export", "-o", str(tmp_path / "new"), *names, *map(str, sorted(pages.iterdir()))]
    assert main(whole) == 0
    assert files(out) == files(tmp_path / "new")


def test_older_files_that_somebody_changed_or_that_are_of_another_kind_stay(
    pages: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    main(command(pages, out))
    first = files(out)
    main(command(pages, out, "--to", "txt"))
    theirs = next(out.glob("06-*.docx"))
    theirs.write_bytes(b"of the chief's own hand")
    assert main(command(pages, out, "--names", "{n} {page}", "--remove-older")) == 0
    left = files(out)
    assert left.keys() & first.keys() == {theirs.name}
    assert sum(name.endswith(".txt") for name in left) == len(first)


def test_a_run_that_is_killed_goes_on_and_no_page_is_there_twice(
    pages: Path, tmp_path: Path
) -> None:
    whole, out = at_once(pages, tmp_path / "whole"), tmp_path / "out"
    draw = random.Random(7)
    written: list[object] = []
    for _ in range(30):
        run = subprocess.Popen(
            [sys.executable, "-m", "editor", *command(pages, out, "-j", "2")],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            start_new_session=True,
        )
        assert run.stdout is not None
        left = draw.randrange(1, 7)
        ended = False
        while left:
            line = run.stdout.readline()
            if not line:
                ended = True
                break
            page = json.loads(line)
            if page["outcome"] == "written":
                left -= 1
                written.append(page["page"])
        if not ended:
            os.killpg(run.pid, signal.SIGKILL)
        run.stdout.close()
        run.wait()
        found = files(out)
        assert all(whole[name] == data for name, data in found.items() if name in whole)
        assert all(name in whole or name.endswith(".tmp") for name in found)
        if ended:
            break
    assert ended and run.returncode == 0
    assert {n: d for n, d in files(out).items() if not n.endswith(".tmp")} == whole
    assert len(written) == len(set(map(str, written)))


def test_a_worker_that_ends_is_told_and_the_next_run_goes_on(pages: Path, tmp_path: Path) -> None:
    psutil = pytest.importorskip("psutil")
    out = tmp_path / "out"
    for path in sorted(pages.iterdir()):
        path.write_text(path.read_text("utf-8") * 8, "utf-8")
    asked = [sys.executable, "-m", "editor", *command(pages, out, "-j", "2")]
    run = subprocess.Popen(
        asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    workers = []
    while run.poll() is None and not workers:
        workers = psutil.Process(run.pid).children()
        time.sleep(0.01)
    workers[0].kill()
    _, said = run.communicate()
    assert run.returncode == 1
    assert "a worker process ended" in said and "Traceback" not in said
    assert main(command(pages, out)) == 0


def test_the_workers_of_a_cluster_write_the_same(pages: Path, tmp_path: Path) -> None:
    """The example of docs/archives.md."""
    distributed = pytest.importorskip("distributed")
    whole, out = at_once(pages, tmp_path / "whole"), tmp_path / "out"
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster),
    ):
        address = cluster.scheduler_address
        done = subprocess.run(
            [sys.executable, "-m", "editor", *command(pages, out, "--cluster", address)],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stderr
    assert files(out) == whole


def test_a_cluster_that_is_not_there_is_told(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(export_work, "CALL", "1s")
    assert main(command(pages, tmp_path / "out", "--cluster", "tcp://127.0.0.1:9")) == 1
    assert "tcp://127.0.0.1:9" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_the_extra_a_cluster_is_refused_in_words(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(command(pages, tmp_path / "out", "--cluster", "local")) == 1
    assert "galley[dask]" in capsys.readouterr().err


def test_each_and_together_exclude_one_another(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command(pages, tmp_path / "out", "--together")) == 2
    assert "--together" in capsys.readouterr().err


def test_names_that_are_given_are_known_again() -> None:
    taken = ManyTaken()
    names = [f"{n:05}-题.docx" for n in range(20_000)]
    for name in names:
        assert name not in taken
        taken.add(name)
    assert all(name in taken for name in names)


def asked(number: int, size: int) -> Asked:
    return Asked(str(number), Page("1", Source("字" * size)), Style())


def sizes_of(tasks: Iterable[list[Asked] | Done]) -> list[int]:
    return [sum(page.size for page in task) for task in tasks if isinstance(task, list)]


def test_a_job_takes_much_at_once_but_little_first_and_last() -> None:
    pages = [asked(n, 5_000) for n in range(2_000)]
    sizes = sizes_of(export_work._tasks(iter(pages), 8))
    most = sizes.index(max(sizes))
    assert max(sizes) == export_work.LARGE and sizes[0] == export_work.SMALL >= sizes[-1]
    assert sizes[:most] == sorted(sizes[:most])
    assert sizes[most:] == sorted(sizes[most:], reverse=True)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 3), st.integers(0, 60_000))),
    st.sampled_from([0, 4, 8]),
)
def test_every_page_is_one_job_s_and_in_its_place(drawn: list[int | None], share: int) -> None:
    pages = [
        Done(str(n)) if size is None else asked(n, size) for n, size in enumerate(drawn)
    ]  # fmt: skip
    told: list[Asked | Done] = []
    for task in export_work._tasks(iter(pages), share):
        told += task if isinstance(task, list) else [task]
    assert told == pages


def test_what_is_done_is_told_before_what_comes_is_looked_at() -> None:
    looked_at = 0

    def pages() -> Iterator[Asked | Done]:
        nonlocal looked_at
        for number in range(1_000):
            looked_at += 1
            yield Done(str(number)) if number < 500 else asked(number, 2_000)

    tasks = export_work._tasks(pages(), 8)
    for number in range(500):
        assert next(tasks) == Done(str(number))
        assert looked_at == number + 1
    next(tasks)
    assert looked_at < 700


def test_pages_are_written_also_where_nothing_can_be_given_back(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)
    export_work._trim.cache_clear()
    try:
        assert main(command(pages, tmp_path / "out")) == 0
    finally:
        export_work._trim.cache_clear()
    assert len(list((tmp_path / "out").iterdir())) >= PAGES
