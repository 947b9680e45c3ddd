"""The package that all manuscripts of a house share: made once a process, then only read.

python-docx supplies a package that Word takes; its styles give way to the house's, and what a
manuscript has no use for (a preview picture, lists) is taken out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from editor.files.docx import zipped
from editor.files.docx.fixed import APP, LATENT, PLAIN, W, font_table, settings
from editor.files.docx.runs import runs
from editor.files.docx.styles import (
    ALIGNS,
    BUILT_IN,
    DATELINE,
    LADDER,
    PART_OF,
    Look,
    ParagraphStyle,
    Sheet,
    fonts,
)
from editor.model.structure import Role

_W = f'xmlns:w="{W}"'
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_CHINESE = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'

_UNUSED = ("stylesWithEffects", "webSettings", "customXml", "numbering", "thumbnail")

DOCUMENT, CORE = "word/document.xml", "docProps/core.xml"


@dataclass(frozen=True)
class Package:
    """What a document is put into, and the names of the styles that it uses.

    `parts`: all entries of the zip in order, but for `DOCUMENT` and `CORE`, which are None.
    `section`: the XML of the section that ends each document. `style_of`: by role, the ids of
    its paragraph styles with their sizes in points, the largest first. `marks`: by paragraph
    style, the character style of marks that go astray (see `runs`). `dateline`: the character
    style of datelines and that of its marks; empty where they have none.
    """

    parts: tuple[tuple[str, zipped.Entry | None], ...]
    section: bytes
    measure: float
    style_of: Mapping[Role, tuple[tuple[str, float], ...]]
    marks: Mapping[str, str]
    dateline: tuple[str, str] = ("", "")


@cache
def package(sheet: Sheet) -> Package:
    """The package of a house's sheet."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Mm
    from lxml import etree

    made: Any = Document()
    for owner in (made.part, made.part.package):
        for key in [k for k, rel in owner.rels.items() if rel.reltype.endswith(_UNUSED)]:
            del owner.rels[key]
    own = made.styles.element
    for child in list(own):
        own.remove(child)
    outside = sheet.look["folio"].align == "outside"
    for xml in (_defaults(sheet), LATENT, *_styles(sheet, outside), *PLAIN, *_marks_xml(sheet)):
        own.append(parse_xml(xml))
    section, page = made.sections[0], sheet.page
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.header_distance, section.footer_distance = Mm(page.header), Mm(page.footer)
    made.settings.odd_and_even_pages_header_footer = outside
    for text, place, style in (
        (sheet.folio, section.footer, "Footer"),
        (sheet.folio if outside else "", section.even_page_footer, "FooterEven"),
        (sheet.header, section.header, "Header"),
        (sheet.header if outside else "", section.even_page_header, "Header"),
    ):
        if text:
            paragraph = place.paragraphs[0]._p
            for child in list(paragraph):
                paragraph.remove(child)
            for xml in (f'<w:pPr {_W}><w:pStyle w:val="{style}"/></w:pPr>', *_running(text)):
                paragraph.append(parse_xml(xml))
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:  # Word alone keeps to it as it is meant: `Sheet.closer` does its work
        section._sectPr.remove(grid)
    held = io.BytesIO()
    made.save(held)
    ours = {
        "word/settings.xml": settings(outside),
        "word/fontTable.xml": font_table(fonts(sheet)),
        "docProps/app.xml": APP,
        DOCUMENT: None,
        CORE: None,
    }
    with zipfile.ZipFile(held) as saved:
        parts: list[tuple[str, zipped.Entry | None]] = []
        for name in saved.namelist():
            data = ours.get(name, saved.read(name))
            parts.append((name, None if data is None else zipped.entry(name, data)))
    style_of = {
        role: tuple(
            (BUILT_IN[part].id if role is not Role.HEADLINE else LADDER[step], size)
            for step, size in enumerate(_sizes(sheet, part))
        )
        for role, part in PART_OF.items()
    }
    marks = {
        style.id: sheet.marks[style.look.east_asia]
        for style in sheet.styles
        if style.look.east_asia != style.look.latin
    }
    dateline = (DATELINE, f"{DATELINE}Mark") if sheet.dateline else ("", "")
    return Package(
        tuple(parts),
        etree.tostring(section._sectPr),
        page.measure,
        style_of,
        marks,
        dateline,
    )


def _sizes(sheet: Sheet, part: str) -> tuple[float, ...]:
    return sheet.titles if part == "headline" else (sheet.look[part].size,)


def _running(text: str) -> list[str]:
    """A header's or footer's text: its runs, and a field code for each {field}."""
    found: list[str] = []
    for part in re.split(r"(\{\w+\})", text):
        field = _FIELDS.get(part[1:-1]) if part[:1] == "{" else None
        if field:
            found.append(
                f'<w:fldSimple {_W} w:instr=" {field[0]} "><w:r><w:t>{field[1]}</w:t></w:r>'
                "</w:fldSimple>"
            )
            continue
        for run in runs(part, default=False):
            hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' if run.chinese else ""
            found.append(
                f'<w:r {_W}>{hint}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
            )
    return found


_FIELDS = {
    "page": ("PAGE", "1"),
    "pages": ("NUMPAGES", "1"),
    "title": ("TITLE", ""),
    "source": ("SUBJECT", ""),
}
"""Field codes, with what stands there until a program fills them."""


def _styles(sheet: Sheet, outside: bool) -> list[str]:
    found = [_style_xml(style, sheet.closer(style.look)) for style in sheet.styles]
    if outside:
        found.append(
            f'<w:style {_W} w:type="paragraph" w:customStyle="1" w:styleId="FooterEven">'
            '<w:name w:val="页脚（双页）"/><w:basedOn w:val="Footer"/><w:pPr>'
            f"{_outside(sheet.look['folio'], 'left', 'right')}"
            '<w:jc w:val="left"/></w:pPr></w:style>'
        )
    return found


def _outside(look: Look, side: str, other: str) -> str:
    """The indent of a folio that stands outside, and none on the other side."""
    return (
        f'<w:ind w:{side}Chars="{round(look.indent * 100)}"'
        f' w:{side}="{round(look.indent * look.size * 20)}"'
        f' w:{other}Chars="0" w:{other}="0" w:firstLineChars="0" w:firstLine="0"/>'
    )


def _style_xml(style: ParagraphStyle, closer: int) -> str:
    """One `w:style`; children in the order that the schema wants. `closer`: in twips."""
    look, is_a = style.look, style.is_a
    default = ' w:default="1"' if style.id == "Normal" else ""
    custom = ' w:customStyle="1"' if is_a.own else ""
    based_on = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    outline = "" if is_a.outline is None else f'<w:outlineLvl w:val="{is_a.outline}"/>'
    keep = "<w:keepNext/><w:keepLines/>" if is_a.keep_next else ""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    half_points = round(look.size * 2)
    line, rule = (look.line * 20, "exact") if look.exact else (look.line * 240, "auto")
    indent = (
        f'<w:ind w:firstLineChars="{round(look.indent * 100)}"'
        f' w:firstLine="{round(look.indent * (look.size * 20 + closer))}"/>'
    )
    spacing = f'<w:spacing w:val="{closer}"/>' if closer else ""
    if look.align == "outside":
        indent = _outside(look, "right", "left")
    return (
        f'<w:style {_W} w:type="paragraph"{default}{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based_on}<w:next w:val="{is_a.following}"/>'
        f"<w:qFormat/><w:pPr>{keep}"
        f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"'
        f' w:line="{round(line)}" w:lineRule="{rule}"/>'
        f'{indent}<w:jc w:val="{ALIGNS.get(look.align, "right")}"/>{outline}</w:pPr><w:rPr>'
        f"{_fonts_xml(look)}"
        f'{bold}{spacing}<w:kern w:val="2"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/>'
        f"{_CHINESE if look.latin == look.east_asia else _LANGUAGE}</w:rPr></w:style>"
    )


def _fonts_xml(look: Look) -> str:
    latin, chinese = quoteattr(look.latin), quoteattr(look.east_asia)
    return (
        f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={chinese}"
        f" w:cs={quoteattr(look.latin)}/>"
    )


def _marks_xml(sheet: Sheet) -> list[str]:
    """The character styles of marks, and of datelines where they have one.

    A mark has a Chinese font as its Latin one, and the language with it: by the language
    programs choose what stands in for a font that a system does not have.
    """

    def style(id: str, name: str, fonts: str, bold: str = "", based: str = "") -> str:
        hidden = "" if id == DATELINE else '<w:uiPriority w:val="99"/><w:semiHidden/>'
        based = based or "DefaultParagraphFont"
        return (
            f'<w:style {_W} w:type="character" w:customStyle="1" w:styleId="{id}">'
            f'<w:name w:val={quoteattr(name)}/><w:basedOn w:val="{based}"/>'
            f"{hidden}<w:rPr>{fonts}{bold}"
            f"{_CHINESE if hidden else _LANGUAGE}</w:rPr></w:style>"
        )

    def both(font: str) -> str:
        return f"<w:rFonts w:ascii={quoteattr(font)} w:hAnsi={quoteattr(font)}/>"

    found = [style(id, f"{font} 标点", both(font)) for font, id in sheet.marks.items()]
    if look := sheet.dateline:
        found.append(
            style(DATELINE, "电头", _fonts_xml(look), "<w:b/><w:bCs/>" if look.bold else "")
        )
        found.append(style(f"{DATELINE}Mark", "电头 标点", both(look.east_asia), based=DATELINE))
    return found


def _defaults(sheet: Sheet) -> str:
    look = sheet.look["base"]
    return (
        f"<w:docDefaults {_W}><w:rPrDefault><w:rPr>{_fonts_xml(look)}"
        f'<w:kern w:val="2"/><w:sz w:val="{round(look.size * 2)}"/>'
        f'<w:szCs w:val="{round(look.size * 2)}"/>{_LANGUAGE}'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
