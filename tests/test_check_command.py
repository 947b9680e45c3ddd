"""`galley check` under a house, and as SARIF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editor.cli import main
from editor.files.project import save
from editor.model.consistent import with_role
from editor.model.decisions import Decisions, Mark
from editor.model.places import Span
from editor.model.project import Page, Project, Style
from editor.model.rules import Rules, Term
from editor.model.source import Origin, Source
from editor.model.structure import Role
from editor.proofing import CHECKS
from tests.test_cli import TEXT

WRONG = TEXT.replace("长势良好，", "长势良好，，").replace("附近居民", "附近人口")
HOUSE = """format = 1
[checks]
doubled-mark = "note"
[terms]
"附近人口" = { put = "附近居民", why = "本报用语", severity = "error" }
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "第 2 版.txt"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "晚报.toml"
    path.write_text(HOUSE, "utf-8")
    return path


def test_a_house_says_what_is_looked_for(
    page: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--style", str(house), "--severity", "warning", str(page)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "第 2 版.txt:2: terms: the house prints 附近居民: 本报用语 "
        "[良好，，附近人口三三两两 → 良好，，附近居民三三两两]"
    ]
    house.write_text('format = 1\n[checks]\ndoubled-mark = "off"\n', "utf-8")
    assert main(["check", "--style", str(house), str(page)]) == 0
    assert capsys.readouterr().out == ""


def test_a_house_that_is_none_is_told(
    page: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.write_text('format = 1\n[checks]\nspaces = "off"\n', "utf-8")
    assert main(["check", "--style", str(house), str(page)]) == 1
    said = capsys.readouterr()
    assert "unknown field “spaces”" in said.err and said.out == ""
    assert main(["check", "--style", "我们的", str(page)]) == 1
    assert main(["check", "--style", str(house.with_suffix(".docx")), str(page)]) == 1
    assert "name a house file" in capsys.readouterr().err


def test_the_house_that_a_project_keeps_holds_where_none_is_named(
    tmp_path: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = Rules((("doubled-mark", "off"),), terms=(Term("附近人口", "附近群众"),))
    path = tmp_path / "a.galley"
    save(path, Project((Page("p1", Source(WRONG, Origin("2.txt"))),), style=Style((), rules)))
    assert main(["check", str(path)]) == 1
    assert "附近群众" in capsys.readouterr().out
    assert main(["check", "--style", str(house), str(path)]) == 1
    assert "附近群众" not in capsys.readouterr().out


def test_a_text_too_short_for_an_article_is_checked_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "short.txt"
    path.write_text("江边的的树绿了，，两岸的人都来看\n路通了,船开了\n", "utf-8")
    assert main(["check", "--json", str(path)]) == 1
    said = capsys.readouterr()
    assert "plain text" in said.err
    told = json.loads(said.out)["suspects"]
    assert [(one["text"], one["line"]) for one in told] == [("的的", 1), ("，，", 1), (",", 2)]
    project = tmp_path / "decided.galley"
    source = Source(path.read_text("utf-8"), Origin("short.txt"))
    furniture = with_role(
        Decisions(), source, Span(0, len(source.text)), Role.FURNITURE, Mark("x", "")
    )
    save(project, Project((Page("p1", source, furniture),)))
    assert main(["check", str(project)]) == 0, "an editor said that it is no text"


def test_english_is_told_in_whole_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "en.txt"
    path.write_text("The boats left in a hour, and the crew was happy at last.\n" * 3, "utf-8")
    assert main(["check", str(path)]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert "before “hour” it is “an” [left in a hour, → left in an hour,]" in first


def test_two_formats_at_once_are_a_mistake(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["check", "--json", "--sarif", str(page)]) == 2
    assert "--sarif 不能与 --json 同用" in capsys.readouterr().err
    assert main(["check", "--severity", "severe", str(page)]) == 2
    assert "--severity 不能是 'severe'" in capsys.readouterr().err


def sarif(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["check", "--sarif", *words]) == 1
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


def test_sarif_says_what_stands_where_and_what_to_put(
    page: Path, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = sarif(capsys, "--style", str(house), str(page))
    assert made["version"] == "2.1.0" and "sarif-2.1.0" in made["$schema"]
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [check.name for check in CHECKS]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["note", "error"]
    text, lines = WRONG, WRONG.split("\n")
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        artifact = run["artifacts"][place["artifactLocation"]["index"]]
        assert artifact["location"]["uri"] == place["artifactLocation"]["uri"] == page.as_uri()
        region = place["region"]
        start, length = region["charOffset"], region["charLength"]
        assert region["startLine"] == region["endLine"] == 2
        columns = slice(region["startColumn"] - 1, region["endColumn"] - 1)
        assert lines[1][columns] == text[start : start + length]
        (fix,) = result["fixes"]
        (change,) = fix["artifactChanges"]
        (replacement,) = change["replacements"]
        assert replacement["deletedRegion"] == region
        put = replacement["insertedContent"]["text"]
        assert put == {"，，": "，", "附近人口": "附近居民"}[text[start : start + length]]


def test_sarif_is_one_log_for_all_pages_and_whole_where_nothing_is_found(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sound = tmp_path / "sound.txt"
    sound.write_text(TEXT, "utf-8")
    made = sarif(capsys, page.name, "sound.txt")
    uris = [artifact["location"]["uri"] for artifact in made["runs"][0]["artifacts"]]
    assert uris == ["%E7%AC%AC%202%20%E7%89%88.txt", "sound.txt"]
    assert main(["check", "--sarif", "sound.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []


def test_a_name_is_compared_with_the_other_pages_of_a_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "河湾晚报讯 入冬以来，城北河岸的树苗长势良好，{}说，附近居民常来散步。\n树苗越冬\n"
    texts = [line.format("魏亚东") + line.format("魏亚东"), line.format("魏亚栋")]
    pages = tuple(
        Page(f"p{n}", Source(text, Origin(f"{n}.txt"))) for n, text in enumerate(texts, 1)
    )
    path = tmp_path / "a.galley"
    save(path, Project(pages))
    assert main(["check", str(path)]) == 1
    told = capsys.readouterr().out
    assert "2.txt:1: names spelt two ways: one character away from 魏亚东" in told
    alone = tmp_path / "2.txt"
    alone.write_text(texts[1], "utf-8")
    assert main(["check", str(alone)]) == 0


def test_so_is_an_organisation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = (
        "河湾晚报讯 入冬以来，城北河岸的树苗长势良好，记者从{}获悉，附近居民常来散步。\n树苗越冬\n"
    )
    names = ("城北区园林局", "城北区园林局", "城北区元林局")
    pages = tuple(
        Page(f"p{n}", Source(line.format(name), Origin(f"{n}.txt"))) for n, name in enumerate(names)
    )
    path = tmp_path / "a.galley"
    save(path, Project(pages))
    assert main(["check", "--json", str(path)]) == 1
    told = [json.loads(line)["suspects"] for line in capsys.readouterr().out.splitlines()]
    variants = [[(s["text"], s["fix"]) for s in page if s["rule"] == "variant"] for page in told]
    assert variants == [[], [], [("元林局", "园林局")]]


def test_what_two_checks_mend_alike_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "names.txt"
    lines = ["青山市人民政府和各县都在抓落实，青山市人民政府的干部下了乡。"] * 4
    path.write_text(
        "青山市人民政府昨日开会\n\n本报讯（记者李明）"
        + "\n".join(lines)
        + "青山市入民政府来人了。\n",
        "utf-8",
    )
    assert main(["check", "--json", str(path)]) == 1
    told = json.loads(capsys.readouterr().out)["suspects"]
    mended = [(one["text"], one["fix"]) for one in told if one["fix"]]
    assert mended == [("青山市入民政府", "青山市人民政府")]


def test_the_space_behind_a_dateline_is_the_houses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dateline.txt"
    path.write_text(
        "青山市财政局昨日开会\n\n本报讯（记者李明）青山市的工作已经完成，大家都很高兴。\n", "utf-8"
    )
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == ""
