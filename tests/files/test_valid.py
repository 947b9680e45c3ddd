"""What is exported is valid by the format's own schemas, and other programs read what it says."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from editor.analysis import read
from editor.exporting import Choice, Exporter
from editor.files.docx.document import styled
from editor.files.export.story import Story
from editor.files.house import SHIPPED, shipped
from editor.files.text import read_page
from editor.model.decisions import Decisions
from editor.model.meta import Meta
from editor.model.project import Page, Style
from editor.model.reading import Article
from editor.resources import sample_page
from tests import office
from tests.files.articles import article, page, story

META = Meta("清渚日报", "2026年11月7日", "要闻", "2")


def complaints(data: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "checked.docx"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def sample(kind: str) -> list[Story]:
    source = read_page(sample_page())
    made = Page("p1", source, meta=META)
    exporter = Exporter(Choice(kind=kind))
    return exporter.stories(made, read(source, Decisions(), Style()), Style())


@pytest.mark.parametrize("house", SHIPPED)
@pytest.mark.parametrize("kind", ["docx", "proof"])
def test_every_file_of_every_style_is_valid(house: str, kind: str, tmp_path: Path) -> None:
    told = sample(kind)
    target = Exporter(Choice(house, kind, captions=True)).target
    for one in told:
        assert complaints(target.file([one]), tmp_path) == []
    assert complaints(target.file(told, "全版"), tmp_path) == []


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    data = Exporter(Choice()).target.file(sample("docx")[:1])
    for part, old, new in (
        ("word/document.xml", b"<w:pPr><w:pStyle", b'<w:pPr><w:jc w:val="left"/><w:pStyle'),
        ("word/styles.xml", b'w:lineRule="auto"', b'w:lineRule="wide"'),
        ("word/settings.xml", b"<w:compat>", b"<w:compact/><w:compat>"),
    ):
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as good, zipfile.ZipFile(held, "w") as bad:
            for name in good.namelist():
                content = good.read(name)
                bad.writestr(name, content.replace(old, new) if name == part else content)
        assert complaints(held.getvalue(), tmp_path), part


# Chinese with the rare blocks B to G, marks that two scripts share, Latin, Greek, Arabic, kana,
# hangul, emoji beyond the first plane, combining marks, and what XML has words of its own for.
MARKS = st.one_of(
    st.sampled_from(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年"
    ),
    st.sampled_from("，。、；：？！“”‘’（）《》—…·〈〉「」"),
    st.sampled_from("abcXYZ0129 .,-'\"&<>%/"),
    st.sampled_from("αβжשםعربיかなカナ한글é\u0301ß×±№"),
    st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DF),
    st.characters(min_codepoint=0x2A700, max_codepoint=0x2EBE0),
    st.characters(min_codepoint=0x30000, max_codepoint=0x3134A),
    st.sampled_from("😀🀄𝒜𠮷"),
)
TEXTS = st.text(MARKS, min_size=1, max_size=80)
LINES = st.lists(TEXTS, max_size=3).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return article(
        *draw(LINES),
        body=draw(st.lists(TEXTS, min_size=1, max_size=4).map(tuple)),
        byline=draw(LINES),
        dateline=draw(st.none() | TEXTS),
        kicker=draw(LINES),
        subhead=draw(LINES),
        crosshead=draw(LINES),
        note=draw(LINES),
        caption=draw(LINES),
    )


def told_by(one: Story, exporter: Exporter) -> list[str]:
    """What stands in the file, by the article itself."""
    made = styled(one, exporter.package, exporter.include)
    return ["\n".join(paragraph.lines) for paragraph in made]


def ink(lines: list[str]) -> str:
    return "".join("".join(line.split()) for line in lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=articles(), house=st.sampled_from(SHIPPED))
def test_any_article_is_read_back_as_it_is(made: Article, house: str, tmp_path: Path) -> None:
    exporter = Exporter(Choice(house, captions=True))
    one = story(made)
    data = exporter.target.file([one])
    back = [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
    assert back == (told_by(one, exporter) or [""])
    # And the article's own text is all there, in its order.
    parts = [*made.kicker, *made.headline, *made.subhead, *(name.text for name in made.byline)]
    parts += [made.dateline] if made.dateline else []
    parts += [block.text for block in (*made.blocks, *made.captions)]
    assert ink(back) == ink([part.text for part in parts])
    assert all(text and text == text.strip() for text in back) or back == [""]
    assert complaints(data, tmp_path) == []


@pytest.mark.office
@pytest.mark.skipif(not office.available(), reason="LibreOffice cannot be driven here")
def test_libreoffice_reads_exactly_what_is_there(tmp_path: Path) -> None:
    drawn: list[Article] = []

    @settings(max_examples=25, database=None, derandomize=True)
    @given(articles())
    def draw(made: Article) -> None:
        drawn.append(made)

    draw()
    exporter = Exporter(Choice(captions=True))
    told = [story(made) for made in drawn] + sample("docx")
    jobs = []
    for number, one in enumerate(told):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(exporter.target.file([one]))
        jobs.append((path, "", ""))
    for one, found in zip(told, office.opened(jobs, tmp_path), strict=True):
        assert found["paragraphs"] == (told_by(one, exporter) or [""])


@pytest.mark.office
@pytest.mark.skipif(not office.available(), reason="LibreOffice cannot be driven here")
def test_indents_are_two_characters_and_lines_as_long_as_the_style_says(tmp_path: Path) -> None:
    text = "树" * 300
    made = article("题", body=(text,), byline=())
    jobs = []
    for house in SHIPPED:
        path = tmp_path / f"{house}.docx"
        path.write_bytes(Exporter(Choice(house)).target.file([story(made)]))
        jobs.append((path, "", str(tmp_path / f"{house}.pdf")))
    office.opened(jobs, tmp_path)
    for house in SHIPPED:
        run = subprocess.run(
            ["pdftotext", "-layout", "-bbox", str(tmp_path / f"{house}.pdf"), "-"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        words = [line for line in run.stdout.split("\n") if "树树" in line]
        edges = [float(line.split('xMin="')[1].split('"')[0]) for line in words]
        lengths = [line.count("树") for line in words]
        sheet = shipped(house).sheet
        look = sheet.look["body"]
        pitch = look.size + sheet.closer(look) / 20
        assert edges[0] - edges[1] == pytest.approx(2 * pitch, abs=0.15), house
        assert lengths[1] == int(sheet.page.measure / pitch + 0.01) == lengths[0] + 2, house
        if sheet.page.characters:
            assert lengths[1] == sheet.page.characters == 28


def test_headings_and_pages_of_one_file(tmp_path: Path) -> None:
    told = [story(article("甲"), 1, page("p", META)), story(article("乙"), 2, page("p", META))]
    exporter = Exporter(Choice(together=True))
    document = Document(io.BytesIO(exporter.target.file(told, "第2版")))
    titles = [p.text for p in document.paragraphs if p.style.style_id.startswith("Title")]
    assert titles == ["甲", "乙"]
    assert [section.start_type for section in document.sections] == [2, 2]  # each a new page
    assert document.core_properties.title == "第2版"
    assert document.core_properties.subject == "清渚日报 要闻 2"
    assert document.core_properties.created.date().isoformat() == "2026-11-07"
