"""Any text an editor has comes in as it was; what is no text is refused in words."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files import bytes_in
from editor.files.charsets import is_sure
from editor.files.errors import FileError
from editor.files.text import (
    CHOICES,
    LIMIT,
    decode_as,
    previews,
    read_page,
    source_from_bytes,
    source_from_text,
)

SIMPLE = "本报讯 入冬以来，河岸两侧的树苗长势良好。\n记者在现场看到，“绿色长廊”已经连成一片。\n"
TRADITIONAL = (
    "本報訊 入冬以來，河岸兩側的樹苗長勢良好。\n記者在現場看到，「綠色長廊」已經連成一片。\n"
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", SIMPLE),
        ("utf-8-sig", SIMPLE),
        ("utf-16", SIMPLE),
        ("utf-16-le", SIMPLE),
        ("utf-16-be", TRADITIONAL),
        ("utf-32", SIMPLE),
        ("gb18030", SIMPLE),
        ("gbk", TRADITIONAL),
        ("gb2312", SIMPLE),
        ("big5", TRADITIONAL),
        ("gb18030", "王波\n"),
        ("gb18030", "植树\n"),
        ("big5", "種樹\n"),
        ("gb2312", "第3版"),
        ("gb18030", "河岸𠮷田🙂，的"),
        ("utf-16-le", "Rain is expected.\nIt may last.\n"),
    ],
)
def test_text_comes_in_from_each_encoding(encoding: str, text: str) -> None:
    source = source_from_bytes(text.encode(encoding), name="页.txt")
    assert source.text == text
    assert source.origin.name == "页.txt"


@given(st.text("的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要，。", min_size=4))
def test_chinese_is_told_from_its_bytes(text: str) -> None:
    assert source_from_bytes(text.encode("gb18030")).text == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_pasted_text_keeps_every_character(text: str) -> None:
    if not text.strip():
        return
    source = source_from_text(text, "粘贴")
    assert source.text.replace("\n", "") == text.replace("\r", "").replace("\n", "")


@given(st.binary(max_size=40), st.sampled_from(["", "utf-16", "utf-8-sig", "utf-32"]))
def test_any_bytes_are_text_or_refused_in_words(data: bytes, mark: str) -> None:
    try:
        source = source_from_bytes("".encode(mark or "ascii") + data)
    except FileError as error:
        told = error.message("zh") + error.message("en")
    else:
        told = source.text
    assert told.strip()


JAPANESE = "記者はこの問題について首相に質問しました。カメラとテレビが並ぶ東京の天気は晴れです。\n"
KOREAN = "기자는 이 문제에 대해 질문했습니다. 내일 서울의 날씨는 맑고 모레는 비가 올 것입니다.\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (KOREAN, "euc_kr", "cp949"),
        (KOREAN + "뷁쌰\n", "cp949", "cp949"),
    ],
)
def test_japanese_and_korean_bytes_are_not_read_as_chinese(
    text: str, encoding: str, found: str
) -> None:
    source = source_from_bytes(text.encode(encoding))
    assert source.text == text and source.origin.encoding == found
    assert not is_sure(source.text, found)


def test_a_seven_bit_code_is_told_by_its_name() -> None:
    with pytest.raises(FileError) as caught:
        source_from_bytes(JAPANESE.encode("iso2022_jp"))
    assert caught.value.code == "other-encoding"
    assert "ISO-2022-JP" in caught.value.message("zh")


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_page_is_sure_of_its_code_and_a_few_odd_characters_are_not(encoding: str) -> None:
    page = "記者從會議上了解到，這項工作將在全國開展，有關部門已經作出安排。\n" * 3
    source = source_from_bytes(page.encode(encoding))
    assert source.text == page and is_sure(source.text, source.origin.encoding)
    short = source_from_bytes("東京\n".encode(encoding))
    assert not is_sure(short.text, short.origin.encoding)
    assert is_sure("東京", "utf-8")


def test_a_short_line_of_japanese_is_not_taken_for_chinese_without_a_word() -> None:
    source = source_from_bytes("東京の天気\n".encode("shift_jis"))
    assert not is_sure(source.text, source.origin.encoding)


def test_previews_say_how_a_page_begins_in_each_code() -> None:
    data = "本报讯 记者从会上了解到。\n第二行".encode("gb18030")
    found = {one.encoding: one for one in previews(data)}
    assert set(found) == set(CHOICES)
    assert found["gb18030"].begins == "本报讯 记者从会上了解到。 第二行"
    assert found["gb18030"].error is None
    assert found["utf-8"].error is not None and found["utf-8"].error.code == "undecodable"


@given(st.binary(max_size=60))
def test_previews_of_any_bytes_keep_what_they_promise(data: bytes) -> None:
    for one in previews(data):
        try:
            text = decode_as(data, one.encoding)
        except FileError:
            assert one.error is not None
        else:
            assert one.error is None and "\0" not in text
        assert "\n" not in one.begins and "\0" not in one.begins


TEXTS = st.text("中文字，。 \nab", min_size=1)


@given(TEXTS, st.sampled_from(["gb18030", "big5hkscs", "utf-16-le"]))
def test_what_is_chosen_is_what_is_read(text: str, encoding: str) -> None:
    source = source_from_bytes(("字" + text).encode(encoding), encoding=encoding)
    assert source.text == "字" + text and source.origin.encoding == encoding


@pytest.mark.parametrize(
    "text",
    [
        JAPANESE * 2,  # odd, but the bytes say so
        "犇骉羴鱻矗垚焱森淼㙓磊皛龘厵鑫朤囍喆\n",
        "总统佩泽希齐扬、阿曼苏丹海赛姆、乍得总统穆罕默德、塞舌尔总统拉姆卡拉旺\n",
        "电影《千と千尋の神隠し》上映，观众在东京排队。\n",
        "报告宝贝包含本地奥巴马班级\n",
    ],
)
def test_odd_chinese_is_still_read(text: str) -> None:
    assert source_from_bytes(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Les élèves étaient contents. Ça va déjà à l'été.\n", "latin-1"),
        ("It’s a “smart” city — he said.\n", "cp1252"),
        ("Сегодня в Москве хорошая погода.\n", "cp1251"),
        ("Сегодня в Москве хорошая погода.\n", "koi8-r"),
    ],
)
def test_western_bytes_are_named_as_none_of_ours(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    with pytest.raises(FileError) as caught:
        source_from_bytes(data)
    assert caught.value.code == "unknown-encoding"
    assert data[int(str(caught.value.facts["position"]))] > 0x7F


@pytest.mark.parametrize("mark", ["\x01", "\x0b\x01", "\x1b", "\x0c", "\x7f", "\x1a"])
def test_a_control_character_behind_every_sentence_is_kept(mark: str) -> None:
    text = SIMPLE.replace("。", f"。{mark}") * 5
    for encoding in ("utf-8", "gb18030"):
        assert source_from_bytes(text.encode(encoding)).text == text


@pytest.mark.skipif(os.name == "nt", reason="named pipes are of Unix")
def test_a_pipe_is_read_to_its_end_and_nobody_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    code = (
        f"import time; f = open({str(path)!r}, 'wb'); time.sleep(0.2); f.write({SIMPLE.encode()!r})"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as writer:
        assert read_page(path).text == SIMPLE
    assert writer.returncode == 0
    monkeypatch.setattr(bytes_in, "PATIENCE", 0.1)
    with pytest.raises(FileError) as caught:
        read_page(path)
    assert caught.value.code == "no-writer"


def test_only_line_feeds_end_lines() -> None:
    source = source_from_bytes("一\r\n二\r三\n四\f五\u2028六\x85七\x0b八".encode())
    assert source.text == "一\n二\n三\n四\f五\u2028六\x85七\x0b八"


def test_half_a_character_in_pasted_text_is_marked_and_a_pair_is_whole() -> None:
    assert source_from_text("树\ud83d木", "x").text == "树\ufffd木"
    assert source_from_text("树\ud83d\ude42木", "x").text == "树🙂木"


@pytest.mark.parametrize(
    ("data", "code", "position"),
    [
        (b"", "empty", None),
        (b" \r\n\t\n", "empty", None),
        (b"\xef\xbb\xbf", "empty", None),
        (b"abc\x00\x01\x02def", "binary", 3),
        (b"\x7fELF\x02\x01\x01\x03\x04\x05", "binary", 0),
        (b"%PDF-1.7 \xe2\xe3", "other-format", None),
        (b"PK\x03\x04rest", "other-format", None),
        ("树木".encode() + b"\xff" + "成行".encode(), "undecodable", 6),
        ("树木成行".encode()[:-1], "undecodable", 9),
        ("树木成行".encode("gb18030") + b"\xff\xff", "undecodable", 8),
        (b"\xef\xbb\xbf" + "树木".encode() + b"\xff", "undecodable", 9),
        (b"\xff\xfe\x11\x67\x00", "undecodable", 4),
        (b"\xff\xfe\x11\x67\x00\x00", "binary", 4),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(
    data: bytes, code: str, position: int | None
) -> None:
    with pytest.raises(FileError) as caught:
        source_from_bytes(data)
    assert caught.value.code == code
    assert caught.value.facts.get("position") == position
    for language in ("zh", "en"):
        assert "{" not in caught.value.message(language)
        if position is not None:
            assert str(position) in caught.value.message(language)


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "无.txt", "没有这个文件"), (tmp_path, "文件夹")):
        with pytest.raises(FileError) as caught:
            read_page(path)
        assert words in caught.value.message("zh")
        assert str(path) in caught.value.message("zh")


def test_a_page_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "第2版.txt"
    path.write_bytes(SIMPLE.encode("gb18030"))
    origin = read_page(path).origin
    assert (origin.name, origin.path, origin.encoding) == ("第2版.txt", str(path), "gb18030")
    assert len(origin.sha256) == 64


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SIMPLE.encode())))
    assert read_page("-").text == SIMPLE


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(FileError) as caught:
        read_page(path)
    assert caught.value.code == "too-large"


def test_reading_utf8_loads_no_detector() -> None:
    code = (
        "import sys; from editor.files.text import source_from_bytes as s; s('树'.encode());"
        "print(sorted(m for m in sys.modules if 'charset' in m or 'chardet' in m))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "normalizer" not in run.stdout and "chardet" not in run.stdout
