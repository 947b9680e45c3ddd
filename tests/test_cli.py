"""The command line: results on standard output, trouble in words on standard error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from editor.cli import main
from editor.files.project import save
from editor.model import consistent
from editor.model.decisions import Decisions, Mark
from editor.model.project import Page, Project
from editor.model.source import Origin, Source

TEXT = """\
河湾晚报讯 入冬以来，城北河岸的三万
株树苗长势良好，附近居民三三两两在
林荫下散步。
“以前这里风一吹就是漫天黄沙。”住
在河东的退休教师说。 林小满
城北三万株树苗越冬
河湾晚报讯 昨日下午，第三小学的孩子
们把亲手做的鸟巢挂上了校园里的香樟
树。 周青禾
香樟树上新添鸟巢
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "第2版.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_reflow_prints_clean_text(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reflow", str(page)]) == 0
    said = capsys.readouterr()
    lines = said.out.split("\n")
    assert "城北三万株树苗越冬" in lines and "林小满" in lines
    assert any(line.endswith("附近居民三三两两在林荫下散步。") for line in lines)
    assert said.err == ""


def test_reflow_json_is_one_line_a_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reflow", "--json", str(page), str(page)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
    made = json.loads(first)
    assert [found["headline"] for found in made["articles"]] == [
        ["城北三万株树苗越冬"],
        ["香樟树上新添鸟巢"],
    ]
    assert made["page"] == "第2版.txt"
    assert all({"start", "end", "kind", "why"} <= doubt.keys() for doubt in made["doubts"])


def test_export_writes_a_file_an_article(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "稿件"
    assert main(["export", str(page), "-o", str(folder)]) == 0
    said = capsys.readouterr()
    paths = [Path(line.split("\t")[0]) for line in said.out.splitlines()]
    assert [path.name for path in paths] == [
        "第2版-01-城北三万株树苗越冬.docx",
        "第2版-02-香樟树上新添鸟巢.docx",
    ]
    assert "2 files written" in said.err and "replaced" not in said.err
    assert Document(str(paths[0])).paragraphs[0].text == "城北三万株树苗越冬"
    assert main(["export", str(page), "-o", str(folder)]) == 0
    assert "2 unchanged" in capsys.readouterr().err


def test_an_article_that_is_left_out_is_not_written_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Source(TEXT, Origin("第2版.txt"))
    out = consistent.with_left_out(Decisions(), TEXT.index("入冬"), True, Mark())
    save(tmp_path / "a.galley", Project((Page("p1", source, out),)))
    assert main(["export", str(tmp_path / "a.galley"), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    (line,) = said.out.splitlines()
    assert Path(line.split("\t")[0]).name == "第2版-02-香樟树上新添鸟巢.docx"
    assert "1 file written" in said.err and "1 left out" in said.err
    assert main(["reflow", "--json", str(tmp_path / "a.galley")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [article["left_out"] for article in told["articles"]] == [True, False]


def test_pages_of_one_name_do_not_overwrite_one_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = []
    for name in "ab":
        (tmp_path / name).mkdir()
        pages.append(tmp_path / name / "p.txt")
        pages[-1].write_text(TEXT, "utf-8")
    assert main(["export", *map(str, pages), "-o", str(tmp_path / "out")]) == 0
    assert len(set(capsys.readouterr().out.splitlines())) == 4
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_a_project_is_read_with_its_decisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Source(TEXT, Origin("第2版.txt"))
    at = TEXT.index("树苗长势") - 1
    fixed = consistent.with_patch(Decisions(), source, (at, 0), (at + 1, 0), "棵", Mark())
    path = tmp_path / "a.galley"
    save(path, Project((Page("1", source, fixed),)))
    assert main(["reflow", str(path)]) == 0
    assert "三万棵树苗长势良好" in capsys.readouterr().out


def test_a_bad_page_is_told_and_the_others_go_on(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes("树木成行".encode() + b"\xff" + "河岸".encode())
    assert main(["reflow", "--json", str(tmp_path / "none.txt"), str(bad), str(page)]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert f"{tmp_path / 'none.txt'}: there is no such file" in said.err
    assert f"{bad}: cannot be read as UTF-8: wrong byte at 12" in said.err


def test_trouble_is_told_in_the_readers_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["reflow", str(tmp_path)]) == 1
    assert "这是文件夹" in capsys.readouterr().err
    assert main(["--help"]) == 0
    assert "示例" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [[], ["reflow"], ["export"], ["poem", "x"], ["reflow", "--jsn", "x"]]
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == "" and "usage: galley" in said.err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["help"], ["help", "reflow"], ["export", "--help"], ["open", "-h"]):
        assert main(words) == 0
        assert "usage: galley" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("galley ")


def test_a_folder_that_cannot_be_made(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(page), "-o", str(page)]) == 1
    said = capsys.readouterr()
    assert said.out == "" and "is not a folder" in said.err


def test_standard_input_and_utf8_whatever_the_locale(page: Path) -> None:
    code = "import sys; from editor.cli import main; sys.exit(main())"
    run = subprocess.run(
        [sys.executable, "-c", code, "reflow", "--json", "-"],
        input=TEXT.encode("gb18030"),
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.decode("utf-8"))["page"] == "stdin"


def test_a_reader_that_stops_is_no_trouble(page: Path) -> None:
    code = "import sys; from editor.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, "reflow", str(page)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout and run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = "import sys, editor.cli; print(*sorted(sys.modules), sep='\\n')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert not loaded & {"PySide6", "numpy", "jieba", "docx", "lxml", "charset_normalizer"}


@pytest.mark.skipif(os.name == "nt", reason="named pipes and /dev are of Unix")
@pytest.mark.parametrize("words", [["reflow"], ["reflow", "--json"], ["--version"], ["--help"]])
def test_an_output_that_is_full_is_told(words: list[str], page: Path) -> None:
    code = "import sys; from editor.cli import main; sys.exit(main())"
    given = [] if words[0].startswith("--") else [str(page)]
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [sys.executable, "-c", code, *words, *given], stdout=full, stderr=subprocess.PIPE
        )
    assert run.returncode == 1
    assert run.stderr == b"galley: standard output: the disk is full\n"


def test_a_file_that_the_system_refuses_is_told_by_its_name(
    page: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> None:
        Path("/no/such/words.txt").read_bytes()  # as a list that ships with Galley and is gone

    monkeypatch.setattr("editor.analysis.read_many", refused)
    assert main(["reflow", str(page)]) == 1
    assert capfd.readouterr().err == "galley: /no/such/words.txt: there is no such folder\n"


@pytest.mark.skipif(os.name == "nt", reason="the shell closes standard input")
def test_a_closed_or_empty_input_is_told(page: Path) -> None:
    code = "import sys; from editor.cli import main; sys.exit(main())"
    for how in ("<&-", "</dev/null"):
        run = subprocess.run(
            ["sh", "-c", f'exec "{sys.executable}" -c "{code}" reflow - {how}'],
            capture_output=True,
        )
        assert (run.returncode, run.stderr) == (1, b"galley: -: there is no text in it\n")


def test_a_page_without_articles_is_told_and_is_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folio = tmp_path / "a.txt"
    folio.write_text("第3版\n", "utf-8")
    assert main(["reflow", str(folio)]) == 0
    said = capsys.readouterr()
    assert said.out == "" and said.err == f"galley: {folio}: no article found\n"
    assert main(["reflow", "--json", str(folio)]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == []
    assert main(["export", str(folio), "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == f"galley: {folio}: no article found\n"
    assert not (tmp_path / "out").exists()


def test_a_failed_export_counts_nothing(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(page), "-o", str(page)]) == 1
    assert "written" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["reflow"], "缺少参数：文件"),
        (["reflow", "--jsn", "x"], "不认识的参数：--jsn"),
        (["poem"], "没有命令 'poem'"),
        (["export", "x", "-o"], "-o/--output 后面缺少内容"),
        (["export", "x", "-o", ""], "-o/--output 后面的内容不可用：''"),
        (["reflow", "--json=1", "x"], "--json 不带内容：'1'"),
    ],
)
def test_a_chinese_reader_is_told_in_chinese(
    words: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.startswith("用法：galley") and told in said
    assert "error" not in said and "usage" not in said


@pytest.mark.parametrize("words", [["--help"], ["reflow", "-h"], ["export", "-h"], ["open", "-h"]])
def test_chinese_help_is_chinese(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(words) == 0
    said = capsys.readouterr().out
    assert said.startswith("用法：galley")
    for english in ("usage", "PAGE", "COMMAND", "DIR", "options", "positional"):
        assert english not in said


def test_names_are_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reflow", "a\nb\x1b[31m", ""]) == 1
    assert capsys.readouterr().err == (
        "galley: a\ufffdb\ufffd[31m: there is no such file\ngalley: “”: there is no such file\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="signals are of Unix")
def test_an_export_that_is_ended_leaves_nothing(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    code = (
        "import os, signal, sys\n"
        "from editor.cli import main\n"
        "really = os.replace\n"
        "def replace(a, b):\n"
        "    really(a, b)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "os.replace = replace\n"
        "sys.exit(main())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "export", str(page), "-o", str(folder)], capture_output=True
    )
    assert (run.returncode, run.stdout) == (130, b"")
    assert not folder.exists()


WRONG = TEXT.replace("长势良好，", "长势良好，，").replace("漫天黄沙。”", "漫天黄沙。")


def test_check_lists_what_is_wrong_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "第2版.txt"
    path.write_text(WRONG, "utf-8")
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "第2版.txt:2: doubled marks: two marks where one is meant: ，， "
        "[长势良好，，附近居民 → 长势良好，附近居民]",
        "第2版.txt:4: paired marks: “ is not closed [“以前这里]",
    ]
    assert said.err == ""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["check", str(path)]) == 1
    assert "第2版.txt:2: 重复标点：标点重复：，， [" in capsys.readouterr().out


def test_check_is_quiet_on_a_right_page_and_below_the_severity(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(page)]) == 0
    assert capsys.readouterr().out == ""
    path = tmp_path / "one.txt"
    path.write_text(TEXT.replace("第三小学", "ＡＢ小学"), "utf-8")
    assert main(["check", "--severity", "warning", str(path)]) == 1
    assert "full-width characters" in capsys.readouterr().out
    assert main(["check", "--severity", "error", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", str(tmp_path / "none.txt"), str(page)]) == 1
    assert "none.txt" in capsys.readouterr().err


def test_check_json_is_one_line_a_page_with_raw_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(WRONG, "utf-8")
    assert main(["check", "--json", "--severity", "error", str(path)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    made = json.loads(line)
    first = made["suspects"][0]
    assert WRONG[first["start"] : first["end"]] == first["text"] == "，，"
    assert (made["page"], first["line"], first["fix"]) == ("page.txt", 2, "，")
    assert first["rule"] == "doubled-mark" and first["severity"] == "error"
