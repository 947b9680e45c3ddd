"""An article as a .docx: its blocks as paragraphs that name styles, and nothing else.

The same article gives the same bytes: the package comes from the template, and all dates are
fixed.
"""

from __future__ import annotations

import io
import zipfile
from itertools import groupby
from typing import Any

from editor.files.docx.headline import fitted
from editor.files.docx.runs import Run, fit_for_xml, is_chinese, runs
from editor.files.docx.styles import BY_ID, MARK_STYLES, MEASURE, STYLE_OF, TITLES
from editor.files.docx.template import W, template
from editor.model.reading import Article, set_blocks
from editor.model.structure import Role

_DATE = "2000-01-01T00:00:00Z"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Paragraph = tuple[str, tuple[str, ...]]
"""A style's id and the lines of one paragraph."""


def paragraphs(article: Article) -> list[Paragraph]:
    """The paragraphs of an article as they are set, captions last."""
    found: list[Paragraph] = []
    blocks = set_blocks(article, captions=True)
    for role, group in groupby(blocks, key=lambda b: b.role):
        texts = [fit_for_xml(block.text.text) for block in group]
        if role.heads:
            found += _head(role, [line for text in texts for line in text.split("\n")])
        else:
            found += [(STYLE_OF[role], tuple(text.split("\n"))) for text in texts if text.strip()]
    return found


def _head(role: Role, lines: list[str]) -> list[Paragraph]:
    """All lines of a headline, kicker or subhead as one paragraph that fits the measure."""
    lines = [line for line in lines if line.strip()]
    if not lines:
        return []
    ladder = TITLES if role is Role.HEADLINE else (BY_ID[STYLE_OF[role]],)
    fit = fitted(lines, [style.size for style in ladder], MEASURE)
    return [(ladder[fit.step].id, fit.lines)]


def docx_bytes(article: Article) -> bytes:
    """The whole .docx file of an article."""
    shared = template()
    own = {
        "word/document.xml": _document(paragraphs(article), shared.section),
        "docProps/core.xml": _properties(article),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in shared.parts:
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            package.writestr(entry, own.get(name) or data)
    return held.getvalue()


def _document(content: list[Paragraph], section: bytes) -> bytes:
    from lxml import etree

    root = etree.Element(_w("document"), nsmap={"w": W})
    body = etree.SubElement(root, _w("body"))
    chinese = is_chinese("".join(line for _, lines in content for line in lines))
    for style, lines in content or [("BodyTextFirstIndent", ("",))]:
        paragraph = etree.SubElement(body, _w("p"))
        about = etree.SubElement(paragraph, _w("pPr"))
        etree.SubElement(about, _w("pStyle")).set(_w("val"), style)
        for run in runs("\n".join(lines), chinese):
            _run(paragraph, run, MARK_STYLES.get(BY_ID[style].east_asia) if run.stray else None)
    body.append(etree.fromstring(section))
    return _serialised(root)


def _run(paragraph: Any, content: Run, style: str | None) -> None:
    from lxml import etree

    run = etree.SubElement(paragraph, _w("r"))
    if content.chinese:
        about = etree.SubElement(run, _w("rPr"))
        if style:
            etree.SubElement(about, _w("rStyle")).set(_w("val"), style)
        etree.SubElement(about, _w("rFonts")).set(_w("hint"), "eastAsia")
    for number, line in enumerate(content.text.split("\n")):
        if number:
            etree.SubElement(run, _w("br"))
        for tab, part in enumerate(line.split("\t")):
            if tab:
                etree.SubElement(run, _w("tab"))
            if part:
                held = etree.SubElement(run, _w("t"))
                held.set(_SPACE, "preserve")
                held.text = part


def _properties(article: Article) -> bytes:
    """Core properties: the headline in one line, the byline's people, dates that never change."""
    from lxml import etree

    spaces = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    root = etree.Element(f"{{{spaces['cp']}}}coreProperties", nsmap=spaces)

    def add(space: str, name: str, text: str) -> Any:
        held = etree.SubElement(root, f"{{{spaces[space]}}}{name}")
        held.text = " ".join(fit_for_xml(text).split())
        return held

    people = [name.text.text for name in article.byline]
    add("dc", "title", article.title)
    add("dc", "creator", "; ".join(people))
    for name in ("created", "modified"):
        add("dcterms", name, _DATE).set(f"{{{spaces['xsi']}}}type", "dcterms:W3CDTF")
    return _serialised(root)


def _serialised(root: Any) -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
