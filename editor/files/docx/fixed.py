"""What is the same in every manuscript: how Word sets Chinese, what it takes for granted."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from editor.files.docx.styles import Font

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f'xmlns:w="{W}"'

LATENT = (
    f'<w:latentStyles {_W} w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
PLAIN = (
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
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SETTING = "http://schemas.microsoft.com/office/word"
# Word's own lists for Chinese, stated for the programs that read them and have others.
_NOT_LAST = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_NOT_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞"
    "！＂％＇），．：；？］｀｜｝～￠"
)
APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Galley</Application></Properties>'
).encode()


def settings(even_and_odd: bool) -> bytes:
    """The document's settings. `even_and_odd`: whether their heads and feet differ."""
    return (
        f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        f"{'<w:evenAndOddHeaders/>' if even_and_odd else ''}"
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val={quoteattr(_NOT_LAST)}/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val={quoteattr(_NOT_FIRST)}/><w:compat>'
        "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
        "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_SETTING}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def font_table(fonts: Mapping[str, Font]) -> bytes:
    """What Word is told of the fonts that a manuscript names."""

    def entry(name: str, font: Font) -> str:
        alias = f"<w:altName w:val={quoteattr(font.other)}/>" if font.other else ""
        panose = f'<w:panose1 w:val="{font.panose}"/>' if font.panose else ""
        return (
            f"<w:font w:name={quoteattr(name)}>{alias}{panose}"
            f'<w:charset w:val="{font.charset}"/><w:family w:val="{font.family}"/>'
            '<w:pitch w:val="variable"/></w:font>'
        )

    entries = "".join(entry(name, font) for name, font in fonts.items())
    return f"{_HEAD}<w:fonts {_W}>{entries}</w:fonts>".encode()
