"""`galley export`: the same choices as the window's, any number of pages and jobs."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx import Document

from editor.cli import main
from editor.files.project import save
from editor.model.project import Meta, Page, Project
from editor.model.source import Origin, Source
from tests.test_cli import TEXT


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of three pages."""
    pages = tuple(
        Page(
            f"p{n}",
            Source(TEXT.replace("三万", f"{n}万"), Origin(f"第{n}版.txt")),
            meta=Meta("河湾晚报", "2026年11月7日", "要闻", str(n)),
        )
        for n in range(1, 4)
    )
    save(tmp_path / "周刊.galley", Project(pages))
    return tmp_path / "周刊.galley"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Many pages in a folder, each with two articles."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(40):
        text = TEXT.replace("三万", f"{number}万") * 4
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [([], "123"), (["第2版"], "2"), (["第[13]版*"], "13"), (["p1", "p2"], "12"), (["3"], "3")],
)
def test_pages_of_a_project_by_their_names(
    project: Path, tmp_path: Path, wanted: list[str], numbers: str
) -> None:
    out = tmp_path / "out"
    assert main(["export", "--project", str(project), *wanted, "-o", str(out)]) == 0
    assert {name[1] for name in files(out)} == set(numbers)
    assert len(files(out)) == 2 * len(numbers)


def test_a_page_that_is_not_in_the_project_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", "--project", str(project), "第9版", "-o", str(out)]) == 1
    assert "第9版" in capsys.readouterr().err and not out.exists()


def test_one_file_of_a_project(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(project), "--together", "-o", str(out)]) == 0
    ((name, data),) = files(out).items()
    assert name == "周刊.docx"
    document = Document(io.BytesIO(data))
    heads = [p.text for p in document.paragraphs if p.style.style_id.startswith("Title")]
    assert len(heads) == 6 == len(document.sections)
    assert document.core_properties.title == "周刊"


def test_names_and_properties_come_from_the_pages(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    pattern = "{paper}{number}版{n}-{headline}"
    assert main(["export", str(project), "--names", pattern, "-o", str(out)]) == 0
    name = "河湾晚报2版2-香樟树上新添鸟巢.docx"
    core = Document(io.BytesIO(files(out)[name])).core_properties
    assert core.subject == "河湾晚报 要闻 2" and core.author == "周青禾"
    assert core.created.date().isoformat() == "2026-11-07"


@pytest.mark.parametrize(
    ("options", "suffix"),
    [(["-t", "txt"], ".txt"), (["--to", "md"], ".md"), (["-t", "html"], ".html"),
     (["-t", "proof"], ".proof.docx"), (["-s", "official"], ".docx")],
)  # fmt: skip
def test_kinds_and_styles(project: Path, tmp_path: Path, options: list[str], suffix: str) -> None:
    out = tmp_path / "out"
    assert main(["export", str(project), *options, "-o", str(out)]) == 0
    assert len(files(out)) == 6 and all(name.endswith(suffix) for name in files(out))


def test_names_with_stars_stand_for_files(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(pages / "0[12].txt"), "-t", "txt", "-o", str(out)]) == 0
    assert {name[:2] for name in files(out)} == {"01", "02"}


def test_any_number_of_jobs_writes_the_same(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [str(path) for path in sorted(pages.iterdir())]
    names[3:3] = [str(pages / "none.txt")]
    told = []
    for jobs in ("1", "2", "3"):
        out = tmp_path / jobs
        assert main(["export", *names, "-j", jobs, "-o", str(out), "--json"]) == 1
        said = capsys.readouterr()
        assert "none.txt: there is no such file" in said.err
        told.append(said.out.replace(str(out), "OUT"))
    assert files(tmp_path / "1") == files(tmp_path / "2") == files(tmp_path / "3")
    assert told[0] == told[1] == told[2] and len(told[0].splitlines()) == len(files(tmp_path / "1"))


def test_a_line_of_json_a_file(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["export", "--project", str(project), "p1", "-o", str(tmp_path / "out"), "--json"]
    for outcome in ("new", "same"):
        assert main(asked) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [line["headline"] for line in lines] == ["城北1万株树苗越冬", "香樟树上新添鸟巢"]
        assert [line["outcome"] for line in lines] == [outcome] * 2
        assert [line["article"] for line in lines] == [1, 2]
        assert all(Path(line["path"]).is_file() and line["characters"] > 30 for line in lines)
        assert {line["page"] for line in lines} == {"第1版.txt"}


def test_what_was_changed_since_stays_and_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    asked = ["export", "--project", str(project), "p1", "-o", str(out)]
    assert main(asked) == 0
    path = sorted(out.iterdir())[0]
    path.write_bytes(b"by the chief")
    capsys.readouterr()
    assert main(asked) == 1
    said = capsys.readouterr()
    assert "NOT WRITTEN" in said.out and "--overwrite" in said.err
    assert path.read_bytes() == b"by the chief"
    assert main([*asked, "--overwrite"]) == 0
    assert path.read_bytes() != b"by the chief"


@pytest.mark.parametrize(
    "options",
    [["-s", "nowhere"], ["-n", "{x}"], ["-s", "none.toml"], ["-s", "none.dotx"], ["-n", "same"]],
)
def test_a_choice_that_cannot_be_used_is_told_before_anything(
    pages: Path, tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(pages / "01.txt"), *options, "-o", str(out)]) == 1
    assert capsys.readouterr().err.startswith("galley: ") and not out.exists()


@pytest.mark.parametrize("options", [["-j", "0"], ["-j", "x"], ["-t", "pdf"], ["-o"], []])
def test_wrong_usage(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", *options, *(["x"] if options else [])]) == 2
    assert "usage: galley export" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals are of Unix")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_jobs_that_are_stopped_leave_nothing(pages: Path, tmp_path: Path, number: int) -> None:
    out = tmp_path / "out"
    asked = [sys.executable, "-m", "editor", "export", "-j", "2", "-o", str(out)]
    run = subprocess.Popen(
        [*asked, *map(str, sorted(pages.iterdir()))],
        stdout=subprocess.PIPE,
        start_new_session=True,
        # A shell's background job is started deaf to Ctrl+C, and so would be all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not out.exists() or not any(out.iterdir()):
        assert run.poll() is None
        time.sleep(0.005)
    os.kill(run.pid, number)
    said, _ = run.communicate(timeout=60)
    assert run.returncode == 130 and said == b"" and not out.exists()
    for _ in range(200):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker goes on")


def test_what_a_file_cannot_hold_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.txt").write_text(TEXT.replace("三万", "三\x01万", 1), "utf-8")
    for kind, told in (("docx", True), ("proof", True), ("html", True), ("txt", False)):
        assert main(["export", str(tmp_path / "p.txt"), "-o", str(tmp_path / kind), "-t", kind,
                     "--json"]) == 0  # fmt: skip
        out, err = capsys.readouterr()
        assert ("1 character that such a file cannot hold" in err) is told
        assert [json.loads(line).get("unfit", 0) for line in out.splitlines()].count(1) == told


def test_english_counts_one_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.txt").write_text("本报讯 今天河湾有风。\n", "utf-8")
    assert main(["export", str(tmp_path / "p.txt"), "-o", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("chars\t1 doubt\n") and err.startswith("1 file written to ")


def test_an_older_file_goes_where_one_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Source(TEXT, Origin("p.txt"))
    page = Page("p1", source)
    path, out = tmp_path / "p.galley", tmp_path / "out"
    save(path, Project((page,)))
    command = ["export", str(path), "-o", str(out), "--names"]
    assert main([*command, "{n}"]) == 0
    first = files(out)
    capsys.readouterr()
    assert main([*command, "no {n}"]) == 0
    assert "--remove-older" in capsys.readouterr().err and set(first) < set(files(out))
    changed = sorted(first)[0]
    (out / changed).write_bytes(b"mine")
    assert main([*command, "no {n}", "--remove-older"]) == 0
    said = capsys.readouterr().err
    assert "removed" in said and "was changed since: it stays" in said
    assert set(files(out)) & set(first) == {changed}
