"""A Word file holds the article in styles, is the same each time, and opens elsewhere."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from editor.files.docx import document, headline, runs
from editor.files.docx.template import package
from editor.files.house import PARTS, shipped
from editor.model.reading import Article
from editor.model.structure import Role
from tests.files.articles import BODY, WHOLE, article, story

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


PACKAGE = package(shipped().sheet)
EVERYTHING = frozenset(PARTS.values())


def docx_bytes(*made: Article, title: str = "") -> bytes:
    told = [story(one, number) for number, one in enumerate(made, 1)]
    return document.docx_bytes(told, PACKAGE, EVERYTHING, title)


def opened(made: Article) -> Any:
    return Document(io.BytesIO(docx_bytes(made)))


def told(made: Article) -> list[tuple[str, str]]:
    return [(p.style.style_id, p.text) for p in opened(made).paragraphs]


def test_each_part_has_its_style_in_order() -> None:
    assert told(WHOLE) == [
        ("Kicker", "坚持绿色发展"),
        ("Title", "城北三万株树苗越冬\n五年治理一条河"),
        ("Subtitle", "——五年见闻"),
        ("Byline", "本报记者 林小满\u3000周青禾"),
        ("BodyTextFirstIndent", f"本报讯\u3000{BODY[0]}"),
        ("BodyTextFirstIndent", BODY[1]),
        ("Heading2", "一条河的新生"),
        ("Note", "编者按：今起刊发。"),
        ("Caption", "图为新栽的树苗。"),
    ]


def test_styles_carry_fonts_language_indents_and_the_outline() -> None:
    styles = {style.style_id: style.element for style in opened(WHOLE).styles}
    for name, indent, size in (
        ("Normal", "0", "0"),
        ("Title", "0", "0"),
        ("Byline", "0", "0"),
        ("BodyTextFirstIndent", "200", "480"),
    ):
        held = styles[name].find(f"{W}pPr/{W}ind")
        assert held.get(f"{W}firstLineChars") == indent
        assert held.get(f"{W}firstLine") == size
        fonts = styles[name].find(f"{W}rPr/{W}rFonts")
        assert fonts.get(f"{W}eastAsia") and fonts.get(f"{W}ascii")
        assert styles[name].find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == "zh-CN"
    assert styles["Title"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    assert all(name.isascii() for name in styles)


def parts_of(made: Article) -> dict[str, Any]:
    """The parts of a package that are XML, by their names."""
    package = zipfile.ZipFile(io.BytesIO(docx_bytes(made)))
    return {
        name: etree.fromstring(package.read(name))
        for name in package.namelist()
        if name.endswith((".xml", ".rels"))
    }


def test_runs_carry_a_style_and_the_hint_and_nothing_else() -> None:
    root = parts_of(WHOLE)["word/document.xml"]
    hints = 0
    for about in root.iter(f"{W}rPr"):
        *style, fonts = about
        assert fonts.tag == f"{W}rFonts" and fonts.attrib == {f"{W}hint": "eastAsia"}
        assert [held.tag for held in style] in ([], [f"{W}rStyle"])
        hints += 1
    assert hints
    assert {child.tag for about in root.iter(f"{W}pPr") for child in about} == {f"{W}pStyle"}


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("“绿色”——他说……", ""),
        ("共5公里，名为“A岸”", "5 A"),
        ("It’s “smart” — very", "It’s “smart” — very"),
        ("他说It’s a “smart” city吗", "It’s a “smart” city"),
        ("“AI”来了", "AI"),
        ("清水·绿岸", ""),
        ("“1227”工程", "1227"),
        ("“1227”", "1227"),
        ("第1—3季度，“GDP”——“1227”……", "1 3 GDP 1227"),
        ("“5G”“6G”网络", "5G 6G"),
        ("欧·Smith·利", "Smith"),
        ("The word “树” — a tree’s name in “1227”", "The word “ ” — a tree’s name in “1227”"),
        ("Cafe\u0301’s “best” cup", "Cafe\u0301’s “best” cup"),
    ],
)
def test_marks_follow_their_surroundings(text: str, latin: str) -> None:
    pieces = runs.runs(text)
    assert "".join(piece.text for piece in pieces) == text
    assert " ".join(piece.text for piece in pieces if not piece.chinese).strip() == latin


def test_a_line_of_digits_goes_with_its_article() -> None:
    assert [piece.text for piece in runs.runs("“1227”") if piece.chinese] == ["“", "”"]
    assert not any(piece.chinese for piece in runs.runs("“1227”", default=False))


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("他说“1227”工程", "”"),
        ("“绿色”", "“"),
        ("他说“绿色”——好……", ""),
        ("投入5.2%……和“A”、“B”", "…… ” ”"),
        ("清水·“绿岸”", "·“"),
        ("It’s “smart” — very", ""),
    ],
)
def test_marks_that_the_hint_is_not_enough_for_take_a_style(text: str, stray: str) -> None:
    assert " ".join(piece.text for piece in runs.runs(text) if piece.stray) == stray
    made = article("题", body=(text,), byline=())
    root = parts_of(made)["word/document.xml"]
    styled = [
        "".join(run.itertext())
        for run in root.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    assert " ".join(styled) == stray


def test_every_style_that_is_named_is_there() -> None:
    parts = parts_of(WHOLE)
    known = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    named = {
        held.get(f"{W}val")
        for part in parts.values()
        for tag in ("pStyle", "rStyle", "basedOn", "next")
        for held in part.iter(f"{W}{tag}")
    }
    assert "ChineseMark1" in named and named <= known


# The order in which ECMA-376 wants the children of these, as far as a manuscript has them.
ORDER = {
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "pPr": "pStyle keepNext keepLines spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs kern sz szCs lang",
    "sectPr": "footerReference pgSz pgMar cols docGrid",
    "settings": "zoom defaultTabStop characterSpacingControl noLineBreaksAfter noLineBreaksBefore"
    " compat themeFontLang decimalSymbol listSeparator",
    "compat": "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace"
    " doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting",
    "font": "altName panose1 charset family pitch",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
}


def test_elements_stand_in_the_order_of_the_schema() -> None:
    seen = set()
    for name, root in parts_of(WHOLE).items():
        for element in root.iter():
            kind = etree.QName(element).localname
            if kind not in ORDER or not element.tag.startswith(W):
                continue
            order = ORDER[kind].split()
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), (name, kind, [child.tag for child in element])
            seen.add(kind)
    assert seen == ORDER.keys()


def test_no_paragraph_is_empty() -> None:
    made = article("题", "", body=("甲", " ", "", "\u3000", "乙"), byline=("", " "), caption=("",))
    root = parts_of(made)["word/document.xml"]
    texts = ["".join(paragraph.itertext()) for paragraph in root.iter(f"{W}p")]
    assert texts == ["题", "甲", "乙"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_runs_lose_nothing(text: str) -> None:
    assert "".join(piece.text for piece in runs.runs(text)) == text


def test_the_same_article_gives_the_same_bytes() -> None:
    assert docx_bytes(WHOLE) == docx_bytes(WHOLE)
    assert docx_bytes(WHOLE) != docx_bytes(article("别的"))


def test_properties_name_the_article_and_its_people() -> None:
    held = opened(WHOLE).core_properties
    assert held.title == "城北三万株树苗越冬 五年治理一条河"
    assert held.author == "本报记者 林小满; 周青禾"


def test_what_xml_cannot_hold_is_seen() -> None:
    texts = [text for _, text in told(article("树\x01木", body=("甲\x00乙\ufffe丙\x0c丁",)))]
    assert texts == ["树\ufffd木", "林小满", "甲\ufffd乙\ufffd丙 丁"]


LONG = "北岸生态修复工程指挥部与第七市政园林养护有限公司签署战略合作协议共建样板河段"


@pytest.mark.parametrize(
    ("lines", "style", "set_as"),
    [
        (["城北三万株树苗越冬"], "Title", "城北三万株树苗越冬"),
        (["城" * 19, "短"], "Title", "城" * 19 + "\n短"),
        (["城" * 22, "短"], "TitleMedium", "城" * 22 + "\n短"),
        (["城" * 27, "短"], "TitleSmall", "城" * 27 + "\n短"),
        (
            ["城北河岸以绿色工程带动乡村振兴 五年栽下三万株过冬的小树苗"],
            "Title",
            "城北河岸以绿色工程带动乡村振兴\n五年栽下三万株过冬的小树苗",
        ),
    ],
)
def test_a_long_headline_takes_a_smaller_style_or_breaks_at_its_marks(
    lines: list[str], style: str, set_as: str
) -> None:
    assert told(article(*lines))[0] == (style, set_as)


def test_a_headline_breaks_between_words_only() -> None:
    style, text = told(article(LONG))[0]
    assert text.replace("\n", "") == LONG
    lines = text.split("\n")
    size = dict(PACKAGE.style_of[Role.HEADLINE])[style]
    assert all(headline.width(line) * size <= PACKAGE.measure for line in lines)
    for word in ("工程", "指挥部", "园林", "养护", "有限公司", "战略", "协议", "样板"):
        assert any(word in line for line in lines), f"{word} is cut in {lines}"


def test_balanced_lines_are_as_few_as_fit() -> None:
    def split(line: str) -> list[str]:
        return list(line)

    assert headline.balanced("一二三四五六七", 5, split) == ["一二三四", "五六七"] or (
        headline.balanced("一二三四五六七", 5, split) == ["一二三", "四五六七"]
    )
    assert headline.balanced("一二三", 0.5, split) == []
