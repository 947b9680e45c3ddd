"""House files: what they say is what Word is told, and a slip of the pen is told with its place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt

from editor.exporting import Choice, Exporter, house_path
from editor.files.errors import FileError
from editor.files.house import SHIPPED, load, own_files, own_folder, shipped
from editor.model.structure import Role
from tests.files.articles import article, story

LEAST = """
format = 1
[word.styles.base]
east_asia = "SimSun"
latin = "Arial"
size = 12
"""


@pytest.mark.parametrize("key", SHIPPED)
def test_those_that_ship_are_whole_and_have_names_in_both_languages(key: str) -> None:
    house = shipped(key)
    assert house.key == key and house.zh != house.en
    assert Role.HEADLINE in house.include and Role.CAPTION not in house.include
    assert house.sheet.look["body"].indent == 2


def test_the_official_layout_is_the_standards() -> None:
    sheet = shipped("official").sheet
    assert sheet.titles[0] == 22 and sheet.look["body"].size == 16
    assert sheet.look["headline"].east_asia == "FZXiaoBiaoSong-B05S"
    assert sheet.look["body"].east_asia == "FangSong"
    assert (sheet.look["body"].line, sheet.look["body"].exact) == (28, True)
    page = sheet.page
    assert (page.top, page.bottom, page.left, page.right) == (37, 35, 28, 26)
    assert int(page.depth / 28) == 22
    document = Document(
        io.BytesIO(Exporter(Choice("official")).target.file([story(article("题"))]))
    )
    (section,) = document.sections
    assert abs(section.left_margin - Mm(28)) < 1000 and abs(section.top_margin - Mm(37)) < 1000
    body = document.styles["Body Text First Indent"].paragraph_format
    assert body.line_spacing == Pt(28)
    assert document.settings.odd_and_even_pages_header_footer
    assert " PAGE " in section.footer.paragraphs[0]._p.xml
    assert section.footer.paragraphs[0].style.style_id == "Footer"
    assert section.even_page_footer.paragraphs[0].style.style_id == "FooterEven"


def test_a_house_of_ones_own_is_found_by_its_name() -> None:
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "晚报.toml"
    path.write_text(OWN, "utf-8")
    try:
        assert path in own_files()
        assert house_path("晚报") == path
        exporter = Exporter(Choice("晚报"))
        made = article("题", dateline="本报讯", kicker=("引",), caption=("图",))
        document = Document(io.BytesIO(exporter.target.file([story(made)])))
        ids = [paragraph.style.style_id for paragraph in document.paragraphs]
        assert ids == ["Title", *["BodyTextFirstIndent"] * 2, "Caption"]
        first = document.paragraphs[1].runs[0]
        assert (first.text, first.style.style_id, first.style.font.bold) == (
            "本报讯", "Dateline", True,
        )  # fmt: skip
        assert document.sections[0].header.paragraphs[0]._p.xml.count(" TITLE ") == 1
    finally:
        path.unlink()


OWN = """
format = 1
[word]
names = "{date}-{headline}"
include = ["headline", "dateline", "caption"]
header = "{title}"
[word.styles.base]
east_asia = "SimSun"
latin = "Arial"
size = 12
[word.styles.body]
indent = 2
[word.styles.dateline]
east_asia = "SimHei"
bold = true
"""


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("format = ", "bad-toml", ""),
        ("format = " + "9" * 5000, "bad-toml", ""),
        ("format = 1\n[word.styles]", "missing", "word.styles"),
        ("format = 2\n[word.styles.base]", "newer", ""),
        (LEAST + "colour = 1", "unknown-field", "word.styles.base: unknown field “colour”"),
        (LEAST + "[word.styles.title]", "unknown-field", "title"),
        (LEAST.replace("12", '"十号"'), "unknown-value", "word.styles.base.size"),
        (LEAST.replace("12", "[12, 14]"), "wrong-type", "word.styles.base.size"),
        (LEAST.replace("12", "900"), "out-of-range", "word.styles.base.size"),
        (LEAST + 'line = "28 em"', "unknown-value", "word.styles.base.line"),
        (LEAST + 'align = "outside"', "unknown-value", "word.styles.base.align"),
        (LEAST + "bold = 1", "wrong-type", "word.styles.base.bold"),
        (LEAST + '[word.page]\nleft = 100\nright = 100', "out-of-range", "word.page"),
        (LEAST + '[word.page]\ncharacters = -1', "out-of-range", "word.page.characters"),
        (LEAST.replace("[word", '[word]\nnames = "x"\n[word'), "no-field", "names"),
        (LEAST.replace("[word", '[word]\nfolio = "{no}"\n[word'), "unknown-value", "word.folio"),
        (LEAST.replace("[word", '[word]\ninclude = ["ads"]\n[word'), "unknown-value", "include[0]"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_told_with_its_place(
    text: str, code: str, place: str, tmp_path: Path
) -> None:
    path = tmp_path / "h.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(FileError) as caught:
        load(path)
    assert caught.value.code == code
    said = caught.value.message("en")
    assert said.startswith(str(path)) and place in said
    assert caught.value.message("zh") != said


def test_what_is_least_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    path.write_text(LEAST, "utf-8")
    house = load(path)
    assert house.sheet.titles == (12,) and house.title("zh") == "h"
    assert Exporter(Choice(str(path))).target.file([story(article("题"))])


def test_an_unknown_house_is_told() -> None:
    with pytest.raises(FileError) as caught:
        Exporter(Choice("nowhere"))
    assert caught.value.code == "no-house"
