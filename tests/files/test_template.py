"""A house's own Word file as the source of styles: its look, our text, and nothing dangerous."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from editor.exporting import Choice, Exporter
from editor.files.docx import own_template, unpack
from editor.files.errors import FileError
from tests import office
from tests.files.articles import article, story
from tests.files.test_valid import complaints

ARTICLE = article("城北三万株树苗越冬", kicker=("坚持绿色发展",), byline=("林小满",))


def template(path: Path, **changes: Any) -> Path:
    """A template of a house: some styles of its own, a header, text that must not get through."""
    made = Document()
    for name, size in (("主标题", 26), ("正文首行缩进", 15), ("署名", 13)):
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(size)
    made.sections[0].header.paragraphs[0].text = "晚报用稿纸"
    made.add_paragraph("请在此处写稿")
    made.core_properties.author = "somebody"
    made.save(str(path))
    if changes:
        rewritten(path, path, **changes)
    return path


def rewritten(
    old: Path,
    new: Path,
    parts: dict[str, bytes] | None = None,
    swap: tuple[bytes, bytes] = (b"", b""),
) -> None:
    with zipfile.ZipFile(old) as package:
        held = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {**held, **(parts or {})}.items():
            package.writestr(name, data.replace(*swap) if swap[0] else data)


def exported(path: Path, mapping: tuple[tuple[str, str], ...] = ()) -> bytes:
    return Exporter(Choice(str(path), mapping=mapping)).target.file([story(ARTICLE)])


@pytest.mark.parametrize("suffix", [".docx", ".dotx"])
def test_its_styles_are_used_and_its_text_stays_behind(suffix: str, tmp_path: Path) -> None:
    swap = (b"document.main+xml", b"template.main+xml") if suffix == ".dotx" else (b"", b"")
    path = template(tmp_path / f"h{suffix}", swap=swap)
    data = exported(path)
    document = Document(io.BytesIO(data))
    assert [(p.style.name, p.text[:4]) for p in document.paragraphs] == [
        ("Normal", "坚持绿色"),
        ("主标题", "城北三万"),
        ("署名", "林小满"),
        ("正文首行缩进", "入冬以来"),
        ("正文首行缩进", "“以前这"),
    ]
    assert document.sections[0].header.paragraphs[0].text == "晚报用稿纸"
    assert document.core_properties.author == "林小满"
    assert complaints(data, tmp_path) == []
    assert exported(path) == data


def test_what_has_no_style_is_told_and_can_be_chosen(tmp_path: Path) -> None:
    path = template(tmp_path / "h.docx")
    found = own_template.mapped(path)
    assert found.missing == ("kicker", "note")
    assert dict(found.of)["headline"] == "主标题" and "Title" in found.styles
    document = Document(io.BytesIO(exported(path, (("kicker", "Quote"),))))
    assert document.paragraphs[0].style.name == "Quote"
    with pytest.raises(FileError) as caught:
        exported(path, (("kicker", "没有"),))
    assert caught.value.code == "no-style"


def test_a_headline_is_fitted_to_the_templates_size_and_page(tmp_path: Path) -> None:
    made = article("树" * 10 + "，" + "苗" * 10)
    path = template(tmp_path / "h.docx")
    data = Exporter(Choice(str(path))).target.file([story(made)])
    assert Document(io.BytesIO(data)).paragraphs[0].text == "树" * 10 + "，\n" + "苗" * 10


def test_macros_and_ties_to_outside_stay_behind(tmp_path: Path) -> None:
    settings = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    )
    tie = (
        b'<Relationship Id="rId9" TargetMode="External" Target="file:///tmp/x.dotm" Type="http://'
        b'schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        b"</Relationships>"
    )
    parts = {"word/_rels/settings.xml.rels": settings + tie, "word/vbaProject.bin": b"macro"}
    data = exported(template(tmp_path / "h.docx", parts=parts))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "vba" in name]
        assert not any(b"x.dotm" in package.read(name) for name in package.namelist())


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"../../evil.xml": b"<a/>"}, "bad-part"),
        ({"/etc/x.xml": b"<a/>"}, "bad-part"),
        ({"word\\x.xml": b"<a/>"}, "bad-part"),
        ({"word/styles.xml": ENTITY + b"<x>&a;</x>"}, "bad-part"),
        ({"word/document.xml": ENTITY + b"<x>&a;</x>"}, "bad-part"),
        ({"word/document.xml": b"<x/>"}, "no-word"),
        ({"word/styles.xml": b"no xml"}, "bad-part"),
        ({"_rels/.rels": b"<x/>"}, "no-word"),
    ],
)
def test_what_is_dangerous_or_broken_is_refused(
    parts: dict[str, bytes], code: str, tmp_path: Path
) -> None:
    path = template(tmp_path / "h.docx", parts=parts)
    with pytest.raises(FileError) as caught:
        exported(path)
    assert caught.value.code == code
    assert str(path) in caught.value.message("zh")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_BYTES", 1 << 20)
    path = template(tmp_path / "h.docx", parts={"word/media/a.bin": b"\x00" * (2 << 20)})
    assert path.stat().st_size < 1 << 17
    with pytest.raises(FileError) as caught:
        exported(path)
    assert caught.value.code == "large-parts"


@pytest.mark.parametrize("data", [b"", b"PK", b"text", b"PK\x03\x04" + b"\x00" * 60])
def test_what_is_no_zip_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "h.docx"
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        exported(path)
    assert caught.value.code == "no-word"


def test_damage_anywhere_is_told_and_never_another_error(tmp_path: Path) -> None:
    whole = template(tmp_path / "whole.docx").read_bytes()
    path = tmp_path / "h.docx"
    refused = 0
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            exported(path)
        except FileError:
            refused += 1
    assert refused > 50


@pytest.mark.office
@pytest.mark.skipif(not office.available(), reason="LibreOffice cannot be driven here")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "made.docx"
    path.write_bytes(exported(template(tmp_path / "h.docx")))
    (found,) = office.opened([(path, "", "")], tmp_path)
    assert found["styles"][1] == "主标题" and found["paragraphs"][1] == "城北三万株树苗越冬"


@pytest.mark.skipif(os.name == "nt", reason="pipes are of Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    with pytest.raises(FileError) as caught:
        unpack.parts(tmp_path / "pipe.docx")
    assert caught.value.code == "no-writer"


def test_a_page_beyond_all_measure_is_words_own(tmp_path: Path) -> None:
    path = template(
        tmp_path / "h.docx", swap=(b'w:pgSz w:w="12240"', b'w:pgSz w:w="' + b"9" * 400 + b'"')
    )
    assert exported(path).startswith(b"PK")


def test_a_size_beyond_all_measure_is_none(tmp_path: Path) -> None:
    path = template(
        tmp_path / "h.docx", swap=(b'w:sz w:val="52"', b'w:sz w:val="' + b"9" * 400 + b'"')
    )
    assert exported(path).startswith(b"PK")
