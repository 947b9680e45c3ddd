"""The package that every manuscript shares, made once a process and then only read.

python-docx supplies a package that Word takes; its styles give way to the table in `styles`,
and what a manuscript has no use for (a preview picture, its theme, lists) is taken out.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import quoteattr

from editor.files.docx.styles import (
    FONTS,
    LATIN,
    MARGIN_SIDE,
    MARGIN_TOP,
    MARK_STYLES,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SONG,
    STYLES,
    ParagraphStyle,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f'xmlns:w="{W}"'
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_CHINESE = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'

_UNUSED = ("stylesWithEffects", "webSettings", "theme", "customXml", "numbering", "thumbnail")


@dataclass(frozen=True, slots=True)
class Template:
    """The parts of the package in order, and the XML of the section that ends each document."""

    parts: tuple[tuple[str, bytes], ...]
    section: bytes


@cache
def template() -> Template:
    """The shared package."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.shared import Twips
    from lxml import etree

    made: Any = Document()
    for owner in (made.part, made.part.package):
        for key in [k for k, rel in owner.rels.items() if rel.reltype.endswith(_UNUSED)]:
            del owner.rels[key]
    sheet = made.styles.element
    for child in list(sheet):
        sheet.remove(child)
    for xml in (_DEFAULTS, _LATENT, *map(_style_xml, STYLES), *_PLAIN, *_marks_xml()):
        sheet.append(parse_xml(xml))
    section = made.sections[0]
    section.page_width, section.page_height = Twips(PAGE_WIDTH), Twips(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Twips(MARGIN_SIDE)
    section.top_margin = section.bottom_margin = Twips(MARGIN_TOP)
    section.header_distance = section.footer_distance = Twips(992)
    folio = section.footer.paragraphs[0]
    folio.style = made.styles["footer"]
    for xml in _FOLIO:
        folio._p.append(parse_xml(xml))
    held = io.BytesIO()
    made.save(held)
    own = {
        "word/settings.xml": _SETTINGS.encode(),
        "word/fontTable.xml": _font_table().encode(),
        "docProps/app.xml": _APP.encode(),
    }
    with zipfile.ZipFile(held) as package:
        names = package.namelist()
        parts = tuple((name, own.get(name) or package.read(name)) for name in names)
    return Template(parts, etree.tostring(section._sectPr))


def _style_xml(style: ParagraphStyle) -> str:
    """One `w:style`; children in the order that the schema wants."""
    twips = round(style.indent * style.size * 20)
    default = ' w:default="1"' if style.id == "Normal" else ""
    custom = ' w:customStyle="1"' if style.own else ""
    based_on = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    half_points = round(style.size * 2)
    return (
        f'<w:style {_W} w:type="paragraph"{default}{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based_on}<w:next w:val="{style.following}"/>'
        f"<w:qFormat/><w:pPr>{keep}"
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
        f' w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
        f'<w:ind w:firstLineChars="{style.indent * 100}" w:firstLine="{twips}"/>'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="{style.latin}" w:hAnsi="{style.latin}"'
        f' w:eastAsia="{style.east_asia}" w:cs="{LATIN}"/>'
        f'{bold}<w:kern w:val="2"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        f"{_LANGUAGE if style.latin == LATIN else _CHINESE}</w:rPr></w:style>"
    )


def _marks_xml() -> list[str]:
    """The character styles of marks: a Chinese font as the Latin one, and the language with it.

    By the language programs choose what stands in for a font that a system does not have.
    """
    return [
        f'<w:style {_W} w:type="character" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{font} 标点"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{_CHINESE}</w:rPr></w:style>'
        for font, name in MARK_STYLES.items()
    ]


_DEFAULTS = (
    f"<w:docDefaults {_W}><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{SONG}" w:cs="{LATIN}"/>'
    f'<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/>{_LANGUAGE}'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
_LATENT = (
    f'<w:latentStyles {_W} w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
_PLAIN = (
    f'<w:style {_W} w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    f'<w:style {_W} w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    f'<w:style {_W} w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
)
_FOLIO = (
    f'<w:r {_W}><w:t xml:space="preserve">— </w:t></w:r>',
    f'<w:fldSimple {_W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    f'<w:r {_W}><w:t xml:space="preserve"> —</w:t></w:r>',
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SETTING = "http://schemas.microsoft.com/office/word"
# Word's own lists for Chinese, stated for the programs that read them and have others.
_NOT_LAST = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_NOT_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞"
    "！＂％＇），．：；？］｀｜｝～￠"
)
_SETTINGS = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    f'<w:noLineBreaksAfter w:lang="zh-CN" w:val={quoteattr(_NOT_LAST)}/>'
    f'<w:noLineBreaksBefore w:lang="zh-CN" w:val={quoteattr(_NOT_FIRST)}/><w:compat>'
    "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    f'<w:compatSetting w:name="compatibilityMode" w:uri="{_SETTING}" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Galley</Application></Properties>'
)


def _font_table() -> str:
    def font(name: str, other: str, panose: str, charset: str, family: str) -> str:
        alias = f"<w:altName w:val={quoteattr(other)}/>" if other else ""
        return (
            f'<w:font w:name="{name}">{alias}<w:panose1 w:val="{panose}"/>'
            f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/>'
            '<w:pitch w:val="variable"/></w:font>'
        )

    return f"{_HEAD}<w:fonts {_W}>{''.join(font(*entry) for entry in FONTS)}</w:fonts>"
