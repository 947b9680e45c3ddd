"""Articles as a .docx: their blocks as paragraphs that name styles, and nothing else.

The package comes ready from the house; per file only the document and its properties are made,
here, with lxml: python-docx would open its template and look styles up for every paragraph,
which takes twenty times as long. All dates are fixed, so that the same articles give the same
bytes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from editor.files.docx import zipped
from editor.files.docx.fixed import W
from editor.files.docx.headline import fitted
from editor.files.docx.runs import Run, fit_for_xml, is_chinese, runs
from editor.files.docx.template import CORE, DOCUMENT, Package
from editor.files.export.story import Paragraph, Story, paragraphs
from editor.model.structure import Role

DATE = "2000-01-01T00:00:00Z"
"""When a document was made where its page has no date: the same always."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """A name in Word's namespace."""
    return f"{{{W}}}{name}"


_P, _PPR, _PSTYLE, _VAL = w("p"), w("pPr"), w("pStyle"), w("val")
_R, _RPR, _RSTYLE, _RFONTS, _HINT = w("r"), w("rPr"), w("rStyle"), w("rFonts"), w("hint")
_T, _BR, _TAB = w("t"), w("br"), w("tab")


@dataclass(frozen=True, slots=True)
class Styled:
    """A paragraph with the style that it takes: its id, and the lines as they are set in it."""

    style: str
    lines: tuple[str, ...]
    dateline: int
    content: Paragraph


def styled(story: Story, package: Package, include: Collection[Role]) -> Iterator[Styled]:
    """The paragraphs of an article in their styles; headlines fitted to the measure."""
    for paragraph in paragraphs(story.article, include):
        lines = tuple(fit_for_xml(line) for line in paragraph.lines)
        ladder = package.style_of[paragraph.role]
        step = 0
        if paragraph.role.heads:
            fit = fitted(lines, [size for _, size in ladder], package.measure)
            step, lines = fit.step, fit.lines
        yield Styled(ladder[step][0], lines, paragraph.dateline, paragraph)


def docx_bytes(
    told: Sequence[Story], package: Package, include: Collection[Role], title: str = ""
) -> bytes:
    """The whole .docx of one article, or of several that each begin a page under one `title`."""
    root = etree.Element(w("document"), nsmap={"w": W})
    body = etree.SubElement(root, w("body"))
    held = [list(styled(story, package, include)) for story in told]
    for number, content in enumerate(held):
        chinese = is_chinese("".join(line for one in content for line in one.lines))
        for one in content or [Styled(package.style_of[Role.BODY][0][0], ("",), 0, _NOTHING)]:
            about = open_paragraph(body, one.style)
            marks = package.marks.get(one.style)
            for run, dateline in _dated(runs("\n".join(one.lines), chinese), one.dateline):
                add_run(about.getparent(), run, run_style(run, marks, dateline, package))
        if number < len(held) - 1:  # a section of its own: its successor begins on a new page
            about.append(etree.fromstring(package.section))
    body.append(etree.fromstring(package.section))
    return packed(package, serialised(root), core(told, title))


_NOTHING = Paragraph(Role.BODY, (), 0, ())


def packed(package: Package, document: bytes, properties: bytes) -> bytes:
    """The zip of a package with its own parts in their places."""
    own = {DOCUMENT: document, CORE: properties}
    return zipped.archive(entry or zipped.entry(name, own[name]) for name, entry in package.parts)


def open_paragraph(body: Any, style: str) -> Any:
    """A new paragraph; gives its properties, which so far are its style."""
    about = etree.SubElement(etree.SubElement(body, _P), _PPR)
    etree.SubElement(about, _PSTYLE).set(_VAL, style)
    return about


def _dated(found: list[Run], dateline: int) -> Iterator[tuple[Run, bool]]:
    """Runs cut where the dateline ends, and whether each is in it."""
    at = 0
    for run in found:
        inside = max(0, min(dateline - at, len(run.text)))
        if inside:
            yield run._replace(text=run.text[:inside]), True
        if inside < len(run.text):
            yield run._replace(text=run.text[inside:]), False
        at += len(run.text)


def run_style(run: Run, marks: str | None, dateline: bool, package: Package) -> str | None:
    """The character style of a run, where it needs one."""
    if dateline and package.dateline[0]:
        return package.dateline[run.chinese and run.stray]
    return marks if run.stray else None


def add_run(paragraph: Any, content: Run, style: str | None, text: str = _T) -> Any:
    """A run of text with its line ends and tabs; the hint is all the formatting that it has.

    `text`: the tag of text, which deleted text has another of.
    """
    run = etree.SubElement(paragraph, _R)
    if content.chinese or style:
        about = etree.SubElement(run, _RPR)
        if style:
            etree.SubElement(about, _RSTYLE).set(_VAL, style)
        if content.chinese:
            etree.SubElement(about, _RFONTS).set(_HINT, "eastAsia")
    for part in re.split("([\n\t])", content.text):
        if part == "\n":
            etree.SubElement(run, _BR)
        elif part == "\t":
            etree.SubElement(run, _TAB)
        elif part:
            held = etree.SubElement(run, text)
            held.set(_SPACE, "preserve")
            held.text = part
    return run


_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SPACES = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}


def core(told: Sequence[Story], title: str = "") -> bytes:
    """Core properties: the headline in one line, the people, the source, the page's date.

    The format knows no property for a source: it is the subject, which programs show and sort.
    """
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=_SPACES)

    def add(space: str, name: str, text: str) -> Any:
        held = etree.SubElement(root, f"{{{space}}}{name}")
        held.text = " ".join(fit_for_xml(text).split())
        return held

    people = [name.text.text for story in told for name in story.article.byline]
    sources = dict.fromkeys(story.source for story in told if story.source)
    add(_DC, "title", title or (told[0].article.title if len(told) == 1 else ""))
    add(_DC, "creator", "; ".join(dict.fromkeys(people)))
    if sources:
        add(_DC, "subject", "; ".join(sources))
    dates = {_dated_at(story) for story in told}
    when = dates.pop() if len(dates) == 1 else DATE
    for name in ("created", "modified"):
        add(_TERMS, name, when).set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return serialised(root)


_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})", re.ASCII)


def _dated_at(story: Story) -> str:
    """The date of the story's page as Word writes it."""
    import datetime

    if found := _DAY.search(story.page.meta.date):
        try:
            day = datetime.date(*map(int, found.groups()))
        except ValueError:
            return DATE
        return f"{day:%Y-%m-%d}T00:00:00Z" if day.year >= 1601 else DATE
    return DATE


def serialised(root: Any) -> bytes:
    """XML as a part of a package."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
