"""A house's own .docx or .dotx as the source of styles: its look, our articles.

Kept of it are styles, fonts, settings, numbering, theme, heads and feet; its text, macros,
comments and whatever leads outside stay behind. Each part of an article takes the style that
the house calls by a name people give to such a part; a person may say otherwise.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.files.docx import zipped
from editor.files.docx.fixed import APP, W
from editor.files.docx.styles import MM, PART_OF
from editor.files.docx.template import CORE, DOCUMENT, Package
from editor.files.docx.unpack import parts, relations, tree
from editor.files.errors import FileError, shown

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KEPT = ("styles", "settings", "fontTable", "numbering", "theme", "header", "footer", "image")
_KEPT_OF_NOTES = ("footnotes", "endnotes")  # settings name them

NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("主题", "主标题", "大标题", "文章标题", "title", "标题", "heading 1"),
    "kicker": ("引题", "肩题", "眉题", "kicker", "引标"),
    "subhead": ("副题", "副标题", "subtitle", "subhead"),
    "byline": ("署名", "作者", "记者", "byline", "author", "signature"),
    "body": ("正文首行缩进", "body text first indent", "正文文本", "body text", "正文", "normal"),
    "crosshead": ("小标题", "crosshead", "heading 2", "heading 3"),
    "note": ("编者按", "按语", "note", "editor's note"),
    "caption": ("图片说明", "图说", "caption", "题注"),
}
"""By part, the names that its style may have, the likeliest first; Word's own in lower case."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """The styles of a template by name, and which one each part takes; None: it has none."""

    styles: tuple[str, ...]
    of: tuple[tuple[str, str | None], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that have no style of their own and take that of plain paragraphs."""
        return tuple(part for part, name in self.of if name is None)


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    name: str
    based_on: str
    size: float | None
    default: bool


def mapped(path: Path, wanted: Mapping[str, str] | None = None) -> Mapped:
    """Which style of a template each part takes. `wanted`: by part, the name of a style.

    Raises `FileError` where it is no Word file, or has no style of a wanted name.
    """
    found = parts(path)
    return _mapped(_styles_of(found, path)[0], wanted or {}, path)


def template_package(path: Path, wanted: Mapping[str, str]) -> Package:
    """The package of a template. Raises `FileError`."""
    found = parts(path)
    try:
        return _package(found, wanted, path)
    except FileError as error:
        raise error.in_file(shown(path)) from None


def _package(found: dict[str, bytes], wanted: Mapping[str, str], path: Path) -> Package:
    styles, standard = _styles_of(found, path)
    by_name = {style.name: style for style in styles}
    chosen = dict(_mapped(styles, wanted, path).of)
    plain = next((style for style in styles if style.default), None)
    if plain is None:
        raise FileError("no-word", path=shown(path))
    main = _main(found, path)
    kept, relations_out, section = _kept(found, main)
    style_of = {}
    for role, part in PART_OF.items():
        style = by_name.get(chosen[part] or "", plain)
        style_of[role] = ((style.id, _size(style, styles, standard)),)
    entries: list[tuple[str, zipped.Entry | None]] = [
        ("[Content_Types].xml", zipped.entry("[Content_Types].xml", _types(found, kept, main))),
        ("_rels/.rels", zipped.entry("_rels/.rels", _ROOT)),
        ("docProps/app.xml", zipped.entry("docProps/app.xml", APP)),
        (CORE, None),
        (DOCUMENT, None),
        (
            "word/_rels/document.xml.rels",
            zipped.entry("word/_rels/document.xml.rels", relations_out),
        ),
    ]
    entries += [(name, zipped.entry(name, data)) for name, data in kept.items()]
    return Package(tuple(entries), section, _measure(section), style_of, {})


# -- styles --------------------------------------------------------------------------------


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _main(found: Mapping[str, bytes], path: Path) -> str:
    """The name of the part that holds the document."""
    for kind, place, outside in relations(found, "").values():
        if kind == _OFFICE + "officeDocument" and not outside and place in found:
            if tree(found[place], place).tag != _w("document"):
                break
            return place
    raise FileError("no-word", path=shown(path))


def _styles_of(found: Mapping[str, bytes], path: Path) -> tuple[list[_Style], float]:
    """The paragraph styles of a template, and the size that text has without any."""
    for kind, place, outside in relations(found, _main(found, path)).values():
        if kind == _OFFICE + "styles" and not outside and place in found:
            root = tree(found[place], place)
            break
    else:
        raise FileError("no-word", path=shown(path))
    styles = []
    for style in root.iter(_w("style")):
        if style.get(_w("type")) != "paragraph" or not style.get(_w("styleId")):
            continue
        name, based = style.find(_w("name")), style.find(_w("basedOn"))
        styles.append(
            _Style(
                style.get(_w("styleId")),
                style.get(_w("styleId")) if name is None else name.get(_w("val"), ""),
                "" if based is None else based.get(_w("val"), ""),
                _points(style.find(f"{_w('rPr')}/{_w('sz')}")),
                style.get(_w("default")) in ("1", "true", "on"),
            )
        )
    standard = root.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}/{_w('sz')}")
    return styles, _points(standard) or 10


_DIGITS = 9
_LARGEST = 1638
"""Digits of a size that are read; points that Word sets, or has on a page, at the most."""


def _points(size: Any) -> float | None:
    value = "" if size is None else size.get(_w("val"), "")
    digits = value.isascii() and value.isdigit() and len(value) <= _DIGITS
    return min(int(value), 2 * _LARGEST) / 2 if digits else None


def _size(style: _Style, styles: list[_Style], standard: float) -> float:
    """A style's size, which it may have from those that it rests on."""
    by_id = {one.id: one for one in styles}
    seen: set[str] = set()
    at: _Style | None = style
    while at is not None and at.id not in seen:
        if at.size:
            return at.size
        seen.add(at.id)
        at = by_id.get(at.based_on)
    return standard


def _mapped(styles: list[_Style], wanted: Mapping[str, str], path: Path) -> Mapped:
    names = {style.name.lower(): style.name for style in reversed(styles)}
    of: list[tuple[str, str | None]] = []
    for part, likely in NAMES.items():
        if part in wanted:
            if wanted[part].lower() not in names:
                raise FileError("no-style", name=wanted[part], path=shown(path))
            of.append((part, names[wanted[part].lower()]))
        else:
            of.append((part, next((names[n] for n in likely if n in names), None)))
    return Mapped(tuple(sorted({style.name for style in styles})), tuple(of))


# -- what is kept --------------------------------------------------------------------------


def _kept(found: Mapping[str, bytes], main: str) -> tuple[dict[str, bytes], bytes, bytes]:
    """The parts that are kept, the document's relations, and its last section."""
    from lxml import etree

    section = _section(found[main], main)
    used = _used(section)
    kept: dict[str, bytes] = {}
    told = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for key, (kind, place, outside) in relations(found, main).items():
        short = kind.removeprefix(_OFFICE)
        if outside or place not in found or short not in (*_KEPT, *_KEPT_OF_NOTES):
            continue
        if short in ("header", "footer", "image") and key not in used:
            continue
        _keep(found, place, kept)
        node = etree.SubElement(told, f"{{{_RELATIONS}}}Relationship")
        node.set("Id", key)
        node.set("Type", kind)
        node.set("Target", f"/{place}")
    for node in list(section):
        if any(_R in key and value not in _ids(told) for key, value in node.attrib.items()):
            section.remove(node)
    return kept, _xml(told), etree.tostring(section)


def _used(root: Any) -> set[str]:
    """The ids of relations that an XML part names."""
    return {value for node in root.iter() for key, value in node.attrib.items() if _R in key}


def _ids(told: Any) -> set[str]:
    return {node.get("Id") for node in told}


def _keep(found: Mapping[str, bytes], place: str, kept: dict[str, bytes]) -> None:
    """Keep a part with what it refers to; of references outside only links."""
    from lxml import etree

    if place in kept:
        return
    data = found[place]
    if place.endswith(".xml"):
        root = tree(data, place)
        for name in ("attachedTemplate", "documentProtection", "writeProtection"):
            for node in list(root.findall(_w(name))):
                root.remove(node)
        data = _xml(root)
    kept[place] = data
    told = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for key, (kind, target, outside) in relations(found, place).items():
        short = kind.removeprefix(_OFFICE)
        if outside and short != "hyperlink":
            if short in ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"):
                continue
            raise FileError("bad-part", name=shown(target))
        if not outside and (target not in found or short not in ("image", "theme")):
            continue
        if not outside:
            _keep(found, target, kept)
        node = etree.SubElement(told, f"{{{_RELATIONS}}}Relationship")
        node.set("Id", key)
        node.set("Type", kind)
        node.set("Target", target if outside else f"/{target}")
        if outside:
            node.set("TargetMode", "External")
    if place.endswith(".xml") and not _used(root) <= _ids(told):
        raise FileError("bad-part", name=place)  # it needs what is left behind
    if len(told):
        folder, base = posixpath.split(place)
        kept[posixpath.join(folder, "_rels", f"{base}.rels")] = _xml(told)


def _section(document: bytes, name: str) -> Any:
    """The last section of a document: its page, heads and feet."""
    from lxml import etree

    body = tree(document, name).find(_w("body"))
    section = None if body is None else body.find(_w("sectPr"))
    return etree.Element(_w("sectPr"), nsmap={"w": W}) if section is None else section


def _measure(section: bytes) -> float:
    """The width of the text in points; that of Word's own page where the section says nothing."""
    from lxml import etree

    root = etree.fromstring(section)
    size, margins = root.find(_w("pgSz")), root.find(_w("pgMar"))
    try:
        wide = int(size.get(_w("w")))
        found = (wide - int(margins.get(_w("left"))) - int(margins.get(_w("right")))) / 20
    except (AttributeError, TypeError, ValueError, OverflowError):
        found = 0
    return found if 0 < found <= _LARGEST else 146.4 * MM


_ROOT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}officeDocument" Target="{DOCUMENT}"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    f'metadata/core-properties" Target="{CORE}"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
).encode()


def _types(found: Mapping[str, bytes], kept: Mapping[str, bytes], main: str) -> bytes:
    """The content types of what is kept; the document is one, whatever the template was."""
    from lxml import etree

    name = "[Content_Types].xml"
    if name not in found:
        raise FileError("bad-part", name=name)
    root = tree(found[name], name)
    told = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})

    def add(kind: str, key: str, value: str, content: str) -> None:
        node = etree.SubElement(told, f"{{{_TYPES}}}{kind}")
        node.set(key, value)
        node.set("ContentType", content)

    endings = {posixpath.splitext(part)[1].lower().lstrip(".") for part in kept} | {"rels", "xml"}
    for node in root.findall(f"{{{_TYPES}}}Default"):
        if node.get("Extension", "").lower() in endings:
            add("Default", "Extension", node.get("Extension"), node.get("ContentType", ""))
    add("Override", "PartName", f"/{DOCUMENT}", f"{_WORD}document.main+xml")
    add(
        "Override",
        "PartName",
        f"/{CORE}",
        "application/vnd.openxmlformats-package.core-properties+xml",
    )
    add(
        "Override",
        "PartName",
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    )
    for node in root.findall(f"{{{_TYPES}}}Override"):
        part = node.get("PartName", "").lstrip("/")
        if part in kept and part != main:
            add("Override", "PartName", f"/{part}", node.get("ContentType", ""))
    return _xml(told)


def _xml(root: Any) -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
